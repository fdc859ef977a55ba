"""What a word most often is, as one letter: a sentence becomes a string that string methods can search."""

from __future__ import annotations

from functools import lru_cache

import articlelint as al
from articlelint_rules import read_table

VERB = "V"
"""The class of words that are often finite verbs."""
COMMA, MARK, NUMBER, NAME, NOUN = ",.9Nn"
LONG_ENDING, SHORT_ENDING = 4, 2
"""Letters of the endings by which other words are told."""
FILE = "capitals_classes.txt"


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """
    The classes of endings, with a hyphen before them, and of frequent words that these do not tell.

    The file has a class a line, and behind it its words, all divided by tabs. tools/train_stop_gate.py
    writes it.
    """
    found: dict[str, str] = {}
    for line in read_table(FILE).splitlines():
        if not line.startswith("#"):
            letter, *words = line.split("\t")
            found.update(dict.fromkeys(words, letter))
    return found


def _class(word: str) -> str:
    """
    The class of a word: by itself where its ending would mislead, else by its capital or its ending.

    So the first word of a sentence may count as a name, which hardly matters: it is far from most capitals.
    """
    if not word[0].isalnum():
        return COMMA if word == "," else MARK
    if word[0].isdigit():
        return NUMBER
    table, lower = _table(), word.lower()
    if lower in table:
        return table[lower]
    if word[0].isupper():
        return NAME
    return by_ending(table, lower)


def by_ending(table: dict[str, str], lower: str) -> str:
    """The class of a word by its ending; most words are nouns."""
    found = table.get(f"-{lower[-LONG_ENDING:]}")
    return found or table.get(f"-{lower[-SHORT_ENDING:]}", NOUN)


CLASSES = al.PerWord(_class)
"""The class of each word."""
