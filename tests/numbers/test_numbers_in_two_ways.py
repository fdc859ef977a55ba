"""Numbers that are said twice, half in words, or in two styles."""

from __future__ import annotations

import pytest

import articlelint as al
from articlelint.testing import document, find
from articlelint_rules.numbers.mixed_currency_style import MixedCurrencyStyle
from articlelint_rules.numbers.mixed_number_style import MixedNumberStyle
from articlelint_rules.numbers.mixed_percent import MixedPercent
from articlelint_rules.numbers.range_preposition import RangePreposition
from articlelint_rules.numbers.redundant_unit import RedundantUnit


def reported(rule: type[al.Rule[object]], text: str) -> list[str]:
    """The words that a rule reports."""
    prose = document(text)
    return [prose.slice(finding.span) for finding in find(rule, text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It cost $1.3 billion dollars.", "$1.3 billion dollars"),
        ("It cost $162 dollars each year.", "$162 dollars"),
        ("It cost £5m pounds.", "£5m pounds"),
        ("It cost €20 euros.", "€20 euros"),
        ("It sails at 10:30 a.m. in the morning.", "10:30 a.m. in the morning"),
        ("It closes at twelve noon.", "twelve noon"),
        ("It has two ATM machines.", ""),
        ("It has two ATMs machines.", "ATMs machines"),
        ("It cost $5 dollars-worth.", ""),
        ("It cost €20 dollars.", ""),
        ("It sails at 10 a.m. and in the morning.", ""),
        ("Pin number one is loose.", ""),
    ],
)
def test_what_is_said_twice(text: str, words: str) -> None:
    assert reported(RedundantUnit, text) == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sailed from 1948-1982.", "from 1948-1982"),
        ("From 1948 – 1982 it sailed.", "From 1948 – 1982"),
        ("It takes from 5-10 minutes.", "from 5-10 minutes"),
        ("It costs between $5-10 million.", "between $5-10 million"),
        ("children aged between 5-10", "between 5-10"),
        ("It sailed from 1948-82.", ""),
        ("He came back from 0-2 down.", ""),
        ("It sailed between 1948-1950 and 1980-1982.", ""),
        ("It grew from 10-15 miles to 20-25 miles.", ""),
        ("It sailed in 1948-1982.", ""),
        ("The sum from 1982-1948.", ""),
    ],
)
def test_ranges_with_a_preposition_and_a_dash(text: str, words: str) -> None:
    assert reported(RangePreposition, text) == ([words] if words else [])


@pytest.mark.parametrize("rule", [MixedCurrencyStyle, MixedNumberStyle, MixedPercent])
def test_each_finding_has_the_other_place(rule: type[al.Rule[object]]) -> None:
    text = "He saw three ferries. They cost $5 million or 5%. She saw 4 boats. They cost $6m or 6 per cent."
    (finding,) = find(rule, text)
    doc = document(text)
    assert [doc.slice(other.span) for other in finding.related] == [
        {MixedCurrencyStyle: "$5 million", MixedNumberStyle: "three", MixedPercent: "5%"}[rule]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He saw three ferries. It was a Level 2 offence, in Season 5 episodes.",
        "He saw three ferries. In chapter 4 trams are sold; parts 1, 2 and 3 say so.",
        "He saw three ferries and a 2-storey house, 6 metres high, 7 per cent larger, for 8 years.",
        "He saw three ferries. They won 6-4 with 12 goals and 5 points.",
    ],
)
def test_figures_that_stay_figures(text: str) -> None:
    assert reported(MixedNumberStyle, text) == []
