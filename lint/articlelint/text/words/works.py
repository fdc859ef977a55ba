"""Kinds of works that have titles."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

WORKS = word_set(
    """
    album book comedy documentary drama episode film magazine memoir movie musical novel opera play podcast
    poem sequel series show single sitcom song soundtrack thriller
    """
)
"""Works that news copy names beside their titles: the film Titanic, a song called “Yesterday”."""
