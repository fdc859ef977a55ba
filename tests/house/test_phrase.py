"""Entries of the kind ``phrase``: choices, optional words, gaps, line breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint_house.entries import Entry
from articlelint_house.phrase import Phrases, check_entry, spelled_out
from articlelint_house.scopes import scope_of


def phrase(template: str, use: str = "") -> str:
    return f"[[phrase]]\nid = 'it'\navoid = \"{template}\"\n" + (f"use = '{use}'\n" if use else "")


@pytest.mark.parametrize(
    ("template", "marked"),
    [
        ("in (terms|light) of", "[[In light of]] this, [[in terms\nof]] that, in view of it."),
        (
            "as to whether [or not]",
            "He asked [[as to whether or not]] it was. She asked [[as to whether]] it is.",
        ),
        ("[very] unique", "A [[very unique]] and [[unique]] ferry."),
        (
            "not only ... but also",
            "It is [[not only a slow ferry but also]] old. Not only slow. But also old.",
        ),
        ("from ... to", "It ran [[from the old quay to]] Ardle, from one two three four five six to seven."),
        (
            "(at|in) this (moment in time|day and age)",
            "[[At this moment in time]] and [[in this day and age]], at this.",
        ),
        ("the reason ... is because", "[[The reason it sank is because]] it leaked."),
        ("driver's license", "A [[driver’s license]], a [[driver's license]]."),
        ("e-mail", "An [[e-mail]] and e-mails."),
        ("Mr. Speaker", "[[Mr. Speaker]] spoke; mr. speaker did not."),
    ],
)
def test_a_template_finds_what_it_stands_for(report, template: str, marked: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    assert report(phrase(template), text).marked.split() == marked.split()


def test_a_gap_ends_with_the_sentence_and_a_phrase_with_the_block(report) -> None:
    pack = phrase("not only ... but also")
    assert not report(pack, "It is not only old. Yet but also new.\n\nHe is not only\n\nbut also.").messages


def test_the_suggestion_has_the_capital_of_what_it_replaces(report) -> None:
    found = report(phrase("at this moment in time", "now"), "At this moment in time it rains.")
    assert found.fixed == "Now it rains."


def test_a_template_spelled_out() -> None:
    assert spelled_out("[very] (old|new) ferry") == [
        "very old ferry",
        "very new ferry",
        "old ferry",
        "new ferry",
    ]


@given(st.text(alphabet="ab ()[]|.'", max_size=14))
def test_any_template_is_read_or_refused(template: str) -> None:
    entry = Entry("phrase", "x", True, "p:1", {"avoid": (template,)}, scope_of(()), (), "info")  # noqa: FBT003
    try:
        check_entry(entry, lambda _key, message: al.SettingsError(message))
    except al.SettingsError:
        return
    Phrases({"x": entry})
    assert spelled_out(template)
