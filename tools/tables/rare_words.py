"""Rare words: those that only a very large dictionary has, and spellings that no dialect prefers."""

from __future__ import annotations

from articlelint import lexicon
from tables import names
from tables.inputs import Inputs
from tables.scowl import word_lists


def build(inputs: Inputs, *, list_size: int, shortest: int, surnames: int) -> dict[str, str]:
    """Words in lower case that neither the lexicon nor the names have, each with an empty text."""
    found: set[str] = set()
    for listed in word_lists(inputs):
        if listed.kind != "words":
            continue
        variant = listed.spelling.startswith("variant_") and listed.size <= list_size
        if listed.size == list_size or variant:
            found.update(word.removesuffix("'s") for word in listed.words)
    known = names.build(inputs, surnames=surnames)
    return {word: "" for word in sorted(found) if _is_rare(word, shortest) and word not in known}


def _is_rare(word: str, shortest: int) -> bool:
    """Whether a word is long enough for the rules, and not in the lexicon with or without a capital."""
    return word.isalpha() and len(word) >= shortest and lexicon.sizes(word) == (0, 0)
