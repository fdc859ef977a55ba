"""``capitalization``, key by key, as Vale documents it."""

from __future__ import annotations

from pathlib import Path

import pytest
from vale.styles import find, said, unsupported, words, write_vocabulary

import articlelint as al


def judged(folder: Path, rule: str, heading: str) -> bool:
    """Whether a heading passes."""
    head = "extends: capitalization\nmessage: \"'%s' should be '%s'\"\nscope: heading\n"
    return not find(folder, head + rule, f"# {heading}\n\nSome text below it.\n")


@pytest.mark.parametrize(
    ("heading", "good"),
    [
        ("Ferry to the Island Sinks", True),
        ("Ferry To The Island Sinks At Noon", False),
        ("Ferry to the island sinks", False),
        ("The Man in the Water and the Dog", True),
        ("A Night with the Captain", False),
        ("What to Expect: A Guide", False),
        ("What To Expect: A Guide", True),
        ("A Walk-Through of the Port", True),
        ("NATO in the Port", True),
    ],
)
def test_ap_titles(tmp_path: Path, heading: str, good: bool) -> None:
    assert judged(tmp_path, "match: $title\nthreshold: 0.95\n", heading) is good


@pytest.mark.parametrize(
    ("heading", "good"),
    [
        ("A Night with the Captain", True),
        ("A Night With the Captain", False),
        ("What to Look For", True),
        ("Life During Wartime", False),
        ("Life during Wartime", True),
    ],
)
def test_chicago_titles(tmp_path: Path, heading: str, good: bool) -> None:
    assert judged(tmp_path, "match: $title\nstyle: Chicago\nthreshold: 1\n", heading) is good


@pytest.mark.parametrize(
    ("heading", "good"),
    [
        ("Ferry to the island sinks", True),
        ("ferry to the island sinks", False),
        ("Ferry To The Island Sinks", False),
        # Four of five words are as they should be: that is enough.
        ("Ferry sinks off the Island", True),
        ("Ferry Sinks off the Island", False),
        ("1. Ferry sinks", True),
        ("Ferry `Sinks` there now", True),
    ],
)
def test_sentences(tmp_path: Path, heading: str, good: bool) -> None:
    assert judged(tmp_path, "match: $sentence\n", heading) is good


def test_the_threshold_is_the_share_of_words_that_must_be_right(tmp_path: Path) -> None:
    heading = "Ferry sinks off the Island"
    assert judged(tmp_path, "match: $sentence\nthreshold: 0.8\n", heading)
    assert not judged(tmp_path, "match: $sentence\nthreshold: 0.9\n", heading)


def test_after_an_indicator_a_sentence_begins_anew(tmp_path: Path) -> None:
    heading = "Ferry: The end"
    assert not judged(tmp_path, "match: $sentence\n", heading)
    assert judged(tmp_path, "match: $sentence\nindicators: [':']\n", heading)
    assert not judged(tmp_path, "match: $sentence\nindicators: [':']\n", "Ferry: the end")


def test_exceptions_and_the_vocabulary_keep_their_capitals(tmp_path: Path) -> None:
    rule = "match: $sentence\nthreshold: 1\n"
    heading = "The Port of Odesa"
    assert not judged(tmp_path, rule, heading)
    assert judged(tmp_path, rule + "exceptions: [Port, Odesa]\n", heading)
    assert judged(tmp_path, rule + "exceptions: ['Port of Odesa']\n", heading)
    assert not judged(tmp_path, rule + "exceptions: ['Port of Odesa']\n", "The port of odesa")
    whole = f"extends: capitalization\nmessage: m\nscope: heading\n{rule}"
    vocabulary = write_vocabulary(tmp_path, "Port\nOdesa\n")
    text = f"# {heading}\n\nSome text below it.\n"
    assert not words(tmp_path, whole, text, vocabularies=[vocabulary])
    assert words(tmp_path, whole + "vocab: false\n", text, vocabularies=[vocabulary]) == [heading]


def test_a_prefix_does_not_count(tmp_path: Path) -> None:
    rule = "match: $sentence\nthreshold: 1\n"
    assert not judged(tmp_path, rule, "a) Ferry sinks")
    assert judged(tmp_path, rule + "prefix: '[a-z]\\) '\n", "a) Ferry sinks")


def test_lower_upper_and_patterns(tmp_path: Path) -> None:
    assert judged(tmp_path, "match: $lower\n", "ferry sinks")
    assert not judged(tmp_path, "match: $lower\n", "ferry Sinks")
    assert judged(tmp_path, "match: $upper\n", "FERRY SINKS")
    assert not judged(tmp_path, "match: $upper\n", "FERRY Sinks")
    assert judged(tmp_path, "match: '^[A-Z]'\n", "Ferry sinks")
    assert not judged(tmp_path, "match: '^[A-Z]'\n", "ferry sinks")


def test_the_whole_text_is_reported_with_what_it_should_be(tmp_path: Path) -> None:
    rule = "extends: capitalization\nmessage: \"'%s' should be '%s'\"\nscope: heading\nmatch: $sentence\n"
    text = "# Ferry “Sinks” (Off The Island)\n\nText.\n"
    assert said(tmp_path, rule, text) == [
        "'Ferry “Sinks” (Off The Island)' should be 'Ferry “sinks” (off the island)'"
    ]
    (finding,) = find(tmp_path, rule + "action:\n  name: replace\n", text)
    assert finding.fix == al.Fix(
        (al.Edit(al.Span(0, 30), "Ferry “sinks” (off the island)"),), al.Safety.UNSAFE
    )


def test_an_unknown_style_is_named(tmp_path: Path) -> None:
    rule = "extends: capitalization\nmessage: m\nmatch: $title\nstyle: MLA\n"
    assert "the style 'MLA' is unknown" in unsupported(tmp_path, rule)
