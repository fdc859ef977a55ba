"""What entries are called that were given no ``id``."""

from __future__ import annotations

from pathlib import Path

import pytest

import articlelint as al
from articlelint_house.packs import Packs


def names(folder: Path, pack: str) -> list[str]:
    file = folder / "desk.toml"
    file.write_text(pack, encoding="utf-8")
    return [name.removeprefix("house/desk.") for name in Packs([str(file)]).rules]


SAID = '[[term]]\navoid = "{}"\nuse = "said"\n'


@pytest.mark.parametrize(
    ("pack", "expected"),
    [
        (SAID.format("quipped") + SAID.format("opined"), ["said", "said-opined"]),
        (SAID.format("quipped") + SAID.format("quipped") * 2, ["said", "said-quipped", "said-term"]),
        (SAID.format("quipped") * 5, ["said", "said-quipped", "said-term", "said-2", "said-3"]),
        ('[[term]]\navoid = "x"\n[[banned]]\navoid = "X"\nwhy = "y"\n', ["x", "x-banned"]),
        ('[[number]]\npercent = "5%"\n[[number]]\npercent = "5 percent"\n', ["percent", "percent-5-percent"]),
        ('[[heading]]\ncase = "title"\n[[heading]]\ncase = "sentence"\n', ["heading", "heading-sentence"]),
        ('[[term]]\navoid = "coup de grace"\nuse = "coup de grâce"\n', ["coup-de-grace"]),
        ('[[term]]\navoid = "Киев"\nuse = "Київ"\n', ["київ"]),
    ],
)
def test_made_names_are_kept_apart(tmp_path: Path, pack: str, expected: list[str]) -> None:
    assert names(tmp_path, pack) == expected


def test_a_given_name_comes_first(tmp_path: Path) -> None:
    given = '[[term]]\nid = "said"\navoid = "barked"\n'
    assert names(tmp_path, SAID.format("quipped") + given) == ["said-quipped", "said"]


def test_the_first_in_the_file_has_the_short_name_whatever_its_kind(tmp_path: Path) -> None:
    name = '[[name]]\nuse = "Odesa"\n'
    term = '[[term]]\navoid = "Odessa"\nuse = "Odesa"\n'
    pattern = '[[pattern]]\nid = "p"\nregex = "z"\n'
    # TOML hands out the terms first, as one of them opens the file.
    assert names(tmp_path, '[[term]]\navoid = "y"\n' + name + pattern + term) == [
        "y",
        "odesa-odessa",
        "odesa",
        "p",
    ]


def test_an_entry_below_renames_none_above(tmp_path: Path) -> None:
    before = names(tmp_path, SAID.format("quipped") + SAID.format("opined"))
    after = names(tmp_path, SAID.format("quipped") + SAID.format("opined") + SAID.format("barked"))
    assert after[:2] == before


def test_two_given_names_are_an_error_with_both_places(tmp_path: Path) -> None:
    given = '[[term]]\nid = "said"\navoid = "barked"\n'
    with pytest.raises(
        al.SettingsError, match=r"desk\.toml:4: 'house/desk\.said' is already at .*desk\.toml:1; give"
    ):
        names(tmp_path, given * 2)
