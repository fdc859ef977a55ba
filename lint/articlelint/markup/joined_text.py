"""Text put together from pieces of the source, without the marks that begin its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class JoinedText(NamedTuple):
    """Text put together from pieces of the source, each beginning a line, and where each of them stands."""

    text: str
    starts: Sequence[int]
    sources: Sequence[int]

    @classmethod
    def of(cls, source: str, pieces: Sequence[tuple[int, int]]) -> JoinedText:
        """The pieces ``[start, end)`` of a source, joined."""
        starts: list[int] = []
        length = 0
        for start, end in pieces:
            starts.append(length)
            length += end - start
        return cls(
            "".join([source[start:end] for start, end in pieces]), starts, [start for start, _ in pieces]
        )

    def at(self, offset: int) -> int:
        """Where in the source the code point at an offset begins."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + offset - self.starts[piece]

    def end(self, offset: int) -> int:
        """Where in the source the code point before an offset ends."""
        return self.at(offset - 1) + 1
