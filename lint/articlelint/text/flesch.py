"""Readability after Flesch and Kincaid: from words, sentences and syllables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

_KNOWN = 1 << 16
"""Words whose syllables are remembered."""


class Readability(NamedTuple):
    """What makes a text easy or hard: words in a sentence, syllables in a word. Texts add up."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    @property
    def ease(self) -> float:
        """Flesch's reading ease: 100 is very easy, 0 very hard. Needs a word."""
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the years of school it takes to read it easily. Needs a word."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    def plus(self, other: Readability) -> Readability:
        """Both texts as one."""
        return Readability(*(a + b for a, b in zip(self, other, strict=True)))


@cache
def _counter() -> Callable[[str], int]:
    # textstat costs a third of a second to import; a run that measures nothing does not pay for it.
    from textstat.textstat import textstatistics

    count: Callable[[str], int] = textstatistics().syllable_count
    return count


class _Syllables(dict[str, int]):
    """The syllables of each word seen so far."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        count = self[word] = _counter()(word)
        return count


_syllables = _Syllables()


def measure_readability(words: Iterable[str], sentences: int) -> Readability:
    """
    How hard so many sentences with these words are to read.

    The sentences are the caller's to count: textstat splits at every full stop, "Mr." included.
    """
    counts = [_syllables[word] for word in words]
    return Readability(len(counts), sentences, sum(counts))
