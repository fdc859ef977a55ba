"""The rule quote-punctuation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import articlelint as al

_CLOSING = frozenset("\"”’'»")
_BEHIND = frozenset({al.Where.AFTER, al.Where.BETWEEN})
_CLEARLY = 3
_MOSTLY = 2
"""How many times as frequent the usual place must be: at parts of sentences, at all quotations."""
_ENOUGH = 4


class Options(NamedTuple):
    """Where the house wants them."""

    style: Literal["auto", "inside", "outside"] = "auto"
    """
    "inside": always before the closing mark, the American way. "outside": behind it, unless the quotation
    is a full sentence, the British way. "auto": what the house's dialect says, else what the article does.
    """


class _Stop(NamedTuple):
    """A comma or full stop at the closing mark of a quotation."""

    start: int
    """Where the two stand."""
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
        severity=al.Severity.WARNING,
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
        """A finding for each stop on the wrong side."""
        stops = [stop for quote in doc.quotes if (stop := _stop(doc, quote)) is not None]
        inside = _wanted(doc, stops, self.options.style)
        if inside is None:
            return
        for stop in stops:
            if stop.inside is inside or (stop.inside and _is_whole(doc, stop.quote)):
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


def _stop(doc: al.Document, quote: al.Quote) -> _Stop | None:
    """The comma or full stop at a quotation's closing mark, if there is just one."""
    if not quote.closed or len(quote.closing) != 1 or quote.closing not in _CLOSING:
        return None
    text, end = doc.text, quote.span.end
    inner, behind = text[quote.inner.end - 1], text[end : end + 1]
    if inner in ",." and behind not in {",", "."} and quote.inner.end - 1 > quote.inner.start:
        if text[quote.inner.end - 2] in ".!?…":
            return None
        return _Stop(quote.inner.end - 1, inside=True, quote=quote)
    if behind and behind in ",." and inner not in ",.!?…—–-" and not text[end + 1 : end + 2].isalnum():
        return _Stop(quote.inner.end, inside=False, quote=quote)
    return None


def _is_whole(doc: al.Document, quote: al.Quote) -> bool:
    """Whether the stop belongs to the words quoted: a full sentence, or speech before “he said”."""
    if quote.kind is al.QuoteKind.SENTENCE:
        return True
    attribution = doc.attributions.get(quote)
    if attribution is None or attribution.cue is None or attribution.where not in _BEHIND:
        return False
    near = doc.text[quote.span.end : attribution.cue.start]
    return len(near) < _TAG_LENGTH and "," not in near


_TAG_LENGTH = 40


def _wanted(doc: al.Document, stops: list[_Stop], style: str) -> bool | None:
    """Whether stops belong inside; None where the article is of one mind, or of two in equal parts."""
    if style != "auto":
        return style == "inside"
    dialect = doc.house.dialect
    if dialect != "auto":
        return dialect in {"en-US", "en-CA"}
    outside = sum(not stop.inside for stop in stops)
    if outside in {0, len(stops)}:
        return None  # as nearly always
    parts_in = sum(stop.inside and not _is_whole(doc, stop.quote) for stop in stops)
    if not parts_in:
        return None
    if parts_in >= _CLEARLY * outside or outside >= _CLEARLY * parts_in:
        return parts_in > outside
    whole = sum(stop.inside for stop in stops)
    return True if whole >= max(_MOSTLY * outside, _ENOUGH) else None
