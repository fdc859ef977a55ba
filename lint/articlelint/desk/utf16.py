"""Offsets in UTF-16 code units, in which browsers, editors and Java programs count."""

from __future__ import annotations

import re
from bisect import bisect_left

from articlelint.model import Span

_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


class Utf16:
    """Converts offsets of one text from code points to UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._pairs = [match.start() for match in _ASTRAL.finditer(text)]
        """The offsets of the characters that take two units."""

    def units(self, offset: int) -> int:
        """The offset in code units of an offset in code points."""
        return offset + bisect_left(self._pairs, offset)

    def span(self, span: Span) -> Span:
        """A span in code points, in code units."""
        return Span(self.units(span.start), self.units(span.end))
