"""Grades and lengths, measured on the document's own sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from articlelint.errors import SettingsError
from articlelint.testing import find
from articlelint_rules.readability.hard_to_read import HardToRead
from articlelint_rules.readability.long_sentence import LongSentence

EASY = "The ferry sails at noon. The crew is on board. The sea is calm. " * 5
HARD = (
    "Notwithstanding considerable organisational difficulties, representatives of participating municipalities "
    "unanimously acknowledged the indispensability of comprehensive infrastructural modernisation, whereupon the "
    "administration commissioned supplementary investigations concerning environmental compatibility, "
    "affordability, accessibility and intergenerational responsibility of the aforementioned undertaking."
)


def test_hard_and_easy() -> None:
    assert find(HardToRead, EASY) == []
    (finding,) = find(HardToRead, HARD, options={"minimum-words": 30})
    assert "limit 16" in finding.message


def test_abbreviations_do_not_make_a_text_easier() -> None:
    text = HARD.replace("representatives", "Mr. and Mrs. Roe, Dr. Lee and other representatives")
    assert find(HardToRead, text, options={"minimum-words": 30})


def test_headlines_and_lists_are_not_measured() -> None:
    assert find(HardToRead, f"# {HARD}\n\n- {HARD}\n", options={"minimum-words": 5}, suffix=".md") == []
    assert find(LongSentence, f"# {HARD}\n\n- {HARD}\n", options={"maximum-words": 5}, suffix=".md") == []


def test_the_length_of_a_sentence_counts_words_and_numbers() -> None:
    text = "One, two, 3 – four (five) “six”."
    assert find(LongSentence, text, options={"maximum-words": 6}) == []
    (finding,) = find(LongSentence, text, options={"maximum-words": 5})
    assert finding.message.startswith("6 words")


@pytest.mark.parametrize("rule", [HardToRead, LongSentence])
def test_a_limit_of_nothing_is_refused(rule: type) -> None:
    option = "minimum-words" if rule is HardToRead else "maximum-words"
    with pytest.raises(SettingsError, match=option):
        find(rule, EASY, options={option: 0})


def test_textstat_is_loaded_only_for_the_rule_that_uses_it() -> None:
    code = "import sys, articlelint_rules as r; r.articlelint_rules(); sys.exit('textstat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
