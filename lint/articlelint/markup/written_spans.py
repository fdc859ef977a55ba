"""Passes the prose of a block of light markup to a builder, around the spans that are not text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from articlelint.markup.builder import Builder
from articlelint.markup.html import add_entity
from articlelint.markup.inline_spans import InlineKind, InlineSpan
from articlelint.markup.joined_text import JoinedText

_SPACE = re.compile(r"[ \t\n\f\v]{2,}|[\t\n\f\v]")
_CURLY = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
"""How AsciiDoc writes curly quotation marks."""
_BOLD = {InlineKind.BOLD_START: 1, InlineKind.BOLD_END: -1}
_ITALIC = {InlineKind.ITALIC_START: 1, InlineKind.ITALIC_END: -1}


class Line(NamedTuple):
    """
    A line, or what of it belongs to a block.

    ``indent`` is the column at which its words begin; ``start`` and ``end`` is where they stand in the
    source, without white space at their ends. A blank line has none.
    """

    text: str
    indent: int
    start: int
    end: int

    @classmethod
    def read(cls, source: str, start: int, end: int, column: int = 0) -> Line:
        """Read the range of a source that begins in a column; a tab reaches to a multiple of 8."""
        raw = source[start:end]
        words = raw.strip()
        if not words:
            return cls("", 0, end, end)
        leading = len(raw) - len(raw.lstrip())
        indent = len((" " * column + raw[:leading]).expandtabs(8))
        return cls(words, indent, start + leading, start + leading + len(words))


def read_lines(text: str) -> list[Line]:
    """Return the lines of a text whose newlines are all alike."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        lines.append(Line.read(text, at, at + len(raw)))
        at += len(raw) + 1
    return lines


def joined(source: str, lines: Sequence[Line]) -> JoinedText:
    """Join the words of lines, each with the blank or newline that follows it."""
    ranges = [(line.start, line.end + 1) for line in lines[:-1]]
    return JoinedText.join(source, [*ranges, (lines[-1].start, lines[-1].end)])


def write_spans(builder: Builder, text: JoinedText, spans: Sequence[InlineSpan]) -> None:
    """Add a text to the open block, without its spans. Those must be in order, and apart."""
    bold, italic = builder.bold, builder.italic
    at = 0
    for span in spans:
        _write_text(builder, text, at, span.start)
        start, end = text.at(span.start), text.end(span.end)
        if span.kind is InlineKind.CODE:
            builder.code(start, end)
        elif span.kind is InlineKind.LINE_BREAK:
            builder.line_break(start, end)
        elif span.kind is InlineKind.ESCAPE:
            builder.replaced(text.text[span.start + 1 : span.end], start, end)
        elif span.kind is InlineKind.ENTITY:
            curly = _CURLY.get(text.text[span.start : span.end])
            if curly is not None:
                builder.replaced(curly, start, end)
            else:
                add_entity(builder, start, end)
        elif span.kind is InlineKind.LINK:
            builder.dropped()
        builder.bold += _BOLD.get(span.kind, 0)
        builder.italic += _ITALIC.get(span.kind, 0)
        at = span.end
    _write_text(builder, text, at, len(text.text))
    builder.bold, builder.italic = bold, italic


def _write_text(builder: Builder, text: JoinedText, start: int, end: int) -> None:
    """Add a range in which white space is as wide as one space."""
    at = start
    for blank in _SPACE.finditer(text.text, start, end):
        _write_verbatim(builder, text, at, blank.start())
        at = blank.end()
        first, last = text.at(blank.start()), text.end(at)
        builder.space(first, last if last - first == len(blank.group()) else first + 1)
    _write_verbatim(builder, text, at, end)


def _write_verbatim(builder: Builder, text: JoinedText, start: int, end: int) -> None:
    """Add a range without newlines; where lines are joined with a blank, it lies apart in the source."""
    number = bisect_right(text.starts, start)
    while start < end:
        stop = min(end, text.starts[number]) if number < len(text.starts) else end
        if start < stop:
            builder.text(text.at(start), text.end(stop))
        start = stop
        number += 1
