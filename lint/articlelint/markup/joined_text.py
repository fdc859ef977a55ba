"""Text joined from ranges of the source, without the quotation marks and indents that begin its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class JoinedText(NamedTuple):
    """
    Text joined from ranges of the source.

    ``starts`` has the offset in the text at which each range begins, and ``source_starts`` its offset in the
    source.
    """

    text: str
    starts: Sequence[int]
    source_starts: Sequence[int]

    @classmethod
    def join(cls, source: str, ranges: Sequence[tuple[int, int]]) -> JoinedText:
        """Join the ranges ``[start, end)`` of a source."""
        starts: list[int] = []
        length = 0
        for start, end in ranges:
            starts.append(length)
            length += end - start
        text = "".join(source[start:end] for start, end in ranges)
        return cls(text, starts, [start for start, _ in ranges])

    def at(self, offset: int) -> int:
        """Return the source offset at which the code point at an offset begins."""
        number = bisect_right(self.starts, offset) - 1
        return self.source_starts[number] + offset - self.starts[number]

    def end(self, offset: int) -> int:
        """Return the source offset at which the code point before an offset ends."""
        return self.at(offset - 1) + 1
