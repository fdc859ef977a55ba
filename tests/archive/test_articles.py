"""Dates of articles, and near copies."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.archive.articles import date_in_path, read_date
from articlelint.archive.near_copies import AGREEING, BANDS, bands


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2020-01-31", "2020-01-31"),
        (" 2020-01-31T08:15:00Z", "2020-01-31"),
        ("20200131", "2020-01-31"),
        ("Fri, 31 Jan 2020 08:15:00 +0100", "2020-01-31"),
        ("2020-02-31", ""),
        ("31 January", ""),
        ("yesterday", ""),
        ("1580458500", ""),
        ("", ""),
    ],
)
def test_dates(text: str, read: str) -> None:
    assert read_date(text) == read


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("news/2020/01/31/bridge.html", "2020-01-31"),
        ("2020-01-31-bridge.md", "2020-01-31"),
        ("20200131_bridge.txt", "2020-01-31"),
        ("a/2020-99-99/2020/02/01/b.txt", "2020-02-01"),
        ("2020/01/bridge.txt", ""),
        ("1234567890.txt", ""),
        ("bridge.txt", ""),
    ],
)
def test_dates_in_paths(path: str, read: str) -> None:
    assert date_in_path(path) == read


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()
    assert date_in_path(f"news/{day:%Y/%m/%d}/a.txt") == day.isoformat()


def agreeing(first: list[str], second: list[str]) -> int:
    return sum(a == b for a, b in zip(bands(first), bands(second), strict=True))


def test_near_copies_agree_in_many_bands_and_others_in_none() -> None:
    chance = random.Random(4)
    words = [f"w{chance.randrange(3000)}" for _ in range(600)]
    assert agreeing(words, words) == BANDS
    assert agreeing(words, [*words[:570], "more", "to", "follow"]) >= AGREEING
    assert agreeing(words, ["updated", *words[:300], "correction", *words[300:]]) >= AGREEING
    # Half of the article is another.
    assert agreeing(words, words[:300] + [f"x{n}" for n in range(300)]) < AGREEING
    assert agreeing(words, [f"x{n}" for n in range(600)]) == 0


def test_a_text_of_a_few_words_has_no_bands() -> None:
    assert bands("one two three four".split()) == []
    assert len(bands("one two three four five".split())) == BANDS
