"""Dates as they are written, and the article's own date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint.config.settings import Settings
from articlelint.plugins.loading import load
from articlelint.run.reading import read_articles
from articlelint.source import Source
from articlelint.testing import document
from articlelint.text.words.calendar import DAYS, MONTHS

DAY_MONTH, MONTH_DAY = al.DateForm.DAY_MONTH, al.DateForm.MONTH_DAY


@pytest.mark.parametrize(
    ("text", "words", "form", "day", "month", "year", "weekday"),
    [
        ("It was Monday, May 4, 2020, then.", "Monday, May 4, 2020", MONTH_DAY, 4, 5, 2020, 0),
        ("It was Monday May 4.", "Monday May 4", MONTH_DAY, 4, 5, None, 0),
        ("On Mon 4 May 2020.", "Mon 4 May 2020", DAY_MONTH, 4, 5, 2020, 0),
        ("On Weds., Sept. 2.", "Weds., Sept. 2", MONTH_DAY, 2, 9, None, 2),
        ("On 4 Sept. 2020.", "4 Sept. 2020", DAY_MONTH, 4, 9, 2020, None),
        ("On 4 May. 2020 was a bad year.", "4 May", DAY_MONTH, 4, 5, None, None),
        ("On the 21st of May.", "21st of May", DAY_MONTH, 21, 5, None, None),
        ("On May the 4th.", "May the 4th", MONTH_DAY, 4, 5, None, None),
        ("On 4 May 2020 (Monday).", "4 May 2020 (Monday)", DAY_MONTH, 4, 5, 2020, 0),
        ("On May 4, 2020, a Monday.", "May 4, 2020, a Monday", MONTH_DAY, 4, 5, 2020, 0),
        ("On Tuesday (May 5) it rained.", "Tuesday (May 5", MONTH_DAY, 5, 5, None, 1),
        ("On Monday evening, 4 May.", "Monday evening, 4 May", DAY_MONTH, 4, 5, None, 0),
        ("Since May 2020.", "May 2020", al.DateForm.MONTH, None, 5, 2020, None),
        ("On 2020-05-04.", "2020-05-04", al.DateForm.ISO, 4, 5, 2020, None),
        ("On 21/5/2020.", "21/5/2020", al.DateForm.NUMERIC, 21, 5, 2020, None),
        ("On 5/21/2020.", "5/21/2020", al.DateForm.NUMERIC, 21, 5, 2020, None),
        ("On 21.5.2020.", "21.5.2020", al.DateForm.NUMERIC, 21, 5, 2020, None),
        ("On 4/5/2020.", "4/5/2020", al.DateForm.NUMERIC, None, None, 2020, None),
        ("On 31 June.", "31 June", DAY_MONTH, 31, 6, None, None),
    ],
)
def test_one_date(  # noqa: PLR0917 - the parts of a date
    text: str,
    words: str,
    form: al.DateForm,
    day: int | None,
    month: int | None,
    year: int | None,
    weekday: int | None,
) -> None:
    doc = document(text)
    (date,) = doc.dates
    assert doc.slice(date.span) == words
    assert (date.form, date.day, date.month, date.year, date.weekday_number) == (
        form,
        day,
        month,
        year,
        weekday,
    )
    if date.weekday is not None:
        assert doc.slice(date.weekday).startswith(DAYS[date.weekday_number or 0][:3])


@pytest.mark.parametrize(
    "text",
    [
        "In May, 5,000 people came.",
        "He may 4 times march 10 miles.",
        "The May 20-year-olds left.",
        "It is 24/7/365 and 1/2.",
        "The score was 2020-21.",
        "May 3pm suit you?",
    ],
)
def test_no_date(text: str) -> None:
    assert document(text).dates == ()


@pytest.mark.parametrize(("text", "first", "last"), [("4-6 May 2020", 4, 6), ("May 4 to 6, 2020", 4, 6)])
def test_several_days(text: str, first: int, last: int) -> None:
    (date,) = document(f"It is open {text}.").dates
    assert (date.day, date.last_day, date.year) == (first, last, 2020)


def test_the_sun_is_a_newspaper() -> None:
    (date,) = document("He wrote in the New York Sun (8 February 1926).").dates
    assert date.weekday is None
    (date,) = document("Open: Sun 8 February.").dates
    assert date.weekday_number == 6


def test_an_era() -> None:
    (date,) = document("Caesar died on 15 March 44 BC in Rome.").dates
    assert (date.year, date.era, date.calendar_date) == (44, "BC", None)


@given(st.dates(dt.date(1800, 1, 1), dt.date(2900, 1, 1)), st.sampled_from(range(4)))
def test_a_date_is_read_as_it_was_written(day: dt.date, form: int) -> None:
    weekday, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    written = (
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
    )[form]
    doc = document(f"It was on {written} that they met.")
    (date,) = doc.dates
    assert doc.slice(date.span) == written
    assert date.calendar_date == day
    assert date.weekday_number in {None, day.weekday()}


@given(
    st.lists(st.sampled_from([*"May Monday 4 31 2020 , - / th . ( BC".split(), " "]), max_size=20).map(
        "".join
    )
)
def test_any_text_can_be_read(text: str) -> None:
    doc = document(text)
    assert all(0 <= date.span.start < date.span.end <= len(doc.text) for date in doc.dates)


def _published(path: str, text: str) -> dt.date | None:
    (article,) = read_articles(Source(path, text), Settings(), load())
    return article.document.published


@pytest.mark.parametrize(
    "value",
    [
        "2020-05-04",
        "2020-05-04T10:00:00Z",
        "2020-05-04 10:00:00 +0200",
        "20200504T100000Z",
        "May 4, 2020",
        "Mon, 04 May 2020 10:00:00 GMT",
    ],
)
@pytest.mark.parametrize("key", ["date", "published", "pub_date", "publishDate"])
def test_the_date_of_the_front_matter(key: str, value: str) -> None:
    text = f'---\ntitle: Ferry\n{key}: "{value}"\n---\n\nIt sails.\n'
    assert _published("ferry.md", text) == dt.date(2020, 5, 4)


def test_the_date_of_the_name_of_the_file() -> None:
    assert _published(str(Path("posts") / "2020-05-04-ferry.md"), "It sails.\n") == dt.date(2020, 5, 4)


def test_the_date_of_a_dateline() -> None:
    assert document("Published 4 May 2020\n\nThe ferry sails.").published == dt.date(2020, 5, 4)


@pytest.mark.parametrize(
    "text", ["The ferry sails.", "It sailed on 4 May 2020.", "---\ndate: 4/5/2020\n---\n\nIt sails.\n"]
)
def test_an_article_without_a_date(text: str) -> None:
    assert _published("ferry.md", text) is None
