"""NewsML-G2 of the IPTC, https://iptc.org/standards/newsml-g2/: items of news, alone or in a message."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import NO_END, Assembly
from articlelint.markup.xml_files import nitf
from articlelint.markup.xml_files.document import Document, Element
from articlelint.markup.xml_files.prose import Rules, add_element, add_html, html_in, new_article, xhtml_in
from articlelint.model import BlockKind

_TEXT = Rules({}, breaks=frozenset({"br"}))
_ITEMS = ("newsItem",)


def matches(document: Document) -> bool:
    """Whether a document is of this schema."""
    return document.root.local in {"newsItem", "newsMessage"}


def articles(document: Document) -> Iterator[Assembly]:
    """Yield the items that have a headline or a text."""
    items = [document.root] if document.root.local in _ITEMS else list(document.root.descendants(*_ITEMS))
    for item in items:
        article = new_article(item.attribute("guid"))
        _add(article, document, item)
        if article:
            yield article


def _add(article: Assembly, document: Document, item: Element) -> None:
    content = item.find("contentSet")
    inner = next(content.descendants("nitf"), None) if content is not None else None
    if inner is not None:
        nitf.add(article, document, inner)
    meta = item.find("contentMeta")
    # An item whose content is NITF has its headline and byline there.
    if meta is not None and inner is None:
        _meta(article, document, meta)
    if content is not None and inner is None:
        _content(article, document, content)
    _metadata(article, document, item)


def _meta(article: Assembly, document: Document, meta: Element) -> None:
    """Add the first headline, and what else of the metadata is printed."""
    for local, kind in (
        ("headline", BlockKind.HEADLINE),
        ("description", BlockKind.STANDFIRST),
        ("by", BlockKind.BYLINE),
        ("dateline", BlockKind.DATELINE),
    ):
        add_element(article, document, meta.find(local), _TEXT, kind)


def _content(article: Assembly, document: Document, content: Element) -> None:
    """Add the content: XHTML, HTML or plain text, the first form that there is."""
    page = next(content.descendants("body"), None)
    if page is not None:
        article.html(xhtml_in(document, page))
        return
    for inline in content.descendants("inlineXML", "inlineData"):
        media = inline.attribute("contenttype")
        if inline.local == "inlineXML":
            article.html(xhtml_in(document, inline))
        elif "html" in media:
            add_html(article, document, inline, BlockKind.PARAGRAPH)
        elif media.startswith("text/") or not media:
            article.paragraphs(html_in(document, inline))
        else:
            continue
        return


def _metadata(article: Assembly, document: Document, item: Element) -> None:
    date = document.text(item.find("itemMeta", "versionCreated"))
    if date:
        article.metadata["date"] = date
    embargoed = item.find("itemMeta", "embargoed")
    if embargoed is not None:
        article.metadata["embargo"] = document.text(embargoed) or NO_END
    status = item.find("itemMeta", "pubStatus")
    if status is not None:
        article.metadata["status"] = status.attribute("qcode").rpartition(":")[2]
    language = item.find("contentMeta", "language")
    if language is not None and language.attribute("tag"):
        article.metadata["language"] = language.attribute("tag")
