"""The time limit interrupts a rule, and a regular expression inside it."""

from __future__ import annotations

import re
import time

import pytest

from articlelint.plugins.time_limit import TimeLimit, TooSlowError, allowance


def test_a_pattern_that_backtracks_is_stopped() -> None:
    with pytest.raises(TooSlowError, match=r"no result after 0\.2 seconds"), TimeLimit(0.2):
        re.match(r"(a|a)*$", "a" * 60 + "b")


def test_what_is_quick_is_not_disturbed() -> None:
    with TimeLimit(0.2):
        pass
    time.sleep(0.3)


def test_long_texts_get_more_time() -> None:
    assert allowance(10) == allowance(250_000)
    assert allowance(5_000_000) == 20 * allowance(250_000)
