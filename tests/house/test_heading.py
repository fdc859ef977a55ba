"""Entries of the kind ``heading``: the case of headings."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        ('case = "sentence"', "# [[Why The Old Bridge Has Closed Again]]\n\nIt broke."),
        ('case = "sentence"', "# Why the old bridge has closed\n\nIt broke."),
        ('case = "title"', "# [[Why the old bridge has closed]]\n\nIt broke."),
        ('case = "title"', "# Anna Berg\n\nIt broke."),
        ('case = "title"\nlevel = "1"', "## Why the old bridge has closed\n\nIt broke."),
        ('case = "sentence"\nexcept = "Old Bridge Closed"', "# Why The Old Bridge Has Closed\n\nIt broke."),
    ],
)
def test_headings(report, entry: str, marked: str) -> None:
    plain = marked.replace("[[", "").replace("]]", "")
    found = report(f"[[heading]]\n{entry}\n", plain, suffix=".md")
    assert found.marked == marked.replace("# ", "").replace("#", "")
