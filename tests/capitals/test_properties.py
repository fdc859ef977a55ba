"""Properties of the rules about capitals: spans in bounds, fixes that converge, one verdict a place, linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from articlelint.findings.fixes import apply_edits
from articlelint.model import Safety
from articlelint.testing import document, find
from articlelint_rules.capitals.boundary import inner_capitals
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.doubled_capital import DoubledCapital
from articlelint_rules.capitals.facts import facts_of
from articlelint_rules.capitals.gazetteer import compounds, needs_capital, written
from articlelint_rules.capitals.headline_case import HeadlineCase
from articlelint_rules.capitals.long_names import PLACED
from articlelint_rules.capitals.lowercase_name import LowercaseName
from articlelint_rules.capitals.name_words import BUREAUS, COMPLETING, LANDMARKS, LAST_WORDS, MODIFIERS
from articlelint_rules.capitals.single_names import may_be_listed
from articlelint_rules.capitals.stray_capital import StrayCapital
from articlelint_rules.fragments.lowercase_start import LowercaseStart
from articlelint_rules.fragments.missing_full_stop import MissingFullStop
from articlelint_rules.fragments.missing_space import MissingSpace
from articlelint_rules.fragments.unfinished_paragraph import UnfinishedParagraph

RULES = (
    DoubledCapital, HeadlineCase, LowercaseName, StrayCapital, LowercaseStart, MissingFullStop, MissingSpace,
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
@settings(max_examples=150)
def test_a_place_has_one_verdict(text):
    tokens = [capital.token for capital in inner_capitals(document(text))]
    assert tokens == sorted(set(tokens))
    stops = [f.span for f in find(MissingFullStop, text)]
    assert not any(
        f.span.overlaps(stop) and f.span.end == stop.end for f in find(StrayCapital, text) for stop in stops
    )


@pytest.mark.parametrize("rule", [DoubledCapital, MissingSpace], ids=lambda rule: rule.meta.name)
@given(text=articles)
@settings(max_examples=60)
def test_safe_fixes_leave_nothing_to_fix(rule, text):
    prose = document(text).text
    fixes = [f.fix for f in find(rule, text) if f.fix is not None and f.fix.safety is Safety.SAFE]
    fixed = apply_edits(prose, fixes)
    assert not [f for f in find(rule, fixed) if f.fix is not None and f.fix.safety is Safety.SAFE]


def test_days_and_months_are_fixed_once_and_for_all():
    text = "It rained on monday and in october, on 3 march 1999 and on tuesdays."
    fixes = [f.fix for f in find(LowercaseName, text)]
    assert all(fix is not None and fix.safety is Safety.SAFE for fix in fixes)
    assert apply_edits(text, fixes) == "It rained on Monday and in October, on 3 March 1999 and on Tuesdays."


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@pytest.mark.parametrize("piece", ["Met Norway was ", "norway ", "THis ", "he left.It ", "( A ", "the the\n"])
def test_work_is_linear(rule, piece):
    def work(times):
        doc = document(piece * times)
        return steps(lambda: list(rule().check(doc)))

    work(10)  # what is read once a process is not the text's
    assert work(1600) < 12 * work(200)


def test_the_tables_know_what_is_always_written_with_a_capital():
    assert needs_capital("norway")
    assert needs_capital("french", "wine")
    assert not needs_capital("french", "fries")
    assert not needs_capital("polish")
    assert written("github's") == "GitHub's"
    assert written("oslo") == "Oslo"
    assert all(
        [word.lower() for word in words[:2]] == list(opening)
        for opening, names in compounds().items()
        for words in names
    )


@pytest.mark.parametrize(
    "word",
    ["unfollow", "rollout", "youll", "denuclearization", "caucusgoers", "co-star", "kanban", "façades"],
)
def test_derived_words_are_no_names(word):
    assert is_derived(word)


@pytest.mark.parametrize("word", ["zelensky", "bogliasco", "szeged", "tsinghua"])
def test_names_are_not_derived(word):
    assert not is_derived(word)


def test_what_may_be_part_of_a_name_is_known_by_the_word_alone():
    """``part_slip`` passes over words that have no part in a name."""
    listed = BUREAUS | COMPLETING | LAST_WORDS | LANDMARKS | MODIFIERS | PLACED
    assert {word for word in listed if not facts_of(word).part} <= COMPLETING
    assert all("l" in facts_of(word).part for word in LAST_WORDS)


def test_a_word_that_the_tables_name_is_never_passed_over():
    """``name_reason`` asks the tables about those words only that may have a reason."""
    words = ("french", "senate", "pacific", "china", "german", "paris", "ukrainian")
    assert all(may_be_listed(word) for word in words)
    assert not any(may_be_listed(word) for word in ("house", "table", "walked"))
