"""``rules``, ``explain``, ``init``, ``--version`` and ``--help``."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import Articlelint

import articlelint as al
import articlelint_rules
from articlelint.cli import cli
from articlelint.markup import SUFFIXES
from articlelint.report import BUILT_IN


def test_version(articlelint: Articlelint) -> None:
    assert articlelint("--version").out == f"articlelint {al.__version__}\n"


def test_help_lists_the_commands(articlelint: Articlelint) -> None:
    done = articlelint("--help")
    assert done.code == 0
    for name in ("check", "explain", "init", "rules"):
        assert f"  {name}" in done.out


def test_rules_lists_every_rule(articlelint: Articlelint) -> None:
    done = articlelint("rules")
    for rule in articlelint_rules.articlelint_rules():
        assert f"  {rule.meta.name} " in done.out
        assert rule.meta.summary in done.out


def test_rules_as_json(articlelint: Articlelint) -> None:
    rows = json.loads(articlelint("rules", "--output-format", "json").out)
    assert set(rows[0]) == {
        *("name", "category", "summary", "severity", "warning_from", "error_from"),
        *("default", "since", "plugin", "precision"),
    }
    assert "mixed-spelling" in [row["name"] for row in rows]


@pytest.mark.parametrize("rule", articlelint_rules.articlelint_rules(), ids=lambda rule: rule.meta.name)
def test_explain_shows_options_and_examples(rule: type[al.Rule[Any]]) -> None:
    done = CliRunner().invoke(cli, ["explain", rule.meta.name])
    assert done.exit_code == 0, done.output
    lowest, highest = rule.meta.severity, rule.meta.highest_severity
    severities = highest if lowest is highest else f"{lowest} or {highest}"
    assert done.output.startswith(f"{rule.meta.name}  ({rule.category()}, {severities}, ")
    for heading in ("Reported", "Left alone", "Ignore it once"):
        assert heading in done.output
    assert f"<!-- articlelint: ignore[{rule.meta.name}]" in done.output
    assert ("Options" in done.output) == (rule.options_type is not al.NoOptions)


def test_init_writes_a_file_that_loads_and_changes_nothing(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It was the the end.\n")
    before = articlelint("check", "--output-format", "json", "a.txt")
    done = articlelint("init")
    assert done.code == 0
    assert "Wrote .articlelint.toml" in done.out
    after = articlelint("check", "--output-format", "json", "a.txt")
    assert (after.code, after.out) == (before.code, before.out)


def test_init_does_not_overwrite(articlelint: Articlelint) -> None:
    path = articlelint.write(".articlelint.toml", "# mine\n")
    done = articlelint("init")
    assert done.code == 2
    assert "is there already; --force overwrites it" in done.err
    assert path.read_text() == "# mine\n"
    assert articlelint("init", "--force").code == 0
    assert "dialect" in path.read_text()


def test_every_commented_setting_of_init_is_valid(articlelint: Articlelint) -> None:
    articlelint("init")
    path = articlelint.folder / ".articlelint.toml"
    lines = [
        line.removeprefix("# ")
        if line.startswith(("# [", "# include", "# exclude")) or " = " in line
        else line
        for line in path.read_text().splitlines()
        if "extend" not in line
    ]
    path.write_text("\n".join(lines) + "\n")
    articlelint.write("a.txt", "Text.\n")
    done = articlelint("check", "a.txt")
    assert done.code == 0, done.err


ALLOWED_AT_START = {"articlelint", "click", "__future__"}


def test_version_and_help_load_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['articlelint', '{}']\n"
        "from articlelint.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "loaded = {{m.split('.')[0] for m in sys.modules}} & "
        "{{'regex', 'rich', 'textstat', 'tree_sitter', 'yaml'}}\n"
        "print('LOADED', sorted(loaded))"
    )
    for option in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", code.format(option)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert "LOADED []" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.txt", "--output-format", "concise"),
        ("--output-format=concise", "a.txt"),
        ("-q", "--output-format", "concise"),
        ("*.txt", "--output-format", "concise"),
        (".", "--output-format", "concise"),
    ],
)
def test_check_is_the_command_of_a_path_or_an_option(
    articlelint: Articlelint, arguments: tuple[str, ...]
) -> None:
    articlelint.write("a.txt", "It was the the end.\n")
    done = articlelint(*arguments)
    assert (done.code, done.out.splitlines()[0][:24]) == (1, "a.txt:1:8: error[repeate"), done.err


def test_check_reads_standard_input_without_being_named(articlelint: Articlelint) -> None:
    done = articlelint("-", "--output-format", "concise", stdin=b"It was the the end.\n")
    assert (done.code, done.out[:7]) == (1, "-:1:8: ")


def test_a_command_wins_against_a_file_of_its_name(articlelint: Articlelint) -> None:
    articlelint.write("rules", "It was the the end.\n")
    assert "mixed-spelling" in articlelint("rules").out
    assert articlelint("./rules").code == 1


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("chek", "'chek' is neither a command nor a file; did you mean 'check'?"),
        ("none.md", "'none.md' is neither a command nor a file; articlelint --help lists the commands"),
        ("--selct", "'--select'"),
        ("--isolated fix .", "options come after the command: articlelint fix --isolated ..."),
    ],
)
def test_what_is_neither_a_command_nor_a_path(articlelint: Articlelint, argument: str, said: str) -> None:
    done = articlelint(*argument.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_the_options_that_explain_shows_can_be_pasted(articlelint: Articlelint) -> None:
    blocks = []
    for rule in articlelint_rules.articlelint_rules():
        if rule.options_type is not al.NoOptions:
            out = CliRunner().invoke(cli, ["explain", rule.meta.name]).output
            blocks.append(out.partition("\nOptions\n")[2].partition("\nIgnore it once")[0])
    articlelint.write(".articlelint.toml", "".join(blocks))
    articlelint.write("a.txt", "Text.\n")
    done = articlelint("check", "--no-cache", "a.txt")
    assert (done.code, done.err) == (0, "")
    assert "[rules.unattributed-quote]\n# Shorter quotations" in "".join(blocks)


def test_explain_shows_options_of_examples_as_toml_and_what_was_measured(articlelint: Articlelint) -> None:
    assert '      with names = ["Volodymyr Zelensky"]\n' in articlelint("explain", "house-names").out
    assert "of its findings in published articles, a person judged" in articlelint("explain", "mojibake").out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "typography",
            "'typography' stands for 8 rules: double-punctuation, extra-space, lookalike-letter, ",
        ),
        ("house/стиль", "'house/стиль' stands for 2 rules: house/стиль.kyiv, house/стиль.odesa; explain one"),
        ("house/стил", "no rule is named 'house/стил'"),
    ],
)
def test_explain_names_the_rules_of_a_category_or_pack(
    articlelint: Articlelint, name: str, said: str
) -> None:
    articlelint.write(
        "Стиль.toml", '[[term]]\nuse = "Kyiv"\navoid = "Kiev"\n[[term]]\nuse = "Odesa"\navoid = "Odessa"\n'
    )
    articlelint.write(".articlelint.toml", '[house]\npacks = ["*.toml"]\n')
    done = articlelint("explain", name)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_the_help_of_check_lists_the_formats(articlelint: Articlelint) -> None:
    shown = "".join(articlelint("check", "--help").out.split())  # lines break at the hyphen of json-lines
    assert f"Oneof{','.join(BUILT_IN)},oraformatofaplugin." in shown
    for suffix in SUFFIXES:
        assert suffix in shown
