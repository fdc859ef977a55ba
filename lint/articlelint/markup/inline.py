"""Inline Markdown: finds what is not text inside a block, and passes the text between to the builder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from html import unescape

from articlelint.markup.builder import Builder, PictureText
from articlelint.markup.emphasis import find_emphasis
from articlelint.markup.html import HtmlReader, add_entity
from articlelint.markup.inline_spans import InlineKind, InlineSpan
from articlelint.markup.joined_text import JoinedText
from articlelint.markup.links import find_links
from articlelint.markup.raw_spans import find_raw_spans
from articlelint.model import BlockKind

_EMPHASIS = re.compile(r"[*_~]")
_LINE = re.compile(r"\n|[^\n]+")
_OPAQUE = re.compile(r"<\?|<!(?!--)")
"""A processing instruction, a declaration or a CDATA section: they are not shown."""
_BREAK = re.compile(r"\n[ \t]*|\[\^[^\[\]\s]+\]|\[![A-Z]+\]")
"""A soft line break; a reference to a footnote; the opening of a GitHub alert."""


def find_inline_spans(text: str, labels: AbstractSet[str]) -> list[InlineSpan]:
    """Return all that is not text in a block, in order. Only spans inside a link's address overlap others."""
    spans = find_raw_spans(text)
    plain = _overwritten(text, spans)
    found, links = find_links(plain, text, labels)
    if _EMPHASIS.search(plain) is not None:
        spans += find_emphasis(_overwritten(plain, found), links)
    spans += found
    spans.sort(key=lambda span: span.start)
    return spans


def _overwritten(text: str, spans: Sequence[InlineSpan]) -> str:
    """The text with the spans overwritten by full stops, which mean nothing to Markdown."""
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += text[at : span.start], "." * (span.end - span.start)
        at = span.end
    parts.append(text[at:])
    return "".join(parts)


class InlineReader:
    """Passes the prose of inline Markdown to a builder."""

    def __init__(self, builder: Builder, html: HtmlReader, labels: AbstractSet[str]) -> None:
        self._builder = builder
        self._html = html
        self._labels = labels

    def read(self, text: JoinedText, start: int, end: int) -> None:
        """Read a range of a text as the text of one block."""
        if start >= end:
            return
        builder = self._builder
        depth, bold, italic = len(self._html.elements), builder.bold, builder.italic
        at = start
        for span in find_inline_spans(text.text[start:end], self._labels):
            first, last = span.start + start, span.end + start
            # A span that begins before ``at`` is inside the address of a link.
            if first >= at:
                self._text(text, at, first)
                if span.kind is InlineKind.PICTURE and not self._html.skipping:
                    self._html.open()
                    texts = self._picture_texts(text, span, start)
                    self._builder.picture(text.at(first), text.end(last), texts)
                else:
                    self._span(text, first, last, span.kind)
                at = last
        self._text(text, at, end)
        self._html.clear(depth)
        builder.bold, builder.italic = bold, italic

    def _picture_texts(self, text: JoinedText, span: InlineSpan, offset: int) -> list[PictureText]:
        """What is said about a picture, whose ranges are to be moved by ``offset``."""
        found: list[PictureText] = []
        for kind, words in ((BlockKind.ALT_TEXT, span.words), (BlockKind.CAPTION, span.title)):
            if words is not None:
                found.append(PictureText(kind, self._runs(text, words[0] + offset, words[1] + offset)))
        return found

    def _runs(self, text: JoinedText, start: int, end: int) -> list[tuple[str, int, int]]:
        """A range as pieces of prose without markup; no piece if it holds template code."""
        runs: list[tuple[str, int, int]] = []
        at = start
        for span in [*find_inline_spans(text.text[start:end], self._labels), None]:
            first = span.start + start if span is not None else end
            for match in _LINE.finditer(text.text, at, max(at, first)):
                line_start, line_end = text.at(match.start()), text.end(match.end())
                if match.group() == "\n":
                    runs.append((" ", line_start, line_end))
                elif match.group() == self._builder.source[line_start:line_end]:
                    runs.append((match.group(), line_start, line_end))
                else:
                    return []
            if span is not None:
                at = max(at, span.end + start)
                raw = text.text[first:at]
                prose = {InlineKind.ENTITY: unescape(raw), InlineKind.ESCAPE: raw[1:]}.get(span.kind)
                if prose:
                    runs.append((prose, text.at(first), text.end(at)))
        return runs

    def _span(self, text: JoinedText, start: int, end: int, kind: InlineKind) -> None:
        """Read a span that is not text."""
        first, last = text.at(start), text.end(end)
        if kind is InlineKind.BOLD_START:
            self._builder.bold += 1
        elif kind is InlineKind.BOLD_END:
            self._builder.bold -= 1
        elif kind is InlineKind.ITALIC_START:
            self._builder.italic += 1
        elif kind is InlineKind.ITALIC_END:
            self._builder.italic -= 1
        elif kind is InlineKind.TAG:
            if not _OPAQUE.match(text.text, start):
                self._html.read(first, last)
        elif self._html.skipping or kind in {InlineKind.LINK, InlineKind.STRIKE}:
            pass
        elif kind is InlineKind.ADDRESS:
            self._text(text, start + 1, end - 1)
        else:
            self._html.open()
            self._printed(text.text[start:end], first, last, kind)

    def _printed(self, raw: str, start: int, end: int, kind: InlineKind) -> None:
        """Pass to the builder what prints differently from its source."""
        if kind is InlineKind.CODE:
            self._builder.code(start, end)
        elif kind is InlineKind.LINE_BREAK:
            self._builder.line_break(start, end)
        elif kind is InlineKind.ENTITY:
            add_entity(self._builder, start, end)
        else:
            self._builder.replaced(raw[1:], start, end)

    def _text(self, text: JoinedText, start: int, end: int) -> None:
        """Pass plain text to the builder, line by line."""
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
                # There is a quotation mark or indent of the next line, so only the newline becomes a space.
                last = text.at(newline) + 1
            self._builder.space(first, last)
        self._line(text, at, end)

    def _line(self, text: JoinedText, start: int, end: int) -> None:
        if start < end:
            self._builder.text(text.at(start), text.end(end))
