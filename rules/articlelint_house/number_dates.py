"""Dates that are not written the house's way: the order, the ordinal, the month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import articlelint as al
from articlelint_house.number_hits import NumberHit

_LONGEST_IN_FULL = 5
"""The letters of the longest months that American newspapers never shorten, March and April."""
_ABBREVIATED = {
    full: f"{short}."
    for short, full in al.words.calendar.SHORT_MONTHS.items()
    if len(full) > _LONGEST_IN_FULL
}
"""How American newspapers shorten months, September to "Sept."; shorter names stay as they are."""
_SHORT = "|".join(al.words.calendar.SHORT_MONTHS)
# Only a shortened month has a full stop, so the two kinds have a pattern each.
_MONTH = rf"(?P<month>(?:{'|'.join(al.words.calendar.MONTHS)})\b|(?:{_SHORT})\b\.?)"
_STREET = "(?! (?:Street|Road|Avenue|Lane|Close|Drive|Place|Square|Terrace|Gardens|Boulevard)\\b)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<ordinal>st|nd|rd|th)?"
_S = "[ \u00a0]"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,:/$£€-]){_DAY}{_S}(?:of{_S})?{_MONTH}(?P<rest>,?{_S}(?P<year>[12]\d{{3}}))?(?![\w-]){_STREET}"
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}{_S}(?:the{_S})?{_DAY}(?![\w:%/.]\d|\w|-\w)(?P<rest>,?{_S}(?P<year>[12]\d{{3}})\b(?!-\w))?"
)
_EVENT = re.compile(r"September 11(?:th)?\b(?=,? (?:attacks?|terror|hijack|2001 attacks))")


def find(doc: al.Document, key: str, wanted: str | int) -> Iterator[NumberHit]:
    """The dates that are written otherwise."""
    return _FINDERS[key](doc, str(wanted))


def full_month(text: str) -> str:
    """A month as it is spelled out."""
    bare = text.rstrip(".")
    return al.words.calendar.SHORT_MONTHS.get(bare, bare)


def _order(doc: al.Document, wanted: str) -> Iterator[NumberHit]:
    day_first = wanted.startswith("25")
    for match in (_MONTH_FIRST if day_first else _DAY_FIRST).finditer(doc.text):
        if _EVENT.match(doc.text, match.start()) or _is_list(doc.text, match):
            continue
        day, month, year = match["day"].lstrip("0"), match["month"], match["year"] or ""
        if day_first:
            use = f"{day} {full_month(month)}{f' {year}' if year else ''}"
        else:
            use = f"{month} {day}{f', {year}' if year else ''}"
        yield NumberHit(al.Span(_start(doc.text, match), match.end()), use)


def _start(text: str, match: re.Match[str]) -> int:
    """Where a date begins: "the 3rd of May" loses its article as well."""
    start = match.start()
    return (
        start - 4
        if match["ordinal"] and re.search(r"\b[Tt]he\s\Z", text[max(start - 5, 0) : start])
        else start
    )


def _is_list(text: str, match: re.Match[str]) -> bool:
    """Whether more than one day stands with the month: "May 5 and 6", "5-7 May", "from 5 to 7 May"."""
    after, before = (
        text[match.end("day") : match.end("day") + 12],
        text[max(match.start() - 8, 0) : match.start()],
    )
    listed = re.match(r"(?:st|nd|rd|th)?\s?(?:[-–—]|,|and|to|or|&)\s?\d{1,2}(?!\d)", after)
    return bool(listed) or bool(
        re.search(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s?(?:[-–—,]|and|to|or|&)\s?$", before)
    )


def _ordinal(doc: al.Document, _wanted: str) -> Iterator[NumberHit]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(doc.text):
            if match["ordinal"]:
                end = match.end("ordinal")
                if pattern is _DAY_FIRST:
                    start = _start(doc.text, match)
                    span, use = al.Span(start, match.end("month")), f"{match['day']} {match['month']}"
                else:
                    span, use = al.Span(match.start(), end), f"{match['month']} {match['day']}"
                yield NumberHit(span, use)


def _month(doc: al.Document, wanted: str) -> Iterator[NumberHit]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(doc.text):
            month = match["month"]
            whole = full_month(month)
            use = whole if wanted == "December" else _ABBREVIATED.get(whole, whole)
            # A full stop that ends the sentence is not the month's.
            if month.rstrip(".") == use.rstrip(".") and (month == use or pattern is _DAY_FIRST):
                continue
            if month != use:
                yield NumberHit(al.Span(*match.span("month")), use)


_FINDERS: dict[str, Callable[[al.Document, str], Iterator[NumberHit]]] = {
    "day": _order,
    "ordinal-day": _ordinal,
    "month": _month,
}
