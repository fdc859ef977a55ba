"""Lexical, the documents of Ghost's editor: https://lexical.dev/."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import Inline, add_inline, at, items, string, text, words
from articlelint.markup.json_files.ghost_cards import add_card
from articlelint.markup.json_files.values import Value
from articlelint.model import BlockKind

_BOLD, _ITALIC, _CODE = 1, 2, 16
"""The bits of a text's format."""
_QUOTES = frozenset({"quote", "extended-quote", "aside"})
_HEADINGS = frozenset({"heading", "extended-heading"})


def add(article: Assembly, document: Value) -> None:
    """Add the blocks of a document."""
    for node in items(document, "root", "children"):
        _node(article, node)


def _node(article: Assembly, node: Value) -> None:
    kind = text(node, "type")
    if kind in {"paragraph", "extended-paragraph"}:
        add_inline(article, BlockKind.PARAGRAPH, _inline(node))
    elif kind in _HEADINGS:
        is_top = text(node, "tag") == "h1"
        add_inline(article, BlockKind.HEADLINE if is_top else BlockKind.CROSSHEAD, _inline(node))
    elif kind in _QUOTES:
        add_inline(article, BlockKind.BLOCKQUOTE, _inline(node), 1)
    elif kind == "list":
        _list(article, node, 1)
    else:
        add_card(article, kind, node)


def _list(article: Assembly, node: Value, depth: int) -> None:
    for item in items(node, "children"):
        add_inline(article, BlockKind.LIST_ITEM, _inline(item), depth)
        for inner in items(item, "children"):
            if text(inner, "type") == "list":
                _list(article, inner, depth + 1)


def _inline(node: Value) -> Iterator[Inline]:
    """The words of a block, those of its links too. A line break has no text and parts two words."""
    for each in items(node, "children"):
        kind = text(each, "type")
        found = words(each, "text")
        if found is not None:
            marks = at(each, "format")
            bits = marks if isinstance(marks, int) else 0
            yield Inline(found, bool(bits & _BOLD), bool(bits & _ITALIC), bool(bits & _CODE))
        elif kind == "linebreak":
            found = string(each, "type")
            if found is not None:
                yield Inline(found, breaks=True)
        elif kind != "list":
            yield from _inline(each)
