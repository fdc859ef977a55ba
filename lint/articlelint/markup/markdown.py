"""Markdown: the blocks of a document, found with tree-sitter's grammar. ``inline`` reads their text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from articlelint.markup import BUILT_IN
from articlelint.markup.base import Markup
from articlelint.markup.block_grammar import block_parser
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.markup.front_matter import blanked, find_front_matter, has_title
from articlelint.markup.html import HtmlReader
from articlelint.markup.inline import InlineReader
from articlelint.markup.joined_text import JoinedText
from articlelint.markup.links import normal_label
from articlelint.markup.normalized_newlines import NormalizedText
from articlelint.markup.open_elements import Element
from articlelint.markup.quoting_marks import enclosed_quotations
from articlelint.markup.shortcodes import Overwritten, overwrite_admonitions, overwrite_shortcodes
from articlelint.markup.templates import find_templates, outermost
from articlelint.model import BlockKind, Span

if TYPE_CHECKING:
    from tree_sitter import Node  # heavy, and only Markdown needs it

_LABEL = re.compile(r"[ ]{0,3}\[((?:[^\[\]\\]|\\.)+)\]:")
_INLINE_ESCAPE = re.compile(r"([^\s>*+\-\d\\])\\[^\w\s|]")
_PLAIN_CONTAINERS = frozenset({"document", "section", "list_item", "pipe_table"})
_CONTAINERS = _PLAIN_CONTAINERS | {"block_quote", "list", "ERROR"}
_INLINE_NODES = frozenset(
    {"backslash_escape", "entity_reference", "link_label", "numeric_character_reference"}
)
_CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+[ \t]*\Z")
_QUOTE_ADMONITION = re.compile(r"\s*[!?]{3}\+?[ \t]+(?:quote|cite)\b")
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^[^\[\]\s]+\]:[ \t]*", re.MULTILINE)


class _Context(NamedTuple):
    """The kind and level that a block has from the lists and quotations around it, and their numbers."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: int = 0
    quotes: int = 0


class _BlockReader:
    """Reads the blocks of one document."""

    def __init__(self, text: str, front_matter: Span | None, overwrite: Callable[[str], Overwritten]) -> None:
        start = front_matter.end if front_matter is not None else 0
        # The text that is searched for Markdown. It is as long as the source: front matter is overwritten
        # and not cut off, so that offsets count in the file.
        relative = overwrite(blanked(text, start))
        admonitions = overwrite_admonitions(relative.text)
        shortcodes = overwrite_shortcodes(admonitions.text)
        self.shadow, masks = find_templates(shortcodes.text)
        masks += [*relative.masks, *admonitions.masks, *shortcodes.masks]
        self.builder = Builder(text, outermost(masks))
        self.builder.quotations += enclosed_quotations(text)
        self._admonitions = admonitions.admonitions
        self.html = HtmlReader(self.builder, self.shadow, in_markdown=True)
        self.root = block_parser().parse(_structure(self.shadow)).root_node
        self.inline = InlineReader(self.builder, self.html, self._labels())
        self._after_footnote = False

    def read(self) -> None:
        """Read the whole document."""
        stack: list[tuple[Node | JoinedText, _Context]] = [(self.root, _Context())]
        while stack:
            node, context = stack.pop()
            if isinstance(node, JoinedText):
                self._open(context.kind, context.level)
                self.inline.read(node, 0, len(node.text))
                self.builder.close_block()
            elif node.type == "ERROR":
                stack.extend((part, context) for part in reversed(self._recovered(node)))
            else:
                inner = self._block(node, context)
                if inner is not None:
                    stack.extend((child, inner) for child in reversed(node.named_children))

    def _labels(self) -> set[str]:
        """The link labels that the document defines. The grammar takes some footnotes for definitions."""
        labels: set[str] = set()
        stack = [self.root] if "]:" in self.shadow else []
        while stack:
            node = stack.pop()
            if node.type == "link_reference_definition":
                label = _LABEL.match(self.shadow, node.start_byte, node.end_byte)
                if label is not None and not label.group(1).startswith("^"):
                    labels.add(normal_label(label.group(1)))
            elif node.type in _CONTAINERS:
                stack.extend(node.named_children)
        return labels

    def _block(self, node: Node, context: _Context) -> _Context | None:
        """Read one block. Returns the context for the blocks inside it if it is a container, else None."""
        kind = node.type
        if kind in _PLAIN_CONTAINERS:
            return context
        if kind == "block_quote":
            quotes = context.quotes + 1
            self.builder.quotations.append(Span(node.start_byte, node.end_byte))
            return _Context(BlockKind.BLOCKQUOTE, quotes, context.lists, quotes)
        if kind == "list" and self._is_admonition(node):
            if _QUOTE_ADMONITION.match(self.builder.source, node.start_byte, node.end_byte):
                self.builder.quotations.append(Span(node.start_byte, node.end_byte))
            return context
        if kind == "list":
            lists = context.lists + 1
            return _Context(BlockKind.LIST_ITEM, lists, lists, context.quotes)
        if kind == "paragraph":
            self._paragraph(node, context)
        elif kind in {"atx_heading", "setext_heading"}:
            self._heading(node)
        elif kind in {"pipe_table_header", "pipe_table_row"}:
            self._row(node)
        elif kind == "html_block":
            self._html(node, context)
        elif kind == "link_reference_definition":
            self._definition(node)
        elif kind == "indented_code_block" and self._after_footnote:
            self._footnote_continuation(node)
        return None

    def _is_admonition(self, node: Node) -> bool:
        """Whether a list stands for admonitions."""
        start = node.start_byte
        while self.shadow.startswith(" ", start):
            start += 1
        return start in self._admonitions

    def _recovered(self, node: Node) -> list[Node | JoinedText]:
        """The parts of what the grammar could not read: the blocks in it, and the text between them."""
        parts: list[Node | JoinedText] = []
        at = node.start_byte
        for child in node.named_children:
            if child.type in _INLINE_NODES:
                continue
            parts += self._text_between(at, child.start_byte)
            parts.append(child)
            at = child.end_byte
        return parts + self._text_between(at, node.end_byte)

    def _text_between(self, start: int, end: int) -> list[JoinedText]:
        if not any(char.isalnum() for char in self.shadow[start:end]):
            return []
        return [JoinedText.join(self.shadow, [(start, end)])]

    def _text(self, node: Node) -> JoinedText:
        """The text of an inline node, without the quotation marks or indents that begin its lines."""
        at = node.start_byte
        ranges: list[tuple[int, int]] = []
        for child in node.named_children:
            if child.type == "block_continuation":
                if child.start_byte > at:
                    ranges.append((at, child.start_byte))
                at = max(at, child.end_byte)
        if node.end_byte > at:
            ranges.append((at, node.end_byte))
        return JoinedText.join(self.shadow, ranges)

    def _paragraph(self, node: Node, context: _Context) -> None:
        """Read a paragraph, and the footnotes that the grammar takes for its further lines."""
        for child in node.named_children:
            if child.type == "inline":
                text = self._text(child)
                footnotes = list(_FOOTNOTE.finditer(text.text))
                ends = [*(footnote.start() for footnote in footnotes), len(text.text)]
                self._after_footnote = bool(footnotes)
                self._open(context.kind, context.level)
                self.inline.read(text, 0, ends[0])
                for footnote, end in zip(footnotes, ends[1:], strict=True):
                    self._open(BlockKind.FOOTNOTE, 0)
                    self._note_quotation(node, text.text[footnote.end() : end])
                    self.inline.read(text, footnote.end(), end)
        self.builder.close_block()

    def _open(self, kind: BlockKind, level: int) -> None:
        """Open a block, for its text and for the HTML inside it."""
        settled = kind is not BlockKind.PARAGRAPH
        self.html.page = Element("", 0, kind, level, settled=settled, skipped=False)
        self.builder.close_block()
        if not self.html.skipping:
            self.builder.open_block(kind, level, settled=settled)

    def _heading(self, node: Node) -> None:
        """Read a heading; one of the first level may be the headline."""
        level = 1
        inline = None
        for child in node.named_children:
            if child.type.startswith(("atx_h", "setext_h")):
                level = int(child.type.split("_h", 1)[1][0])
            elif child.type == "inline":
                inline = child
            elif child.type == "paragraph":
                inline = next((c for c in child.named_children if c.type == "inline"), None)
        if inline is not None:
            self._open(BlockKind.HEADLINE if level == 1 else BlockKind.CROSSHEAD, level)
            text = self._text(inline)
            closing = _CLOSING_MARKS.search(text.text) if node.type == "atx_heading" else None
            self.inline.read(text, 0, closing.start() if closing else len(text.text))
        self.builder.close_block()
        self._after_footnote = False

    def _row(self, node: Node) -> None:
        """Read the cells of a row of a table."""
        for child in node.named_children:
            if child.type == "pipe_table_cell":
                self._open(BlockKind.TABLE_CELL, 0)
                text = self._text(child)
                self.inline.read(text, 0, len(text.text))
        self.builder.close_block()

    def _html(self, node: Node, context: _Context) -> None:
        """Read a block of HTML. An element in it without prose reaches to its end tag in a later block."""
        self._open(context.kind, context.level)
        self.builder.close_block()
        at, end = node.start_byte, node.end_byte
        marks = [
            (child.start_byte, child.end_byte)
            for child in node.named_children
            if child.type == "block_continuation" and child.start_byte < child.end_byte
        ]
        comments = len(self.html.comments)
        self.html.read(at, end, marks)
        self.builder.close_block()
        if node.parent is not None and node.parent.type == "list_item" and node.next_named_sibling is None:
            before = node.prev_named_sibling
            if before is not None and before.type == "paragraph":
                ending = self.html.comments[comments:]
                self.html.comments[comments:] = [c._replace(after_words=True) for c in ending]
        name = self.html.elements.outermost_skipped
        if not name or f"</{name}" not in self.shadow[end:]:
            self.html.clear()

    def _definition(self, node: Node) -> None:
        """Read what the grammar takes for the definition of a link, if it is a footnote: ``[^1]: Ibid.``"""
        start, end = node.start_byte, node.end_byte
        match = _FOOTNOTE.match(self.shadow, start, end)
        self._after_footnote = match is not None
        if match is not None:
            self._open(BlockKind.FOOTNOTE, 0)
            text = JoinedText.join(self.shadow, [(match.end(), end)])
            self._note_quotation(node, text.text)
            self.inline.read(text, 0, len(text.text))
            self.builder.close_block()

    def _footnote_continuation(self, node: Node) -> None:
        """Read a further paragraph of a footnote: it is indented, and the grammar takes it for code."""
        at, end = node.start_byte, node.end_byte
        self._open(BlockKind.FOOTNOTE, 0)
        text = JoinedText.join(self.shadow, [(at, end)])
        self._note_quotation(node, text.text)
        self.inline.read(text, 0, len(text.text))
        self.builder.close_block()

    def _note_quotation(self, node: Node, footnote: str) -> None:
        """Note that a footnote is a block quotation, if it is one: the grammar does not read its marks."""
        if footnote.lstrip().startswith(">"):
            self.builder.quotations.append(Span(node.start_byte, node.end_byte))


def _structure(shadow: str) -> bytes:
    """
    Return the text for the block grammar: one byte for each code point, without entities and most escapes.

    If brackets at the start of a paragraph hold an entity or an escape, the grammar takes them for a label
    and loses the paragraph. An escape at the start of a line is kept: it prevents a heading or a list.
    """
    text = _INLINE_ESCAPE.sub(r"\1..", shadow)
    if text.startswith("---"):
        # The front matter has been overwritten already, so this is a thematic break.
        text = "***" + text[3:]
    elif text.startswith("+++"):
        text = "..." + text[3:]
    return text.replace("&", ".").replace("\0", ".").encode("ascii", "replace")


def parse_part(text: str) -> tuple[Markup, list[bool]]:
    """
    Parse a text that is a part of an article. It has no front matter.

    Its blocks have the kinds that the markup gives them. The list says which of these are settled: what kind
    the others are depends on the rest of the article.
    """
    newlines = NormalizedText(text)
    reader = _BlockReader(newlines.text, None, MarkdownParser().overwrite)
    reader.read()
    markup = reader.builder.finish(comments=reader.html.comments)
    return newlines.restored(markup), [block.settled for block in reader.builder.blocks]


class MarkdownParser:
    """Reads Markdown: CommonMark with tables, strikethrough, footnotes, front matter and HTML."""

    name = "markdown"
    suffixes = BUILT_IN["markdown"].suffixes

    def overwrite(self, text: str) -> Overwritten:
        """Return the text with what a relative of Markdown adds overwritten: here nothing."""
        return Overwritten(text, [])

    def parse(self, text: str) -> Markup:
        """Parse the text of a document."""
        newlines = NormalizedText(text)
        front_matter = find_front_matter(newlines.text)
        reader = _BlockReader(newlines.text, front_matter, self.overwrite)
        reader.read()
        titled = front_matter is not None and has_title(newlines.text, front_matter)
        markup = reader.builder.finish(
            partial(classify_blocks, titled=titled), reader.html.comments, front_matter
        )
        return newlines.restored(markup)
