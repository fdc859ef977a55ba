"""Arc XP: stories in the ANS schema, https://github.com/washingtonpost/ans-schema."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import NO_END, Assembly
from articlelint.markup.json_files.fields import add_block, add_html, items, note, string, table, text
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import Value
from articlelint.model import BlockKind

_HEADER_LEVEL = 2
_MEDIA = frozenset({"image", "video", "audio", "gallery", "graphic"})


def matches(value: Value) -> bool:
    """Whether a value is a story, or a list of search results."""
    found = table(value)
    kind = text(found, "type")
    return kind in {"story", "results", "collection"} and "content_elements" in found and "uri" not in found


def articles(value: Value) -> Iterator[Assembly]:
    """Yield the stories of a document."""
    if text(value, "type") == "story":
        yield _story(value)
        return
    for element in items(value, "content_elements"):
        if text(element, "type") == "story":
            yield _story(element)


def _story(story: Value) -> Assembly:
    article = new_article(text(story, "_id") or text(story, "slug"))
    add_block(article, string(story, "headlines", "basic"), BlockKind.HEADLINE)
    summary = string(story, "subheadlines", "basic") or string(story, "description", "basic")
    add_block(article, summary, BlockKind.STANDFIRST)
    for media in table(story, "promo_items").values():
        _media(article, media)
    for element in items(story, "content_elements"):
        _element(article, element)
    note(article, "date", text(story, "display_date") or text(story, "publish_date"))
    note(article, "status", text(story, "status") or text(story, "workflow", "status_code"))
    embargo = table(story, "content_restrictions", "embargo")
    if embargo.get("active") is True:
        note(article, "embargo", text(embargo, "end_time") or NO_END)
    note(article, "language", text(story, "language"))
    return article


def _element(article: Assembly, element: Value) -> None:
    """Add an element of the content. What holds no prose of the story, such as a tweet, adds nothing."""
    kind = text(element, "type")
    content = string(element, "content")
    if kind in {"text", "raw_html", "endorsement", "interstitial_link"}:
        add_html(article, content)
    elif kind == "header":
        level = table(element).get("level")
        is_top = level == 1
        add_html(article, content, BlockKind.HEADLINE if is_top else BlockKind.CROSSHEAD)
    elif kind == "list":
        _list(article, element)
    elif kind in {"quote", "blockquote"}:
        add_html(article, content, BlockKind.BLOCKQUOTE)
        for inner in items(element, "content_elements"):
            add_html(article, string(inner, "content"), BlockKind.BLOCKQUOTE)
        add_html(article, string(element, "citation", "content"), BlockKind.CAPTION)
    elif kind == "correction":
        add_html(article, string(element, "text"))
    elif kind == "table":
        for row in [items(element, "header"), *(_cells(row) for row in items(element, "rows"))]:
            for cell in row:
                add_html(article, string(cell, "content"), BlockKind.TABLE_CELL)
    elif kind == "link_list":
        add_html(article, string(element, "title"), BlockKind.CROSSHEAD)
        _list(article, element)
    elif kind in _MEDIA:
        _media(article, element)


def _cells(row: Value) -> list[Value]:
    return row if isinstance(row, list) else []


def _list(article: Assembly, element: Value) -> None:
    for item in items(element, "items"):
        if text(item, "type") == "list":
            _list(article, item)
        else:
            add_html(article, string(item, "content"), BlockKind.LIST_ITEM)


def _media(article: Assembly, media: Value) -> None:
    """Add what is said about a picture, and about those of a gallery."""
    if text(media, "type") not in _MEDIA:
        return
    add_html(article, string(media, "caption"), BlockKind.CAPTION)
    add_block(article, string(media, "alt_text"), BlockKind.ALT_TEXT)
    add_block(article, string(media, "headlines", "basic"), BlockKind.CAPTION)
    add_block(article, string(media, "description", "basic"), BlockKind.CAPTION)
    for inner in items(media, "content_elements"):
        _media(article, inner)
