"""Sanity: documents with Portable Text, https://www.portabletext.org/."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import (
    HEADLINES,
    STANDFIRSTS,
    Inline,
    add_block,
    add_inline,
    at,
    first_string,
    items,
    note,
    string,
    table,
    text,
    texts,
    words,
)
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import Value
from articlelint.model import BlockKind


def matches(value: Value) -> bool:
    """Whether a value is a document with Portable Text, or the answer to a query for such documents."""
    if string(value, "_type") is None:
        return any(map(matches, [*items(value, "result")[:1], *items(value, "documents")[:1]]))
    return any(_is_text(each) for each in table(value).values())


def _is_text(value: Value) -> bool:
    return isinstance(value, list) and any(text(each, "_type") == "block" for each in value)


def articles(value: Value) -> Iterator[Assembly]:
    """Yield the documents that have Portable Text."""
    for each in (*items(value, "result"), *items(value, "documents")):
        if matches(each):
            yield _document(each)
    if string(value, "_type") is not None:
        yield _document(value)


def _document(document: Value) -> Assembly:
    article = new_article(text(document, "slug", "current") or text(document, "_id"))
    add_block(article, first_string(document, HEADLINES), BlockKind.HEADLINE)
    add_block(article, first_string(document, STANDFIRSTS), BlockKind.STANDFIRST)
    for each in table(document).values():
        if _is_text(each):
            for block in items(each):
                _block(article, block)
    note(article, "date", text(document, "publishedAt") or text(document, "_updatedAt"))
    note(article, "language", text(document, "language") or text(document, "__i18n_lang"))
    if text(document, "_id").startswith("drafts."):
        note(article, "status", "draft")
    return article


def _block(article: Assembly, block: Value) -> None:
    """Add a block of text. Of anything else, what is said about a picture is prose."""
    if text(block, "_type") != "block":
        add_block(article, string(block, "caption"), BlockKind.CAPTION)
        add_block(article, string(block, "alt"), BlockKind.ALT_TEXT)
        return
    style = text(block, "style")
    level = at(block, "level")
    if string(block, "listItem") is not None:
        depth = level if isinstance(level, int) else 1
        add_inline(article, BlockKind.LIST_ITEM, _spans(block), depth)
    elif style == "blockquote":
        add_inline(article, BlockKind.BLOCKQUOTE, _spans(block), 1)
    elif len(style) == 2 and style[0] == "h" and style[1].isdigit():  # noqa: PLR2004 - h1 to h6
        kind = BlockKind.HEADLINE if style == "h1" else BlockKind.CROSSHEAD
        add_inline(article, kind, _spans(block), int(style[1]))
    else:
        add_inline(article, BlockKind.PARAGRAPH, _spans(block))


def _spans(block: Value) -> Iterator[Inline]:
    for span in items(block, "children"):
        found = words(span, "text")
        if found is not None:
            marks = texts(span, "marks")
            yield Inline(found, bold="strong" in marks, italic="em" in marks, code="code" in marks)
