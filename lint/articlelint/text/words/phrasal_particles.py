"""
Particles of phrasal verbs: the second words of "take off" and "give in".

For the particles of names ("van der"), see ``name_particles``.
"""

from __future__ import annotations

PARTICLES = frozenset("in on up out off over down by".split())
"""Particles that may be followed by the same word as a preposition: "they moved in in 2019"."""
