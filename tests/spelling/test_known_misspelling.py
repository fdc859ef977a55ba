"""known-misspelling: the hard cases, the list, and any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint.testing import document, find, marked
from articlelint_rules.spelling import tables
from articlelint_rules.spelling.known_misspelling import KnownMisspelling


@pytest.mark.parametrize(
    "text",
    [
        "She [[recieved]] it, he [[recieved]] it, and they received it.",
        "“[[Definately]],” she said, and left the room at noon.",
        "The well-[[recieved]] play and the [[goverment]]'s school closed.",
        # Names, words for themselves, words that are cut off, dialect.
        "The head of Recieve left, and recieve is a name.",
        'The word ‘recieved’ stood there, and "goverment" beside it.',
        "He could not do it. The recieve- and send box is lost.",
        "He was singin' and runnin’ home.",
        # Other languages.
        "The work is called Introductio in analysin infinitorum.",
        "The French term boxe pieds-poings is used for it.",
        # Addresses, code, user names.
        "Write to recieve@example.org or see example.com/recieved or @goverment.",
    ],
)
def test_hard_cases(text: str) -> None:
    plain, spans = marked(text)
    assert [finding.span for finding in find(KnownMisspelling, plain)] == spans


def test_italics_are_words_for_themselves() -> None:
    doc = document("They wrote *recieved* on the board.", suffix=".md")
    assert not list(KnownMisspelling().check(doc))


def test_capitals_of_a_headline_make_no_name() -> None:
    doc = document("# Ministers Recieved a Letter\n\nThey recieved it on Monday.", suffix=".md")
    assert [doc.slice(finding.span) for finding in KnownMisspelling().check(doc)] == ["recieved"]


def test_names_of_the_house_are_right() -> None:
    house = al.House(names=("recieve art",), spelling={"goverment": ("government",)})
    doc = document("The recieve show and the goverment are open.", house=house)
    assert not list(KnownMisspelling().check(doc))


def test_no_listed_word_is_english_or_a_name() -> None:
    for word, corrections in tables.misspellings().items():
        assert not al.lexicon.is_word(word)
        assert not al.gazetteer.name_kinds(word)
        assert word not in corrections.split("|")


@given(st.text(st.sampled_from("recivd ’'-[]\"“”\n. TH"), max_size=60))
def test_findings_are_listed_words(text: str) -> None:
    doc = document(text)
    for finding in KnownMisspelling().check(doc):
        assert doc.slice(finding.span).lower() in tables.misspellings()
