"""Plain text: where blocks end, whatever the newlines; lists and quotations."""

from __future__ import annotations

import pytest
from markup.checks import parse, shown

LONG_1 = (
    "The council voted on Tuesday to close the old swimming pool at the end of the summer, after a debate "
    "that lasted four hours and drew two hundred people."
)
LONG_2 = (
    "Swimmers said they would go on using it until the doors were locked, and that they had not been asked "
    "what they thought of the plan."
)
WRAPPED = """\
The council voted on Tuesday to close the old swimming pool
at the end of the summer, after a debate that lasted four
hours and drew two hundred people. Nobody had expected that
many.
"""


def blocks(text: str) -> list[str]:
    return [prose for _, prose in shown(text, ".txt")]


def test_blank_lines_separate_blocks() -> None:
    assert blocks("One.\n\nTwo.\n \t \n\n\nThree.\n") == ["One.", "Two.", "Three."]


def test_a_newline_ends_a_paragraph_where_lines_are_long() -> None:
    assert blocks(f"{LONG_1}\n{LONG_2}\nShort one.\n") == [LONG_1, LONG_2, "Short one."]
    assert blocks(f"Pool to close\n\n{LONG_1}\n{LONG_2}") == ["Pool to close", LONG_1, LONG_2]


def test_a_newline_is_a_space_where_lines_are_wrapped() -> None:
    assert blocks(WRAPPED + "\n" + WRAPPED) == [" ".join(WRAPPED.split())] * 2


def test_indents_of_wrapped_lines_are_white_space() -> None:
    indented = "".join(f"    {line}\n" for line in WRAPPED.splitlines())
    assert blocks(indented) == [" ".join(WRAPPED.split())]


def test_a_short_line_in_wrapped_text_was_ended_by_the_writer() -> None:
    assert blocks("Pool to close\n" + WRAPPED)[0] == "Pool to close"


def test_verse_and_addresses_are_not_wrapped() -> None:
    verse = "The pool is dry, the summer long,\nThe swimmers go away;\nThe quay is empty of their song,\nAnd empty it will stay."
    assert blocks(verse) == verse.split("\n")
    assert blocks(f"{LONG_1}\n\nTown Hall\n12 Quay Street\nHarbour Town")[1:] == [
        *("Town Hall", "12 Quay Street", "Harbour Town")
    ]
    letter = f"From: Jane\nTo: Sam\n\n{WRAPPED}\nBest,\nJane\n"
    assert blocks(letter) == ["From: Jane", "To: Sam", " ".join(WRAPPED.split()), "Best,", "Jane"]


def test_a_line_that_goes_on_in_lower_case_is_one_sentence() -> None:
    assert blocks(f"{LONG_1}\n\nHe said that the\npool would close.\n\n{LONG_2}\n{LONG_1}")[1] == (
        "He said that the pool would close."
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_all_newlines(newline: str) -> None:
    assert blocks(f"One.{newline}{newline}{LONG_1}{newline}{LONG_2}") == ["One.", LONG_1, LONG_2]
    assert blocks(WRAPPED.replace("\n", newline)) == [" ".join(WRAPPED.split())]


def test_a_page_break_and_a_paragraph_separator_end_a_block() -> None:
    assert blocks("One.\fTwo.\u2029Three.") == ["One.", "Two.", "Three."]


def test_a_line_of_hard_spaces_is_blank_and_a_hard_space_is_kept() -> None:
    assert blocks("It cost 10\u00a0euros.\n\u00a0\nToo much.") == ["It cost 10\u00a0euros.", "Too much."]


def test_list_markers_are_not_prose() -> None:
    text = "We need:\n- bread\n- a long list of other things\n  that goes on\n* salt\n• tea\n1. Go.\n2) Come."
    assert shown(text, ".txt") == [
        ("paragraph", "We need:"),
        ("list-item", "bread"),
        ("list-item", "a long list of other things that goes on"),
        ("list-item", "salt"),
        ("list-item", "tea"),
        ("list-item", "Go."),
        ("list-item", "Come."),
    ]


def test_what_is_no_list_marker() -> None:
    for line in ("1984 was long.", "10.5 is more.", "-5 degrees.", "*Sic*.", "— Who is it?", "2024. A year."):
        assert shown(f"{line}\n\n{LONG_1}", ".txt")[0][1] == line


def test_a_wrapped_line_may_begin_like_a_list_item() -> None:
    text = (
        "The council will vote on the pool on the evening of March\n20. The meeting is open to all who live in "
        "the\ntown - and to those who once did, as long as they can\n- and will - say when that was.\n"
    )
    assert blocks(text + "\n" + WRAPPED)[0] == " ".join(text.split())
    items = "- the pump has to be sold, or else it has to be given\n  to somebody\n- the water must go\n"
    assert blocks(WRAPPED + "\n" + items + "\n" + WRAPPED)[1:3] == [
        "the pump has to be sold, or else it has to be given to somebody",
        "the water must go",
    ]


def test_quoted_lines() -> None:
    text = f"{LONG_1}\n\n> It was cold.\n> It was late.\n>> Deeper.\n\n{LONG_2}"
    assert shown(text, ".txt")[1:4] == [
        ("blockquote", "It was cold."),
        ("blockquote", "It was late."),
        ("blockquote", "Deeper."),
    ]
    assert [b.level for b in parse(text, ".txt").blocks] == [0, 1, 1, 2, 0]


def test_nothing() -> None:
    assert shown("", ".txt") == shown(" \n\n\t", ".txt") == []
