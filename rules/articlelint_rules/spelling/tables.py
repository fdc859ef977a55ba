"""The tables of words and places that have several spellings."""

from __future__ import annotations

from functools import cache

from articlelint_rules.texttable import TextTable


@cache
def words() -> TextTable:
    """Words in lower case, with rows of two spellings and the dialects of each."""
    return TextTable("spelling-words.table")


@cache
def places() -> TextTable:
    """Places in plain lower case, with the spelling of each that its row lists first."""
    return TextTable("spelling-places.table")


def place_of(word: str) -> str:
    """The place that a word may name, by the spelling that its row lists first; empty where it is none."""
    return places()[word][-1] if word in places() else ""
