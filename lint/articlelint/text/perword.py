"""What is true of a word wherever it stands: worked out once a process, then looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

LIMIT = 1 << 16
"""Words kept; a process that has seen more, such as a server run for weeks, begins anew."""

_T = TypeVar("_T")


class PerWord(dict[str, _T], Generic[_T]):
    """
    A fact about words as a mapping that never lacks one: ``map(facts.__getitem__, texts)`` asks for many.

    An article repeats most of its words, and looking a word up costs a tenth of calling a function.
    """

    def __init__(self, fact: Callable[[str], _T]) -> None:
        super().__init__()
        self._fact = fact

    def __missing__(self, word: str) -> _T:
        if len(self) >= LIMIT:
            self.clear()
        found = self[word] = self._fact(word)
        return found
