"""Properties of the rules about capitals: spans in bounds, fixes that converge, linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from articlelint.findings.fixes import apply_edits
from articlelint.model import Safety
from articlelint.testing import document, find
from articlelint_rules.capitals.doubled_capital import DoubledCapital
from articlelint_rules.capitals.heading_case import HeadingCase
from articlelint_rules.capitals.inner_capitals import inner_capitals
from articlelint_rules.capitals.lowercase_name import LowercaseName
from articlelint_rules.capitals.stray_capital import StrayCapital
from articlelint_rules.fragments.lowercase_start import LowercaseStart
from articlelint_rules.fragments.missing_full_stop import MissingFullStop
from articlelint_rules.fragments.missing_space import MissingSpace
from articlelint_rules.fragments.unfinished_paragraph import UnfinishedParagraph

RULES = (
    DoubledCapital, HeadingCase, LowercaseName, StrayCapital, LowercaseStart, MissingFullStop, MissingSpace,
    UnfinishedParagraph,
)  # fmt: skip
WORDS = (
    "the The of Of and in In met Met said was Was He he they They minister ferry bridge Norway norway london London "
    "friday Friday angela Merkel THis New york House white “ ” ( ) , . ; : ? ... - — \n\n 1978 24 I a A which that Anna"
).split(" ")

articles = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
anything = st.text(alphabet=st.sampled_from(" \n.,;:!?'\"“”’()[]-—aAbBeEnNtT0127éŁ/@#{}<>"), max_size=120)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@given(text=st.one_of(articles, anything))
@settings(max_examples=60)
def test_spans_are_in_bounds_and_not_empty(rule, text):
    length = len(document(text).text)
    for finding in find(rule, text):
        assert 0 <= finding.span.start < finding.span.end <= length
        assert "\n" not in finding.message


@given(text=articles)
@settings(max_examples=60, deadline=None)
def test_a_candidate_is_asked_about_once(text):
    doc = document(text)
    tokens = [token for _, token in inner_capitals(doc)]
    assert tokens == sorted(set(tokens))
    assert all(doc.tokens.texts[token][0].isupper() for token in tokens)


@pytest.mark.parametrize("rule", [DoubledCapital, MissingSpace], ids=lambda rule: rule.meta.name)
@given(text=articles)
@settings(max_examples=60)
def test_safe_fixes_leave_nothing_to_fix(rule, text):
    prose = document(text).text
    fixes = [f.fix for f in find(rule, text) if f.fix is not None and f.fix.safety is Safety.SAFE]
    fixed = apply_edits(prose, fixes)
    assert not [f for f in find(rule, fixed) if f.fix is not None and f.fix.safety is Safety.SAFE]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@pytest.mark.parametrize("piece", ["Met Norway was ", "norway ", "THis ", "he left.It ", "( A ", "the the\n"])
def test_work_is_linear(rule, piece):
    def work(times):
        doc = document(piece * times)
        return steps(lambda: list(rule().check(doc)))

    work(10)  # what is read once a process is not the text's
    assert work(1600) < 12 * work(200)
