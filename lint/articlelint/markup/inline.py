"""What is inside a block of Markdown: finds what is not text, and gives the builder the text between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from articlelint.markup.builder import Builder
from articlelint.markup.emphasis import find_emphasis
from articlelint.markup.html import HtmlReader, add_entity
from articlelint.markup.inline_grammar import find_grammar_spans
from articlelint.markup.inline_spans import InlineKind, InlineSpan
from articlelint.markup.joined_text import JoinedText
from articlelint.markup.raw_spans import find_raw_spans

_EMPHASIS = re.compile(r"[*_~]")
_OPAQUE = re.compile(r"<\?|<!(?!--)")
"""An instruction, a declaration or a section of character data: nothing of it is shown."""
_BREAK = re.compile(r"\n[ \t]*|\[\^[^\]\s]+\]|\[![A-Z]+\]")
"""
A soft line break; a reference to a footnote; the opening of a GitHub alert.

The spaces before a break are found from the break: a pattern that begins with what may be missing is tried
at every character.
"""


def find_inline_spans(text: str, labels: AbstractSet[str]) -> list[InlineSpan]:
    """All that is not text in a block's text, in order; none overlaps another but what is inside a link."""
    pieces = find_raw_spans(text)
    plain = _overwritten(text, pieces)
    found, links = find_grammar_spans(plain, text, labels)
    if _EMPHASIS.search(plain) is not None:
        pieces += find_emphasis(_overwritten(plain, found), links)
    pieces += found
    pieces.sort(key=lambda piece: piece.start)
    return pieces


def _overwritten(text: str, pieces: Sequence[InlineSpan]) -> str:
    """The text with the pieces overwritten, by punctuation as their own marks are."""
    if not pieces:
        return text
    parts: list[str] = []
    at = 0
    for piece in pieces:
        parts += text[at : piece.start], "." * (piece.end - piece.start)
        at = piece.end
    parts.append(text[at:])
    return "".join(parts)


class InlineReader:
    """Feeds the prose of inline Markdown to a builder."""

    def __init__(self, builder: Builder, html: HtmlReader, labels: AbstractSet[str]) -> None:
        self._builder = builder
        self._html = html
        self._labels = labels

    def read(self, text: JoinedText, start: int, end: int) -> None:
        """Read a range of a slice as one block's text."""
        if start >= end:
            return
        depth, bold = len(self._html.elements), self._builder.bold
        at = start
        for piece in find_inline_spans(text.text[start:end], self._labels):
            first, last = piece.start + start, piece.end + start
            # One that begins before here is inside a link's address.
            if first >= at:
                self._text(text, at, first)
                self._piece(text, first, last, piece.kind)
                at = last
        self._text(text, at, end)
        self._html.clear(depth)
        self._builder.bold = bold

    def _piece(self, text: JoinedText, start: int, end: int, kind: InlineKind) -> None:
        """Read what is not text."""
        first, last = text.at(start), text.end(end)
        if kind is InlineKind.BOLD_START:
            self._builder.bold += 1
        elif kind is InlineKind.BOLD_END:
            self._builder.bold -= 1
        elif kind is InlineKind.TAG:
            if not _OPAQUE.match(text.text, start):
                self._html.read(first, last)
        elif self._html.skipping or kind in {InlineKind.LINK, InlineKind.EMPHASIS}:
            pass
        elif kind is InlineKind.ADDRESS:
            self._text(text, start + 1, end - 1)
        else:
            self._html.open()
            self._printed(text.text[start:end], first, last, kind)

    def _printed(self, raw: str, start: int, end: int, kind: InlineKind) -> None:
        """Give the builder what prints as something else than it is in the source."""
        if kind is InlineKind.CODE:
            self._builder.code(start, end)
        elif kind is InlineKind.PICTURE:
            self._builder.picture(start, end)
        elif kind is InlineKind.LINE_BREAK:
            self._builder.line_break(start, end)
        elif kind is InlineKind.ENTITY:
            add_entity(self._builder, start, end)
        else:
            self._builder.replaced(raw[1:], start, end)

    def _text(self, text: JoinedText, start: int, end: int) -> None:
        """Give the builder text without marks, line by line."""
        if self._html.skipping or start >= end:
            return
        self._html.open()
        at = start
        for match in _BREAK.finditer(text.text, start, end):
            newline = broken = match.start()
            if match.group()[0] == "[":
                self._line(text, at, broken)
                at = match.end()
                self._builder.dropped()
                continue
            while broken > at and text.text[broken - 1] in " \t":
                broken -= 1
            self._line(text, at, broken)
            at = match.end()
            first, last = text.at(broken), text.end(at)
            if last - first != at - broken:
                # A quotation mark or indent of the next line: the space is the newline alone.
                last = text.at(newline) + 1
            self._builder.space(first, last)
        self._line(text, at, end)

    def _line(self, text: JoinedText, start: int, end: int) -> None:
        if start < end:
            self._builder.text(text.at(start), text.end(end))
