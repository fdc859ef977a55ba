"""Ghost: exports, and answers of its interfaces, with posts in HTML, Lexical or Mobiledoc."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files import lexical, mobiledoc
from articlelint.markup.json_files.fields import add_block, add_html, at, items, note, string, table, text
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import JsonString, Value, string_in
from articlelint.model import BlockKind

_BODIES = ("lexical", "mobiledoc", "html")


def matches(value: Value) -> bool:
    """Whether a value is an export, or an answer with posts."""
    return any(
        any(body in table(post) for body in _BODIES) and "title" in table(post)
        for data in _data(value)
        for post in _posts(data)[:1]
    )


def articles(value: Value) -> Iterator[Assembly]:
    """Yield the posts and pages."""
    for data in _data(value):
        more = {text(meta, "post_id"): meta for meta in items(data, "posts_meta")}
        for post in _posts(data):
            yield _post(post, more.get(text(post, "id")))


def _data(value: Value) -> list[Value]:
    """The tables of an export, which stand under ``db`` and ``data``; those of an answer stand alone."""
    exports = [at(export, "data") for export in items(value, "db")]
    return [*exports, at(value, "data"), value]


def _posts(data: Value) -> list[Value]:
    return [*items(data, "posts"), *items(data, "pages")]


def _post(post: Value, more: Value) -> Assembly:
    article = new_article(text(post, "slug") or text(post, "id"))
    add_block(article, string(post, "title"), BlockKind.HEADLINE)
    add_block(article, string(post, "custom_excerpt"), BlockKind.STANDFIRST)
    for about in (post, more):
        add_html(article, string(about, "feature_image_caption"), BlockKind.CAPTION)
        add_block(article, string(about, "feature_image_alt"), BlockKind.ALT_TEXT)
    _body(article, post)
    note(article, "date", text(post, "published_at"))
    note(article, "status", text(post, "status"))
    note(article, "language", text(post, "locale"))
    return article


def _body(article: Assembly, post: Value) -> None:
    """Add the body of a post: what its editor keeps, or else the HTML that was made of it."""
    kept = string(post, "lexical")
    if kept is not None:
        lexical.add(article, _document(kept))
        return
    kept = string(post, "mobiledoc")
    if kept is not None:
        mobiledoc.add(article, _document(kept))
        return
    add_html(article, string(post, "html"))


def _document(holder: JsonString) -> Value:
    return next(string_in(holder), None)
