"""
The confidence from which the rules that ask the reader warn and err.

``tools/train_reader.py`` writes them into ``data/thresholds.json``: on articles that the reader was not
trained on, findings above them are as rare as the false alarms that such a rule may cost.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TypedDict

import articlelint as al
from articlelint_rules import DATA

FILE = DATA / "thresholds.json"


class Thresholds(TypedDict):
    """The two fields of ``Meta``; None where findings of the rule cannot be that sure."""

    warning_from: float | None
    error_from: float | None


@cache
def _all_thresholds() -> dict[str, Thresholds]:
    found: dict[str, Thresholds] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def thresholds(rule: str) -> Thresholds:
    """The thresholds of a rule, by its name. Raises TableError if the file of them is missing or damaged."""
    try:
        found = _all_thresholds()[rule]
        return Thresholds(warning_from=found["warning_from"], error_from=found["error_from"])
    except (OSError, ValueError, LookupError, TypeError):
        raise al.TableError(f"{FILE}: missing or damaged: install articlelint again") from None
