"""Numbers that do not agree, and the many that only look so."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint.testing import document, find
from articlelint_rules.facts.conflicting_figure import ConflictingFigure
from articlelint_rules.facts.percent_arithmetic import PercentArithmetic
from articlelint_rules.facts.rounding import rounding
from articlelint_rules.facts.stated_count import StatedCount
from articlelint_rules.facts.unit_conversion import UnitConversion


def reported(rule: type[al.Rule[object]], text: str, suffix: str = ".txt") -> list[str]:
    """The words that a rule reports."""
    prose = document(text, suffix=suffix)
    return [prose.slice(finding.span) for finding in find(rule, text, suffix=suffix)]


CONVERSIONS = [
    "5 miles (8 km)",
    "3 miles (5 km)",
    "26.2 miles (42.2 km)",
    "1,000 feet (300 metres)",
    "1,000 feet (305 m)",
    "5ft 10in (1.78m)",
    "100 acres (40 hectares)",
    "an acre and 2.5 acres (1 hectare)",
    "50 gallons (190 litres)",
    "50 gallons (227 litres)",
    "20 tons (18 tonnes)",
    "20 tons (20.3 tonnes)",
    "150lb (68kg)",
    "11 stone 4 pounds (72 kg)",
    "70 mph (113 km/h)",
    "100F (38C)",
    "a rise of 2C (3.6F)",
    "-40C (-40F)",
    "half a mile (800 metres)",
    "about 10 miles (some 15 km)",
    "300 square miles (777 square kilometres)",
    "six feet (two metres)",
    # No conversions.
    "10 miles (25 minutes)",
    "10 miles (25 km of it by road)",
    "10 miles (5 miles each way)",
    "5 miles or 10 km runs",
    "10-15 miles (16-24 km)",
    "10-15 miles (20 km)",
    "$10 (£20)",
    "two weeks (10 days)",
]


@pytest.mark.parametrize(
    ("rate", "sums", "right"),
    [
        ("$1 = 0.80 euros.", "$10m (8m euros)", True),
        ("$1 = 0.80 euros.", "8m euros ($10m)", True),
        ("$1 = 0.80 euros.", "$10m (€5m)", False),
        ("It sold at a rate of 1.25 dollars to the pound.", "£4m ($8m)", False),
        ("It sold at a rate of 1.25 dollars to the pound.", "£4m ($5m)", True),
        ("It sold at a rate of 1.25 dollars to the pound.", "€4m ($8m)", True),
        ("It costs 2 dollars to the pound.", "£4m ($16m)", True),
    ],
)
def test_sums_of_money_are_compared_where_the_article_gives_the_rate(
    rate: str, sums: str, right: bool
) -> None:
    assert (reported(UnitConversion, f"It is {sums}, he said. {rate}") == []) == right


@pytest.mark.parametrize("words", CONVERSIONS)
def test_conversions_that_may_be_right(words: str) -> None:
    assert reported(UnitConversion, f"It is {words}, he said.") == []


@pytest.mark.parametrize(
    "words",
    [
        "10-15 miles (20-30 km)",
        "10-15 miles (16-30 km)",
        "10 miles (25 km)",
        "25 km (10 miles)",
        "5 miles (12 km)",
        "26.2 miles (45 km)",
        "5ft 10in (1.58m)",
        "100 acres (250 hectares)",
        "50 gallons (500 litres)",
        "150lb (86kg)",
        "70 mph (133 km/h)",
        "100F (48C)",
        "10 miles, or 25 km",
        "300 square miles (480 square kilometres)",
    ],
)
def test_conversions_that_are_wrong(words: str) -> None:
    assert reported(UnitConversion, f"It is {words}, he said.") == [words]


@given(
    st.integers(1, 10**5), st.sampled_from([("miles", "km"), ("lb", "kg"), ("acres", "hectares"), ("F", "C")])
)
def test_an_exact_conversion_is_right_and_twice_as_much_is_wrong(number: int, units: tuple[str, str]) -> None:
    customary, metric = document(f"{number:,} {units[0]} and 1 {units[1]}").quantities
    assert customary.unit is not None
    assert metric.unit is not None
    scale = metric.unit.scales[0]
    value = (customary.unit.in_si(Fraction(number))[0] - scale.offset) / scale.factor
    written = f"{float(value):,.1f}"
    assert reported(UnitConversion, f"It is {number:,} {units[0]} ({written} {units[1]}).") == []
    if abs(value) > 1000:
        doubled = f"{float(2 * value):,.1f}"
        assert reported(UnitConversion, f"It is {number:,} {units[0]} ({doubled} {units[1]}).") != []


@pytest.mark.parametrize(
    ("text", "step"),
    [("100 men", 10), ("3,000 men", 100), ("25 men", 1), ("2.5 km", Fraction(1, 10)), ("10 men", 1)],
)
def test_how_much_a_number_may_be_rounded(text: str, step: Fraction) -> None:
    (quantity,) = document(text).quantities
    assert rounding(quantity) == step


@pytest.mark.parametrize(
    "words",
    [
        "from 40 to 50, a rise of 25 per cent",
        "from 40 to 50, up 25%",
        "from 40 to 50 (up 25%)",
        "25 per cent from 40 to 50",
        "25 per cent, from 40 to 50",
        "25 per cent to 50 from 40",
        "from 3.1m to 3.4m people, a 10 per cent rise",
        "from 200 to 100, a fall of half, or 50 per cent",
        "from £1.2bn to £1.3bn, a rise of 8 per cent",
        "about 30 per cent from 40 to 51",
        "from 40 to 50, and 20 per cent of them left",
        "from 40 to 50, when 20 per cent left",
        "from 40 miles to 50 km, a rise of 90 per cent",
    ],
)
def test_percentages_that_may_be_right(words: str) -> None:
    assert reported(PercentArithmetic, f"Sales went {words}.") == []


@pytest.mark.parametrize(
    ("words", "flagged"),
    [
        ("from 40 to 50, a rise of 20 per cent", "40 to 50, a rise of 20 per cent"),
        ("from 40 to 50, up 20%", "40 to 50, up 20%"),
        ("from 40 to 50 (up 20%)", "40 to 50 (up 20%"),
        ("up 20 per cent from 40 to 50", "20 per cent from 40 to 50"),
        ("up 20 per cent to 50 from 40", "20 per cent to 50 from 40"),
        (
            "from $20 million to $30 million, a 33 per cent increase",
            "$20 million to $30 million, a 33 per cent increase",
        ),
        ("from 400 to 100, a drop of 400 per cent", "400 to 100, a drop of 400 per cent"),
    ],
)
def test_percentages_that_are_wrong(words: str, flagged: str) -> None:
    assert reported(PercentArithmetic, f"Sales went {words}.") == [flagged]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Three killed in blast", "Four people were killed in a blast on Monday."),
        ("Blast kills three", "Four people were killed in a blast on Monday."),
        ("Three dead in blast", "A blast killed four people on Monday."),
        ("Police arrest five men", "Six men were arrested in Tarn on Monday."),
        ("Fire destroys 12 homes", "A fire has destroyed 14 homes in Tarn."),
        ("Ferry firm to cut 500 jobs", "The ferry firm will cut 700 jobs by May."),
    ],
)
def test_headlines_that_the_text_contradicts(headline: str, text: str) -> None:
    assert len(reported(ConflictingFigure, f"# {headline}\n\n{text}\n\nIt rained.", ".md")) == 1


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Three killed in blast", "Three people were killed in a blast on Monday."),
        ("Three killed in blast", "At least four people were killed in a blast on Monday."),
        ("Three killed in blast", "Another four people were killed in a blast on Monday."),
        ("Three killed in blast", "In 2015, four people were killed in a blast."),
        ("Three killed in blast", "Four people were hurt in a blast on Monday."),
        ("Three killed in blast", "Four of those who were killed in the blast were children."),
        ("Three killed in blast", "A blast killed one man and two women on Monday."),
        ("Five killed in blast", "Two people were killed at once. Three people died on Monday."),
        ("At least three killed in blast", "Four people were killed in a blast on Monday."),
        ("Firm to cut 500 jobs", "The firm will cut 498 jobs by May."),
        ("Firm cuts 500 jobs", "The firm cut 300 prices in May."),
    ],
)
def test_headlines_that_may_agree(headline: str, text: str) -> None:
    assert reported(ConflictingFigure, f"# {headline}\n\n{text}\n\nIt rained.", ".md") == []


def test_the_numbers_of_a_live_blog_change() -> None:
    text = "# Three killed in blast\n\n10.15am: Four people were killed in a blast.\n\n10.05am: It began."
    assert reported(ConflictingFigure, text, ".md") == []


def test_a_caption_is_compared_too() -> None:
    text = (
        "<h1>Blast in Tarn</h1><figure><img src='a.jpg'><figcaption>Five people were killed in the blast"
        "</figcaption></figure><p>Four people were killed in a blast on Monday.</p><p>It rained.</p>"
    )
    assert reported(ConflictingFigure, text, ".html") == ["Five people were killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Here are five ways to save:\n\n- Walk.\n- Cycle.",
        "He named two men who sold three ferries:\n\n- Walk.\n- Cycle.\n- Row.",
        "Here are about four ways to save:\n\n- Walk.\n- Cycle.\n- Row.",
        "There are three ways to save.\n\n- Walk.\n- Cycle.",
        "# 4 ways to save\n\nIt rained.\n\n## 1. Walk\n\nIt rained.\n\n## 3. Cycle\n\nIt rained.",
    ],
)
def test_counts_that_are_of_something_else(text: str) -> None:
    assert reported(StatedCount, text, ".md") == []
