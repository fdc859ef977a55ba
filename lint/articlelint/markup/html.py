"""HTML: the words that a reader of the page sees, with exact offsets, on the standard library's tokenizer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from articlelint.markup.base import Comment, Markup
from articlelint.markup.builder import Builder
from articlelint.markup.elements import (
    BLOCKS,
    CODE_ELEMENTS,
    ENDS,
    KINDS,
    PICTURES,
    STRONG,
    TRANSPARENT_TO,
    VOID,
    hint,
    is_skipped,
)
from articlelint.markup.kinds import refine
from articlelint.model import BlockKind, Span

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_COLLAPSED = " \t\n\r\f"


@dataclass(slots=True)
class _Element:
    """An open element: its kind of block is its own or its parent's."""

    name: str
    start: int
    kind: BlockKind
    level: int
    settled: bool
    skipped: bool


class HtmlReader(HTMLParser):
    """
    Feeds the prose of HTML to a builder. Also reads the HTML inside Markdown, tag by tag.

    ``text`` is what is read: the builder's source, or that source with some of it overwritten. ``read`` takes
    a range of it, so that all offsets are those of the file.
    """

    def __init__(self, builder: Builder, text: str, *, in_markdown: bool = False) -> None:
        super().__init__(convert_charrefs=False)
        self.builder = builder
        self.comments: list[Comment] = []
        self.kind, self.level, self.settled = BlockKind.PARAGRAPH, 0, False
        self._stack: list[_Element] = []
        self._counts: dict[str, int] = {}
        self._base = 0
        self._end = 0
        self._line_starts: list[int] = []
        self.text = text
        self._in_markdown = in_markdown
        lowered = "" if in_markdown else text.lower()
        self._has_article = "<article" in lowered or "<main" in lowered

    def read(self, start: int, end: int) -> None:
        """Read a range of the source."""
        source = self.text
        comment = source.rfind("<!--", start, end)
        open_comment = comment >= 0 and source.find("-->", comment + 4, end) < 0
        if open_comment and "</script" not in source[comment:end].lower():
            # A browser takes an unclosed comment to reach the end; the tokenizer's versions differ.
            self._feed(start, comment)
            self._comment(comment, end)
        else:
            self._feed(start, end)

    def _feed(self, start: int, end: int) -> None:
        text = self.text[start:end]
        self.reset()
        self._base, self._end = start, end
        self._line_starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._line_starts.append(at + 1)
            at = text.find("\n", at + 1)
        self.feed(text)
        self.close()

    def clear(self, down_to: int = 0) -> None:
        """Forget the open elements, all but the outermost ``down_to``."""
        while len(self._stack) > down_to:
            self._pop()

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    @property
    def skipping(self) -> bool:
        """Whether what comes is inside an element whose content is not prose."""
        return bool(self._stack) and self._stack[-1].skipped

    @property
    def outermost_skipped(self) -> str:
        """The name of the element that makes the content not prose."""
        return next((element.name for element in self._stack if element.skipped), "")

    def open(self) -> None:
        """Open a block of the kind that the open elements say, unless one is open."""
        if self.builder.open:
            return
        if self._stack:
            element = self._stack[-1]
            self.builder.open_block(element.kind, element.level, settled=element.settled)
        else:
            self.builder.open_block(self.kind, self.level, settled=self.settled)

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
        self._end_implied(tag)
        if tag in BLOCKS and not self.skipping:
            self.builder.close_block()
        self._push(tag, dict(attrs), start)
        if tag == "q" and not self.skipping:
            self.open()
            self.builder.replaced("“", start, end)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element that looks as if it were closed at once."""
        # A browser reads <p/> as <p>; only elements of SVG and MathML, which are skipped, really end here.
        if tag in VOID or not self.skipping:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside it that were left open."""
        start = self._at()
        close = self.text.find(">", start, self._end)
        end = close + 1 if close >= 0 else self._end
        if not self._counts.get(tag):
            if tag == "p" and not self.skipping:
                self.builder.close_block()
            elif tag == "br" and not self.skipping:
                self._void("br", start, end)
            return
        if tag not in BLOCKS:
            self._end_inline(tag, start, end)
            return
        while self._stack:
            name = self._stack[-1].name
            self._pop(start)
            if name == tag:
                break
        if not self.skipping:
            self.builder.close_block()

    def _end_inline(self, tag: str, start: int, end: int) -> None:
        """End an inline element; block elements that were opened inside it by mistake stay open."""
        for index in range(len(self._stack) - 1, -1, -1):
            element = self._stack[index]
            if element.name != tag:
                continue
            if all(inner.name not in BLOCKS for inner in self._stack[index + 1 :]):
                while len(self._stack) > index + 1:
                    self._pop(start)
                self._pop(end)
            else:
                self._forget(self._stack.pop(index))
            break
        if tag == "q" and not self.skipping and self.builder.open:
            self.builder.replaced("”", start, end)

    def _end_implied(self, tag: str) -> None:
        """End what a start tag ends: a paragraph by any block, a list item by the next one."""
        ended = ENDS.get(tag)
        if tag in BLOCKS and self._counts.get("p"):
            self._end_up_to(frozenset({"p"}), TRANSPARENT_TO["p"])
        if ended:
            self._end_up_to(ended, TRANSPARENT_TO[tag])
        if tag not in {"title", "meta", "link", "script", "style", "base", "noscript", "template", "head"}:
            self._end_up_to(frozenset({"head"}), frozenset())

    def _end_up_to(self, names: frozenset[str], stop: frozenset[str]) -> None:
        if not any(self._counts.get(name) for name in names):
            return
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index].name
            if name in names:
                was_skipping = self.skipping
                while len(self._stack) > index:
                    self._pop()
                if not was_skipping:
                    self.builder.close_block()
                return
            if name in stop:
                return

    def _push(self, tag: str, attributes: dict[str, str | None], start: int) -> None:
        if self._stack:
            parent = self._stack[-1]
            kind, level, settled, skipped = parent.kind, parent.level, parent.settled, parent.skipped
            above = parent.name
        else:
            kind, level, settled, skipped, above = self.kind, self.level, self.settled, False, ""
        skipped = skipped or is_skipped(tag, attributes, above) or self._is_page_furniture(tag)
        if tag in KINDS:
            nested = kind is KINDS[tag]
            kind, settled = KINDS[tag], True
            if tag[0] == "h":
                level = int(tag[1])
            elif tag == "li":
                level = self._counts.get("ul", 0) + self._counts.get("ol", 0) or 1
            else:
                level = level + 1 if nested or tag == "blockquote" else 0
        found = hint(tag, attributes)
        if found is not None:
            kind, settled = found, True
        if tag in STRONG and not skipped:
            self.builder.bold += 1
        self._stack.append(_Element(tag, start, kind, level, settled, skipped))
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def _is_page_furniture(self, tag: str) -> bool:
        """A page's header and footer are furniture; an article's own, or a quotation's, are not."""
        if tag not in {"header", "footer"} or self._in_markdown:
            return False
        if any(self._counts.get(name) for name in ("article", "main", "blockquote", "figure")):
            return False
        return tag == "footer" or self._has_article

    def _pop(self, end: int | None = None) -> None:
        element = self._stack.pop()
        self._forget(element)
        if element.skipped and not self.skipping and end is not None:
            if element.name in CODE_ELEMENTS:
                self.open()
                self.builder.code(element.start, end)
            elif element.name in PICTURES:
                self.builder.picture(element.start, end)
            elif self.builder.open:
                self.builder.dropped()

    def _forget(self, element: _Element) -> None:
        self._counts[element.name] -= 1
        if element.name in STRONG and not element.skipped:
            self.builder.bold -= 1

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
        """Add text, white space collapsed as a browser does."""
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
            # After white space in another element, this is the same white space.
            self.builder.space(start, start + 1)
            at += 1
        for match in _SPACES.finditer(self.text, start, end):
            self.builder.text(at, match.start())
            self.builder.space(match.start(), match.end())
            at = match.end()
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
        """Keep a comment; what browsers merely treat as one, such as ``<?xml ... ?>``, is dropped."""
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
        """A CDATA section outside SVG and MathML: a comment to browsers."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - the base class's signature
        """Read ``<![ ... >`` as browsers do, as a comment: the tokenizer raises on some."""
        close = self.rawdata.find(">", i + 3)
        return close + 1 if close >= 0 else -1


def add_entity(builder: Builder, start: int, end: int) -> None:
    """Add a character reference to a builder: decoded, or as it stands where it is none."""
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
    suffixes = (".html", ".htm")

    def parse(self, text: str) -> Markup:
        """Split a page into prose and markup."""
        builder = Builder(text)
        reader = HtmlReader(builder, text)
        reader.read(0, len(text))
        return builder.finish(refine, reader.comments)
