"""sentence-fragment: finite verbs that look like nouns and participles, told by the reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.testing import find
from articlelint_rules.fragments.sentence_fragment import SentenceFragment

BEFORE = "The council met on Monday night."
AFTER = "Nobody had expected that."


def flagged(text: str) -> int:
    return len(find(SentenceFragment, f"{BEFORE} {text} {AFTER}"))


@pytest.mark.parametrize(
    "text",
    [
        "The old baker leaves behind a wife and two sons in Norway.",
        "All the paper for the archive lives in a dry cellar.",
        "The mill (known as the Red House) involves painting a lot of walls.",
        "A quiet street, for instance, sharply lowered figures such as noise and dust.",
        "One project that recently wrapped up made use of the whole harbour.",
        "The ferry that was meant to save him stood in his way.",
        "Island Wings fly four days a week to the coast.",
        "Milk, cream or a thin soup all work.",
        "Children fare worse in noisy schools.",
        "The lake shrinks and grows, driving the river over its banks.",
        "Some know of her and of what she paints.",
        "A number of members who serve as trustees lined up behind the mayor, giving her a clear lead.",
        "The wish of the crew to win sparked a long debate.",
        "The society (founded in 1900) recently awarded Miller the gold medal.",
        "Failures in either office lead to a bad result overall.",
        "The boats we spoke to encountered a number of storms.",
        "The garden you plant needs to rest in winter.",
        "A shorter road to the harbour means cleaner air for everyone.",
    ],
)
def test_a_verb_that_looks_like_something_else_is_seen(text: str) -> None:
    assert flagged(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The new road, which leaves the village behind in May.",
        "The shape that it starts out with.",
        "Hoping they would win the cup at last.",
        "Because they're waiting for the next boat.",
        "Because the roof leaked and the cellar was wet.",
        "Because I think it could be useful to the town.",
        "Because it had left by the time I returned.",
        "Which, in the end, became a school for sailors.",
        "Until heavy rain was expected on the coast.",
        "Since this is the last boat of the day.",
    ],
)
def test_fragments_with_verbs_below_the_main_clause(text: str) -> None:
    assert flagged(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Which is everything, really.",
        "If you want to paint the door green, fine.",
        "Report on your street to help us write about it.",
        "Hard to see anything but rain ahead for the coast.",
        "When you open the map of the coast notice how small the island is.",
        "While it's common to wait for a boat in the harbour, as guests we don't mind.",
        "Because two crews were ill and three were away, a new crew and its captain took over.",
    ],
)
def test_turns_of_speech_and_main_clauses_behind_commas(text: str) -> None:
    assert flagged(text) == 0


def test_an_answer_to_a_heading_or_a_quoted_question() -> None:
    text = "## What did you learn?\n\nThat the ferry had already left the harbour. The café stayed open."
    assert find(SentenceFragment, text, suffix=".md") == []
    assert find(SentenceFragment, f"He asked, “Why?” Because the ferry had left the harbour. {AFTER}") == []


def test_the_same_noun_twice_is_a_figure_of_speech() -> None:
    row = "Boats that help the islanders in winter. Boats that carry the mail to the coast."
    assert flagged(row) == 0


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from("the a mill boat lives leaves who , ( ) because and to won they it “ ” that".split())
    )
)
def test_any_row_of_words_can_be_read(words: list[str]) -> None:
    text = f"{BEFORE} The {' '.join(words)}. {AFTER}"
    for finding in find(SentenceFragment, text):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
