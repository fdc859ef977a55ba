"""Triggers: found in bytes wherever they would be found in the text, or in the text in lower case."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.triggers import Searched, has_trigger

# Letters of which one case or the other is something else than one would think, and marks.
ODD = "kK\u212aåÅ\u212bßẞSsσΣςıIiİ\u01c6\u01c5\u01c4ωΩ\u2126ïÏ“ .,\u00a0\ud800"
strings = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=40)
triggers = st.lists(st.text(st.sampled_from(ODD + "abC"), min_size=1, max_size=3), min_size=1, max_size=4)


@given(strings, triggers)
@example("5 \u212a", ["k"])
@example("GRO\u1e9e", ["ß"])
@example("\u01c4", ["\u01c6"])
def test_none_is_missed(text: str, given_triggers: list[str]) -> None:
    promised = any(t in (text.lower() if t == t.lower() else text) for t in given_triggers)
    assert has_trigger(tuple(given_triggers), Searched(text)) or not promised


@pytest.mark.parametrize(
    ("trigger", "text", "expected"),
    [
        ("unique", "Very UNIQUE.", True),
        ("TK", "Stuff tk", False),
        ("TK", "Stuff TK", True),
        ("é", "LE CAFÉ", True),
        ("É", "le café", False),
        ("café", "LE CAFÉ", True),
        ("à", "LE CAFÉ", False),
        (" ,", "One ,two", True),
        (" ,", "One, two", False),
    ],
)
def test_one_in_lower_case_stands_for_any_case(trigger: str, text: str, expected: bool) -> None:
    assert has_trigger((trigger,), Searched(text)) is expected
