"""Usage: how an article writes a word in its other sentences, with a capital or without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

LIMIT = 2
"""Twice counts as often."""
STATES = 1 + (LIMIT + 1) ** 2


class Usage:
    """
    Counts of an article's words, where a capital says something: behind a word, a figure or a comma.

    The words of one sentence are left out of the answers about it.
    """

    def __init__(self) -> None:
        self._capitals: Counter[str] = Counter()
        self._small: Counter[str] = Counter()

    def add(self, sentence: Sequence[str]) -> None:
        """Count the tokens of a sentence."""
        capitals, small = _counts(sentence)
        self._capitals.update(capitals)
        self._small.update(small)

    def states(self, sentence: Sequence[str], words: Iterable[str]) -> list[int]:
        """
        Say for each word how the sentences other than this one write it.

        A state is a number from 1 to ``STATES`` - 1: 1 where no other sentence has the word.
        """
        capitals, small = _counts(sentence)
        own_capitals, own_small = Counter(capitals), Counter(small)
        states: list[int] = []
        for word in words:
            lower = word.lower()
            with_capital = _limited(self._capitals[lower] - own_capitals[lower])
            without = _limited(self._small[lower] - own_small[lower])
            states.append(1 + with_capital * (LIMIT + 1) + without)
        return states


def _limited(count: int) -> int:
    """A count between 0 and ``LIMIT``; it is below 0 where the sentence was not added, as of headlines."""
    return max(0, min(count, LIMIT))


def _counts(sentence: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words with a capital and those without, in lower case, where a capital says something."""
    capitals: list[str] = []
    small: list[str] = []
    for before, word in pairwise(sentence):
        if not word[0].isalpha() or not (before[-1].isalnum() or before == ","):
            continue
        if word[0].isupper():
            capitals.append(word.lower())
        else:
            small.append(word.lower())
    return capitals, small
