"""The packs that come with articlelint: clean, tested, and chosen by their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from articlelint.cli import cli
from articlelint.errors import ArticlelintError
from articlelint_house.packs import Packs

STARTERS = ("ap", "british")


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_pack_is_clean_and_every_entry_has_examples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".articlelint.toml").write_text(f'[house]\npacks = ["starter:{name}"]\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["style", "test"], standalone_mode=False)
    assert (done.return_value, done.stdout.count("\n")) == (0, 1), done.stdout
    for rule in Packs([f"starter:{name}"]).rules.values():
        kinds = {type(example).__name__ for example in rule.examples}
        assert kinds == {"Flagged", "Clean"}, rule.name
        assert rule.fact("Why"), rule.name


def test_an_unknown_starter_is_an_error_with_the_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".articlelint.toml").write_text('[house]\npacks = ["starter:bbc"]\n', encoding="utf-8")
    Path("a.txt").write_text("It rained.\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["check", "a.txt"], standalone_mode=False)
    assert isinstance(done.exception, ArticlelintError)
    assert "no starter pack is named 'starter:bbc'; there are starter:ap, starter:british" in str(
        done.exception
    )


def test_init_begins_with_a_starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["init", "--style", "ap"], standalone_mode=False)
    assert done.return_value == 0
    Path("a.txt").write_text("It is on the Internet now.\n", encoding="utf-8")
    checked = CliRunner().invoke(cli, ["check", "a.txt", "--no-cache"], standalone_mode=False)
    assert "house/ap.internet" in checked.stdout
    wrong = CliRunner().invoke(cli, ["init", "--force", "--style", "cbc"], standalone_mode=False)
    assert str(wrong.exception) == "--style: no starter pack is named 'cbc'; there are ap, british"


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_starter_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".articlelint.toml").write_text('[house]\npacks = ["starter:british"]\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["style", "export", "--format", form], standalone_mode=False)
    assert done.return_value == 0
    assert "Seasons have a small letter" in done.stdout


def test_a_starter_and_a_pack_of_the_house_go_together(report) -> None:
    both = Packs(["starter:ap"]).rules | Packs(["starter:british"]).rules
    assert len(both) == len(Packs(["starter:ap", "starter:british"]).rules)


def test_an_entry_of_a_starter_is_at_the_name_that_the_configuration_has_for_it() -> None:
    places = {rule.at.rpartition(":")[0] for rule in Packs(["starter:ap"]).rules.values()}
    assert places == {"starter:ap"}
