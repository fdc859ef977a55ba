"""Vale rules on the command line: chosen, graded, listed, explained, tested, tried and printed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from vale.styles import write_style, write_vocabulary

from articlelint.cli import cli
from articlelint.errors import UsageError

RULES = {
    "Very": "extends: existence\nmessage: \"Cut '%s'.\"\nlevel: error\ntokens: [very]\nlink: https://d.example/v\n",
    "Use": (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\naction:\n  name: replace\n"
        "swap:\n  utilize: use\n"
    ),
    "Spell": "extends: spelling\nmessage: m\n",
}
ADDRESS = """extends: existence
message: "not a link to '%s'"
scope: raw
nonword: true
action: {name: remove}
tokens:
  - 'https?://git\\.example/\\w+'
  - '\\[here\\]\\(.+\\)'
"""
TEXT = "We utilize a very short text.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_style(tmp_path, RULES)
    (tmp_path / ".articlelint.toml").write_text('[house]\nvale = ["styles/Desk"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def articlelint(*arguments: str) -> Result:
    done = CliRunner().invoke(cli, arguments, standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done


def reported(*arguments: str) -> list[dict[str, Any]]:
    done = articlelint("check", "--no-cache", "--output-format", "json", *arguments, "a.md")
    return [row for row in json.loads(done.stdout) if row["category"] == "vale"]


def names(*arguments: str) -> list[str]:
    return [row["rule"] for row in reported(*arguments)]


def test_a_raw_finding_stands_in_the_address_of_a_link(desk: Path) -> None:
    write_style(desk, {"Link": ADDRESS})
    Path("a.md").write_bytes(
        b"Our [code](http://git.example/us)\r\nand [the\r\nrest](https://git.example/all), said.\r\n\r\n"
        b"Read it [here](page.html)\r\nor there (not here).\r\n"
    )
    found = reported("--select", "vale/Desk.Link")
    assert [(row["text"], row["line"], row["column"], row["fix"]) for row in found] == [
        ("http://git.example/us", 1, 12, None),
        ("https://git.example/all", 3, 7, None),
        ("[here](page.html)", 5, 9, None),
    ]
    assert all(row["end_column"] - row["column"] == len(row["text"]) for row in found)


def test_a_finding_has_its_place_level_link_and_fix(desk: Path) -> None:
    use, very = reported()
    assert (use["rule"], use["severity"], use["line"], use["column"]) == ("vale/Desk.Use", "warning", 1, 4)
    assert (very["severity"], very["message"], very["url"]) == ("error", "Cut 'very'.", "https://d.example/v")
    assert use["fix"]["edits"][0]["text"] == "use"
    articlelint("fix", "--no-cache", "--unsafe-fixes", "--select", "vale", "a.md")
    assert Path("a.md").read_text(encoding="utf-8") == "We use a very short text.\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ["vale/Desk.Use", "vale/Desk.Very"]),
        (("--select", "vale"), ["vale/Desk.Use", "vale/Desk.Very"]),
        (("--select", "vale/Desk"), ["vale/Desk.Use", "vale/Desk.Very"]),
        (("--select", "vale/Desk.Very"), ["vale/Desk.Very"]),
        (("--select", "spelling"), []),
        (("--ignore", "vale/Desk.Very"), ["vale/Desk.Use"]),
        (("--ignore", "vale/Desk"), []),
        (("--ignore", "vale"), []),
    ],
)
def test_rules_are_chosen_by_name_style_and_all_together(
    desk: Path, arguments: tuple[str, ...], expected: list[str]
) -> None:
    assert names(*arguments) == expected


def test_severity_and_paths_in_the_configuration(desk: Path) -> None:
    with Path(".articlelint.toml").open("a", encoding="utf-8") as file:
        file.write('[severity]\n"vale/Desk" = "info"\n"vale/Desk.Use" = "error"\n')
    assert [row["severity"] for row in reported()] == ["error", "info"]
    with Path(".articlelint.toml").open("a", encoding="utf-8") as file:
        file.write('[paths."a.md"]\nignore = ["vale/Desk.Use"]\n')
    assert names() == ["vale/Desk.Very"]


def test_what_cannot_run_is_said_once_until_it_is_ignored(desk: Path) -> None:
    (desk / "b.md").write_text(TEXT, encoding="utf-8")
    done = articlelint("check", "--no-cache", "a.md", "b.md")
    (line,) = [line for line in done.stderr.splitlines() if "Spell" in line]
    assert (
        "styles/Desk/Spell.yml:1: 'vale/Desk.Spell' cannot run: 'extends: spelling': articlelint has" in line
    )
    assert "Spell" not in articlelint("check", "--no-cache", "--ignore", "vale/Desk.Spell", "a.md").stderr


def test_an_inline_ignore(desk: Path) -> None:
    text = f"<!-- articlelint: ignore[vale/Desk.Use] a quotation -->\n\n{TEXT}"
    Path("a.md").write_text(text, encoding="utf-8")
    assert names() == ["vale/Desk.Very"]


def test_a_changed_style_is_not_answered_from_the_cache(desk: Path) -> None:
    assert "Cut 'very'" in articlelint("check", "a.md").stdout
    write_style(desk, {"Very": RULES["Very"].replace("Cut", "Drop it:")})
    assert "Drop it: 'very'" in articlelint("check", "a.md").stdout


def test_rules_are_listed_and_explained(desk: Path) -> None:
    listed = articlelint("rules").stdout
    assert "vale/Desk.Very" in listed
    assert "vale/Desk.Spell" in next(line for line in listed.splitlines() if line.endswith("(cannot run)"))
    rows = {row["name"]: row for row in json.loads(articlelint("rules", "--output-format", "json").stdout)}
    assert rows["vale/Desk.Use"]["at"] == "styles/Desk/Use.yml:1"
    assert rows["vale/Desk.Spell"]["unsupported"].startswith("'extends: spelling'")
    told = articlelint("explain", "vale/Desk.Use").stdout
    for part in (
        "vale/Desk.Use  (warning, styles/Desk/Use.yml:1)",
        "Swaps: utilize → use",
        "Kind: substitution",
    ):
        assert part in told
    assert "It cannot run: 'extends: spelling'" in articlelint("explain", "vale/Desk.Spell").stdout
    with pytest.raises(
        Exception, match=r"no rule is named 'vale/Desk\.Vary'; did you mean 'vale/Desk\.Very'"
    ):
        articlelint("explain", "vale/Desk.Vary")


def test_a_style_is_tested(desk: Path) -> None:
    done = articlelint("style", "test")
    assert (done.return_value, "vale/Desk.Spell: not supported" in done.output) == (0, True)
    write_style(desk, {"Bad": "extends: existence\nmessage: m\ntokens:\n  - '\\p{Odd}a'\n"})
    done = articlelint("style", "test")
    assert done.return_value == 1
    assert "styles/Desk/Bad.yml:3: vale/Desk.Bad: '\\p{Odd}a' is no regular expression" in done.stdout


def test_a_rule_is_tried_and_a_style_is_printed(desk: Path) -> None:
    tried = articlelint("style", "try", "vale/Desk.Very", "a.md").stdout
    assert "[[very]]" in tried
    page = articlelint("style", "export", "--format", "markdown").stdout
    assert "utilize → use" in page
    assert "very: avoid" in page


@pytest.mark.usefixtures("desk")
def test_a_second_rule_to_try_goes_with_a_comma() -> None:
    with pytest.raises(
        UsageError, match=r"'vale/Desk\.Use' is a rule, no file; .* vale/Desk\.Very,vale/Desk\.Use"
    ):
        articlelint("style", "try", "vale/Desk.Very", "vale/Desk.Use", "a.md")


def test_a_fault_in_a_style_is_exit_code_2(desk: Path) -> None:
    write_style(desk, {"Bad": "extends: existence\nmessage: m\ntokens: ['(']\n"})
    command = [sys.executable, "-m", "articlelint", "check", "--no-cache", "a.md"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("articlelint: error: styles/Desk/Bad.yml:3: '(' is no regular expression")
    assert len(done.stderr.splitlines()) == 1


def test_without_a_style_nothing_of_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from articlelint.cli import cli\n"
        "cli.main(['check', '--no-cache', '--isolated', 'a.md'], standalone_mode=False)\n"
        "print([m for m in sys.modules if m in {'yaml', 'regex', 'textstat'} or '.vale' in m], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_pattern_that_fails_in_every_article_is_told_once(desk: Path) -> None:
    write_style(desk, {"Bad": "extends: existence\nmessage: m\ntokens:\n  - '\\p{Odd}'\n"})
    for name in ("b.md", "c.md", "d.md"):
        (desk / name).write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(cli, ["check", "--no-cache", "--select", "vale", "."], standalone_mode=False)
    errors = [line for line in done.stderr.splitlines() if " error: " in line]
    failed = "rule 'vale/Desk.Bad' failed: SettingsError: styles/Desk/Bad.yml:3: '\\p{Odd}' is no regular expression"
    assert (done.return_value, len(errors)) == (2, 2)
    assert errors[0].startswith(f"articlelint: error: a.md: {failed}")
    assert errors[1].startswith(f"articlelint: error: in 3 more articles: {failed}")


def test_the_vocabulary_of_a_configuration_is_no_article(desk: Path) -> None:
    write_vocabulary(desk, "a very odd term\n", "utilize\n")
    write_style(desk, {}, name="[odd] Desk!").joinpath("words.txt").write_text("very\n")
    write_style(desk, {"Rule": "extends: existence\nmessage: m\ntokens: [x]\n"}, name="[odd] Desk!")
    (desk / "styles" / "notes.txt").write_text("It is a very short note.\n", encoding="utf-8")
    (desk / ".articlelint.toml").write_text(
        'select = ["vale"]\n[house]\nvale = ["styles/Desk", "styles/*Desk!"]\n'
        'vale-vocabularies = ["styles/config/vocabularies/Base"]\n',
        encoding="utf-8",
    )
    done = articlelint("check", "--no-cache", "--output-format", "json", ".")
    assert {row["path"] for row in json.loads(done.stdout)} == {"a.md", "styles/notes.txt"}
    # A file that is named is checked all the same.
    named = articlelint(
        "check", "--no-cache", "--output-format", "json", "styles/config/vocabularies/Base/reject.txt"
    )
    assert [row["text"] for row in json.loads(named.stdout)] == ["utilize", "utilize"]


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_printed_style_is_no_article_with_mistakes(desk: Path, suffix: str) -> None:
    wanted = {"md": "markdown", "html": "html"}[suffix]
    articlelint("style", "export", "--format", wanted, "--output", f"style.{suffix}")
    assert "very" in (desk / f"style.{suffix}").read_text(encoding="utf-8")
    done = articlelint("check", "--no-cache", "--output-format", "json", f"style.{suffix}")
    assert json.loads(done.stdout) == []
