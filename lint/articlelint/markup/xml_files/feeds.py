"""Feeds: RSS 0.9 to 2.0 and Atom, in which each item is an article."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.xml_files.document import Document, Element
from articlelint.markup.xml_files.prose import Rules, add_element, add_html, new_article, xhtml_in
from articlelint.model import BlockKind

_TEXT = Rules({})


def matches(document: Document) -> bool:
    """Whether a document is a feed, or an entry of one."""
    return document.root.local in {"rss", "RDF", "feed", "entry"}


def articles(document: Document) -> Iterator[Assembly]:
    """Yield the items."""
    if document.root.local in {"feed", "entry"}:
        entries = [document.root] if document.root.local == "entry" else document.root.find_all("entry")
        for number, entry in enumerate(entries, 1):
            yield _entry(document, entry, f"entry-{number}")
    else:
        for number, item in enumerate(document.root.descendants("item"), 1):
            yield _item(document, item, f"item-{number}")


def _item(document: Document, item: Element, name: str) -> Assembly:
    """An item of RSS. Its texts are HTML, in a CDATA section or escaped."""
    article = new_article(name)
    children = {child.name: child for child in item.children}
    add_html(article, document, children.get("title"), BlockKind.HEADLINE)
    content = next((child for child in item.children if child.local == "encoded"), None)
    description = children.get("description")
    has_content = document.has_text(content)
    add_html(article, document, description, BlockKind.STANDFIRST if has_content else BlockKind.PARAGRAPH)
    add_html(article, document, content, BlockKind.PARAGRAPH)
    for media in item.descendants("content", "group"):
        for child in media.children:
            if child.local in {"description", "title"}:
                add_html(article, document, child, BlockKind.CAPTION)
    date = document.text(children.get("pubDate") or item.find("date"))
    if date:
        article.metadata["date"] = date
    return article


def _entry(document: Document, entry: Element, name: str) -> Assembly:
    """An entry of Atom."""
    article = new_article(name)
    _construct(article, document, entry.find("title"), BlockKind.HEADLINE)
    content = entry.find("content")
    has_content = document.has_text(content)
    kind = BlockKind.STANDFIRST if has_content else BlockKind.PARAGRAPH
    _construct(article, document, entry.find("summary"), kind)
    _construct(article, document, content, BlockKind.PARAGRAPH)
    date = document.text(entry.find("published") or entry.find("updated"))
    if date:
        article.metadata["date"] = date
    return article


def _construct(article: Assembly, document: Document, element: Element | None, kind: BlockKind) -> None:
    """Add a text of Atom: plain, escaped HTML, or XHTML."""
    if element is None or not document.has_text(element):
        return
    form = element.attribute("type")
    if form == "xhtml":
        article.html(xhtml_in(document, element), kind)
    elif form in {"html", "text/html"}:
        add_html(article, document, element, kind)
    else:
        add_element(article, document, element, _TEXT, kind)
