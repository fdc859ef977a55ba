"""HTML: the words that a reader of the page sees, with exact offsets, by the standard library's parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser

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
from articlelint.markup.open_elements import Element, OpenElements
from articlelint.model import BlockKind, Span

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_COLLAPSED = " \t\n\r\f"


class HtmlReader(HTMLParser):
    """
    Passes the prose of HTML to a builder. It also reads the HTML inside Markdown, tag by tag.

    ``text`` is the builder's source, or that source with parts of it overwritten. ``read`` takes a range of
    it, so all offsets count in the file.
    """

    def __init__(self, builder: Builder, text: str, *, in_markdown: bool = False) -> None:
        super().__init__(convert_charrefs=False)
        self.builder = builder
        self.comments: list[Comment] = []
        self.elements = OpenElements()
        self.page = Element("", 0, BlockKind.PARAGRAPH, 0, settled=False, skipped=False)
        """What is around the outermost element: in Markdown, the block that the HTML stands in."""
        self._closers: dict[str, int] = {}
        self._base = 0
        self._end = 0
        self._line_starts: list[int] = []
        self._marks: Sequence[tuple[int, int]] = ()
        self.text = text
        self._in_markdown = in_markdown
        lowered = "" if in_markdown else text.lower()
        self._has_article = "<article" in lowered or "<main" in lowered

    def read(self, start: int, end: int, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Read a range of the text; ``marks`` are the ranges in it of Markdown's ``>`` and indents."""
        self._marks = marks
        source = self.text
        comment = source.rfind("<!--", start, end)
        open_comment = comment >= 0 and source.find("-->", comment + 4, end) < 0
        if open_comment and "</script" not in source[comment:end].lower():
            # For a browser, an unclosed comment reaches to the end; versions of the parser differ.
            self._feed(start, comment)
            self._comment(comment, end)
        else:
            self._feed(start, end)

    def _feed(self, start: int, end: int) -> None:
        parts: list[str] = []
        at = start
        for first, last in self._marks:
            if at <= first and last <= end:
                parts += self.text[at:first], " " * (last - first)
                at = last
        text = "".join([*parts, self.text[at:end]])
        self.reset()
        self._base, self._end = start, end
        self._line_starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
        self.feed(text)
        self.close()

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

    def _at(self) -> int:
        line, column = self.getpos()
        return self._base + self._line_starts[line - 1] + column

    # Markup.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        start = self._at()
        end = start + len(self.get_starttag_text() or "")
        if tag in VOID:
            if not self.skipping:
                self._void(tag, start, end)
            return
        for index in self.elements.ended_by(tag):
            self._end_down_to(index)
        if tag in BLOCKS and not self.skipping:
            self.builder.close_block()
        self._push(tag, dict(attrs), start, end)
        if tag == "q" and not self.skipping:
            self.open()
            self.builder.replaced("“", start, end)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element that looks as if it were closed at once."""
        # A browser reads <p/> as <p>. An element without prose is taken to end here: in SVG it does, and
        # elsewhere the writer thought so.
        if tag in VOID or not (self.skipping or tag in NEED_END):
            self.handle_starttag(tag, attrs)
        elif tag in PICTURES and not self.skipping and self.builder.open:
            start = self._at()
            self.builder.picture(start, start + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside it that were left open."""
        start = self._at()
        close = self.text.find(">", start, self._end)
        end = close + 1 if close >= 0 else self._end
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

    def _push(self, tag: str, attributes: dict[str, str | None], start: int, end: int) -> None:
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

    def _void(self, tag: str, start: int, end: int) -> None:
        if tag == "br":
            if self.builder.open:
                self.builder.line_break(start, end)
        elif tag == "hr":
            self.builder.close_block()
        elif tag in PICTURES and self.builder.open:
            self.builder.picture(start, end)

    # Text.

    def handle_data(self, data: str) -> None:
        """Add text, with white space collapsed as a browser does it."""
        if self.skipping:
            return
        start = self._at()
        if not self.builder.open:
            if not data.strip(_COLLAPSED):
                return
            self.open()
        end = start + len(data)
        at = start
        if data[0] == " ":
            # The builder drops it after white space of another element.
            self.builder.space(start, start + 1)
            at += 1
        for match in _SPACES.finditer(data):
            first, last = start + match.start(), start + match.end()
            self.builder.text(at, first)
            at = last
            if self._marks and not self.text[first:last].isspace():
                # It holds a quotation mark of the next line, so only the newline becomes a space.
                last = self.text.find("\n", first) + 1
            self.builder.space(first, last)
        self.builder.text(at, end)

    def handle_entityref(self, name: str) -> None:
        """Add a named character."""
        self._entity(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        """Add a numbered character."""
        self._entity(len(name) + 2)

    def _entity(self, length: int) -> None:
        if self.skipping:
            return
        start, source = self._at(), self.builder.source
        end = start + length
        if end < self._end and source[end] == ";":
            end += 1
        self.open()
        add_entity(self.builder, start, end)

    # What is not shown.

    def handle_comment(self, data: str) -> None:
        """Keep a comment, and drop what browsers treat as one, such as ``<?xml ... ?>``."""
        start = self._at()
        if self.builder.source.startswith("<!--", start):
            close = self.text.find("-->", start + 4, self._end)
            self._comment(start, close + 3 if close >= 0 else min(start + len(data) + 7, self._end))

    def _comment(self, start: int, end: int) -> None:
        text = self.builder.source[start + 4 : end].removesuffix("-->")
        self.comments.append(Comment(text, Span(start, end), self.builder.offset))
        if self.builder.open:
            self.builder.dropped()

    def unknown_decl(self, data: str) -> None:
        """Drop a CDATA section outside SVG and MathML, which is a comment for browsers."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - the base class's signature
        """Read ``<![ ... >`` as a comment, as browsers do. The parser raises on some of them."""
        close = self.rawdata.find(">", i + 3)
        return close + 1 if close >= 0 else -1


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
        builder = Builder(text)
        reader = HtmlReader(builder, text)
        reader.read(0, len(text))
        return builder.finish(classify_blocks, reader.comments)
