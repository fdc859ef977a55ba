"""weekday-date, where the article's own date decides."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import find
from articlelint_rules.facts.weekday_date import WeekdayDate


def _findings(published: dt.date, written: str) -> int:
    return len(find(WeekdayDate, f"Published {published:%d %B %Y}\n\nThe ferry sails on {written} at noon."))


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(-200, 200), st.integers(1, 6))
def test_the_right_day_is_left_alone(published: dt.date, days: int, off: int) -> None:
    day = published + dt.timedelta(days)
    assert _findings(published, f"{day:%A} {day:%d} {day:%B}") == 0
    wrong = day + dt.timedelta(off)
    if abs(days) < 365 - 200:  # no other year is within reach
        assert _findings(published, f"{wrong:%A} {day:%d} {day:%B}") == 1


def test_a_date_in_reach_of_two_years_must_disagree_with_both() -> None:
    # 180 days after and 185 before: 31 October 2020 was a Saturday, 31 October 2019 a Thursday.
    published = dt.date(2020, 5, 1)
    assert _findings(published, "Saturday 31 October") == 0
    assert _findings(published, "Thursday 31 October") == 0
    assert _findings(published, "Friday 31 October") == 1


def test_a_title_is_left_alone() -> None:
    assert not find(WeekdayDate, "He wrote the book “Saturday 5 May 2020” in a week.")
