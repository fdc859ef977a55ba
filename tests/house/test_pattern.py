"""Entries of the kind ``pattern``: groups in what is written instead, the second package, the time limit."""

from __future__ import annotations

import pytest


def pattern(regex: str, use: str = "", more: str = "") -> str:
    return f"[[pattern]]\nid = 'it'\nregex = '''{regex}'''\n" + (f"use = '{use}'\n" if use else "") + more


@pytest.mark.parametrize(
    ("regex", "use", "text", "fixed"),
    [
        (r"(\d+) ?pct\b", r"\1 per cent", "It is 5 pct or 6pct.", "It is 5 per cent or 6 per cent."),
        (r"(?P<n>\d+)(x)?!", r"\g<n>\2", "It is 5!", "It is 5"),
        (r"\bfrom\s+whence\b", "whence", "Go from\nwhence you came.", "Go whence you came."),
        (r"(?<=\bvery\s+)unique", "rare", "A very  unique ferry.", "A very  rare ferry."),
        (r"\p{Lu}{3,}\b", "caps", "The FERRY sails.", "The caps sails."),
    ],
)
def test_what_is_written_instead(report, regex: str, use: str, text: str, fixed: str) -> None:
    assert report(pattern(regex, use), text, suffix=".md").fixed == fixed


def test_capitals_matter_unless_the_entry_says_otherwise(report) -> None:
    text = "Ferry and ferry."
    assert report(pattern("ferry"), text).marked == "Ferry and [[ferry]]."
    assert report(pattern("ferry", more="ignore-case = true\n"), text).marked == "[[Ferry]] and [[ferry]]."


def test_quotations_are_left_alone(report) -> None:
    assert report(pattern("ferry"), "“A ferry,” said Ann Smith of the ferry.").marked.count("[[") == 1
