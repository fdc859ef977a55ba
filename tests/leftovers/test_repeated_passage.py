"""repeated-passage: what is long enough, what repeats itself on purpose, and how places are joined."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import document, find
from articlelint_rules.leftovers.repeated_passage import RepeatedPassage

LONG = "The mayor said on Monday that the old bridge will be closed in May."
OTHER = "Nobody knows who will pay for the new one in the end."


def test_sentences_in_a_row_are_one_finding() -> None:
    text = f"{LONG} {OTHER}\n\nIt rained.\n\n{LONG}\n\n{OTHER}"
    (finding,) = find(RepeatedPassage, text)
    assert text[finding.span.start : finding.span.end] == f"{LONG}\n\n{OTHER}"
    assert [text[other.span.start : other.span.end] for other in finding.related] == [LONG]


def test_marks_capitals_and_spaces_do_not_count() -> None:
    assert find(RepeatedPassage, f"“{LONG[:-1]}!” It rained. {LONG.upper()}")


def test_what_stands_three_times_is_meant() -> None:
    assert not find(RepeatedPassage, f"{LONG}\n\n{LONG}\n\n{LONG}")


def test_live_blogs_are_left_alone() -> None:
    entries = "\n\n".join(f"1{hour}:05\n\n{LONG if hour < 2 else OTHER}" for hour in range(3))
    assert not find(RepeatedPassage, entries)


def test_headlines_and_captions_repeat_the_text() -> None:
    assert not find(RepeatedPassage, f"# {LONG}\n\n{LONG}", suffix=".md")
    html = f"<figure><img src=a.jpg><figcaption>{LONG}</figcaption></figure><p>{LONG}</p>"
    assert not find(RepeatedPassage, html, suffix=".html")


@given(st.lists(st.sampled_from([LONG, OTHER, "It rained.", "“Yes,” she said."]), max_size=8))
def test_findings_are_ordered_and_apart(sentences: list[str]) -> None:
    spans = [finding.span for finding in RepeatedPassage().check(document("\n\n".join(sentences)))]
    assert all(first.end <= second.start for first, second in pairwise(spans))
