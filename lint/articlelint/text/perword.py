"""What is true of a word wherever it stands: worked out once a process, then looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from articlelint.typed import Generic, TypeVar

GENERATION = 1 << 11
"""Words that are kept at least, and half of those kept at most; an article has a thousand."""

_T = TypeVar("_T")


class PerWord(dict[str, _T], Generic[_T]):
    """
    A fact about words as a mapping that never lacks one: ``map(facts.__getitem__, texts)`` asks for many.

    An article repeats most of its words, and looking a word up costs a tenth of calling a function. Names and
    rare words never come back, so that what has not been asked for lately is forgotten: when a generation of
    ``kept`` words is full, the one before it goes, save those words of it that were asked for meanwhile.
    """

    __slots__ = ("_fact", "_former", "_kept")

    def __init__(self, fact: Callable[[str], _T], kept: int = GENERATION) -> None:
        super().__init__()
        self._fact = fact
        self._former: dict[str, _T] = {}
        self._kept = kept

    def __missing__(self, word: str) -> _T:
        if len(self) >= self._kept:
            self._former = self.copy()
            self.clear()
        found = self._former[word] if word in self._former else self._fact(word)
        self[word] = found
        return found


def look_up(facts: Mapping[str, _T], words: Sequence[str]) -> Sequence[_T]:
    """What a mapping has for each of some words; faster than ``map``, which makes a call for each."""
    if len(words) < 2:  # noqa: PLR2004 - for one word it would be no tuple
        return [facts[word] for word in words]
    found: tuple[_T, ...] = itemgetter(*words)(facts)
    return found
