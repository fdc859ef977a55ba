"""Labels: what stands before the first sentence of a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import document
from articlelint.text.labels import LabelKind


def labels(text: str, suffix: str = ".txt") -> list[tuple[str, str]]:
    doc = document(text, suffix=suffix)
    return [(str(label.kind), doc.slice(label.span)) for label in doc.labels]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("LONDON (Reuters) - The bank said it would close.", "LONDON (Reuters) -"),
        ("WASHINGTON, June 10 (UPI) — The nominee spoke.", "WASHINGTON, June 10 (UPI) —"),
        ("New York (AFP) – Police closed the bridge.", "New York (AFP) –"),
        ("Aug 27 (Reuters) - The candidate spoke.", "Aug 27 (Reuters) -"),
        ("DES MOINES, Iowa — The caucus was over.", "DES MOINES, Iowa —"),
        ("Hong Kong (CNN Business) A muddled view weighs on shares.", "Hong Kong (CNN Business)"),
    ],
)
def test_datelines(text: str, label: str) -> None:
    assert labels(text) == [("dateline", label)]


def test_a_dateline_inside_a_paragraph() -> None:
    text = (
        "The firm opened a shop. LONDON (Reuters) - The bank said it would close. It has (Maths) - I think."
    )
    assert labels(text) == [("dateline", "LONDON (Reuters) -")]


@pytest.mark.parametrize(
    "text",
    [
        "London - or what is left of it - was quiet.",
        "The mayor (Labour) - who won twice - resigned.",
        "John Smith (Labour) said no.",
        "He met Anna Berg (CNN) in Paris.",
        "In 2010 (AFP) - it says - this was so.",
        "8 Andre Agassi (US)",
    ],
)
def test_no_datelines(text: str) -> None:
    assert labels(text) == []


def test_speakers() -> None:
    talk = "((WN))  What comes next?\n\n((Anna Berg)) Nothing.\n\nTAPPER: And then?\n\nBERG: Nothing at all."
    assert [label for _, label in labels(talk)] == ["((WN))", "((Anna Berg))", "TAPPER:", "BERG:"]
    assert labels("Q: Why now?\n\nA: Because it is time.") == [("speaker", "Q:"), ("speaker", "A:")]
    assert labels("A word: it is late.") == []


def test_words_in_capitals_with_a_colon_lead_in() -> None:
    assert labels("UPDATE: The bank has closed.") == [("lead-in", "UPDATE:")]
    assert labels("A: it is late.") == []
    assert labels("NATO: it is late.") == [("lead-in", "NATO:")]
    assert labels("TAPPER: It is late.") == [("speaker", "TAPPER:")]
    assert labels("ANNA BERG: It is late.") == [("speaker", "ANNA BERG:")]


def test_a_place_in_capitals_is_a_dateline_near_the_top() -> None:
    body = "The council voted on Tuesday.\n\n" * 4
    assert labels("FOIA - A new tool.") == [("dateline", "FOIA -")]
    assert labels(body + "FOIA - A new tool.") == []
    assert labels(body + "PARIS (AP) - A new tool.") == [("dateline", "PARIS (AP) -")]


def test_times() -> None:
    assert labels("10.15am: The minister arrives.") == [("time", "10.15am:")]
    assert labels("10:56 – How it works") == [("time", "10:56 –")]
    assert labels("10:15 trains were cancelled.") == []
    assert labels("4:30:10 was her time.") == []


def test_lead_ins() -> None:
    name = "**ANNA BERG**\nAt the ministry, she ran the harbour desk."
    assert labels(name, ".md") == [("lead-in", "ANNA BERG")]
    assert labels("**Tides:** the sea rose.", ".md") == [("lead-in", "Tides:")]
    assert labels("<p><b>Anna Berg</b><br>Runs the desk.", ".html") == [("lead-in", "Anna Berg")]
    assert labels("**Anna Berg** ran the desk.", ".md") == []
    assert labels("**Anna** Berg ran the desk.", ".md") == []
    assert labels("**The** BBC said so.", ".md") == []
    assert labels("She said **Tides:** the sea rose.", ".md") == []


def test_the_label_of_a_sentence() -> None:
    doc = document("LONDON (Reuters) - The bank closed. It was old.")
    first, second = doc.sentences
    label = doc.label_of(first)
    assert label is not None
    assert label.kind is LabelKind.DATELINE
    assert doc.label_of(second) is None


PIECES = [
    "LONDON",
    " (Reuters) ",
    "- ",
    "The bank ",
    "closed. ",
    "**",
    "Q: ",
    "((WN)) ",
    "10:15",
    ": ",
    "\n\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.sampled_from([".txt", ".md", ".html"]))
def test_labels_begin_sentences_and_stay_in_their_blocks(text: str, suffix: str) -> None:
    doc = document(text, suffix=suffix)
    assert list(doc.labels) == sorted(doc.labels, key=lambda label: label.span)
    for label in doc.labels:
        assert doc.slice(label.span) == doc.slice(label.span).strip() != ""
        assert doc.block_at(label.span.start).span.contains(label.span)
        assert label.span.start in {sentence.span.start for sentence in doc.sentences}
