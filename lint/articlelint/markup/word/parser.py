"""Reads Word documents: from paragraphs to the blocks of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import partial

from articlelint.errors import ReadError
from articlelint.markup.base import Article, Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.markup.word.source import DocxSource
from articlelint.markup.word.story import Paragraph
from articlelint.model import BlockKind, Location, PlaceKind, Span
from articlelint.source import Source


class DocxParser:
    """Reads .docx files."""

    name = "docx"
    suffixes = (".docx", ".docm")

    def decode(self, path: str, data: bytes) -> DocxSource:
        """Read the package. Raises ReadError for a file that is no Word document."""
        return DocxSource.decode(path, data)

    def articles(self, source: Source) -> list[Article]:
        """Return the one article of a document."""
        if not isinstance(source, DocxSource):
            raise ReadError(f"{source.path}: not read: a Word document is no text")
        paragraphs = source.story.paragraphs
        markup = read_paragraphs(source.text, paragraphs)
        where = partial(locate, paragraphs)
        return [Article(source.text, markup, locate=where, escape=partial(_written, source))]


def read_paragraphs(text: str, paragraphs: Iterable[Paragraph]) -> Markup:
    """Return the markup of a text that has these paragraphs, one in each line."""
    builder = Builder(text)
    for paragraph in paragraphs:
        _add(builder, text, paragraph)
    return builder.finish(classify_blocks)


def _add(builder: Builder, text: str, paragraph: Paragraph) -> None:
    """Add a paragraph as a block."""
    kind = paragraph.kind
    builder.open_block(kind, paragraph.level, settled=kind is not BlockKind.PARAGRAPH)
    for piece in paragraph.pieces:
        builder.bold, builder.italic = int(piece.bold), int(piece.italic)
        shown = text[piece.start : piece.end]
        if not piece.sign:
            builder.text(piece.start, piece.end)
        elif shown == "\N{LINE SEPARATOR}":
            builder.line_break(piece.start, piece.end)
        elif shown == "\t":
            builder.space(piece.start, piece.end)
        elif shown == "\N{OBJECT REPLACEMENT CHARACTER}":
            builder.code(piece.start, piece.end)
        else:
            builder.text(piece.start, piece.end)
    builder.bold = builder.italic = 0
    builder.close_block()
    if kind is BlockKind.BLOCKQUOTE and paragraph.end > paragraph.start:
        builder.quotations.append(Span(paragraph.start, paragraph.end))


def locate(paragraphs: Sequence[Paragraph], offset: int) -> Location:
    """Return where an offset into the text is."""
    number = max(bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1, 0)
    if not paragraphs:
        return Location(PlaceKind.PARAGRAPH, "1", 1)
    paragraph = paragraphs[number]
    character = offset - paragraph.start + 1
    if paragraph.picture:
        return Location(PlaceKind.PICTURE, str(paragraph.picture), character)
    if paragraph.note:
        return Location(PlaceKind.FOOTNOTE, str(paragraph.note), character)
    return Location(PlaceKind.PARAGRAPH, str(paragraph.number), character)


def _written(source: DocxSource, text: str, span: Span) -> str | None:
    """A text of a fix; None if it reaches over two runs, or would make two paragraphs."""
    return text if source.piece(span) is not None and text.isprintable() else None
