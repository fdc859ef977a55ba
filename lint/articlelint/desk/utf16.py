"""Offsets in UTF-16 code units, in which browsers, editors and Java programs count."""

from __future__ import annotations

import re
from bisect import bisect_left

from articlelint.model import Span

_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


class Utf16:
    """Converts offsets of one text between code points and UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._pairs = [match.start() for match in _ASTRAL.finditer(text)]
        """The offsets of the characters that take two units."""
        self._pairs_in_units = [offset + before for before, offset in enumerate(self._pairs)]

    def units(self, offset: int) -> int:
        """The offset in code units of an offset in code points."""
        return offset + bisect_left(self._pairs, offset)

    def span(self, span: Span) -> Span:
        """A span in code points, in code units."""
        return Span(self.units(span.start), self.units(span.end))

    def code_points(self, units: int) -> int:
        """
        The offset in code points of an offset in code units.

        The middle of a pair counts as its start, and what is behind the end as the end.
        """
        before = bisect_left(self._pairs_in_units, units)
        if before and units == self._pairs_in_units[before - 1] + 1:
            return self._pairs[before - 1]
        return min(units - before, self._length)
