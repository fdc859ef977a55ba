"""Readability by the formulas of Flesch and Kincaid, from words, sentences and syllables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple


class Readability(NamedTuple):
    """How many words, sentences and syllables a text has, from which its readability is computed."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    @property
    def ease(self) -> float:
        """Flesch's reading ease: 100 is very easy, 0 very hard. The text must have a word."""
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the years of school needed to read the text, which must have a word."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    def plus(self, other: Readability) -> Readability:
        """Return the readability of both texts together."""
        return Readability(
            self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables
        )


@cache
def _counter() -> Callable[[str], int]:
    from textstat.textstat import textstatistics  # heavy, and only needed to measure

    count: Callable[[str], int] = textstatistics().syllable_count
    return count


@lru_cache(maxsize=2048)
def _syllables(word: str) -> int:
    return _counter()(word)


def measure_readability(words: Iterable[str], sentences: int) -> Readability:
    """
    Return the readability of ``sentences`` sentences with these words.

    The caller counts the sentences, because textstat splits at every full stop, even that of "Mr.".
    """
    counts = [_syllables(word) for word in words]
    return Readability(len(counts), sentences, sum(counts))
