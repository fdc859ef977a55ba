"""``articlelint style test`` catches what an editor may plant by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from articlelint.cli import cli

GOOD = """
[[term]]
avoid = "Kiev"
use = "Kyiv"
flagged = "In [[Kiev]] it rained, and [[Kiev]]'s mayor got wet."
clean = ["In Kyiv it rained.", "“I love Kiev,” said Ann Smith."]
"""


def run(folder: Path, pack: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[str]]:
    monkeypatch.chdir(folder)
    Path("desk.toml").write_text(pack, encoding="utf-8")
    Path(".articlelint.toml").write_text('[house]\npacks = ["desk.toml"]\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["style", "test"], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value, done.stdout.splitlines()


def test_a_good_pack_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, lines = run(tmp_path, GOOD, monkeypatch)
    assert (code, lines) == (0, ["1 rule, 3 examples, no fault."])


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (
            '\n[[term]]\nid = "back"\navoid = "Kyiv"\nuse = "Kiev"\n',
            "desk.toml:8: house/desk.back: asks for “Kiev”, which house/desk.kyiv avoids, at desk.toml:2",
        ),
        (
            '\n[[term]]\nid = "again"\navoid = "Kiev"\n',
            (
                "desk.toml:8: house/desk.again: “Kiev” is avoided by house/desk.kyiv as well, at desk.toml:2, "
                "and so is all that it avoids: it has nothing to report of its own"
            ),
        ),
        (
            '\n[[term]]\navoid = "Lvov"\nflagged = "In [[Lviv]] it rained."\n',
            "desk.toml:8: house/desk.lvov: in “In Lviv it rained.” it should report “Lviv”, and reports nothing",
        ),
        (
            '\n[[term]]\navoid = "Lvov"\nclean = "In Lvov it rained."\n',
            "desk.toml:8: house/desk.lvov: in “In Lvov it rained.” it should report nothing, and reports “Lvov”",
        ),
        (
            '\n[[term]]\navoid = "Lvov"\nflagged = "In Lvov it rained."\n',
            "desk.toml:8: house/desk.lvov: no [[ ]] in an example to be reported: “In Lvov it rained.”",
        ),
        (
            '\n[[pattern]]\nid = "slow"\nregex = "(a+)+b"\nclean = "' + "a" * 60 + '"\n',
            "desk.toml:8: house/desk.slow: the example “" + "a" * 60 + "” could not be run: "
            "no result after 2 seconds",
        ),
    ],
)
def test_a_planted_mistake_is_named_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: str, said: str
) -> None:
    code, lines = run(tmp_path, GOOD + mistake, monkeypatch)
    assert code == 1
    assert said in lines


def test_without_packs_there_is_nothing_to_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["style", "test"], standalone_mode=False)
    assert "no style packs" in str(done.exception)


STARTER = '{ignore}[house]\npacks = ["desk.toml", "starter:ap"]\n{paths}'


@pytest.mark.parametrize(
    ("ignore", "paths", "code"),
    [
        ("", "", 1),
        ('ignore = ["house/ap.percent"]\n', "", 0),
        ('ignore = ["house/ap"]\n', "", 0),
        ('select = ["fragments"]\n', "", 1),
        ('ignore = ["house/ap"]\n', '[paths."us/**"]\nselect = ["house/ap", "house/desk"]\n', 1),
        ('ignore = ["house/ap"]\n', '[paths."us/**"]\nselect = ["house/ap"]\n', 0),
    ],
)
def test_what_is_ignored_contradicts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ignore: str, paths: str, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    pack = '[[number]]\npercent = "5 per cent"\n'
    Path("desk.toml").write_text(pack, encoding="utf-8")
    Path(".articlelint.toml").write_text(STARTER.format(ignore=ignore, paths=paths), encoding="utf-8")
    done = CliRunner().invoke(cli, ["style", "test"], standalone_mode=False)
    assert (done.return_value, done.exception) == (code, None)
    assert ("house/desk.percent: decides" in done.stdout) == bool(code)
    assert "house/ap.percent: decides" not in done.stdout  # nobody can change that file


@pytest.mark.parametrize(
    ("avoid", "said"),
    [
        ("!!!", "“!!!” is not found in a sentence: it must begin with a letter or a figure; write a [[pattern]]"),
        ("Ferry\\nman", "“Ferry man” is not found in a sentence: write one space between its words, and no line break"),
    ],
)  # fmt: skip
def test_a_form_that_is_never_found_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, avoid: str, said: str
) -> None:
    code, lines = run(tmp_path, f'[[term]]\nid = "x"\navoid = "{avoid}"\n', monkeypatch)
    assert code == 1
    assert lines[0] == f"desk.toml:1: house/desk.x: {said}"


def test_rules_without_an_example_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, lines = run(tmp_path, '[[term]]\navoid = "ferryman"\n', monkeypatch)
    assert (code, lines[-1]) == (0, "Without an example: 1 rule: house/desk.ferryman.")


def test_a_starter_has_another_name_than_its_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, GOOD, monkeypatch)
    done = CliRunner().invoke(cli, ["style", "test", "starter:ap"], standalone_mode=False)
    assert str(done.exception) == "style test: the rules of 'starter:ap' are named house/ap"


def test_a_page_overwrites_a_file_only_by_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, GOOD, monkeypatch)
    export = ["style", "export", "--output", "desk.toml"]
    done = CliRunner().invoke(cli, export, standalone_mode=False)
    assert str(done.exception) == "--output: desk.toml is there already; --force overwrites it"
    assert Path("desk.toml").read_text(encoding="utf-8") == GOOD
    CliRunner().invoke(cli, [*export, "--force"], standalone_mode=False)
    assert "<html" in Path("desk.toml").read_text(encoding="utf-8")
