"""Mobiledoc, the documents of Ghost's earlier editor: https://github.com/bustle/mobiledoc-kit."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import Inline, add_inline, items
from articlelint.markup.json_files.ghost_cards import add_card
from articlelint.markup.json_files.values import JsonString, Value
from articlelint.model import BlockKind

_MARKUP_SECTION, _LIST_SECTION, _CARD_SECTION = 1, 3, 10
_TEXT = 0
_TAGS = {
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.CROSSHEAD),
    **dict.fromkeys(("blockquote", "aside", "pull-quote"), BlockKind.BLOCKQUOTE),
}
_BOLD, _ITALIC, _CODE = frozenset({"strong", "b"}), frozenset({"em", "i"}), frozenset({"code"})


def add(article: Assembly, document: Value) -> None:
    """Add the sections of a document."""
    markups = [text_of(each, 0) for each in items(document, "markups")]
    cards = items(document, "cards")
    for section in items(document, "sections"):
        kind = element(section, 0)
        if kind == _MARKUP_SECTION:
            block = _TAGS.get(text_of(section, 1).lower(), BlockKind.PARAGRAPH)
            add_inline(article, block, _inline(element(section, 2), markups))
        elif kind == _LIST_SECTION:
            for item in items(element(section, 2)):
                add_inline(article, BlockKind.LIST_ITEM, _inline(item, markups), 1)
        elif kind == _CARD_SECTION:
            card = element(cards, element(section, 1))
            add_card(article, text_of(card, 0), element(card, 1))


def element(value: Value, index: Value) -> Value:
    """Return the element of a list; None if there is none."""
    if not isinstance(index, int) or not isinstance(value, list) or not 0 <= index < len(value):
        return None
    return value[index]


def text_of(value: Value, index: int) -> str:
    """Return the text of the string that is an element of a list; "" if it is none."""
    found = element(value, index)
    return found.text if isinstance(found, JsonString) else ""


def _inline(markers: Value, markups: list[str]) -> Iterator[Inline]:
    """The words of the markers of a section. Each opens some of the markups, and closes so many."""
    open_tags: list[str] = []
    for marker in items(markers):
        opened = [number for number in items(element(marker, 1)) if isinstance(number, int)]
        open_tags += [markups[number] for number in opened if 0 <= number < len(markups)]
        found = element(marker, 3)
        if element(marker, 0) == _TEXT and isinstance(found, JsonString) and found.text:
            tags = frozenset(open_tags)
            yield Inline(found, bool(tags & _BOLD), bool(tags & _ITALIC), bool(tags & _CODE))
        closed = element(marker, 2)
        if isinstance(closed, int) and closed > 0:
            del open_tags[-closed:]
