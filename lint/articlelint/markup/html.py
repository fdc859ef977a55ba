"""HTML: the words that a reader of the page sees, with exact offsets, whatever is wrong with the markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from html import unescape

from articlelint.markup import BUILT_IN
from articlelint.markup.base import Comment, Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.markup.elements import (
    BLOCKS,
    CODE_ELEMENTS,
    ITALIC,
    NEED_END,
    PICTURES,
    STRONG,
    VOID,
    is_skipped,
)
from articlelint.markup.front_matter import blanked, find_front_matter, has_title
from articlelint.markup.html_tokens import HtmlKind, HtmlToken, html_tokens
from articlelint.markup.html_tokens import attributes as find_attributes
from articlelint.markup.open_elements import Element, OpenElements
from articlelint.markup.picture_texts import picture_texts
from articlelint.markup.quoting_marks import enclosed_quotations
from articlelint.markup.shortcodes import overwrite_shortcodes
from articlelint.markup.templates import find_templates
from articlelint.model import BlockKind, Span

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_COLLAPSED = " \t\n\r\f"
_BR = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)
_LONGEST_BR = 8
_DEEPEST = 500
"""Tags that are nested deeper open no element; browsers do the same."""


class HtmlReader:
    """
    Passes the prose of HTML to a builder. It also reads the HTML inside Markdown, tag by tag.

    ``text`` is the builder's source, or that source with parts of it overwritten. ``read`` takes a range of
    it, so all offsets count in the file.
    """

    def __init__(self, builder: Builder, text: str, *, in_markdown: bool = False) -> None:
        self.builder = builder
        self.comments: list[Comment] = []
        self.elements = OpenElements()
        self.page = Element("", 0, BlockKind.PARAGRAPH, 0, settled=False, skipped=False)
        """What is around the outermost element: in Markdown, the block that the HTML stands in."""
        self.keeps_newlines = False
        """Whether a newline is a line break, and a blank line ends a paragraph, as in WordPress."""
        self._closers: dict[str, int] = {}
        self._at = 0
        """Where the tag or text begins that is being read."""
        self.text = text
        self._in_markdown = in_markdown
        lowered = "" if in_markdown else text.lower()
        self._has_article = "<article" in lowered or "<main" in lowered

    def read(self, start: int, end: int, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Read a range of the text; ``marks`` are the ranges in it of Markdown's ``>`` and indents."""
        text = _blanked(self.text, marks)
        for token in html_tokens(text, start, end):
            self._at = token.start
            if token.kind is HtmlKind.TEXT:
                self._add_text(text, token.start, token.end)
            elif token.kind is HtmlKind.REFERENCE:
                self._add_reference(token.start, token.end)
            elif token.kind is HtmlKind.START_TAG:
                self._start_tag(token)
            elif token.kind is HtmlKind.END_TAG:
                self._end_tag(token)
            elif token.kind is HtmlKind.COMMENT:
                self._comment(token.start, token.end)
        self._at = end

    def clear(self, down_to: int = 0) -> None:
        """Forget the open elements but for the outermost ``down_to``."""
        while len(self.elements) > down_to:
            self._pop()

    @property
    def skipping(self) -> bool:
        """Whether an element is open whose content is not prose."""
        return self.elements.skipping

    def open(self) -> None:
        """Open a block of the kind that the open elements give it, unless a block is open."""
        if not self.builder.open:
            element = self.elements.innermost or self.page
            self.builder.open_block(element.kind, element.level, settled=element.settled)

    # Tags.

    def _start_tag(self, token: HtmlToken) -> None:
        """Open an element."""
        tag, start, end = token.name, token.start, token.end
        if tag in VOID:
            if tag == "img" and not self.skipping:
                self.builder.picture(start, end, picture_texts(self.builder.source, self.text, token))
            elif not self.skipping:
                self._void(tag, start, end)
            return
        if self.text.startswith("/>", end - 2) and (self.skipping or tag in NEED_END):
            # A browser reads <p/> as <p>. An element without prose is taken to end here: in SVG it does, and
            # elsewhere the writer thought so.
            if tag in PICTURES and not self.skipping and self.builder.open:
                self.builder.picture(start, end)
            return
        if len(self.elements) >= _DEEPEST:
            return
        for index in self.elements.ended_by(tag):
            self._end_down_to(index)
        if tag in BLOCKS and not self.skipping:
            self.builder.close_block()
        self._push(token)
        if tag == "q" and not self.skipping:
            self.open()
            self.builder.replaced("“", start, end)

    def _end_tag(self, token: HtmlToken) -> None:
        """Close an element, and those inside it that were left open."""
        tag, start, end = token.name, token.start, token.end
        index = self.elements.index(frozenset({tag}))
        if index < 0:
            if tag == "p" and not self.skipping:
                self.builder.close_block()
            elif tag == "br" and not self.skipping:
                self._void("br", start, end)
        elif tag in BLOCKS:
            self._end_down_to(index, start)
        elif self.elements.has_block_above(index):
            # Blocks that were opened inside an inline element by mistake stay open.
            self._forget(self.elements.pop(index))
        else:
            while len(self.elements) > index + 1:
                self._pop(start)
            self._pop(end)
            if tag == "q" and not self.skipping and self.builder.open:
                self.builder.replaced("”", start, end)

    def _end_down_to(self, index: int, end: int | None = None) -> None:
        """Close the elements down to the one at an index, that one too; -1 closes none."""
        if index < 0:
            return
        was_skipping = self.skipping
        while len(self.elements) > index:
            self._pop(end)
        if not (was_skipping and self.skipping):
            self.builder.close_block()

    def _push(self, token: HtmlToken) -> None:
        tag, start, end = token.name, token.start, token.end
        attributes = {name: unescape(self.text[a:b]) for name, a, b in find_attributes(self.text, token)}
        around = self.elements.innermost or self.page
        skipped = is_skipped(tag, attributes, around.name) or self._is_page_furniture(tag)
        if skipped and tag in NEED_END and not self._is_closed(tag, end):
            # If nothing closes it, do not lose the rest of the page.
            skipped = False
        element = self.elements.push(tag, attributes, start, around, skipped=skipped)
        if tag in STRONG and not element.skipped:
            self.builder.bold += 1
        if tag in ITALIC and not element.skipped:
            self.builder.italic += 1
        self.builder.other_language = element.other_language

    def _is_closed(self, tag: str, at: int) -> bool:
        """Whether an end tag comes later. The next one is remembered, to be searched for only once."""
        if tag not in self._closers or 0 <= self._closers[tag] < at:
            found = re.compile(rf"</{tag}\b", re.IGNORECASE).search(self.text, at)
            self._closers[tag] = found.start() if found is not None else -1
        return self._closers[tag] >= 0

    def _is_page_furniture(self, tag: str) -> bool:
        """Whether an element is the header or footer of the page, and not that of an article or quotation."""
        if tag not in {"header", "footer"} or self._in_markdown:
            return False
        if any(name in self.elements for name in ("article", "main", "blockquote", "figure")):
            return False
        return tag == "footer" or self._has_article

    def _pop(self, end: int | None = None) -> None:
        element = self.elements.pop()
        self._forget(element)
        self.builder.other_language = (self.elements.innermost or self.page).other_language
        if element.skipped and not self.skipping and end is not None:
            if element.name in CODE_ELEMENTS:
                self.open()
                self.builder.code(element.start, end)
            elif element.name in PICTURES:
                self.builder.picture(element.start, end)
            elif self.builder.open:
                self.builder.dropped()

    def _forget(self, element: Element) -> None:
        if element.name in STRONG and not element.skipped:
            self.builder.bold -= 1
        if element.name in ITALIC and not element.skipped:
            self.builder.italic -= 1
        if element.kind is BlockKind.BLOCKQUOTE:
            self.builder.quotations.append(Span(element.start, self._at))

    def _void(self, tag: str, start: int, end: int) -> None:
        if tag == "br":
            if self.builder.open:
                self.builder.line_break(start, end)
        elif tag == "hr":
            self.builder.close_block()
        elif tag in PICTURES and self.builder.open:
            self.builder.picture(start, end)

    # Text.

    def _add_text(self, text: str, start: int, end: int) -> None:
        """Add a range of text, with white space collapsed as a browser does it."""
        if self.skipping:
            return
        if not self.builder.open:
            if not text[start:end].strip(_COLLAPSED):
                return
            self.open()
        at = start
        if text[at] == " ":
            # The builder drops it after white space of another element.
            self.builder.space(start, start + 1)
            at += 1
        for match in _SPACES.finditer(text, start, end):
            first, last = match.span()
            self.builder.text(at, first)
            at = last
            if self.keeps_newlines and "\n" in match.group():
                self._break_lines(first, last, match.group().count("\n"))
                continue
            if not self.text[first:last].isspace():
                # It holds a quotation mark of the next line, so only the newline becomes a space.
                last = self.text.find("\n", first) + 1
            self.builder.space(first, last)
        self.builder.text(at, end)

    def _break_lines(self, start: int, end: int, newlines: int) -> None:
        """Add a line break, or end a paragraph; the newline after ``<br />`` is neither."""
        if newlines == 1 and _BR.search(self.text, max(start - _LONGEST_BR, 0), start):
            return
        self.builder.line_break(start, end)
        if newlines > 1:
            self.builder.line_break(start, end)

    def _add_reference(self, start: int, end: int) -> None:
        if not self.skipping:
            self.open()
            add_entity(self.builder, start, end)

    def _comment(self, start: int, end: int) -> None:
        source = self.builder.source
        # Where there is template code, ``text`` has a comment in its place. MDX has comments of its own.
        if source.startswith(("<!--", "{/*"), start):
            text = source[start + 4 : end].removesuffix("-->").removesuffix("*/}")
            self.comments.append(Comment(text, Span(start, end), self.builder.offset, self.builder.has_words))
        if self.builder.open:
            self.builder.dropped()


def _blanked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text with some ranges overwritten by spaces."""
    if not ranges:
        return text
    parts: list[str] = []
    at = 0
    for first, last in ranges:
        parts += text[at:first], " " * (last - first)
        at = last
    return "".join([*parts, text[at:]])


def add_entity(builder: Builder, start: int, end: int) -> None:
    """Add a character reference to a builder: decoded, or unchanged if it is not a valid one."""
    raw = builder.source[start:end]
    prose = unescape(raw)
    if prose == raw:
        builder.text(start, end)
    elif prose and not prose.strip(_COLLAPSED):
        builder.space(start, end)
    else:
        builder.replaced(prose.replace("\r", " ").replace("\n", " "), start, end)


class HtmlParser:
    """Reads HTML."""

    name = "html"
    suffixes = BUILT_IN["html"].suffixes

    def parse(self, text: str) -> Markup:
        """Parse the text of a page."""
        front_matter = find_front_matter(text)
        start = front_matter.end if front_matter is not None else 0
        shortcodes = overwrite_shortcodes(blanked(text, start))
        page, masks = find_templates(shortcodes.text, in_markdown=False)
        builder = Builder(text, sorted([*shortcodes.masks, *masks]))
        builder.quotations += enclosed_quotations(text)
        reader = HtmlReader(builder, page)
        reader.read(start, len(text))
        reader.clear()
        titled = front_matter is not None and has_title(text, front_matter)
        return builder.finish(partial(classify_blocks, titled=titled), reader.comments, front_matter)
