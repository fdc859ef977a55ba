"""mixed-date-style: dates written in two ways in one article: 4 May and May 5, May 4 and May 5th."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import articlelint as al
from articlelint_rules.numbers.mixed import is_own_prose

_NAMED_DAYS = frozenset({(9, 11), (7, 4)})
"""Month and day of days that are names: September 11, the Fourth of July."""
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_ORDERS = frozenset({al.DateForm.DAY_MONTH, al.DateForm.MONTH_DAY})


class MixedDateStyle(al.Rule[al.NoOptions]):
    """
    Dates are written in two ways in one article.

    “4 May” in one paragraph and “May 5” in the next look careless, and so do “May 4” and “May 5th”. The rarer
    way is reported at each place; of two that are equally frequent, the one that comes later. To hold all
    articles to one style, use a style pack.

    Quotations, titles of works, tables, datelines and bylines are left alone, and so are “the 4th of May”,
    “4-6 May”, dates in figures, shortened months, and days that are names: September 11, July 4, the May 4
    Movement.
    """

    meta = al.Meta(
        "mixed-date-style",
        "dates written in two ways",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("It opened on 4 May 2020 and closed on 6 June 2020. Tarn's opens on [[July 5, 2020]]."),
        al.Flagged("The first vote is on May 4. The second is on [[11 May]]."),
        al.Flagged("The first vote is on May 4, the next on May 11. The last is on [[May 18th]]."),
        al.Flagged("It sails on Monday 4th May and on 5th May. It rests on [[6 May]]."),
        al.Clean("The first vote is on May 4. The second is on May 11. “Come on 18 May,” she said."),
        al.Clean("On 12 October 2001 he remembered September 11. He was born on July 4."),
        al.Clean("The vote is on May 4. It is the 5th of May that matters, not 2020-05-06."),
        al.Clean("The vote is on May 4. He led the 30 September Movement."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each date in the rarer style."""
        dates = [date for date in doc.dates if date.form in _ORDERS and _counts(doc, date)]
        by_order = list(self._rarer(doc, dates, _order, _with_order))
        yield from by_order
        reported = {finding.span for finding in by_order}
        for finding in self._rarer(doc, dates, _ending, _with_ending):
            if finding.span not in reported:
                yield finding

    def _rarer(
        self,
        doc: al.Document,
        dates: list[al.Date],
        style: Callable[[al.Date], str],
        with_style: Callable[[al.Date, str], al.Date],
    ) -> Iterator[al.Finding]:
        """
        Yield a finding for each date in the rarer of two styles.

        ``style`` says which of the two a date has, and ``with_style`` returns the date in the other.
        """
        sides: dict[str, list[al.Date]] = {}
        for date in dates:
            sides.setdefault(style(date), []).append(date)
        if len(sides) < 2:  # noqa: PLR2004 - both styles
            return
        (best, most), (_, fewer) = sorted(sides.items(), key=lambda side: (-len(side[1]), side[1][0].span))
        first = doc.slice(most[0].span)
        for date in fewer:
            yield self.finding(
                date.span,
                f"“{doc.slice(date.span)}” is written in another way than “{first}”: "
                f"write “{_written(with_style(date, best))}”, or change the other",
                related=[al.Related(most[0].span, f"“{first}”")],
            )


def _counts(doc: al.Document, date: al.Date) -> bool:
    """Whether a date is in the writer's own words and its style is a matter of choice."""
    if (date.month, date.day) in _NAMED_DAYS or date.last_day is not None:
        return False
    words = doc.slice(date.span)
    if " of " in words or doc.text.endswith(("the ", "The "), 0, date.span.start) or " the " in words:
        return False
    following = doc.text[date.span.end : date.span.end + 2]
    named = following[:1] == " " and following[1:].isupper()
    return not named and is_own_prose(doc, date.span)


def _order(date: al.Date) -> str:
    """Return the order in which the day and the month of a date are written."""
    return date.form


def _with_order(date: al.Date, order: str) -> al.Date:
    """Return a date in an order."""
    return date._replace(form=al.DateForm(order))


def _ending(date: al.Date) -> str:
    """Return "th" if the day of a date has an ending, whichever it is, and "" if it has none."""
    return "th" if date.ordinal else ""


def _with_ending(date: al.Date, ending: str) -> al.Date:
    """Return a date whose day has an ending, or has none."""
    return date._replace(ordinal=_ENDINGS.get(date.day or 0, "th") if ending else "")


def _written(date: al.Date) -> str:
    """Return a date as it is written, without the day of the week."""
    day, month = f"{date.day}{date.ordinal}", al.words.calendar.MONTHS[(date.month or 1) - 1]
    if date.form is al.DateForm.DAY_MONTH:
        return f"{day} {month}" + (f" {date.year}" if date.year else "")
    return f"{month} {day}" + (f", {date.year}" if date.year else "")
