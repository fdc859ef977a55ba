"""range-preposition: half of a range in words and half as a dash: from 1948-1982, between 5-10."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al

_JOINTS = {"from": "to", "between": "and"}
_DASH = re.compile(r"\s?[-–—]\s?")
_YEARS = re.compile(r"(?P<low>(?:1\d|20)\d\d)(?P<dash>\s?[-–—]\s?)(?P<high>(?:1\d|20)\d\d)(?![\w-])")
_DAY = al.words.calendar.DAY_PATTERN
_MONTH = al.words.calendar.MONTH_PATTERN
_HOUR = r"\d{1,2}(?:[:.]\d\d)?"
_HALF = r"\s?[ap](?:m\b|\.m\.)"
_BETWEEN = r"\s?[-–—]\s?"
_TIMES = re.compile(
    rf"(?:(?:{_DAY})(?P<days>{_BETWEEN})(?:{_DAY})|(?:{_MONTH})(?P<months>{_BETWEEN})(?:{_MONTH})"
    rf"|{_HOUR}(?:{_HALF})?(?P<hours>{_BETWEEN})(?:{_HOUR}{_HALF}|noon|midnight)"
    rf"|\d\d[:.]\d\d(?P<minutes>{_BETWEEN})\d\d[:.]\d\d)(?![\w-])"
)
"""Ranges of days, months and times of day: Monday-Friday, May-June, 9am-5pm, 10:00-12:00."""


class _Range(NamedTuple):
    """A range after a preposition: its span, and that of its dash."""

    span: al.Span
    dash: al.Span


class RangePreposition(al.Rule[al.NoOptions]):
    """
    A range begins with "from" or "between" and goes on with a dash.

    A dash stands for "to". After "from" it takes the word "to", and after "between" the word "and": "from
    1948 to 1982", "between 5 and 10 per cent"; or the preposition is cut: "in 1948-1982".

    Seasons and the like ("from 2019-20"), scores, numbers that name something, and ranges that are an end of
    another range ("from 1948-1950 to 1982") are left alone.
    """

    meta = al.Meta(
        "range-preposition",
        "a range with from or between, and a dash",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("It sailed [[from 1948-1982]].", fixed="It sailed from 1948 to 1982."),
        al.Flagged("It sailed [[between 1948–1982]].", fixed="It sailed between 1948 and 1982."),
        al.Flagged(
            "It sails [[from 9am-5pm]] and [[from Monday–Friday]].",
            fixed="It sails from 9am to 5pm and from Monday to Friday.",
        ),
        al.Flagged("It sails [[between May-June]].", fixed="It sails between May and June."),
        al.Clean("It sails 9am-5pm, from May-June to August-September, and from 9-5 jobs to the Sun-Times."),
        al.Flagged("It takes [[between 5-10 minutes]].", fixed="It takes between 5 and 10 minutes."),
        al.Flagged("Fares rose [[from 5-10 per cent]].", fixed="Fares rose from 5 to 10 per cent."),
        al.Flagged("It costs [[between £5-£10]] a day.", fixed="It costs between £5 and £10 a day."),
        al.Clean("It sailed from 1948 to 1982, in 1948-1982 and between 5 and 10 times."),
        al.Clean("He has played there from 2019-20 and came back from 1-2 down."),
        al.Clean("From 1948-1950 to 1980-1982, it sailed between 1948-1950 and 1980-1982."),
        al.Clean("He called from 555-1234, between Boeing 737-800 jets."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each range that begins with a preposition and has a dash."""
        for preposition, joint in _JOINTS.items():
            for found in _ranges(doc, preposition):
                followed = doc.text[found.span.end : found.span.end + 5].split()[:1]
                if followed == [joint]:
                    continue
                fix = self.replace(found.dash, f" {joint} ")
                yield self.finding(
                    found.span,
                    f"“{doc.slice(found.span)}”: write “{joint}” for the dash, or cut “{preposition}”",
                    fix=fix,
                )


def _ranges(doc: al.Document, preposition: str) -> Iterator[_Range]:
    """Yield the ranges with a dash that follow a preposition: years, times, and numbers of something."""
    for at in doc.positions.get(preposition, ()):
        if at + 1 >= len(doc.tokens):
            continue
        start, number = doc.tokens.starts[at], doc.tokens.starts[at + 1]
        match, times = _YEARS.match(doc.text, number), _TIMES.match(doc.text, number)
        if times is not None and times.lastgroup is not None:
            yield _Range(al.Span(start, times.end()), al.Span(*times.span(times.lastgroup)))
        elif match is not None:
            if match["low"] < match["high"]:
                yield _Range(al.Span(start, match.end()), al.Span(*match.span("dash")))
        elif doc.text[number : number + 2].strip("$£€")[:1].isdecimal():
            yield from _range_of_quantity(doc, at + 1, start)


def _range_of_quantity(doc: al.Document, token: int, start: int) -> Iterator[_Range]:
    """Yield the quantity that begins at a token if it has a dash; ``start`` is where the preposition is."""
    at = bisect_left(doc.quantities, token, key=lambda quantity: quantity.tokens.start)
    for quantity in doc.quantities[at : at + 1]:
        if quantity.tokens.start == token and quantity.is_range:
            dash = _DASH.search(doc.text, quantity.number.start, quantity.number.end)
            if dash is not None:
                yield _Range(al.Span(start, quantity.span.end), al.Span(*dash.span()))
