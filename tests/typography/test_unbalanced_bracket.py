"""unbalanced-bracket: partners in the paragraph and further down, list markers and emoticons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import document, find, marked
from articlelint_rules.typography.unbalanced_bracket import UnbalancedBracket


@pytest.mark.parametrize(
    "text",
    [
        "The bridge [opened (in 1901)] is old. It has (as he said) two lanes.",
        "The act (8 U.S.C. 12(a)(1)) is old. Businesses (such as 8(a) firms) win.",
        "Some ask [[(]]or (so it seems) for more money for the bridge, which is old.",
        "Some ask for more[[)]] money, and some (as ever) do not.",
        # A remark in several paragraphs is closed further down, but not by another one in its own.
        "(Note: it rained.\n\nIt rained all day, and the river rose.\n\nNobody came.)",
        "[[(]]Note: it rained.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.[[)]]",
        "It is old[[)]] and it rained.\n\nIt rained all day [[(]]and the river rose.",
        # Markers and emoticons.
        "Rules: #1) pay, #2) stay. A) red b) blue.",
        "PS) It rained all day.",
        "Thanks:-) and goodbye:) or (really) not :(",
    ],
)
def test_hard_cases(text: str) -> None:
    plain, spans = marked(text)
    assert [finding.span for finding in find(UnbalancedBracket, plain)] == spans


def test_a_paragraph_full_of_brackets_has_one_finding() -> None:
    row, prose = "f(a[ " * 40, "It is (old."
    assert [finding.span.start for finding in find(UnbalancedBracket, f"{row}\n\n{prose}")] == [1, 207]


def test_cells_of_tables_are_left_alone() -> None:
    text = "| a | b |\n|---|---|\n| (old | new) |\n"
    assert not list(UnbalancedBracket().check(document(text, suffix=".md")))


@given(st.text(st.sampled_from("()[]ab1 :-\n"), max_size=40))
def test_findings_are_brackets(text: str) -> None:
    doc = document(text)
    findings = list(UnbalancedBracket().check(doc))
    assert all(doc.slice(finding.span) in "()[]" for finding in findings)
    assert len({finding.span for finding in findings}) == len(findings)
