"""What missing-full-stop says and does; which places it reports is in tests/capitals/test_hard_cases.py."""

from articlelint.findings.fixes import apply_edits
from articlelint.testing import find
from articlelint_rules.fragments.missing_full_stop import MissingFullStop


def test_the_message_names_both_words():
    (finding,) = find(MissingFullStop, "They signed the agreement They were praised for it at home.")
    assert "“agreement”" in finding.message
    assert "“They”" in finding.message


def test_the_fix_stands_behind_a_closing_bracket():
    text = "The bridge was built by two brothers (in 1902) It was closed in May."
    (finding,) = find(MissingFullStop, text)
    assert (
        apply_edits(text, [finding.fix])
        == "The bridge was built by two brothers (in 1902). It was closed in May."
    )


def test_a_label_on_a_line_of_its_own_is_no_sentence():
    assert not find(MissingFullStop, "Getting started is easy\nThe form has three pages and is sent by post.")
