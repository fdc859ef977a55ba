"""Dates that do not exist, or that fall on another day of the week."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from planted.kinds.styles import DAY_FIRST, MONTH_FIRST
from planted.model import Planted, Span, plants, replaced
from planted.text import MONTHS, WEEKDAYS, body, group, headline, matches, written_after

SENTENCES = (
    "The next hearing will be on {date}.",
    "A decision is expected on {date}.",
    "The report was first published on {date}.",
    "The inquiry opened on {date} and has heard 40 witnesses.",
    "Members met on {date} to discuss the plan.",
    "The change took effect on {date}, officials said.",
)
"""Plain sentences that state a date."""


def shown(day: date, style: str) -> str:
    """Return a date with its day of the week, in one of the styles below."""
    return style.format(
        weekday=WEEKDAYS[day.weekday()], day=day.day, month=MONTHS[day.month - 1], year=day.year
    )


class Style(NamedTuple):
    """How a date is written, with its year and without."""

    dated: str
    undated: str


MONTH_BEFORE_DAY = Style("{weekday}, {month} {day}, {year}", "{weekday}, {month} {day}")
DAY_BEFORE_MONTH = (
    Style("{weekday}, {day} {month} {year}", "{weekday}, {day} {month}"),
    Style("{weekday} {day} {month} {year}", "{weekday} {day} {month}"),
)


def style_for(article: str, random: Random) -> Style:
    """Return the style of the dates of the article, or any if it has none."""
    day_first = random.choice(DAY_BEFORE_MONTH)
    if matches(MONTH_FIRST, article):
        return MONTH_BEFORE_DAY
    return day_first if matches(DAY_FIRST, article) else random.choice([MONTH_BEFORE_DAY, day_first])


def _with_wrong_weekday(text: str, start: int, day: date, written: str, random: Random) -> Planted:
    """Break the first weekday after ``start``; the planted place is the whole written date."""
    right = WEEKDAYS[day.weekday()]
    wrong = random.choice([name for name in WEEKDAYS if name != right])
    at = text.index(written, start)
    return replaced(text, Span(at, at + len(right)), wrong, reach=Span(at, at + len(written)))


@plants("weekday-date", "facts", "The day of the week is wrong for a date with its year", written=True)
def weekday_wrong(article: str, random: Random) -> Planted | None:
    """A sentence with a date is written into the article; its day of the week is changed."""
    day = date(random.randint(2004, 2024), 1, 1) + timedelta(days=random.randrange(365))
    written = shown(day, style_for(article, random).dated)
    made = written_after(article, random.choice(SENTENCES).format(date=written), random)
    return _with_wrong_weekday(*made, day, written, random) if made else None


@plants(
    "weekday-date",
    "facts",
    "The day of the week is wrong for a date whose year the dateline tells",
    written=True,
)
def weekday_wrong_for_dateline(article: str, random: Random) -> Planted | None:
    """A dateline is written below the headline, and a sentence with a date of the two months around it."""
    title = headline(article)
    if title is None or re.search(r"\b(?:19|20)\d\d\b", article) or not body(article):
        return None
    published = date(random.randint(2004, 2024), 1, 1) + timedelta(days=random.randrange(365))
    day = published + timedelta(days=random.choice([-21, -12, -9, 8, 13, 20, 30]))
    style = style_for(article, random)
    dated = f"{article[: title.end]}\n\n{shown(published, style.dated)}{article[title.end :]}"
    written = shown(day, style.undated)
    made = written_after(dated, random.choice(SENTENCES).format(date=written), random)
    return _with_wrong_weekday(*made, day, written, random) if made else None


@plants("impossible-date", "facts", "A date does not exist")
def date_impossible(article: str, random: Random) -> Planted | None:
    """The day of a date becomes 31 in a short month, 30 or 31 in February, or more than 31."""
    names = "|".join(MONTHS)
    found = [(m, 1, m[2]) for m in matches(rf"\b(\d{{1,2}}) ({names})\b", article)]
    found += [(m, 2, m[1]) for m in matches(rf"\b({names}) (\d{{1,2}})\b(?!\d)", article)]
    if not found:
        return None
    match, day, month = random.choice(found)
    short = {
        "April": "31",
        "June": "31",
        "September": "31",
        "November": "31",
        "February": random.choice(["30", "31"]),
    }
    wrong = short.get(month, random.choice(["32", "33", "42"]))
    return replaced(article, group(match, day), wrong, reach=group(match))


@plants("impossible-date", "facts", "A time of day does not exist")
def time_impossible(article: str, random: Random) -> Planted | None:
    """The hour of a time becomes 25 or more, or its minute 60 or more."""
    found = matches(
        r"(?<![\d.:])(\d{1,2})([:.]?)([0-5]\d)(?= ?(?:am\b|pm\b|a\.m|p\.m|GMT\b|BST\b|EST\b|ET\b))", article
    )
    if not found:
        return None
    match = random.choice(found)
    new = f"{match[1]}{match[2]}{random.choice(['60', '65', '73', '90'])}"
    if random.random() < 0.5:
        new = f"{random.choice(['25', '26', '27'])}{match[2]}{match[3]}"
    return replaced(article, group(match), new)


@plants("impossible-date", "facts", "An ordinal has the ending of another")
def ordinal_wrong(article: str, random: Random) -> Planted | None:
    """As in “the 21th” or “the 3th”."""
    found = matches(r"\b\d+(st|nd|rd|th)\b", article)
    if not found:
        return None
    match = random.choice(found)
    new = "th" if match[1] != "th" else random.choice(["st", "nd", "rd"])
    return replaced(article, group(match, 1), new, reach=group(match))
