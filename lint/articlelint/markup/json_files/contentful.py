"""Contentful: entries with rich text, https://www.contentful.com/developers/docs/concepts/rich-text/."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import (
    HEADLINES,
    STANDFIRSTS,
    Inline,
    add_block,
    add_inline,
    items,
    note,
    string,
    table,
    text,
    words,
)
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import JsonString, Value
from articlelint.model import BlockKind

_LISTS = frozenset({"ordered-list", "unordered-list"})
_GROUPS = frozenset({"document", "table", "table-row", "table-cell", "table-header-cell"})


def matches(value: Value) -> bool:
    """Whether a value is an entry with rich text, or an export or an answer with such entries."""
    if not table(value, "sys"):
        return any(map(matches, _entries(value)))
    return any(_is_text(found) for found in _fields(value).values())


def articles(value: Value) -> Iterator[Assembly]:
    """Yield the entries that have rich text."""
    for entry in (value, *_entries(value)):
        if table(entry, "sys") and matches(entry):
            yield _entry(entry)


def _entries(value: Value) -> list[Value]:
    return [*items(value, "entries"), *items(value, "items")]


def _fields(entry: Value) -> dict[str, Value]:
    """The fields of an entry; of one in several languages, those in English or else in the first."""
    return {name: _localized(value) for name, value in table(entry, "fields").items()}


def _localized(value: Value) -> Value:
    languages = table(value)
    if not languages or "nodeType" in languages or "sys" in languages:
        return value
    english = next((key for key in languages if key.lower().startswith("en")), next(iter(languages)))
    return languages[english]


def _is_text(value: Value) -> bool:
    return text(value, "nodeType") == "document"


def _entry(entry: Value) -> Assembly:
    article = new_article(text(entry, "sys", "id"))
    fields = _fields(entry)
    _first(article, fields, HEADLINES, BlockKind.HEADLINE)
    _first(article, fields, STANDFIRSTS, BlockKind.STANDFIRST)
    for found in fields.values():
        if _is_text(found):
            _node(article, found, BlockKind.PARAGRAPH, 0)
    note(article, "date", text(entry, "sys", "publishedAt") or text(entry, "sys", "updatedAt"))
    return article


def _first(article: Assembly, fields: dict[str, Value], names: tuple[str, ...], kind: BlockKind) -> None:
    found = next((fields[name] for name in names if isinstance(fields.get(name), JsonString)), None)
    if isinstance(found, JsonString) and found.text.strip():
        add_block(article, found, kind)


def _node(article: Assembly, node: Value, kind: BlockKind, level: int) -> None:
    """Add a block of rich text, or the blocks in it; ``kind`` is that of the blocks around it."""
    of = text(node, "nodeType")
    inner = items(node, "content")
    if of == "paragraph":
        add_inline(article, kind, _inline(node), level)
    elif of.startswith("heading-"):
        add_inline(article, BlockKind.HEADLINE if of == "heading-1" else BlockKind.CROSSHEAD, _inline(node))
    elif of == "blockquote":
        for each in inner:
            _node(article, each, BlockKind.BLOCKQUOTE, level + 1)
    elif of in _LISTS:
        depth = level + 1 if kind is BlockKind.LIST_ITEM else 1
        for each in (each for item in inner for each in items(item, "content")):
            _node(article, each, BlockKind.LIST_ITEM, depth)
    elif of in _GROUPS:
        is_cell = of.endswith("cell")
        for each in inner:
            _node(article, each, BlockKind.TABLE_CELL if is_cell else kind, level)


def _inline(node: Value) -> Iterator[Inline]:
    """The words of a block, those of its links too."""
    for each in items(node, "content"):
        found = words(each, "value")
        if text(each, "nodeType") == "text" and found is not None:
            marks = {text(mark, "type") for mark in items(each, "marks")}
            yield Inline(found, bold="bold" in marks, italic="italic" in marks, code="code" in marks)
        elif string(each, "nodeType") is not None:
            yield from _inline(each)
