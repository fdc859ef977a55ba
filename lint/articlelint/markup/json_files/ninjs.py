"""News agencies: ninjs 1, 2 and 3 of the IPTC, https://iptc.org/standards/ninjs/."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import add_block, add_html, items, note, string, table, text
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import JsonString, Value
from articlelint.model import BlockKind

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_DATES = frozenset({"versioncreated", "firstcreated", "pubstatus", "contentcreated", "mimetype", "standard"})
_PICTURES = frozenset({"picture", "graphic", "video", "audio"})


def matches(value: Value) -> bool:
    """Whether a value is an item, or a list of items."""
    found = table(value)
    if string(found, "uri") is None:
        return any(matches(item) for item in items(found, "items")[:1])
    keys = {key.lower() for key in found}
    has_text = any(key.startswith(("headline", "body", "bodies", "description")) for key in keys)
    return has_text and not _DATES.isdisjoint(keys)


def articles(value: Value) -> Iterator[Assembly]:
    """Yield the items of a document that are text, and the texts that are associated with them."""
    for item in items(value, "items"):
        yield from articles(item)
    if string(value, "uri") is not None:
        yield _item(value)
        for associated in _associations(value):
            if _kind(associated) == "text":
                yield _item(associated)


def _kind(item: Value) -> str:
    return text(item, "type") or "text"


def _associations(item: Value) -> list[Value]:
    """The associated items: by name in ninjs 1, a list in later versions."""
    return [*table(item, "associations").values(), *items(item, "associations")]


def _item(item: Value) -> Assembly:
    article = new_article(text(item, "uri"))
    fields = table(item)
    _add(article, fields, "headline", "headlines", BlockKind.HEADLINE)
    _add(article, fields, "description", "descriptions", BlockKind.STANDFIRST)
    add_block(article, string(fields, "byline"), BlockKind.BYLINE)
    _add(article, fields, "body", "bodies", BlockKind.PARAGRAPH)
    for associated in _associations(item):
        if _kind(associated) in _PICTURES:
            _add(article, table(associated), "headline", "headlines", BlockKind.CAPTION)
            _add(article, table(associated), "description", "descriptions", BlockKind.CAPTION)
    note(article, "date", _any_case(fields, "versioncreated"))
    note(article, "status", _any_case(fields, "pubstatus"))
    note(article, "embargo", _any_case(fields, "embargoed"))
    note(article, "language", text(fields, "language"))
    return article


def _any_case(fields: dict[str, Value], key: str) -> str:
    """The text under a key, which ninjs 3 writes with inner capitals."""
    return next((text(fields, each) for each in fields if each.lower() == key), "")


def _add(article: Assembly, fields: dict[str, Value], one: str, several: str, kind: BlockKind) -> None:
    """Add the headline, description or body of an item, which may be given in several forms."""
    found, is_html = _later(fields, several) if several in fields else _first(fields, one)
    if found is None:
        return
    if is_html:
        add_html(article, found, kind)
    elif kind is BlockKind.PARAGRAPH:
        article.paragraphs(found.part())
    else:
        add_block(article, found, kind)


def _first(fields: dict[str, Value], key: str) -> tuple[JsonString | None, bool]:
    """The text of ninjs 1, and whether it is HTML: ``body_xhtml`` comes before ``body_text``."""
    forms = [name for name in fields if name == key or name.startswith(f"{key}_")]
    for form in sorted(forms, key=lambda form: not form.endswith("html")):
        found = string(fields, form)
        if found is not None:
            return found, form.endswith("html")
    return None, False


def _later(fields: dict[str, Value], key: str) -> tuple[JsonString | None, bool]:
    """The text of ninjs 2 and 3, and whether it is HTML: the main one, as HTML if it is given so."""

    def rank(each: Value) -> tuple[bool, bool]:
        return text(each, "role").lower() not in {"", "main"}, not _is_html(each)

    for each in sorted(items(fields, key), key=rank):
        found = string(each, "value")
        if found is not None:
            return found, _is_html(each)
    return None, False


def _is_html(form: Value) -> bool:
    return (text(form, "contenttype") or text(form, "contentType")).lower() in _HTML
