"""quote-punctuation: commas and full stops inside the closing mark in one place and outside in another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import articlelint as al

_CLOSING = frozenset("\"”’'»")
_AFTER_QUOTE = frozenset({al.Where.AFTER, al.Where.BETWEEN})
_CLEARLY = 3
"""How many times as frequent the usual place must be, counted at quoted parts of sentences."""
_MOSTLY = 2
"""The same, counted at all quotations."""
_ENOUGH = 4
"""How many stops inside all quotations must have at least, to be the usual place."""
_TAG_LENGTH = 40
"""In characters: the words between a quotation and its attribution cue, as in “he said”, are fewer."""


class Options(NamedTuple):
    """Where commas and full stops belong."""

    style: Literal["auto", "inside", "outside"] = "auto"
    """
    "inside": always before the closing mark, the American way. "outside": after it, unless the quotation is
    a full sentence, the British way. "auto": as the house's dialect requires, or else as the article mostly
    does.
    """


class _Stop(NamedTuple):
    """A comma or full stop at the closing mark of a quotation."""

    start: int
    """The offset of the first of the two characters, the stop and the mark."""
    inside: bool
    quote: al.Quote


class QuotePunctuation(al.Rule[Options]):
    """
    A comma or full stop stands on the other side of the closing mark than elsewhere in the article.

    American papers put both inside: “a disgrace,” and “a shame.” British ones put them outside where only
    part of a sentence is quoted: “a disgrace”, and “a shame”. Either is right; a mixture is not. Colons,
    semicolons, question marks and the last stop of a full sentence are left alone.
    """

    meta = al.Meta(
        "quote-punctuation",
        "comma or full stop inside and outside the closing mark",
        since="0.1",
        severity=al.Severity.INFO,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "It was “a disgrace,” a “shame,” a “horror,” and “a pity[[”,]] they agreed. It was “the end.”",
            fixed="It was “a disgrace,” a “shame,” a “horror,” and “a pity,” they agreed. It was “the end.”",
        ),
        al.Flagged(
            "It was “a disgrace”, a “shame”, a “horror”, and “a pity[[,”]] and the end.",
            fixed="It was “a disgrace”, a “shame”, a “horror”, and “a pity”, and the end.",
        ),
        al.Flagged(
            "He called it “a shame[[”.]]", fixed="He called it “a shame.”", options={"style": "inside"}
        ),
        al.Clean("It was “a disgrace”, he said. “We were robbed.” She called it “a shame”."),
        al.Clean("“We were robbed,” he said. “It hurts,” she said. It was “a disgrace”. It was “a shame”."),
        al.Clean("It was “a disgrace,” he said. “We were robbed.” She called it “a shame.”"),
        al.Clean("He called it “a shame”.", options={"style": "outside"}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each stop on the wrong side."""
        stops = [stop for quote in doc.quotes if (stop := _stop_at(doc, quote)) is not None]
        inside = _belong_inside(doc, stops, self.options.style)
        if inside is None:
            return
        for stop in stops:
            if stop.inside is inside or (stop.inside and _belongs_to_quotation(doc, stop.quote)):
                continue
            span = al.Span(stop.start, stop.start + 2)
            text = doc.slice(span)
            what = "comma" if "," in text else "full stop"
            sides = ("outside", "inside") if inside else ("inside", "outside")
            yield self.finding(
                span,
                f"The {what} stands {sides[0]} the closing mark here; put it {sides[1]}: {text[::-1]}",
                fix=self.replace(span, text[::-1]),
            )


def _stop_at(doc: al.Document, quote: al.Quote) -> _Stop | None:
    """Return the comma or full stop at a quotation's closing mark; None unless there is exactly one."""
    if not quote.closed or len(quote.closing) != 1 or quote.closing not in _CLOSING:
        return None
    text, end = doc.text, quote.span.end
    last, following = text[quote.inner.end - 1], text[end : end + 1]
    if last in ",." and following not in {",", "."} and quote.inner.end - 1 > quote.inner.start:
        if text[quote.inner.end - 2] in ".!?…":
            return None
        return _Stop(quote.inner.end - 1, inside=True, quote=quote)
    if following in {",", "."} and last not in ",.!?…—–-" and not text[end + 1 : end + 2].isalnum():
        return _Stop(quote.inner.end, inside=False, quote=quote)
    return None


def _belongs_to_quotation(doc: al.Document, quote: al.Quote) -> bool:
    """Whether a stop belongs to the quoted words: they are a full sentence, or speech before “he said”."""
    if quote.kind is al.QuoteKind.SENTENCE:
        return True
    attribution = doc.attributions.get(quote)
    if attribution is None or attribution.cue is None or attribution.where not in _AFTER_QUOTE:
        return False
    between = doc.text[quote.span.end : attribution.cue.start]
    return len(between) < _TAG_LENGTH and "," not in between


def _belong_inside(doc: al.Document, stops: list[_Stop], style: str) -> bool | None:
    """Whether stops belong inside the mark; None where the article is consistent or has no usual place."""
    if style != "auto":
        return style == "inside"
    dialect = doc.house.dialect
    if dialect != "auto":
        return dialect in {"en-US", "en-CA"}
    outside = sum(not stop.inside for stop in stops)
    inside = len(stops) - outside
    if not outside or not inside:
        return None
    inside_at_parts = sum(stop.inside and not _belongs_to_quotation(doc, stop.quote) for stop in stops)
    if not inside_at_parts:
        return None
    if inside_at_parts >= _CLEARLY * outside or outside >= _CLEARLY * inside_at_parts:
        return inside_at_parts > outside
    return True if inside >= max(_MOSTLY * outside, _ENOUGH) else None
