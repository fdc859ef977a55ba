"""A command line that is read without click gives the same arguments as with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
from conftest import Articlelint
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.cli import check as check_module
from articlelint.cli.commands import cli
from articlelint.cli.declared import CHECKING, COMPLETION, LINTING, plain_check

FLAGS = [flag for option in (*LINTING, *CHECKING) for flag in option.flags]
VALUES = ["a.txt", "x", "", "-", "--", "3", "0", "-3", "+3", "1_0", " 3", "\u0663", "error", "Error", "never"]
VALUES += ["a,b , c", ",", "json:out.json", "*.txt", "no/such/folder", ".", "x=y", "--fix", "-q", "-h", "é"]
WORDS = st.one_of(
    st.sampled_from([*FLAGS, *VALUES, "--help", "--sel", "-qq", "-x", "check"]),
    st.builds("{}={}".format, st.sampled_from(FLAGS), st.sampled_from(VALUES)),
    st.text(max_size=3),
)


def with_click(arguments: list[str]) -> dict[str, Any] | None:
    """The arguments that click gives ``check``, or None where it complains or prints help."""
    given_arguments: dict[str, Any] = {}

    def keep(paths: tuple[str, ...], **options: Any) -> int:
        given_arguments.update(options, paths=paths)
        return 0

    patch = pytest.MonkeyPatch()
    patch.setattr(check_module, "run", keep)
    try:
        cli.main(arguments, prog_name="articlelint", standalone_mode=False)
    except click.ClickException:
        return None
    finally:
        patch.undo()
    return given_arguments or None


@given(st.lists(WORDS, max_size=6))
@example(["--select", "a,b", "--select=c", "a.txt", "--workers", "2", "-q", "--fail-on", "never", "b.txt"])
@example(["--config", "a.toml", "--output-format", "json:x.json", "--output-format", "full", "--baseline=b"])
@example(["--workers", "1", "--workers", "2", "--output-file", ".", "--add-ignore", "a reason", "-"])
def test_the_same_as_click_or_left_to_it(words: list[str]) -> None:
    plain = plain_check(["check", *words])
    if plain is not None:
        assert plain == with_click(["check", *words])


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.txt"],
        ["-"],
        ["--isolated", "--no-cache", "--output-format", "concise", "a.txt"],
        ["--staged", "--fix", "--diff", "--unsafe-fixes", "-q", "--quiet", "--statistics", "--watch"],
        ["--fail-on=warning", "--workers=3", "--cache-dir", "no/such", "--stdin-filename", "a.md"],
    ],
)
def test_what_tools_call_needs_no_click(words: list[str]) -> None:
    plain = plain_check(["check", *words])
    assert plain is not None
    assert plain == with_click(["check", *words])


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["fix", "a.txt"],
        ["check", "--help"],
        ["check", "--", "-a.txt"],
        ["check", "--no-such"],
        ["check", "--fail-on", "often"],
        ["check", "--workers", "0"],
        ["check", "--select"],
        ["check", "--fix=yes"],
        ["check", "--output-file", ""],
    ],
)
def test_the_rest_is_clicks(arguments: list[str]) -> None:
    assert plain_check(arguments) is None


def test_a_shell_that_completes_is_clicks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETION, "bash_complete")
    assert plain_check(["check", "a.txt"]) is None


def test_where_the_shell_expands_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint.cli.declared.os.name", "nt")
    assert plain_check(["check", "*.txt"]) is None
    assert plain_check(["check", "a.txt"]) is not None


def test_a_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.touch()
    assert plain_check(["check", "--config", str(file)]) is not None
    monkeypatch.setattr("articlelint.cli.declared.os.access", lambda *_: False)
    assert plain_check(["check", "--config", str(file)]) is None


def test_both_ways_print_the_same(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "The the ferry sailed .\n")
    plain = articlelint("check", "--isolated", "a.txt")
    with_help_of_click = articlelint("check", "--isolated", "--", "a.txt")
    assert plain == with_help_of_click
    assert plain.code == 1
