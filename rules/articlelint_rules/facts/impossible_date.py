"""impossible-date: a date, a time of day or an ordinal that does not exist: 31 June, 25:00, the 21th."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

import articlelint as al

_ORDINAL = re.compile(r"(\d{1,9})(st|nd|rd|th)")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_LAST_HOUR, _LAST_MINUTE = 24, 59
_YEARS = range(1800, 2100)
"""What four digits may be instead of a time."""
_AT_REACH = 20
_LEAP_YEAR = 2000
_FEBRUARY, _LEAP_DAY = 2, 29
_CLOCK = re.compile(r"(?<![\w:.,/+$£€-])(?P<hour>\d\d?)(?P<mark>[:.]?)(?P<minute>\d\d)(?![\d%])")


class ImpossibleDate(al.Rule[al.NoOptions]):
    """
    A date, a time of day or an ordinal number does not exist.

    June has 30 days, February had 28 in 2023, no clock shows 25:00, and the day after the 20th is the 21st.

    A number beside a month is taken for a day only if what stands around it says so: “In June 31 people died”
    is no date. Times are reported only with “at”, “a.m.”, a time zone or a day, because results of races,
    scores and places in a recording (“at 25:08”) are written like times. Two numbers with a full stop between
    them (“10.73am”), or without a mark (“2500 GMT”), need “a.m.” or a time zone behind them. “11st 5lb” is a
    weight.
    """

    meta = al.Meta("impossible-date", "a date or a time that does not exist", since="0.1")
    examples = (
        al.Flagged("The ferry sank on [[31 June]] in Tarn."),
        al.Flagged("The ferry sank on [[February 29, 2023]]."),
        al.Flagged("Then came the [[April 31]] primary."),
        al.Flagged("Filed by [[Wednesday, September 31]]. It was raining."),
        al.Flagged("The guests came on the [[21th]] of May.", fixed="The guests came on the 21st of May."),
        al.Flagged("It is the [[112nd]] day.", fixed="It is the 112th day."),
        al.Flagged("The train leaves at [[25:00]]. The next is at [[7:75]] p.m."),
        al.Flagged("It opens at [[10.73]]am. The shares fell at [[2500]] GMT and [[1273]] GMT."),
        al.Flagged("The report of [[2021-02-30]] is late."),
        al.Clean("The ferry sank on 30 June 2020, and on February 29, 2024."),
        al.Clean("In June 31 people died. Over 40 May Day marches were held."),
        al.Clean("In August, 38th Corps was transferred."),
        al.Clean("The boxer weighs 11st 5lb. He came on the 11th, the 22nd and the 103rd day."),
        al.Clean(
            "She ran it in 25:36. They scored at 67:15 of the match. Listen at 25:08. See Psalm 119:105."
        ),
        al.Clean("The train leaves at 23:59, or at 24:00."),
        al.Clean("It costs £25.99 pm. By 1972 UTC was in use. It opens at 10.30am. It shut at 2359 GMT."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each date, ordinal and time that does not exist."""
        for date in doc.dates:
            message = _fault(date)
            if not message:
                continue
            from articlelint_rules.facts.impossible_times import is_date

            if is_date(doc, date):
                yield self.finding(date.span, f"“{doc.slice(date.span)}” does not exist: {message}")
        for word in doc.positions:
            if word[0].isdigit() and not word.isdigit():
                yield from self._ordinals(doc, word)
        yield from self._times(doc)

    def _ordinals(self, doc: al.Document, word: str) -> Iterator[al.Finding]:
        """Yield a finding for each place of an ordinal number with a wrong ending."""
        match = _ORDINAL.fullmatch(word)
        if match is None or match[2] == _ending(int(match[1])):
            return
        if match[2] == "st" and not match[1].endswith("1"):
            return  # stones
        right = f"{match[1]}{_ending(int(match[1]))}"
        for at in doc.positions[word]:
            span = al.Span(doc.tokens.starts[at], doc.tokens.ends[at])
            if match[2] == "st" and doc.lowered[at - 1] != "the":
                continue
            fix = None if doc.in_quote(span) else self.replace(span, right)
            yield self.finding(span, f"“{word}” has the wrong ending: write “{right}”", fix=fix)

    def _times(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding for each time of day that no clock shows."""
        for match in _CLOCK.finditer(doc.text):
            if _is_time(int(match["hour"]), int(match["minute"])) or _is_year(doc.text, match):
                continue
            from articlelint_rules.facts.impossible_times import is_clock

            if is_clock(doc, match):
                message = f"“{match[0]}” is no time of day: check the hour and the minutes"
                yield self.finding(al.Span(*match.span()), message)


def _ending(number: int) -> str:
    """Return the ending of an ordinal number: st for 21, th for 11."""
    return "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")


def _fault(date: al.Date) -> str:
    """Return why a date does not exist; "" if it does, or if its day or month is not known."""
    if date.month is None or date.day is None or not 1 <= date.month <= len(al.words.calendar.MONTHS):
        return ""
    year = date.year if date.year is not None else _LEAP_YEAR
    last = calendar.monthrange(year, date.month)[1]
    month = al.words.calendar.MONTHS[date.month - 1]
    if date.day <= last:
        return ""
    if date.month == _FEBRUARY and date.day == _LEAP_DAY:
        return f"{year} is no leap year"
    return f"{month} has {last} days"


def _is_time(hour: int, minute: int) -> bool:
    """Whether a clock of 24 hours shows a time; 24:00 is the end of a day."""
    return minute <= _LAST_MINUTE and (hour < _LAST_HOUR or (hour == _LAST_HOUR and minute == 0))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are a year, before which no "at" stands."""
    before = text[max(match.start() - _AT_REACH, 0) : match.start()]
    return not match["mark"] and int(match[0]) in _YEARS and "at " not in before.lower()
