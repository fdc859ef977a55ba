"""The prose that one style covers, such as italics, while a source is being parsed."""

from __future__ import annotations

from articlelint.markup.base import OffsetMap
from articlelint.model import Span


class StyledText:
    """The source ranges that one style, such as italics, covers: one range for each unbroken run of prose."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] = []
        self._running = False

    def add(self, start: int, end: int, *, styled: bool) -> None:
        """Note the next source range that was added as prose, and whether it has the style."""
        if styled and self._running:
            self._ranges[-1] = (self._ranges[-1][0], end)
        elif styled:
            self._ranges.append((start, end))
        self._running = styled

    def stop(self) -> None:
        """Note that a block ends."""
        self._running = False

    def spans(self, text: str, offsets: OffsetMap) -> tuple[Span, ...]:
        """The spans of the prose, without white space at their ends."""
        found: list[Span] = []
        for source_start, source_end in self._ranges:
            start, end = offsets.prose_at(source_start), offsets.prose_at(source_end)
            prose = text[start:end]
            span = Span(end - len(prose.lstrip()), start + len(prose.rstrip()))
            if span.start < span.end:
                found.append(span)
        return tuple(found)
