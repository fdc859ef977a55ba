"""Dates: the calendar dates of a text as they are written, with the day of the week beside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text.tokens import Tokens
from articlelint.text.words.calendar import DAY_PATTERN, MONTH_NUMBERS, SHORT_MONTHS, WEEKDAY_NUMBERS


class DateForm(StrEnum):
    """The order in which a date is written."""

    DAY_MONTH = "day-month"
    """4 May 2020, Monday 4 May, the 21st of May"""
    MONTH_DAY = "month-day"
    """May 4, 2020, Monday, May 4"""
    MONTH = "month"
    """A month with its year and without a day: May 2020."""
    ISO = "iso"
    """2020-05-04"""
    NUMERIC = "numeric"
    """4/5/2020, 21.5.2020"""


class Date(NamedTuple):
    """
    A calendar date as it is written.

    ``span`` includes the day of the week. ``day``, ``month`` and ``year`` are None where they are not
    written. The date need not exist: ``day`` may be 31 in June. ``4/5/2020`` may be in April or in May, so
    its ``day`` and ``month`` are None.
    """

    span: Span
    form: DateForm
    day: int | None = None
    month: int | None = None
    year: int | None = None
    era: str = ""
    """What stands behind the year: BC, AD, BCE or CE."""
    weekday: Span | None = None
    """The day of the week beside the date."""
    weekday_number: int | None = None
    """0 for Monday, as in ``datetime``."""
    ordinal: str = ""
    """The ending of the day: th in 4th."""
    last_day: int | None = None
    """Of several days of one month, "4-6 May", the last; ``day`` is the first."""

    @property
    def calendar_date(self) -> dt.date | None:
        """The date, if day, month and year are written, it is after Christ, and it exists."""
        if self.day is None or self.month is None or self.year is None or self.era in {"BC", "BCE"}:
            return None
        return day_of(self.year, self.month, self.day)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return a date of the Gregorian calendar; None if there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_ORDINAL = r"(?:st|nd|rd|th)"
_TO = r"\s*(?:[-–—/&]|\b(?:to|and|or|through)\b)\s*"
_WEEKDAY = rf"\b(?P<weekday>{DAY_PATTERN})\.?(?:\s(?:morning|afternoon|evening|night))?,?\s+\(?(?:the\s)?"
_ERA = r"(?:BCE?|AD|CE)"
_YEAR = (
    rf"(?:(?:,?\s|,)(?:(?P<a>[12]\d{{3}})(?![\w%-]|[.,:]\d)|(?P<b>\d{{1,4}})(?=\s{_ERA}\b))"
    rf"(?:\s(?P<era>{_ERA})\b)?)?"
)
_WEEKDAY_AFTER = rf"(?:\s\((?P<bracketed>{DAY_PATTERN})\)|,\sa\s(?P<apposed>{DAY_PATTERN})\b)?"

_WEEKDAY_BEFORE = re.compile(rf"{_WEEKDAY}\Z")
"""The day of the week before the rest of a date."""
_DAY_BEFORE = re.compile(
    rf"(?<![\w.,:/£$€–-])(?:(?P<first>\d{{1,2}}){_ORDINAL}?{_TO})?"
    rf"(?P<day>\d{{1,2}})(?P<ordinal>{_ORDINAL})?\s(?:of\s)?\Z"
)
"""What stands before the month of "the 4th of May"."""
_DAY_BEHIND = re.compile(
    rf",?\s(?:the\s)?(?P<day>\d{{1,2}})(?P<ordinal>{_ORDINAL})?(?![\w%]|[.,:]\d|[-–]\w*[a-z])"
    rf"(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL}?(?![\w%]|[.,:]\d))?"
)
"""What stands behind the month of "May 4"."""
_BEHIND = re.compile(rf"{_YEAR}{_WEEKDAY_AFTER}")
"""What may stand behind month and day, or nothing: "4 May 2020 (Monday)"."""
_MONTH_YEAR = re.compile(r",?\s(?P<year>[12]\d{3})(?![\w%-]|[.,:]\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t\d\d)?")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")
_SLASHED = re.compile(r"(?<![\w/.-])(\d\d?)/(\d\d?)/(\d{4})(?![\w/])")
_REACH = 40
"""How many characters before a month are looked at."""
_MONTHS = 12
_LONGEST_MONTH = 31
_SHORTEST_NUMERIC = 8
"""The fewest characters of a date in figures that is one token: 1.1.2020."""


def find_dates(text: str, tokens: Tokens, positions: Mapping[str, Sequence[int]]) -> tuple[Date, ...]:
    """Return the dates of a text, in order. ``positions`` has the indexes of the tokens by their text."""
    found: list[Date] = []
    for month in MONTH_NUMBERS.keys() & positions.keys():
        for at in positions[month]:
            date = _date_at(text, Span(tokens.starts[at], tokens.ends[at]), MONTH_NUMBERS[month])
            if date is not None:
                found.append(_without_newspaper(text, date))
    found += _in_figures(text, tokens, positions)
    return tuple(sorted(found, key=lambda date: date.span))


def _date_at(text: str, month: Span, number: int) -> Date | None:
    """The date whose month is a word of the text; None if it is no date."""
    if not text[month.start].isupper():
        return None
    if text[month.end : month.end + 1] == "." and text[month.start : month.end].title() in SHORT_MONTHS:
        month = Span(month.start, month.end + 1)
    reach = max(month.start - _REACH, 0)
    before = _DAY_BEFORE.search(text, reach, month.start)
    if before is not None:
        first, last = before["first"] or before["day"], before["day"] if before["first"] else None
        date = Date(month, DateForm.DAY_MONTH, int(first), number, ordinal=before["ordinal"] or "")
        return _completed(text, date, last, Span(before.start(), month.end))
    after = _DAY_BEHIND.match(text, month.end)
    if after is not None:
        date = Date(month, DateForm.MONTH_DAY, int(after["day"]), number, ordinal=after["ordinal"] or "")
        return _completed(text, date, after["last"], Span(month.start, after.end()))
    behind = _MONTH_YEAR.match(text, month.end)
    if behind is None:
        return None
    return Date(Span(month.start, behind.end()), DateForm.MONTH, None, number, int(behind["year"]))


def _completed(text: str, date: Date, last: str | None, place: Span) -> Date:
    """
    Return a date with its last day, and the year and the day of the week that stand beside it.

    ``place`` is the span of the day and the month.
    """
    behind = _BEHIND.match(text, place.end)
    assert behind is not None  # it may be empty
    year = behind["a"] or behind["b"]
    date = date._replace(
        span=Span(place.start, behind.end()),
        last_day=int(last) if last else None,
        year=int(year) if year else None,
        era=behind["era"] or "",
    )
    date = _on(date, _group(behind, "bracketed") or _group(behind, "apposed"))
    return _with_weekday(text, date)


def _without_newspaper(text: str, date: Date) -> Date:
    """Return a date without its day of the week if that is the Sun, a newspaper: the New York Sun, 8 May."""
    if date.weekday is None or text[date.weekday.start : date.weekday.end] != "Sun":
        return date
    before = text[: date.weekday.start].rpartition("\n")[2].split()
    if not before or not before[-1][0].isupper() or before[-1][-1] in ".,:":
        return date
    return date._replace(weekday=None, weekday_number=None)


def _group(match: re.Match[str], name: str) -> tuple[str, Span] | None:
    """Return the text and the span of a group of a match; None if it matched nothing."""
    return (match[name], Span(*match.span(name))) if match[name] else None


def _in_figures(text: str, tokens: Tokens, positions: Mapping[str, Sequence[int]]) -> Iterator[Date]:
    """The dates that are written in figures alone."""
    for word, indexes in positions.items():
        if len(word) < _SHORTEST_NUMERIC or not word[0].isdigit():
            continue
        iso, dotted = _ISO.fullmatch(word), _DOTTED.fullmatch(word)
        for at in indexes if iso or dotted else ():
            start = tokens.starts[at]
            if iso is not None:
                year, month, day = (int(part) for part in iso.groups())
                span = Span(start, start + len("2020-05-04"))
                yield _with_weekday(text, Date(span, DateForm.ISO, day, month, year))
            elif dotted is not None:
                yield from _numeric(text, Span(start, tokens.ends[at]), dotted)
    if "/" in positions:
        for match in _SLASHED.finditer(text):
            yield from _numeric(text, Span(*match.span()), match)


def _with_weekday(text: str, date: Date) -> Date:
    """Return a date with the day of the week that stands before it: Monday 2020-05-04."""
    before = _WEEKDAY_BEFORE.search(text, max(date.span.start - _REACH, 0), date.span.start)
    if before is None:
        return date
    return _on(date._replace(span=Span(before.start(), date.span.end)), _group(before, "weekday"))


def _on(date: Date, weekday: tuple[str, Span] | None) -> Date:
    """Return a date with a day of the week, by its word and place; unchanged for None."""
    if weekday is None:
        return date
    name, place = weekday
    return date._replace(weekday=place, weekday_number=WEEKDAY_NUMBERS[name.lower()])


def _numeric(text: str, span: Span, match: re.Match[str]) -> Iterator[Date]:
    """The date of two numbers and a year; the larger is the day if there are not so many months."""
    first, second, year = (int(part) for part in match.groups())
    smaller, larger = sorted((first, second))
    if smaller > _MONTHS or larger > _LONGEST_MONTH or not smaller:
        return  # no date: 24/30/2020
    if larger <= _MONTHS and first != second:
        yield Date(span, DateForm.NUMERIC, year=year)
    else:
        yield _with_weekday(text, Date(span, DateForm.NUMERIC, larger, smaller, year))
