"""The rules about the marks themselves: fixes, options, and properties that hold for any string."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

import articlelint as al
from articlelint.findings.fixes import apply_edits
from articlelint.testing import document, find
from articlelint_rules.quotes import RULES
from articlelint_rules.quotes.mixed_apostrophes import MixedApostrophes
from articlelint_rules.quotes.mixed_quote_marks import MixedQuoteMarks
from articlelint_rules.quotes.quote_punctuation import QuotePunctuation
from articlelint_rules.quotes.said_punctuation import SaidPunctuation
from articlelint_rules.quotes.unbalanced_quote import UnbalancedQuote


def _rules() -> list[type[al.Rule[Any]]]:
    pairs = (entry.split(":") for entry in RULES)
    return [getattr(import_module(f"articlelint_rules.quotes.{module}"), name) for module, name in pairs]


def _fixed(rule: type[al.Rule[Any]], text: str, **options: Any) -> str:
    fixes = [f.fix for f in find(rule, text, options=options) if f.fix is not None]
    return apply_edits(document(text).text, fixes)


def test_a_quotation_over_three_paragraphs_gets_its_marks():
    text = "She said: “One thing.\n\nTwo things.\n\nThree things in all.” Then she left the room and shut the door."
    (finding,) = find(UnbalancedQuote, text)
    assert "the paragraph 2 further down" in finding.message
    assert _fixed(UnbalancedQuote, text) == text.replace("Two", "“Two").replace("Three", "“Three")


JOINED = 'He said. "We won. "We won well. "We shall win again," he said. "And again. "And again."'


def test_joined_paragraphs_are_one_warning_an_article():
    (finding,) = find(UnbalancedQuote, JOINED)
    assert UnbalancedQuote.meta.severity_at(finding.confidence) is al.Severity.WARNING
    assert finding.span.start == JOINED.index('"')
    assert "“We won.” is still open where the next one begins (2 more in this article)" in finding.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was closed. “We had no choice, she said.", al.Severity.ERROR),
        ("He gave it to her,” she said.", al.Severity.ERROR),
        ("He gave it to her,’ she said.", al.Severity.WARNING),
        ("She said: “We go home.\n\nWe go home now.” Nobody in the room answered.", al.Severity.WARNING),
    ],
)
def test_what_somebody_might_argue_about_is_a_warning(text, expected):
    (finding,) = find(UnbalancedQuote, text)
    assert UnbalancedQuote.meta.severity_at(finding.confidence) is expected


def test_a_pull_quote_with_its_credit_inside_the_marks():
    assert not find(UnbalancedQuote, "“We had no choice.\nAmal Haddad, mayor of Easton.”\n\nIt rained.")


def test_a_scrap_of_markup_is_no_quotation():
    assert not find(UnbalancedQuote, 'It rained. <a href="x" target=”_blank”>Read</a> on.')


@pytest.mark.parametrize("kind", ["“{}”", '"{}"'])
def test_one_kind_of_mark_is_not_mixed(kind):
    assert not find(MixedQuoteMarks, f"He said {kind.format('no')} and {kind.format('We left the room.')}")


def test_words_inside_a_quotation_are_never_changed():
    text = '“It rained,” he said. “For days.” "We left, and it\'s fine," she said.'
    assert (
        _fixed(MixedQuoteMarks, text)
        == "“It rained,” he said. “For days.” “We left, and it's fine,” she said."
    )


def test_mixed_marks_are_reported_once_and_fixed_together():
    text = '“A,” “b,” “c,” "d," "e," “f”'
    (finding,) = find(MixedQuoteMarks, text)
    assert "4 of 12 quotation marks are straight" in finding.message
    assert _fixed(MixedQuoteMarks, text) == "“A,” “b,” “c,” “d,” “e,” “f”"


def test_headlines_may_have_single_marks():
    markdown = "# ‘We had to go,’ mayor says\n\n“We had to go,” said Haddad. “It hurts.”"
    assert not find(MixedQuoteMarks, markdown, suffix=".md")


@pytest.mark.parametrize(("dialect", "wrong"), [("en-US", "”,"), ("en-GB", ",”")])
def test_the_house_decides_where_the_comma_stands(dialect, wrong):
    text = "It was “a shame,” a “pity”, and “a horror” to us."
    (finding,) = find(QuotePunctuation, text, house=al.House(dialect=dialect))
    assert document(text).slice(finding.span) == wrong


def test_the_stop_of_a_full_sentence_stays_inside_in_any_style():
    text = "“We were robbed,” he said. She said: “It hurts.” “It was unfair,” they said."
    assert not find(QuotePunctuation, text, options={"style": "outside"})


def test_a_question_mark_inside_and_a_stop_outside_is_no_matter_of_sides():
    assert not find(QuotePunctuation, "He asked “why?”, she asked “who?”.", options={"style": "inside"})


def test_said_with_one_mark_throughout_is_fine():
    assert not find(SaidPunctuation, "He said, “It rained.” She said, “It did not.” They asked, “Did it?”")


def test_one_odd_apostrophe_is_let_pass():
    text = "It’s late, he’s tired, they’ve left for McDonald's."
    assert not find(MixedApostrophes, text)
    assert find(MixedApostrophes, text, options={"minimum": 1})


_noise = st.text(alphabet="aZs3 .,:!—-(\n\u00a0'\"“”‘’„«»<>=", max_size=80)
_copy = st.lists(
    st.sampled_from(
        '“We won.”|“we won”,|“we won,”|"They won."|he said|she said:|he said,|Haddad|it\'s|it’s|‘No,’|.|\n\n|“|”|"|\''.split(
            "|"
        )
    ),
    max_size=25,
).map(" ".join)


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.meta.name)
@settings(deadline=None, max_examples=80)
@given(text=st.one_of(_noise, _copy))
def test_any_string_gives_findings_in_bounds_and_fixes_that_apply(rule, text):
    doc = document(text)
    findings = list(rule().check(doc))
    for finding in findings:
        assert 0 <= finding.span.start < finding.span.end <= len(doc.text)
        assert "\n" not in finding.message
    apply_edits(doc.text, [finding.fix for finding in findings if finding.fix is not None])


@pytest.mark.parametrize("rule", [MixedApostrophes, MixedQuoteMarks], ids=lambda rule: rule.meta.name)
@settings(deadline=None, max_examples=80)
@given(text=_copy)
def test_a_mixture_that_is_fixed_is_none(rule, text):
    fixed = _fixed(rule, text)
    assert not [finding for finding in find(rule, fixed) if finding.fix is not None]


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.meta.name)
@pytest.mark.parametrize(
    "piece", ["“We won it all, really.”\n\n", "“We won it all, really.” ", "“A.\n\n", "x”, it's "]
)
def test_work_is_linear(rule, piece):
    def work(times):
        doc = document(piece * times)
        assert doc.quotes is not None
        assert doc.attributions is not None
        return steps(lambda: list(rule().check(doc)))

    assert work(1600) < 12 * work(200)
