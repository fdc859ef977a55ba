"""Positions of the protocol: lines and characters from 0, in the units that the client has chosen."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

from articlelint.model import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


class Positions:
    """Converts offsets of one text, in code points, to positions of the protocol, and back."""

    def __init__(self, text: str, encoding: str) -> None:
        """Take the text, and the encoding whose units count: ``utf-8``, ``utf-16`` or ``utf-32``."""
        self._text = text
        self._encoding = {"utf-8": "utf-8", "utf-32": "utf-32-le"}.get(encoding, "utf-16-le")
        self._unit = {"utf-8": 1, "utf-32": 4}.get(encoding, 2)
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position. One that is outside the text gives its nearest end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        left = position.character
        for offset in range(start, end):
            if left <= 0:
                return offset
            left -= self._units(self._text[offset])
        return end

    def _units(self, text: str) -> int:
        return len(text.encode(self._encoding, "surrogatepass")) // self._unit
