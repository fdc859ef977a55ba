"""Entries of the kind ``first-use``: the full name and the title first, the short name later."""

from __future__ import annotations

import pytest

PACK = """
[[first-use]]
full = "Volodymyr Zelensky"
short = "Zelensky"
title = ["President", "Ukrainian leader"]
"""


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("[[Zelensky]] came.", "President Volodymyr Zelensky came."),
        ("President [[Zelensky]]’s men came.", "President Volodymyr Zelensky’s men came."),
        ("[[Volodymyr Zelensky]] came.", "President Volodymyr Zelensky came."),
        (
            "President Volodymyr Zelensky came. [[Volodymyr Zelensky]] left.",
            "President Volodymyr Zelensky came. Zelensky left.",
        ),
        ("The Ukrainian president, Volodymyr Zelensky, came. Zelensky left.", ""),
        ("The Ukrainian leader Volodymyr Zelensky came.", ""),
        ("Olena Zelensky came.", ""),
        ("Olena Zelensky came. Volodymyr Zelensky left. Volodymyr Zelensky came back.", ""),
        ("“Zelensky came,” she said.", ""),
        ("Nobody came.", ""),
    ],
)
def test_mentions(report, marked: str, fixed: str) -> None:
    plain = marked.replace("[[", "").replace("]]", "")
    found = report(PACK, plain)
    assert (found.marked, found.fixed) == (marked, fixed or plain)


def test_headlines_do_not_count(report) -> None:
    text = "# Zelensky comes\n\nPresident Volodymyr Zelensky came."
    assert not report(PACK, text, suffix=".md").messages


def test_the_other_place_is_shown(report) -> None:
    found = report(PACK, "President Zelensky came. Volodymyr Zelensky left.")
    assert found.related == [["Volodymyr Zelensky"]]


def test_the_full_name_may_come_again(report) -> None:
    text = "President Volodymyr Zelensky came. Volodymyr Zelensky left."
    assert not report(PACK + 'later = "any"\n', text).messages
