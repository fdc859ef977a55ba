"""Names: the runs of capitalised words that name a person, a place or a body."""

from __future__ import annotations

from dataclasses import dataclass

from articlelint.model import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a name: ``Volodymyr Zelensky``; ``tokens`` are the indices of its words."""

    span: Span
    tokens: range
