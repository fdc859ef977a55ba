"""markup-residue: entities, tags, shortcodes and Markdown links that readers would see."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from html.entities import html5

import articlelint as al

_TAGS = (
    "p|br|hr|div|span|a|b|i|u|em|strong|small|sub|sup|h[1-6]|ul|ol|li|dl|dt|dd|img|figure|figcaption|iframe|"
    "blockquote|table|tbody|thead|tr|td|th|script|style|section|article|aside|header|footer|font|center"
)
_SHORTCODES = (
    "caption|gallery|embed|video|audio|playlist|youtube|twitter|tweet|vc_row|vc_column|vc_column_text|row"
)
_PATTERN = re.compile(
    r"&(?P<entity>(?:amp;)*(?:\#\d{2,6}|\#[xX][\dA-Fa-f]{2,6}|[A-Za-z][A-Za-z0-9]{1,9});)"
    rf"|<(?P<tag>/(?:{_TAGS})\s*>|(?:{_TAGS})(?:\s+[\w:-]+\s*=\s*[^<>]*)>|(?:br|hr)\s*/?>)"
    r"|<(?P<unknown>[a-z][\w-]{0,30}(?:\s+[\w:-]{1,30}\s*=\s*[\"'“”][^<>]*)>|/[a-z][\w-]{2,30}>)"
    rf"|\[(?P<shortcode>/(?:{_SHORTCODES})\]|(?:{_SHORTCODES})(?:\s+[\w-]+\s*=[^\]]*)\])"
    r"|\((?<=\]\()(?P<link>https?://[^\s()]+\))",
    re.IGNORECASE,
)
_SHOWN = 40
_LIKELY = 0.8
"""The confidence for a tag that HTML does not have: it may be a leftover of a system, or be written about."""


class MarkupResidue(al.Rule[al.NoOptions]):
    """
    Markup shows in the text.

    Text that passes through several systems may arrive with its markup visible: "&amp;amp;" for an
    ampersand, "&lt;/p&gt;", "[caption id=...]", a Markdown link in plain text. The rule reports what a
    reader would see, not the markup of the file itself.

    Tags that HTML does not have are warnings, since they may be what an article is about.

    A bare opening tag, as in "the <p> tag", is left alone, because articles about the web mention tags. So
    is everything in code.
    """

    meta = al.Meta(
        "markup-residue", "markup that shows in the text", since="0.1", warning_from=0.5, error_from=0.9
    )
    examples = (
        al.Flagged("Marks [[&amp;]] Spencer opened at nine.", fixed="Marks & Spencer opened at nine."),
        al.Flagged("The ferry[[&#8217;]]s captain", fixed="The ferry’s captain"),
        al.Flagged("The ferry sailed.[[</p>]]"),
        al.Flagged('The [[<a href="/ferry">]]ferry[[</a>]] sailed.'),
        al.Flagged('[[<tweet id="12">]]The ferry sailed.[[</tweet>]]', severity=al.Severity.WARNING),
        al.Flagged("The [ferry][[(https://ferry.example/tarn)]] sailed."),
        al.Clean("The R&D budget of AT&T; nothing else."),
        al.Clean("Marks &amp; Spencer opened at nine.", suffix=".md"),
        al.Clean("Put it between a <p> and the end of the paragraph."),
        al.Clean("If a < b and c > d, the ferry sails."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each entity, tag, shortcode and Markdown link in the text."""
        for match in _PATTERN.finditer(doc.text):
            span, found = al.Span(*match.span()), match.group()
            if match.lastgroup != "entity":
                message = f"“{_short(found)}” is markup that readers will see: take it out"
                confidence = _LIKELY if match.lastgroup == "unknown" else None
                yield self.finding(span, message, confidence=confidence)
                continue
            character = _character_of(found)
            if character:
                fix = self.replace(span, character, al.Safety.UNSAFE)
                yield self.finding(
                    span, f"“{found}” is the code for “{character}”: write the character", fix=fix
                )


def _character_of(entity: str) -> str:
    """Return the character that an entity stands for, even if escaped several times; "" if there is none."""
    name = re.sub(r"^&(?:amp;)+(?=[#\w])", "&", entity)
    if not name.startswith("&#") and name[1:] not in html5:
        return ""
    character = html.unescape(name)
    if character == "\u00a0":
        return " "
    return character if character.isprintable() else ""


def _short(found: str) -> str:
    """Return what was found, cut off where it is long."""
    return found if len(found) <= _SHOWN else f"{found[: _SHOWN - 1]}…"
