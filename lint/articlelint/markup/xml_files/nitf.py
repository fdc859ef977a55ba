"""News Industry Text Format (NITF) of the IPTC, https://iptc.org/standards/nitf/."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.xml_files.document import Document, Element
from articlelint.markup.xml_files.prose import Rules, add_element, new_article
from articlelint.model import BlockKind

_HEAD = Rules(
    {
        "hedline": None,
        "hl1": BlockKind.HEADLINE,
        "hl2": BlockKind.STANDFIRST,
        "byline": BlockKind.BYLINE,
        "dateline": BlockKind.DATELINE,
        "abstract": BlockKind.STANDFIRST,
        "p": None,
        "note": BlockKind.PARAGRAPH,
        "rights": None,
    },
    skipped=frozenset({"rights", "distributor", "series"}),
)
RULES = Rules(
    {
        **dict.fromkeys(("block", "ol", "ul", "dl", "media", "nitf-table", "table", "tr", "col", "note")),
        **dict.fromkeys(("thead", "tbody", "tfoot", "hedline", "body.content", "body")),
        "p": None,
        "hl1": BlockKind.HEADLINE,
        "hl2": BlockKind.CROSSHEAD,
        "li": BlockKind.LIST_ITEM,
        "dt": BlockKind.LIST_ITEM,
        "dd": BlockKind.LIST_ITEM,
        "td": BlockKind.TABLE_CELL,
        "th": BlockKind.TABLE_CELL,
        "caption": BlockKind.CAPTION,
        "media-caption": BlockKind.CAPTION,
        "bq": BlockKind.BLOCKQUOTE,
        "credit": BlockKind.CAPTION,
        "fn": BlockKind.FOOTNOTE,
        "byline": BlockKind.BYLINE,
        "dateline": BlockKind.DATELINE,
        "hr": None,
        "tagline": BlockKind.PARAGRAPH,
    },
    skipped=frozenset(
        {"pre", "media-reference", "media-metadata", "media-object", "media-producer", "object"}
    ),
    bold=frozenset({"b", "strong"}),
    italic=frozenset({"i", "em"}),
    breaks=frozenset({"br"}),
)


def matches(document: Document) -> bool:
    """Whether a document is of this schema."""
    return document.root.local == "nitf"


def articles(document: Document) -> Iterator[Assembly]:
    """Yield the article of a document."""
    article = new_article()
    add(article, document, document.root)
    yield article


def add(article: Assembly, document: Document, nitf: Element) -> None:
    """Add the blocks and the metadata of a ``nitf`` element."""
    head = nitf.find("body", "body.head")
    add_element(article, document, head, _HEAD, BlockKind.PARAGRAPH)
    add_element(article, document, nitf.find("body", "body.content"), RULES, BlockKind.PARAGRAPH)
    add_element(article, document, nitf.find("body", "body.end"), RULES, BlockKind.PARAGRAPH)
    docdata = nitf.find("head", "docdata")
    if docdata is None:
        return
    for key, local, attribute in (
        ("date", "date.issue", "norm"),
        ("embargo", "date.release", "norm"),
    ):
        found = docdata.find(local)
        if found is not None and found.attribute(attribute):
            article.metadata[key] = found.attribute(attribute)
    status = docdata.attribute("management-status")
    if status:
        article.metadata["status"] = status
