"""
The tables of words and places that have several spellings, each read once, when first asked for.

They are searched as they stand: an article has a handful of their words, and taking thousands of rows apart
would take longer than reading it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from articlelint_rules import read_table


class Table(Mapping[str, tuple[str, ...]]):
    """Each word of a table, in lower case, with the rows that have it, as they are written."""

    def __init__(self, text: str, mark: str, words: frozenset[str]) -> None:
        """``mark`` stands behind each word of a row but the last, ``words`` are all that the rows have."""
        self._text = text.removesuffix("\n")
        self._lower = self._text.lower()
        self._mark = mark
        self._words = words

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, word: str) -> tuple[str, ...]:
        if word not in self._words:
            raise KeyError(word)
        return tuple(self._rows(word))

    def _rows(self, word: str) -> Iterator[str]:
        lower, edges = self._lower, {self._mark, "\n", ""}
        at = lower.find(word)
        while at >= 0:
            stop = at + len(word)
            end = lower.find("\n", stop)
            if lower[at - 1 : at] in edges and lower[stop : stop + 1] in edges:
                yield self._text[lower.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
                at = lower.find(word, end) if end >= 0 else -1
            else:
                at = lower.find(word, stop)


@lru_cache(maxsize=1)
def words() -> Table:
    """Words, with rows of two spellings and the dialects of each."""
    text = read_table("spelling-words.txt")
    cells = text.lower().split()
    return Table(text, " ", frozenset(cells[::3]).union(cells[1::3]))


@lru_cache(maxsize=1)
def places() -> Table:
    """Places in plain lower case, with rows of their spellings."""
    text = read_table("spelling-places.txt")
    return Table(text, "|", frozenset(text.replace("\n", "|").split("|")) - {""})


def place_of(word: str) -> str:
    """The place that a word may name, by the spelling that its row lists first; empty where it is none."""
    return places()[word][-1].partition("|")[0] if word in places() else ""
