"""Spaces too many, and spaces that are meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.findings.fixes import apply_edits
from articlelint.testing import document, find
from articlelint_rules.typography.extra_space import ExtraSpace

FIXED = {
    "The ferry  sails.": "The ferry sails.",
    "The ferry    sails at noon, and nobody knows why it does so every day.": (
        "The ferry sails at noon, and nobody knows why it does so every day."
    ),
    "The ferry , old , sails .": "The ferry, old, sails.",
    "Old ; slow : late.": "Old; slow: late.",
    "Really ? Yes !": "Really? Yes!",
    "The ferry ( old ) sails.": "The ferry (old) sails.",
    "“ No,” she said. “Never ”": "“No,” she said. “Never”",
    "It cost 5 % more, or 40% .": "It cost 5 % more, or 40%.",
    "“Good” , she said.": "“Good”, she said.",
    "An energy- based economy with well- known ports.": "An energy-based economy with well-known ports.",
    "The ferry sails.  It is late. It is old.": "The ferry sails. It is late. It is old.",
}

MEANT = """
The ferry sails at noon.
It sails.  It is late.  It is old.  It is full.
He waited . . . and left ... and came back.
Version .5 of .NET and a .com boom.
He smiled :) and she winked ;) at him.
[ ] call the captain [x] done
( )
The sign said “ ” and no more.
They said „so“ and left.
Il a dit : « oui » !
1 : 0
The short- and long-term plans, with two- or three-year terms; the third- through eighth-grade pupils.
The pro- rather than anti-war camp.
The ferry - an old one - sails.
Score    3    7
""".strip().splitlines()


@pytest.mark.parametrize(("text", "fixed"), FIXED.items())
def test_a_space_too_many_is_taken_out(text: str, fixed: str) -> None:
    findings = find(ExtraSpace, text)
    assert findings
    assert apply_edits(document(text).text, [f.fix for f in findings if f.fix]) == fixed
    assert find(ExtraSpace, fixed) == []


@pytest.mark.parametrize("text", [line for line in MEANT if not line.startswith(("Il a", "1 :"))])
def test_a_space_that_is_meant_is_left_alone(text: str) -> None:
    assert find(ExtraSpace, text) == []


def test_columns_and_wrapped_lines_are_left_alone() -> None:
    assert find(ExtraSpace, "Port      Boats   Crew\n\nTarn      4       21\n\nOrrin     2       9\n") == []
    assert find(ExtraSpace, "<p>The ferry\n      sails</p>", suffix=".html") == []
    assert find(ExtraSpace, "The ferry  \nsails at noon.", suffix=".md") == []


def test_code_and_pictures_leave_no_gap() -> None:
    assert find(ExtraSpace, "Run `make` , then ![boat](b.png) sail.", suffix=".md")[0].message.startswith(
        "A space before"
    )
    assert find(ExtraSpace, "Run `make all`, then ![boat](b.png) sail.", suffix=".md") == []


@given(st.text(alphabet="ab .,“”()\n", max_size=60))
def test_a_fix_leaves_nothing_to_fix(text: str) -> None:
    text = document(text).text
    for _ in range(10):
        findings = find(ExtraSpace, text)
        if not findings:
            return
        text = document(apply_edits(document(text).text, [f.fix for f in findings if f.fix])).text
    raise AssertionError(text)
