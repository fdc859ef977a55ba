"""HTML elements: which begin a block, which hold no prose, and which give a block its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

from articlelint.model import BlockKind

VOID = frozenset(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
    """.split()
)
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav noscript
    ol optgroup option p pre search section select summary table tbody td template tfoot th thead title tr ul
    """.split()
)
CODE_ELEMENTS = frozenset({"code", "kbd", "samp", "tt", "var"})
PICTURES = frozenset(
    "audio canvas embed iframe img input math meter object picture progress svg video".split()
)
STRONG = frozenset({"b", "strong"})
ITALIC = frozenset({"cite", "em", "i"})
HEAD_CONTENT = frozenset({"base", "head", "link", "meta", "noscript", "script", "style", "template", "title"})
_NEED_NO_END = frozenset({"head", "optgroup", "option", "rp", "rt"})
_NOT_PROSE = (
    CODE_ELEMENTS
    | PICTURES
    | frozenset(
        """
        aside button datalist dialog head label legend listing menu nav noembed noframes noscript optgroup
        option output plaintext pre rp rt script search select style template textarea title xmp
        """.split()
    )
)
# A form is prose except for its controls and labels, because the whole text of some pages is in a form.
# Asides and navigation are about other articles, and preformatted text is code.
NEED_END = _NOT_PROSE - _NEED_NO_END
"""Elements without prose that count only if they are closed; else the rest of the page would be lost."""
_NOT_PROSE_ROLES = frozenset(
    """
    alert alertdialog banner complementary contentinfo dialog doc-backlink doc-noteref menu menubar navigation
    search tablist toolbar
    """.split()
)
_FOOTNOTE_LINKS = frozenset(
    {"footnote-ref", "footnote-back", "footnote-backref", "footnote-reference", "reversefootnote"}
)

KINDS = {
    "h1": BlockKind.HEADLINE,
    "h2": BlockKind.CROSSHEAD,
    "h3": BlockKind.CROSSHEAD,
    "h4": BlockKind.CROSSHEAD,
    "h5": BlockKind.CROSSHEAD,
    "h6": BlockKind.CROSSHEAD,
    "blockquote": BlockKind.BLOCKQUOTE,
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
}

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLE_PARTS = frozenset({"table"})
ENDS = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "caption"}),
    "th": frozenset({"td", "th", "caption"}),
    "tr": frozenset({"tr", "caption"}),
    "tbody": frozenset({"thead", "tbody", "tfoot", "caption"}),
    "thead": frozenset({"caption"}),
    "tfoot": frozenset({"thead", "tbody", "caption"}),
    "option": frozenset({"option"}),
    **dict.fromkeys(_HEADINGS, _HEADINGS),
}
"""For each start tag, the open elements that it ends: HTML allows their end tags to be left out."""

TRANSPARENT_TO = {
    "p": frozenset({"button", "td", "th", "table", "li", "blockquote", "figcaption", "div", "body"}),
    "li": frozenset({"ul", "ol", "menu", "table"}),
    "dt": frozenset({"dl", "table"}),
    "dd": frozenset({"dl", "table"}),
    "option": frozenset({"select"}),
    **dict.fromkeys(("td", "th", "tr", "tbody", "thead", "tfoot"), _TABLE_PARTS),
    **dict.fromkeys(_HEADINGS, frozenset({"div", "section", "article", "td", "li", "table"})),
}
"""For each start tag, the elements beyond which it ends nothing."""

_CLASSES = {
    "headline": BlockKind.HEADLINE,
    "entry-title": BlockKind.HEADLINE,
    "standfirst": BlockKind.STANDFIRST,
    "dek": BlockKind.STANDFIRST,
    "deck": BlockKind.STANDFIRST,
    "subhead": BlockKind.STANDFIRST,
    "subheadline": BlockKind.STANDFIRST,
    "subtitle": BlockKind.STANDFIRST,
    "strapline": BlockKind.STANDFIRST,
    "byline": BlockKind.BYLINE,
    "author": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "pubdate": BlockKind.DATELINE,
    "timestamp": BlockKind.DATELINE,
    "published": BlockKind.DATELINE,
    "caption": BlockKind.CAPTION,
    "photo-caption": BlockKind.CAPTION,
    "image-caption": BlockKind.CAPTION,
    "wp-caption-text": BlockKind.CAPTION,
    "credit": BlockKind.CAPTION,
    "photo-credit": BlockKind.CAPTION,
    "image-credit": BlockKind.CAPTION,
    "pullquote": BlockKind.BLOCKQUOTE,
    "pull-quote": BlockKind.BLOCKQUOTE,
    "wp-block-verse": BlockKind.VERSE,
    "footnote": BlockKind.FOOTNOTE,
    "footnotes": BlockKind.FOOTNOTE,
    "endnotes": BlockKind.FOOTNOTE,
    "doc-footnote": BlockKind.FOOTNOTE,
    "doc-endnotes": BlockKind.FOOTNOTE,
}
_PROPERTIES = {
    "headline": BlockKind.HEADLINE,
    "alternativeHeadline": BlockKind.STANDFIRST,
    "author": BlockKind.BYLINE,
    "creator": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "datePublished": BlockKind.DATELINE,
    "dateModified": BlockKind.DATELINE,
    "caption": BlockKind.CAPTION,
}
_HINTED = frozenset({"p", "div", "section", "ol", "ul", "li", "address", "header", "h1", "h2", "h3", "h4"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BEM_BLOCK = re.compile(r"^(?:.*__|[a-z]-)")


def is_skipped(tag: str, attributes: Mapping[str, str | None], above: str) -> bool:
    """Whether the content of an element is not prose; ``above`` is the name of its parent."""
    if tag in _NOT_PROSE or "hidden" in attributes:
        return True
    role = attributes.get("role") or ""
    if role in _NOT_PROSE_ROLES or attributes.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(attributes.get("style") or ""):
        return True
    if tag in {"a", "sup"}:
        if not _FOOTNOTE_LINKS.isdisjoint((attributes.get("class") or "").split()):
            return True
        return above == "sup" and (attributes.get("href") or "").startswith("#")
    return False


def hint(tag: str, attributes: Mapping[str, str | None]) -> BlockKind | None:
    """Return the kind of block that the class, role or item property of an element names, if any."""
    if tag not in _HINTED or not attributes:
        return None
    found = _PROPERTIES.get(attributes.get("itemprop") or "")
    if found is not None:
        return found
    names = [*(attributes.get("class") or "").lower().split(), attributes.get("role") or ""]
    for name in names:
        kind = _CLASSES.get(_BEM_BLOCK.sub("", name.replace("_", "-") if "__" not in name else name))
        if kind is not None:
            return kind
    return None
