"""Per cent, sums of money, decades and counts that are not written the house's way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import articlelint as al
from articlelint_house.number_hits import NumberHit

_SPACE = "[ \u00a0\u202f]"
_BARE = r"\d[\d,]*(?:\.\d+)?"
_FIGURES = rf"(?<![\w.,]){_BARE}"
_PERCENT = re.compile(rf"(?P<number>{_FIGURES})(?P<sign>{_SPACE}?%|{_SPACE}per{_SPACE}?cent\b)(?![-\w])")
_NUMBERS = (
    *(*al.words.numbers.ONES, *al.words.numbers.TEN_TO_NINETEEN[:3], "fifteen"),
    *(*al.words.numbers.TENS, "hundred"),
)
_IN_WORDS = re.compile(rf"\b(?P<number>(?i:{'|'.join(_NUMBERS)})){_SPACE}(?P<sign>per{_SPACE}?cent)\b")
_SIGNS = {"5%": "%", "5 percent": " percent", "5 per cent": " per cent"}
_SCALES = al.words.numbers.SHORT_SCALES
_LETTERS = {"million": "m", "billion": "bn", "trillion": "tn"}
_MONEY = re.compile(
    rf"(?P<sum>(?:US|A|C|NZ|HK)?[$£€]{_BARE}){_SPACE}?"
    rf"(?P<scale>million|billion|trillion|{'|'.join(_SCALES)}|M|MM|B|BN|Bn)\b(?![-.]\w)"
)
_NAMED_MONEY = re.compile(
    rf"(?<![\w.,])[$€]?(?P<sum>{_BARE}){_SPACE}(?P<scale>million|billion|trillion){_SPACE}(?P<unit>dollars|euros?)\b"
)
_DECADE = re.compile(
    r"(?<![\w$£€.,])(?P<decade>(?:1[5-9]|20)\d0)['’]s\b(?!\s+(?:best|first|most|last|top)\b)"
)
_COUNT = re.compile(r"(?<![\w$.,#/:+-])(?P<count>[1-9]\d{4,8})(?=[ \u00a0](?P<next>[a-z]+)\b)")
_PLURALS = frozenset("people men women children".split())
_NO_PLURALS = frozenset("is was has does as this thus its his plus series and".split())


def find(doc: al.Document, key: str, wanted: str | int) -> Iterator[NumberHit]:
    """The amounts that are written otherwise."""
    return _FINDERS[key](doc, str(wanted))


def _percent(doc: al.Document, wanted: str) -> Iterator[NumberHit]:
    if "%" not in doc.text and "cent" not in doc.text:
        return
    for match in _PERCENT.finditer(doc.text):
        sign = " ".join(match["sign"].replace("\u00a0", " ").replace("\u202f", " ").rstrip().split(" "))
        sign = "%" if sign.strip() == "%" else sign
        if sign != _SIGNS[wanted]:
            yield NumberHit(al.Span(*match.span()), match["number"] + _SIGNS[wanted])
    for match in _IN_WORDS.finditer(doc.text) if wanted != "5%" else ():
        if f" {match['sign']}" != _SIGNS[wanted]:
            yield NumberHit(al.Span(*match.span()), match["number"] + _SIGNS[wanted])


def _currency(doc: al.Document, wanted: str) -> Iterator[NumberHit]:
    named = list(_NAMED_MONEY.finditer(doc.text))
    starts = {match.start() for match in named}
    for match in _MONEY.finditer(doc.text):
        if match.start() in starts:  # "$5 billion dollars" is one sum
            continue
        scale = match["scale"]
        word = scale if scale in _LETTERS else _SCALES.get(scale.lower(), "million")
        use = f"{match['sum']} {word}" if wanted == "$5 million" else match["sum"] + _LETTERS[word]
        found = match[0].replace("\u00a0", " ").replace("\u202f", " ")
        if found != use:
            yield NumberHit(al.Span(*match.span()), use)
    for match in named:
        sign = "$" if match["unit"] == "dollars" else "€"
        amount, word = f"{sign}{match['sum']}", match["scale"]
        use = f"{amount} {word}" if wanted == "$5 million" else amount + _LETTERS[word]
        yield NumberHit(al.Span(*match.span()), use)


def _decade(doc: al.Document, _wanted: str) -> Iterator[NumberHit]:
    for match in _DECADE.finditer(doc.text):
        yield NumberHit(al.Span(*match.span()), f"{match['decade']}s")


def _thousands(doc: al.Document, _wanted: str) -> Iterator[NumberHit]:
    """Figures without commas that count something; a number that names something has no plural after it."""
    for match in _COUNT.finditer(doc.text):
        word = match["next"]
        plural = (word.endswith("s") and word not in _NO_PLURALS) or word in _PLURALS
        if plural and not _is_named(doc, match.start("count")):
            yield NumberHit(al.Span(*match.span("count")), f"{int(match['count']):,}")


def _is_named(doc: al.Document, start: int) -> bool:
    """Whether a figure belongs to the name before it: "Executive Order 13571 requires"."""
    sentence = doc.sentences_in(al.Span(start, start + 1))[0].tokens
    before = [i for i in sentence if doc.tokens.ends[i] <= start]
    return len(before) > 1 and doc.tokens.texts[before[-1]][:1].isupper()


_FINDERS: dict[str, Callable[[al.Document, str], Iterator[NumberHit]]] = {
    "percent": _percent,
    "currency": _currency,
    "decade": _decade,
    "thousands": _thousands,
}
