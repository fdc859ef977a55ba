"""Plain text: blank lines separate blocks, and so does each newline if the lines are paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from articlelint.markup import BUILT_IN
from articlelint.markup.base import Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.model import BlockKind, Span

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]*(?:\r\n|[\r\n\f\v\u2028\u2029\x85]|\Z)")
_MARKER = re.compile(r"[ \t]*(?:[-*+•◦▪‣·–][ \t]+|\d{1,3}[.)][ \t]+(?=\S))(?=\S)")
_QUOTED = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*(?:[ \t]+|$)")
_WIDEST_WRAP = 120
"""If lines are longer than this, they are not wrapped: each line is a paragraph."""
_MANY_BREAKS = 3
_BREAKS_INSIDE = 0.35
"""The least share of line breaks before lower case; it is 0.6 to 0.9 in wrapped prose and 0 in verse."""
_WRAPPED_SHARE = 0.6
_FULL_LINE = 0.9
_SHORT_LINE = 0.6
"""A line that ends before this share of the wrap width was ended by the writer."""
_END_MARKS = tuple(".!?:…\"”’'»)")


@dataclass(slots=True)
class _Line:
    """
    A line with words.

    ``text`` are its words, which stand at ``[start, end)`` in the source. ``quoted`` is how many ``>`` stand
    before them. ``marker`` says whether the mark of a list item does; without it, the words would begin at
    ``unmarked_start``. ``blank_before`` says whether a blank line comes before.
    """

    text: str
    start: int
    end: int
    quoted: int
    marker: bool
    unmarked_start: int
    blank_before: bool

    @classmethod
    def read(cls, raw: str, start: int, *, blank_before: bool) -> _Line:
        """Read a line that stands at an offset."""
        quoted = _QUOTED.match(raw)
        opening = quoted.end() if quoted else 0
        marker = _MARKER.match(raw, opening)
        words_at = marker.end() if marker else opening
        text = raw[words_at:].strip()
        text_start = start + raw.index(text, words_at)
        return cls(
            text=text,
            start=text_start,
            end=text_start + len(text),
            quoted=quoted.group().count(">") if quoted else 0,
            marker=marker is not None,
            unmarked_start=start + raw.index(raw[opening:].strip(), opening),
            blank_before=blank_before,
        )

    def begins_item(self, before: _Line | None, width: int, *, in_list: bool) -> bool:
        """Whether the marker begins a list item: a wrapped line can begin with a dash or "20." by chance."""
        if not self.marker:
            return False
        if width == 0 or self.blank_before or in_list or before is None:
            return True
        return before.text.endswith(_END_MARKS) or len(before.text) < _SHORT_LINE * width


def _lines(text: str) -> Iterator[_Line]:
    """The lines that have words."""
    blank_before = True
    start = 0
    for raw in _LINE.findall(text):
        line = _Line.read(raw, start, blank_before=blank_before)
        if line.text:
            yield line
        blank_before = not line.text or raw[-1] in "\f\u2029"
        start += len(raw)


def _wrap_width(lines: list[_Line]) -> int:
    """
    The width at which the lines were wrapped, in code points; 0 if each newline ends a paragraph.

    Wrapping breaks lines inside sentences, so many lines begin in lower case; the lines of a poem or an
    address do not. If there are only one or two breaks, the text counts as wrapped if the lines before them
    have no room for the next word.
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
    """Whether a line continues the block of the line before it."""
    if line.blank_before or line.marker or line.quoted != before.quoted:
        return False
    if not before.text.endswith(_END_MARKS) and line.text[0].islower():
        return True
    return width > 0 and (len(before.text) >= _SHORT_LINE * width or line.text[0].islower())


class PlainParser:
    """Reads plain text."""

    name = "plain"
    suffixes = BUILT_IN["plain"].suffixes

    def parse(self, text: str) -> Markup:
        """Parse a text."""
        builder = Builder(text)
        lines = list(_lines(text))
        width = _wrap_width(lines)
        before: _Line | None = None
        in_list = False
        block: list[_Line] = []
        for line in lines:
            if line.marker and not line.begins_item(before, width, in_list=in_list):
                line.marker, line.start = False, line.unmarked_start
            if before is None or not _continues(before, line, width):
                _add_block(builder, block)
                block = []
                in_list = line.marker
            block.append(line)
            before = line
        _add_block(builder, block)
        return builder.finish(classify_blocks)


def _add_block(builder: Builder, lines: list[_Line]) -> None:
    """Add a block of these lines, if there are any."""
    if not lines:
        return
    first = lines[0]
    if first.quoted:
        builder.quotations.append(Span(first.start, lines[-1].end))
    places = [(line.start, line.end) for line in lines]
    if first.marker:
        builder.add_lines(places, BlockKind.LIST_ITEM, 1, settled=True)
    elif first.quoted:
        builder.add_lines(places, BlockKind.BLOCKQUOTE, first.quoted, settled=True)
    else:
        builder.add_lines(places, BlockKind.PARAGRAPH, 0, settled=False, adjoins=not first.blank_before)
