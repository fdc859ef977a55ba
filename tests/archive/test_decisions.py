"""What is decided on: 90 % of twenty articles or more, and of those of the last two years."""

from __future__ import annotations

import pytest

from articlelint.archive.decisions import decide
from articlelint.archive.forms import Form


def form(text: str, **years: int) -> Form:
    """A form with so many articles in each year: ``y2020=5``; ``y`` are those without a date."""
    dated = {year[1:]: number for year, number in years.items() if year != "y"}
    return Form("word", "key", text, sum(years.values()), 0, 0, "", "", dated, {})


@pytest.mark.parametrize(
    ("forms", "decided"),
    [
        ([form("a", y2020=20)], "a"),
        ([form("a", y2020=19)], None),
        ([form("a", y2020=18), form("b", y2020=2)], "a"),
        ([form("a", y2020=17), form("b", y2020=3)], None),
        ([form("a", y=20)], "a"),
        # The house has changed its mind.
        ([form("a", y2010=200), form("b", y2020=20)], None),
        ([form("a", y2010=200), form("b", y2019=1)], None),
        ([form("a", y2010=200, y2020=9), form("b", y2019=1)], "a"),
        # Nothing in the last two years says otherwise.
        ([form("a", y2010=20)], "a"),
        ([form("a", y2010=90), form("b", y2018=10)], "a"),
    ],
)
def test_decisions(forms: list[Form], decided: str | None) -> None:
    assert decide(forms, "2020") == decided
    assert decide(forms[::-1], "2020") == decided


def test_an_archive_without_dates_is_decided_by_all_its_articles() -> None:
    assert decide([form("a", y=18), form("b", y=2)], "") == "a"
