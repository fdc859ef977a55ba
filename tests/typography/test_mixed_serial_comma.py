"""mixed-serial-comma: what is a list, and which kind of list is the usual one."""

from __future__ import annotations

import pytest

from articlelint.testing import find
from articlelint_rules.typography.mixed_serial_comma import MixedSerialComma

WITH = "They sell bread, milk, and tea. He eats soup, rice, and beans. It has cats, dogs, and hens."
WITHOUT = WITH.replace(", and", " and")


def found(text: str, style: str = "auto") -> list[str]:
    findings = find(MixedSerialComma, text, options={"style": style})
    return [text[finding.span.start : finding.span.end] for finding in findings]


def test_the_rarer_kind_is_reported() -> None:
    assert found(f"{WITH} They had rain, snow and wind.") == ["and"]
    assert found(f"{WITHOUT} They had rain, snow, and wind.") == [", and"]
    assert found(f"{WITH} {WITHOUT}") == []


def test_both_places_are_named() -> None:
    (finding,) = find(MixedSerialComma, f"{WITHOUT} They had rain, snow, and wind.")
    assert [related.note for related in finding.related] == ["as here"]


@pytest.mark.parametrize(
    "text",
    [
        "His parents, Anna and Ole, left. The mayor spoke, and she left.",
        "In May, Oslo and Tarn agreed. They can bring bread, milk and/or tea.",
        "“We sell bread, milk and tea,” he said.",
    ],
)
def test_what_only_looks_like_a_list(text: str) -> None:
    assert found(text, "with") == []
