"""WordPress: posts as its REST interface returns them, ``/wp-json/wp/v2/posts?context=edit``."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import add_block, add_html, at, items, note, string, table, text
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import JsonString, Value
from articlelint.markup.wordpress import read_content
from articlelint.model import BlockKind

_FORMS = ("raw", "rendered")
"""The forms of a text: as it is kept, which ``context=edit`` returns, and as the page shows it."""
_CUT = "[&hellip;]"
"""Stands at the end of an excerpt that WordPress has cut from the content."""


def matches(value: Value) -> bool:
    """Whether a value is a post, a page or an attached file."""
    found = table(value)
    has_text = any(table(found, name).keys() & set(_FORMS) for name in ("content", "caption"))
    return has_text and "id" in found and bool(table(found, "title").keys() & set(_FORMS))


def articles(value: Value) -> Iterator[Assembly]:
    """Yield the post."""
    number = at(value, "id")
    kind = text(value, "type") or "post"
    article = new_article(f"{kind}-{number:.0f}" if isinstance(number, int | float) else "")
    if "caption" in table(value):
        _media(article, value)
        add_html(article, _first(value, "description"))
    else:
        add_html(article, _first(value, "title"), BlockKind.HEADLINE)
        _excerpt(article, value)
        for media in items(value, "_embedded", "wp:featuredmedia"):
            _media(article, media)
        _content(article, value)
    note(article, "status", text(value, "status"))
    note(article, "date", text(value, "date"))
    for author in items(value, "_embedded", "author")[:1]:
        note(article, "author", text(author, "name"))
    if article:
        yield article


def _first(value: Value, key: str) -> JsonString | None:
    """The text of a field, as it is kept if it is given so."""
    return next((found for form in _FORMS if (found := string(value, key, form)) is not None), None)


def _excerpt(article: Assembly, value: Value) -> None:
    """Add the excerpt, unless it is what the page shows if there is none: the beginning of the content."""
    found = _first(value, "excerpt")
    if found is None:
        return
    if string(value, "excerpt", "raw") is None:
        shown = found.text.strip()
        if "raw" in table(value, "excerpt") or _CUT in shown or shown in text(value, "content", "rendered"):
            return
    add_html(article, found, BlockKind.STANDFIRST)


def _content(article: Assembly, value: Value) -> None:
    kept = string(value, "content", "raw")
    if kept is None:
        add_html(article, string(value, "content", "rendered"))
        return
    content = read_content(kept.text)
    article.html(kept.part(), page=content.page, breaks=content.breaks)


def _media(article: Assembly, media: Value) -> None:
    """Add what is said about a picture."""
    add_html(article, _first(media, "caption"), BlockKind.CAPTION)
    add_block(article, string(media, "alt_text"), BlockKind.ALT_TEXT)
