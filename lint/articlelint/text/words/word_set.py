"""How the lists of words are written down: as text with spaces between the words."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a text, which are separated by white space."""
    return frozenset(listed.split())
