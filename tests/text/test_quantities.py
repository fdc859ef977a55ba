"""The quantities view: which numbers it has, what they are worth, and what is no quantity."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint.testing import document, marked
from articlelint.text.words import numbers

AGE, COUNT, MEASURE, MONEY, ORDINAL, PERCENT = (
    al.QuantityKind.AGE,
    al.QuantityKind.COUNT,
    al.QuantityKind.MEASURE,
    al.QuantityKind.MONEY,
    al.QuantityKind.ORDINAL,
    al.QuantityKind.PERCENT,
)
POINT = al.QuantityKind.PERCENTAGE_POINT

# The quantity of each text stands in [[ ]].
QUANTITIES = [
    ("[[Three]] people were killed.", COUNT, 3, ""),
    ("It has [[1,234,567]] readers.", COUNT, 1234567, ""),
    ("Some [[a hundred]] came.", COUNT, 100, ""),
    ("The [[one hundred and five]] members met.", COUNT, 105, ""),
    ("[[Two and a half million]] people live there.", COUNT, 2500000, ""),
    ("[[Half a million]] people live there.", COUNT, 500000, ""),
    ("It sold [[two dozen]] eggs.", COUNT, 24, ""),
    ("It needs [[two thirds]] of the votes.", COUNT, Fraction(2, 3), ""),
    ("About [[a third]] of them left.", COUNT, Fraction(1, 3), ""),
    ("It has [[2½]] pages.", COUNT, Fraction(5, 2), ""),
    ("Add [[1 1/2]] spoons.", COUNT, Fraction(3, 2), ""),
    ("[[One]] man left.", COUNT, 1, ""),
    ("a [[10]]-point plan", COUNT, 10, ""),
    ("It is [[10 miles]] away.", MEASURE, 10, "mile"),
    ("It took [[half an hour]].", MEASURE, Fraction(1, 2), "hour"),
    ("It took [[two hours and 20 minutes]].", MEASURE, Fraction(7, 3), "hour"),
    ("He is [[6ft 2in]] tall.", MEASURE, Fraction(37, 6), "foot"),
    ("He is [[1.88m]] tall.", MEASURE, Fraction(47, 25), "metre"),
    ("It covers [[30,000 sq. miles]].", MEASURE, 30000, "square mile"),
    ("a [[30,000-square-foot]] house", MEASURE, 30000, "square foot"),
    ("It covers [[25km²]].", MEASURE, 25, "square kilometre"),
    ("at [[60 miles per hour]]", MEASURE, 60, "mile per hour"),
    ("at [[97 km/h]]", MEASURE, 97, "kilometre per hour"),
    ("It was [[20C]].", MEASURE, 20, "degree Celsius"),
    ("It was -[[5 degrees Fahrenheit]].", MEASURE, -5, "degree Fahrenheit"),
    ("It was minus [[5 degrees]].", MEASURE, -5, "degree"),
    ("He paid [[$5m]].", MONEY, 5000000, "dollar"),
    ("He paid [[£3.2bn]].", MONEY, 3200000000, "pound sterling"),
    ("He paid [[US$10 million]].", MONEY, 10000000, "US dollar"),
    ("He paid [[EUR 10]].", MONEY, 10, "euro"),
    ("He paid [[5 million euros]].", MONEY, 5000000, "euro"),
    ("He paid [[50 pence]].", MONEY, 50, "penny"),
    ("It rose [[5%]].", PERCENT, 5, ""),
    ("It rose [[0.5 per cent]].", PERCENT, Fraction(1, 2), ""),
    ("It rose [[five percent]].", PERCENT, 5, ""),
    ("It rose [[2.5 percentage points]].", POINT, Fraction(5, 2), ""),
    ("It was the [[21st]] time.", ORDINAL, 21, ""),
    ("It was the [[twenty-first]] time.", ORDINAL, 21, ""),
    ("It was the [[fifth]] time.", ORDINAL, 5, ""),
    ("A man aged [[34]] left.", AGE, 34, "year"),
    ("A [[34-year-old]] man left.", AGE, 34, "year"),
    ("Jane Doe, [[34]], left.", AGE, 34, "year"),
    ("She is [[34 years old]].", AGE, 34, "year"),
    ("She left at the age of [[34]].", AGE, 34, "year"),
    ("a [[six-month-old]] baby", AGE, 6, "month"),
    ("a baby aged [[18 months]]", AGE, 18, "month"),
]


@pytest.mark.parametrize(("text", "kind", "value", "unit"), QUANTITIES)
def test_one_quantity(text: str, kind: al.QuantityKind, value: Fraction, unit: str) -> None:
    plain, spans = marked(text)
    (found,) = document(plain).quantities
    assert [found.span] == spans
    assert (found.kind, found.low, found.high, found.value) == (kind, value, value, value)
    assert (found.unit.name if found.unit else "") == unit
    assert not found.is_range


RANGES = [
    ("It is [[10-15 miles]] away.", 10, 15),
    ("It is [[10 to 15 miles]] away.", 10, 15),
    ("It is between [[10 and 15 miles]] away.", 10, 15),
    ("Between [[one hundred and two hundred]] people came.", 100, 200),
    ("[[10–15]] people came.", 10, 15),
    ("[[Five or six]] people came.", 5, 6),
    ("It costs [[$5-10 million]].", 5000000, 10000000),
    ("It costs [[$5 million to $10 million]].", 5000000, 10000000),
    ("[[5 to 10 million]] people", 5000000, 10000000),
    ("[[18- to 24-year-olds]]", 18, 24),
    ("children aged between [[5 and 10]]", 5, 10),
    ("a child aged [[5-10]]", 5, 10),
    ("It rose [[5 to 10 per cent]].", 5, 10),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_is_one_quantity(text: str, low: int, high: int) -> None:
    plain, spans = marked(text)
    (found,) = document(plain).quantities
    assert [found.span] == spans
    assert (found.low, found.high, found.is_range) == (low, high, True)


def test_a_change_is_two_quantities() -> None:
    doc = document("Sales rose from 5 to 10 per cent and from $2 million to $3 million.")
    assert [(doc.slice(q.span), q.low, q.kind) for q in doc.quantities] == [
        ("5", 5, PERCENT),
        ("10 per cent", 10, PERCENT),
        ("$2 million", 2000000, MONEY),
        ("$3 million", 3000000, MONEY),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was in 2019, in the 1990s and from 1948-1982.",
        "They met on May 10, on 10 May and on the 10th of May, on Sept. 11.",
        "They won 3-2, 6-4 and 2–1, and lost 2-3.",
        "It began at 10:30, at 10:30am, at 5 p.m., at 7pm, and lasted from 3 to 5 pm.",
        "Call 020 7946 0000 or 555-1234.",
        "Route 66, Apollo 11, page 12, day two, No. 5, #7, World War Two and Boeing 737 jets",
        "Covid-19, F-16, G20, 4x4, 3D, 24/7, 10x",
        "One of them knows no one, and each one is a one-off.",
        "Hundreds came, several hundred left, and a few thousand stayed.",
        "A million and a half, 5m people.",
        "1) Peel. 007",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    doc = document(text)
    assert [doc.slice(q.span) for q in doc.quantities] == []


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("About 50 people came.", True),
        ("At least 50 people came.", True),
        ("As many as 50 people came.", True),
        ("An estimated 50 people came.", True),
        ("It costs nearly £50.", True),
        ("50 or so people came.", True),
        ("50 or more people came.", True),
        ("50+ people came.", True),
        ("It costs £50.", False),
        ("All 50 people came.", False),
    ],
)
def test_words_that_make_a_number_inexact(text: str, approximate: bool) -> None:
    (found,) = document(text).quantities
    assert found.approximate is approximate


def test_the_step_is_that_of_the_last_place() -> None:
    found = document("1,200 people, 2.5 million people, two million people, £3.25, 60% of them").quantities
    assert [q.step for q in found] == [1, 100000, 1000000, Fraction(1, 100), 1]


def in_words(number: int) -> str:
    """A number below a billion in words, as British newspapers write it."""
    small = ("", *numbers.ONES, *numbers.TEN_TO_NINETEEN)
    if number < len(small):
        return small[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return numbers.TENS[tens - 2] + (f"-{small[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{small[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    for scale, word in ((10**6, "million"), (10**3, "thousand")):
        if number >= scale:
            more, rest = divmod(number, scale)
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(more)} {word}{joint}{in_words(rest)}".strip()
    raise AssertionError


@given(st.integers(2, 10**9 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    for words in (in_words(number), in_words(number).replace(" and ", " "), in_words(number).capitalize()):
        text = f"{words} ferries sailed"
        (found,) = document(text).quantities
        assert (found.low, found.high, found.span) == (number, number, al.Span(0, len(words)))


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["", " million", "bn", " thousand"]))
def test_a_number_in_figures_is_read_back(number: Fraction, scale: str) -> None:
    times = {"": 1, " million": 10**6, "bn": 10**9, " thousand": 10**3}[scale]
    text = f"{number:,}{scale} tickets"
    (found,) = document(text).quantities
    assert found.low == Fraction(number) * times
    assert found.step == Fraction(times, 100)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["-", "–", " to "]))
def test_a_range_is_read_back(one: int, other: int, joint: str) -> None:
    low, high = sorted((one, other))
    found = document(f"It is {low:,}{joint}{high:,} miles away.").quantities
    if low < high:
        assert [(q.low, q.high) for q in found] == [(low, high)]


@given(st.text(st.sampled_from("0123456789.,-– $£%½/() \nabkmnost'’"), max_size=40))
def test_spans_are_in_order_and_hold_their_numbers(text: str) -> None:
    doc = document(text)
    end = 0
    for found in doc.quantities:
        assert end <= found.span.start <= found.number.start < found.number.end <= found.span.end
        end = found.span.end
        assert doc.tokens.starts[found.tokens.start] <= found.span.start
        assert found.span.end <= doc.tokens.ends[found.tokens.stop - 1]
        assert found.low <= found.high
