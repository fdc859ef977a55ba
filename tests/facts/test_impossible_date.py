"""impossible-date: dates, ordinals and times of day."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import find
from articlelint_rules.facts.impossible_date import ImpossibleDate


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)))
def test_every_day_of_the_calendar_exists(day: dt.date) -> None:
    text = f"It was on {day:%d %B %Y}, on {day:%B} {day.day}, {day.year}, and on {day.isoformat()}, on {day:%d %B}."
    assert not find(ImpossibleDate, text)


@given(st.integers(1, 2200), st.integers(1, 12))
def test_the_day_after_the_last_of_a_month_does_not_exist(year: int, month: int) -> None:
    day = calendar.monthrange(year, month)[1] + 1
    text = f"It was on {day} {calendar.month_name[month]} {1000 + year % 1000}."
    leap = month == 2 and calendar.isleap(1000 + year % 1000) != calendar.isleap(year)
    assert leap or len(find(ImpossibleDate, text)) == 1


@given(st.integers(0, 100_000))
def test_the_ordinals_of_english_are_right(number: int) -> None:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert not find(ImpossibleDate, f"He came on the {number}{ending}.")
    (finding,) = find(ImpossibleDate, f"He came on the {number}{'nd' if ending != 'nd' else 'th'}.")
    assert finding.fix is not None
    assert finding.fix.edits[0].text == f"{number}{ending}"


@pytest.mark.parametrize(
    "text",
    [
        "In June 31 people died.",
        "Over 40 May Day marches were held.",
        "In August, 38th Corps was transferred.",
        "The boxer weighs 12st.",
        "It starts at 00:00, 9:59 a.m. and 24:00.",
        "She won in 25:36.07 and in 1:02:75 hours.",
        "It is on page 21:75 of the register.",
        "A 29 February is rare.",
        "It is the 30 April bulletin, and 31 March's.",
        "Call 31-06-2020-77 or write to a@31june.com.",
    ],
)
def test_left_alone(text: str) -> None:
    assert not find(ImpossibleDate, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then came the April 31 primary.", "April 31"),
        ("He left his Sept. 31 meeting early.", "Sept. 31"),
        ("It was on 29 February 1900.", "29 February 1900"),
        ("It opens at 12:60 p.m.", "12:60"),
        ("It opens at 26:00 on Monday.", "26:00"),
        ("It was 31/06/2020.", "31/06/2020"),
        ("It opened on the 31st of June.", "31st of June"),
    ],
)
def test_reported(text: str, words: str) -> None:
    (finding,) = find(ImpossibleDate, text)
    assert text[finding.span.start : finding.span.end] == words
