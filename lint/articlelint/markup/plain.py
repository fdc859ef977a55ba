"""Plain text: blank lines separate blocks, and so do single newlines where lines are paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlelint.markup.base import Markup
from articlelint.markup.builder import Builder
from articlelint.markup.kinds import refine
from articlelint.model import BlockKind

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]*(?:\r\n|[\r\n\f\v\u2028\u2029\x85]|\Z)")
_MARKER = re.compile(r"[ \t]*(?:[-*+•◦▪‣·–][ \t]+|\d{1,3}[.)][ \t]+(?=\S))(?=\S)")
_QUOTED = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*(?:[ \t]+|$)")
_WIDEST_WRAP = 120
"""Nobody wraps wider: a text with longer lines has a newline for each paragraph."""
_WRAPPED_SHARE = 0.6
_SHORT_LINE = 0.6
"""A line that stops before this share of the wrap width was ended by the writer."""
_END_MARKS = ".!?:…\"”’'»)"


class _Line:
    """A line with words on it: where its words stand, what it opens with, and how the one before relates."""

    __slots__ = ("blank_before", "end", "marker", "quoted", "start", "text")

    def __init__(self, text: str, start: int, blank_before: bool) -> None:
        quoted = _QUOTED.match(text)
        self.quoted = quoted.group().count(">") if quoted else 0
        at = quoted.end() if quoted else 0
        marker = _MARKER.match(text, at)
        self.marker = marker is not None
        at = marker.end() if marker else at
        words = text[at:].strip()
        self.start = start + at + text[at:].index(words) if words else start + at
        self.text = words
        self.end = self.start + len(words)
        self.blank_before = blank_before


def _lines(text: str) -> Iterator[_Line]:
    blank = True
    for match in _LINE.finditer(text):
        raw = match.group()
        if raw.strip():
            line = _Line(raw, match.start(), blank)
            if line.text:
                yield line
            blank = not line.text or raw.endswith(("\f", "\u2029"))
        else:
            blank = True


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the lines were wrapped, in code points; 0 where a newline ends a paragraph."""
    joints = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if not joints:
        return 0
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[-1 - len(lengths) // 50]
    if width > _WIDEST_WRAP:
        return 0
    full = sum(len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > 0.9 * width for a, b in joints)
    return width if full >= _WRAPPED_SHARE * len(joints) else 0


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the block of the line before it."""
    if line.blank_before or line.marker or line.quoted != before.quoted:
        return False
    if not before.text.endswith(tuple(_END_MARKS)) and line.text[0].islower():
        return True
    return width > 0 and (len(before.text) >= _SHORT_LINE * width or line.text[0].islower())


class PlainParser:
    """Reads plain text."""

    name = "plain"
    suffixes = (".txt", ".text")

    def parse(self, text: str) -> Markup:
        """Split a text into blocks."""
        builder = Builder(text)
        lines = list(_lines(text))
        width = _wrap_width(lines)
        before: _Line | None = None
        for line in lines:
            if before is not None and _continues(before, line, width):
                builder.space(before.end, line.start)
            elif line.marker:
                builder.open_block(BlockKind.LIST_ITEM, 1, settled=True)
            elif line.quoted:
                builder.open_block(BlockKind.BLOCKQUOTE, line.quoted, settled=True)
            else:
                builder.open_block(BlockKind.PARAGRAPH)
            builder.text(line.start, line.end)
            before = line
        return builder.finish(refine)
