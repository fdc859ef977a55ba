"""weekday-date: a day of the week that the date beside it does not have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.facts.years import mentions_years

_FIRST_YEAR = 1753
"""The first full year of the Gregorian calendar in Britain and its colonies."""
_OTHER_CALENDARS = frozenset(
    "julian hijri islamic hebrew jewish persian ethiopian coptic buddhist o.s o.s. n.s n.s.".split()
)
_STYLE = re.compile(r"\b(?:Old|New) Style\b")


class Options(NamedTuple):
    """How far from the article's own date a date without a year may be."""

    days: int = 200
    """The most days between the two."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if not 0 <= self.days <= 1_000:  # noqa: PLR2004 - above, every date has a year with any weekday
            raise ValueError(f"days must be from 0 to 1000, not {self.days}")


class WeekdayDate(al.Rule[Options]):
    """
    A date does not fall on the day of the week that stands beside it.

    “Monday, May 5, 2020” was a Tuesday: the day or the date is wrong. If the date has its year, this is
    certain. Without a year, the article's own date decides: that of the front matter (`date`, `published`
    and the like), of the file's name (`2020-05-04-ferry.md`), or of a dateline or byline with a year. All
    years in which the date is within 200 days of it must disagree. You can set the number of days.

    Left alone are titles of works, several days (“Monday 4-6 May”), dates before 1753, sentences about
    another calendar, and dates without a year in sentences that mention years, an anniversary, or the last
    time that something was so.
    """

    meta = al.Meta("weekday-date", "a weekday that the date does not have", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("The vote was on [[Monday, May 5, 2020]], in Tarn."),
        al.Flagged("The vote was on [[Wednesday 4th May 2020]]."),
        al.Flagged("The vote was on [[5 May 2020 (Monday)]]. It rained."),
        al.Flagged("The vote was on [[Friday 2020-05-05]], and the count on [[Tues 20/05/2020]]."),
        al.Flagged("The vote was on [[Friday (5 May 2020)]], in Tarn."),
        al.Clean("The vote was on Tuesday 2020-05-05, and the count on Monday, 04/05/2020."),
        al.Flagged(
            "Published 4 May 2020\n\nThe ferry sails again on [[Monday 5 May]], and then on Friday 8 May."
        ),
        al.Flagged("Published 20 December 2020\n\nThe talks go on until [[Friday, January 2]], he said."),
        al.Clean("The vote was on Monday, May 4, 2020, and the count on Tuesday 5 May 2020."),
        al.Clean("The vote was on Monday, May 5, in Tarn."),
        al.Clean("Published 4 May 2020\n\nThe ferry sailed on Monday 5 May in 2014, and on Monday 4 May."),
        al.Clean("Published 4 May 2020\n\nIt last sailed on Monday, September 16, to Tarn."),
        al.Clean("Published 4 May 2020\n\nIt is a hundred years since Monday, May 5."),
        al.Clean("They met from Monday 5-8 May 2020. Haydn died on Monday 5 May 1732."),
        al.Clean("In the Julian calendar, it was Thursday 25 October 1917."),
        al.Clean("Published 4 May 2020\n\nIt sails on Monday 5 May.", options={"days": 0}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each date that falls on another day of the week."""
        for date in doc.dates:
            if date.weekday is None or date.last_day is not None or doc.in_title(date.span):
                continue
            days = self._possible_days(doc, date)
            if not days or any(day.weekday() == date.weekday_number for day in days):
                continue
            if not _in_another_calendar(doc, date.span):
                real = " and ".join(f"{day:%A} in {day.year}" for day in days)
                words = doc.slice(date.span)
                closes = doc.text.startswith(")", date.span.end) and words.count("(") > words.count(")")
                span = al.Span(date.span.start, date.span.end + closes)
                yield self.finding(
                    span,
                    f"“{doc.slice(span)}”: {days[0].day} {days[0]:%B} is a {real}; "
                    "check the day and the date",
                )

    def _possible_days(self, doc: al.Document, date: al.Date) -> list[dt.date]:
        """Return the days that a date may mean; none where it is not known, or is not of our calendar."""
        if date.year is not None:
            day = date.calendar_date
            return [day] if day is not None and day.year >= _FIRST_YEAR else []
        published = doc.published
        if published is None or published.year < _FIRST_YEAR:
            return []
        if date.month is None or date.day is None or mentions_years(doc, date.span):
            return []
        days: list[dt.date] = []
        for year in range(published.year - 1, published.year + 2):
            try:
                day = dt.date(year, date.month, date.day)
            except ValueError:
                continue
            if abs((day - published).days) <= self.options.days:
                days.append(day)
        # "It was last held on Saturday, 14 September": what is past may be longer ago than the other days.
        if days and min(days) > published and _tells_of_last_time(doc, date.span):
            return []
        return days


def _tells_of_last_time(doc: al.Document, span: al.Span) -> bool:
    """Whether a sentence says when something last was so: they last met on Friday 4 May."""
    words = [
        word
        for sentence in doc.sentences_in(span)
        for word in doc.lowered[sentence.tokens.start : sentence.tokens.stop]
    ]
    return "last" in words or "previously" in words


def _in_another_calendar(doc: al.Document, span: al.Span) -> bool:
    """Whether the sentence of a date mentions another calendar."""
    return any(
        _STYLE.search(doc.text, sentence.span.start, sentence.span.end) is not None
        or not _OTHER_CALENDARS.isdisjoint(doc.lowered[sentence.tokens.start : sentence.tokens.stop])
        for sentence in doc.sentences_in(span)
    )
