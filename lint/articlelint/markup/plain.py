"""Plain text: blank lines separate blocks, and so do single newlines where lines are paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlelint.markup.base import Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.model import BlockKind

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]*(?:\r\n|[\r\n\f\v\u2028\u2029\x85]|\Z)")
_SEPARATORS = ("\x1c", "\x1d", "\x1e")
"""What ends a line for Python and for nobody else."""
_MARKER = re.compile(r"[ \t]*(?:[-*+•◦▪‣·–][ \t]+|\d{1,3}[.)][ \t]+(?=\S))(?=\S)")
_QUOTED = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*(?:[ \t]+|$)")
_WIDEST_WRAP = 120
"""Nobody wraps wider: a text with longer lines has a newline for each paragraph."""
_MANY_BREAKS = 3
_BREAKS_INSIDE = 0.35
"""The share of line breaks before lower case: 0.6 to 0.9 in wrapped English prose, 0 in verse."""
_WRAPPED_SHARE = 0.6
_FULL_LINE = 0.9
_SHORT_LINE = 0.6
"""A line that stops before this share of the wrap width was ended by the writer."""
_END_MARKS = tuple(".!?:…\"”’'»)")


class _Line:
    """A line with words on it: where its words stand, what it opens with, and how the one before relates."""

    __slots__ = ("blank_before", "end", "marker", "quoted", "start", "text", "unmarked")

    def __init__(self, text: str, start: int, blank_before: bool) -> None:
        self.blank_before = blank_before
        self.quoted, self.marker = 0, False
        if text[0].isalpha():  # most lines open with a word
            self.text = text.strip()
            self.start = self.unmarked = start
            self.end = start + len(self.text)
            return
        opening = 0
        quoted = _QUOTED.match(text)
        if quoted:
            self.quoted, opening = quoted.group().count(">"), quoted.end()
        marker = _MARKER.match(text, opening)
        self.marker = marker is not None
        at = marker.end() if marker else opening
        self.text = text[at:].strip()
        self.start = start + text.index(self.text, at)
        self.end = self.start + len(self.text)
        self.unmarked = start + text.index(text[opening:].strip(), opening) if self.marker else self.start

    def begins_item(self, before: _Line | None, width: int, *, in_list: bool) -> bool:
        """Whether the marker is one: a line of wrapped text can begin with a dash or "20." by chance."""
        if not self.marker:
            return False
        if width == 0 or self.blank_before or in_list or before is None:
            return True
        return before.text.endswith(_END_MARKS) or len(before.text) < _SHORT_LINE * width


def _lines(text: str) -> Iterator[_Line]:
    blank = True
    start = 0
    plain = not any(separator in text for separator in _SEPARATORS)
    for raw in text.splitlines(keepends=True) if plain else _LINE.findall(text):
        if raw and not raw.isspace():
            line = _Line(raw, start, blank)
            if line.text:
                yield line
            blank = not line.text or raw[-1] in "\f\u2029"
        else:
            blank = True
        start += len(raw)


def _wrap_width(lines: list[_Line]) -> int:
    """
    The width at which the lines were wrapped, in code points; 0 where a newline ends a paragraph.

    Wrapping breaks lines inside sentences, so that many lines begin in lower case; the lines of a poem or
    an address do not. With one or two breaks to go by, a wrapped line has no room for the next line's word.
    """
    joints = [(a, b) for a, b in pairwise(lines) if not (b.blank_before or b.marker)]
    if not joints:
        return 0
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[-1 - len(lengths) // 50]
    if width > _WIDEST_WRAP:
        return 0
    if len(joints) >= _MANY_BREAKS:
        inside = sum(b.text[0].islower() for _, b in joints)
        return width if inside >= _BREAKS_INSIDE * len(joints) else 0
    full = sum(len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > _FULL_LINE * width for a, b in joints)
    return width if full >= _WRAPPED_SHARE * len(joints) else 0


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the block of the line before it."""
    if line.blank_before or line.marker or line.quoted != before.quoted:
        return False
    if not before.text.endswith(_END_MARKS) and line.text[0].islower():
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
        in_list = False
        block: list[_Line] = []
        for line in lines:
            if line.marker and not line.begins_item(before, width, in_list=in_list):
                line.marker, line.start = False, line.unmarked
            if before is None or not _continues(before, line, width):
                _add_block(builder, block)
                block = []
                in_list = line.marker
            block.append(line)
            before = line
        _add_block(builder, block)
        return builder.finish(classify_blocks)


def _add_block(builder: Builder, lines: list[_Line]) -> None:
    """Add the lines of a block, if there are any."""
    if not lines:
        return
    first = lines[0]
    places = [(line.start, line.end) for line in lines]
    if first.marker:
        builder.add_lines(places, BlockKind.LIST_ITEM, 1, settled=True)
    elif first.quoted:
        builder.add_lines(places, BlockKind.BLOCKQUOTE, first.quoted, settled=True)
    else:
        builder.add_lines(places, BlockKind.PARAGRAPH, 0, settled=False)
