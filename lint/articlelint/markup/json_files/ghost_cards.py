"""The cards of Ghost's editors: what of each is prose, of which kind, and what it is written in."""

from __future__ import annotations

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.fields import add_block, add_html, items, string
from articlelint.markup.json_files.values import Value
from articlelint.model import BlockKind

_CAPTION = (("caption", BlockKind.CAPTION),)
_HTML = (("html", BlockKind.PARAGRAPH),)
_HEADER = (("header", BlockKind.CROSSHEAD), ("subheader", BlockKind.PARAGRAPH))
_CARDS = {
    **dict.fromkeys(("html", "email", "email-cta"), _HTML),
    # The title and the description of a bookmark are those of another page.
    **dict.fromkeys(("image", "gallery", "video", "embed", "bookmark", "code", "codeblock"), _CAPTION),
    "callout": (("calloutText", BlockKind.PARAGRAPH),),
    "toggle": (("heading", BlockKind.CROSSHEAD), ("content", BlockKind.PARAGRAPH)),
    "header": _HEADER,
    "signup": (*_HEADER, ("disclaimer", BlockKind.PARAGRAPH)),
    "call-to-action": (("textValue", BlockKind.PARAGRAPH),),
    "product": (("productTitle", BlockKind.CROSSHEAD), ("productDescription", BlockKind.PARAGRAPH)),
    "audio": (("title", BlockKind.CAPTION),),
    "file": (("fileTitle", BlockKind.CAPTION), ("fileCaption", BlockKind.CAPTION)),
}
"""What of a card is HTML, and of which kind."""
_MARKDOWN = frozenset({"markdown", "card-markdown"})


def add_card(article: Assembly, name: str, card: Value) -> None:
    """Add what is prose in a card; of one that is not known, its HTML and its caption."""
    if name in _MARKDOWN:
        found = string(card, "markdown")
        if found is not None:
            article.markdown(found.part())
        return
    for key, kind in _CARDS.get(name, (*_HTML, *_CAPTION)):
        add_html(article, string(card, key), kind)
    for picture in (card, *items(card, "images")):
        if string(picture, "src") is not None:
            add_block(article, string(picture, "alt"), BlockKind.ALT_TEXT)
