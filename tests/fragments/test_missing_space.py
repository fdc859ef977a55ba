"""A lost space between two sentences, and dots that are no full stops."""

import pytest

from articlelint.findings.fixes import apply_edits
from articlelint.testing import find
from articlelint_rules.fragments.missing_space import MissingSpace


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It was lost by Republicans.The Senate sits.", "It was lost by Republicans. The Senate sits."),
        ("Was it late?He did not know.", "Was it late? He did not know."),
        ("“We lost.”He left.", "“We lost.” He left."),
        ("He left the house (and the dog).She stayed.", None),
    ],
)
def test_flagged(text, fixed):
    findings = find(MissingSpace, text)
    if fixed is None:
        return
    assert len(findings) == 1
    assert apply_edits(text, [f.fix for f in findings if f.fix]) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. team met the U.N. envoy at St.Gallen.",
        "Node.js runs on ASP.NET; see README.md and example.com/a.Htm.",
        "Call Console.Write and File.Close() first.",
        "He works at Booking.Com. She left.",
        "Version 2.0.A is out. It costs 3.50.",
        "The Yahoo!News page was down.",
    ],
)
def test_clean(text):
    assert not find(MissingSpace, text)
