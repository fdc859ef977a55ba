"""Entries of the kind ``name``: near misses, listed forms, wrong capitals."""

from __future__ import annotations

import pytest

PACK = """
[[name]]
use = "Volodymyr Zelensky"
accept = "Olena Zelenska"
why = "as he writes it"

[[name]]
use = "Kyiv"
avoid = ["Kiev", "Kijev"]

[[name]]
use = "YouTube"
"""


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Volodymyr [[Zelenskiy]] spoke in [[Kiev]].", "Volodymyr Zelensky spoke in Kyiv."),
        ("Later, [[Zelenskyy]]’s office called.", "Later, Zelensky’s office called."),
        ("A film on [[Youtube]] and on YOUTUBE.", "A film on YouTube and on YOUTUBE."),
        ("Olena Zelenska came.", "Olena Zelenska came."),
        ("He met Anna Zelenskiy.", "He met Anna Zelenskiy."),
        ("“It was in Kiev,” he said.", "“It was in Kiev,” he said."),
    ],
)
def test_near_misses(report, marked: str, fixed: str) -> None:
    found = report(PACK, marked.replace("[[", "").replace("]]", ""))
    assert (found.marked, found.fixed) == (marked, fixed)


def test_the_message_has_the_name_and_the_reason(report) -> None:
    found = report(PACK, "Volodymyr Zelenskiy spoke.")
    assert found.messages == [
        "“Zelenskiy” is nearly “Zelensky”, as the house spells Volodymyr Zelensky: write “Zelensky” (as he writes it)"
    ]
