"""The gazetteer and the table of places."""

from __future__ import annotations

import pytest

import articlelint as al
from articlelint.text.gazetteer import NameKind


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("angela", {NameKind.GIVEN}),
        ("france", {NameKind.COUNTRY}),
        ("kenyans", {NameKind.PEOPLE}),
        ("the", set()),
        ("", set()),
    ],
)
def test_name_kinds(word: str, kinds: set[NameKind]) -> None:
    assert kinds <= al.gazetteer.name_kinds(word)
    assert bool(kinds) == bool(al.gazetteer.name_kinds(word))


def test_a_name_may_be_of_several_kinds() -> None:
    assert al.gazetteer.name_kinds("paris") >= {NameKind.PLACE, NameKind.SURNAME}


def test_names_with_a_capital_inside() -> None:
    assert al.gazetteer.inner_capital("github") == "GitHub"
    assert al.gazetteer.inner_capital("london") == ""


def test_long_names_have_an_ordinary_word() -> None:
    names = list(al.gazetteer.long_names())
    assert "New York" in names
    assert "Los Angeles" not in names
    assert len(names) == len(set(names)) > 200
    assert all(" " in name for name in names)


def test_spellings_of_a_place_have_one_answer() -> None:
    assert al.places.place_of("kiev") == al.places.place_of("kyiv") == "kyiv"
    assert al.places.place_of("leningrad") == ""
