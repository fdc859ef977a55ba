"""
Thresholds: from which confidence a rule warns and errs, by the findings that this makes in clean articles.

The articles are held out, are of a kind with news, and were edited. What is found in them counts as a false
alarm, although a reading of 120 findings showed that a third are real faults.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import articlelint as al
from articlelint_rules.capitals.lowercase_name import LowercaseName
from articlelint_rules.capitals.stray_capital import StrayCapital
from articlelint_rules.fragments.missing_full_stop import MissingFullStop
from articlelint_rules.fragments.sentence_fragment import SentenceFragment
from reader.examples import UNEDITED
from reader.text import Article, to_document

RULES: tuple[type[al.Rule[Any]], ...] = (SentenceFragment, MissingFullStop, StrayCapital, LowercaseName)
ERRORS = 1.0
WARNINGS = 8.0
"""Findings per 100,000 words: errors, and errors and warnings together."""
SURE_RULES = frozenset({"sentence-fragment", "missing-full-stop"})
"""
The rules whose surest guesses may be errors. In a reading of the 18 surest findings of each in articles that
were held out, 14 and 15 were right; of stray-capital and lowercase-name half, so that these only warn.
"""
LEAST_SURE_ERROR = 0.9
LEAST_SURE_WARNING = 0.5
"""An error is right nine times in ten, a warning more often than not, however few findings there are."""
OTHER_THAN_NEWS = UNEDITED | {
    "white_house",
    "speeches",
    "ten_days",
    "recipes",
    "court_opinions",
    "textbook_us_history",
    "textbook_world_history",
}
"""Sources of speech, verse, citations and commands, whose sentences are not those of news."""
UNIT = 100_000
HIGHEST = 0.9999
"""No confidence is higher; a rule that would need more has no such threshold."""


def confidences(articles: Iterable[Article]) -> dict[str, list[float]]:
    """The confidences of all findings of the rules, the highest first."""
    found: dict[str, list[float]] = {rule.meta.name: [] for rule in RULES}
    for article in articles:
        doc = to_document(article)
        for rule in RULES:
            for finding in rule().check(doc):
                assert finding.confidence is not None
                found[rule.meta.name].append(finding.confidence)
    return {name: sorted(values, reverse=True) for name, values in found.items()}


def choose(values: Sequence[float], words: int, allowed: float, least: float) -> float | None:
    """
    The lowest confidence from which there are no more findings than allowed, but no lower than ``least``.
    """
    count = int(allowed * words / UNIT)
    threshold = values[count] if count < len(values) else 0.0
    return None if threshold >= HIGHEST else max(round(threshold + 0.0001, 4), least)


def choose_all(articles: Sequence[Article]) -> dict[str, dict[str, float | None]]:
    """The thresholds of all rules."""
    words = sum(len(text.split()) for article in articles for text in article.paragraphs)
    return {
        name: {
            "warning_from": choose(values, words, WARNINGS, LEAST_SURE_WARNING),
            "error_from": choose(values, words, ERRORS, LEAST_SURE_ERROR) if name in SURE_RULES else None,
        }
        for name, values in confidences(articles).items()
    }


def write(path: Path, chosen: dict[str, dict[str, float | None]]) -> None:
    """Write the thresholds where the rules read them."""
    path.write_text(json.dumps(chosen, indent=2) + "\n", encoding="utf-8")
