"""Tonnes and tons: what Americans call a metric ton, and a unit of another weight."""

from __future__ import annotations

import re

import articlelint as al
from articlelint_rules.spelling.dialects import BITS, Use

_TONNE = re.compile(r"\btonnes?\b")
# Not "one": "a one ton truck" may be a class of trucks.
_NUMBER = "|".join(word for word in al.words.numbers.NUMBER_WORDS if word != "one")
_UNIT = re.compile(
    rf"(?:\d|\b(?:hundreds? of|thousands? of|millions? of|{_NUMBER}))[ \u00a0-](?P<unit>tonnes?|tons?)\b"
)
_CONVERSION = re.compile(r"(?:tonnes?|tons?)\b\W{1,3}[\d,.]+(?: \w+)?[ \u00a0-](?:\w+ )?(?:tonnes?|tons?)\b")
"""500 tonnes (550 tons): the writer knows that they are two."""
_AMERICAN = {"tonne": "metric ton", "tonnes": "metric tons"}
_METRIC = BITS["en-GB"] | BITS["en-CA"] | BITS["en-AU"]


def metric_tons(doc: al.Document) -> list[Use]:
    """The tonnes of an article: American English calls them metric tons."""
    return [
        Use(match[0], al.Span(*match.span()), _AMERICAN[match[0]], _METRIC, BITS["en-US"])
        for match in _TONNE.finditer(doc.text)
    ]


def mixed_tons(doc: al.Document) -> tuple[list[al.Span], list[al.Span]]:
    """
    Where an article weighs in tonnes and where in tons, in either order, the rarer first.

    Both are empty unless it does both and nowhere converts one to the other.
    """
    places: tuple[list[al.Span], list[al.Span]] = ([], [])
    for match in _UNIT.finditer(doc.text):
        span = al.Span(*match.span("unit"))
        if not doc.in_quote(span):
            places["tonne" in match["unit"]].append(span)
    if not all(places) or _CONVERSION.search(doc.text):
        return [], []
    rare, common = sorted(places, key=lambda spans: (len(spans), -spans[0].start))
    return rare, common
