"""
Particles of names: the small words inside a name, such as "van" in "Vincent van Gogh".

For the particles of phrasal verbs ("give up"), see ``phrasal_particles``.
"""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

PARTICLES = word_set(
    """
    de del della di da dal das do dos du des van von vom zu zum ter ten der den te la le lo las los el al bin
    bint ibn ben abu e y af av ap ould
    """
)
"""
Particles that stand as a word of their own, in Romance, Dutch, German, Arabic, Hebrew, Scandinavian and Welsh
names.
"""

JOINED_PARTICLES = word_set("al el as ad an ar ash at az ul ud ur bin ibn de d l van o")
"""Particles that a hyphen or an apostrophe joins to the rest of the name: al-Assad, d'Estaing, O'Brien."""
