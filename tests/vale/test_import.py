"""``articlelint import-vale``: what comes out does what Vale did, and says what it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli
from click.testing import CliRunner, Result
from vale.styles import write_style, write_vocabulary

from articlelint.cli import cli
from articlelint.errors import ArticlelintError, UsageError
from articlelint_vale.ini import read_ini


def rule(token: str, level: str = "warning") -> str:
    return f"extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: {level}\ntokens: [{token}]\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_style(tmp_path, {"One": rule("one"), "Two": rule("two", "error"), "Low": rule("low", "suggestion")})
    write_style(tmp_path, {"Three": rule("three"), "Four": rule("four")}, name="Web")
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    for name in ("a.md", "a.txt", "docs/b.md", "docs/deep/c.md"):
        (tmp_path / name).write_text("One, one two three four low, odesa.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(ini: str, *arguments: str) -> Result:
    Path(".vale.ini").write_text(ini, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import-vale", *arguments], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done


def reported(file: str) -> dict[str, str]:
    """The words that are reported in a file, with their severities, under what has been imported."""
    arguments = ["check", "--no-cache", "--output-format", "json", file]
    done = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert done.exception is None, done.exception
    return {row["text"]: row["severity"] for row in json.loads(done.stdout)}


def test_one_style_for_all_files(desk: Path) -> None:
    done = imported("StylesPath = styles\n\n[*]\nBasedOnStyles = Desk\n")
    assert done.stdout == "Wrote .articlelint.toml. Next: articlelint check\n"
    # Since 3.15, Vale shows suggestions unless it is told not to.
    assert reported("a.md") == {"one": "warning", "two": "error", "low": "info"}
    assert reported("a.txt") == reported("a.md")


def test_the_lowest_level(desk: Path) -> None:
    imported("StylesPath = styles\nMinAlertLevel = warning\n[*]\nBasedOnStyles = Desk\n")
    assert reported("a.md") == {"one": "warning", "two": "error"}
    imported("StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = Desk\n", "--force")
    assert reported("a.md") == {"two": "error"}


def test_rules_switched_on_and_off_and_graded(desk: Path) -> None:
    imported(
        "StylesPath = styles\n[*]\nBasedOnStyles = Desk\n"
        "Desk.One = NO\nDesk.Two = warning\nDesk.Low = error\nWeb.Three = YES\n"
    )
    assert reported("a.md") == {"two": "warning", "low": "error", "three": "warning"}


def test_sections_are_paths(desk: Path) -> None:
    imported(
        "StylesPath = styles\nMinAlertLevel = warning\n[*.{md,markdown}]\nBasedOnStyles = Desk\n\n"
        "[docs/*.md]\nBasedOnStyles = Web\nWeb.Four = NO\nWeb.Three = error\n\n[docs/deep/**]\nWeb.Three = NO\n"
    )
    assert reported("a.txt") == {}
    assert reported("a.md") == {"one": "warning", "two": "error"}
    assert reported("docs/b.md") == {"three": "error"}
    assert reported("docs/deep/c.md") == {}


def test_a_section_adds_to_the_style_of_all(desk: Path) -> None:
    imported(
        "StylesPath = styles\nMinAlertLevel = warning\n[*]\nBasedOnStyles = Desk\nDesk.Two = NO\n\n[*.md]\nDesk.Two = YES\nWeb.Four = YES\n"
    )
    assert reported("a.txt") == {"one": "warning"}
    assert reported("a.md") == {"one": "warning", "two": "error", "four": "warning"}


def test_sections_with_a_glob_in_common_become_one_table(desk: Path) -> None:
    imported(
        "StylesPath = styles\nMinAlertLevel = warning\n[*.md]\nBasedOnStyles = Desk\nDesk.Two = NO\n"
        "Desk.One = error\nDesk.One = warning\n\n[docs/**]\nDesk.Two = NO\n\n"
        "[*.{md,txt,txt}]\nDesk.Two = YES\nWeb.Three = error\n\n[*.txt]\nWeb.Three = NO\nWeb.Three = YES\n"
    )
    assert reported("a.md") == {"one": "warning", "two": "error", "three": "error"}
    assert reported("docs/b.md") == {"one": "warning", "two": "error", "three": "error"}
    assert reported("a.txt") == {"two": "error", "three": "error"}


def test_a_later_section_with_styles_overrides_an_earlier_one(desk: Path) -> None:
    imported(
        "StylesPath = styles\n[*.md]\nBasedOnStyles = Desk\nDesk.One = NO\n\n[docs/*.md]\nBasedOnStyles = Web\n\n"
        "[{*.md,*.txt}]\nBasedOnStyles = Desk\nDesk.Low = NO\n"
    )
    assert reported("a.md") == reported("docs/b.md") == {"two": "error"}
    assert reported("a.txt") == {"one": "warning", "two": "error"}


def test_files_in_two_sections_are_told_of_when_a_table_cannot_add_to_another(desk: Path) -> None:
    done = imported(
        "StylesPath = styles\n[*.md]\nBasedOnStyles = Desk\n\n[docs/*]\nWeb.Three = YES\n", "--stdout"
    )
    assert "# line 5: [docs/*]: if one of its files also matches *.md, add the rules to" in done.stdout


@pytest.mark.parametrize("place", ["config/vocabularies/Base", "Vocab/Base"])
def test_vocabularies(desk: Path, place: str) -> None:
    write_vocabulary(desk, "Odesa\n", "low\n")
    if place.startswith("Vocab"):
        (desk / "styles" / "Vocab").mkdir()
        (desk / "styles" / "config" / "vocabularies" / "Base").rename(desk / "styles" / "Vocab" / "Base")
    ini = "StylesPath = styles\nVocab = Base\n[*]\nBasedOnStyles = {}\n"
    imported(ini.format("Vale, Web"))
    assert reported("a.md") == {"odesa": "error", "low": "error", "three": "warning", "four": "warning"}
    text = Path(".articlelint.toml").read_text(encoding="utf-8")
    assert tomli.loads(text)["house"]["vale-vocabularies"] == [f"styles/{place}"]
    assert "# Vale.Spelling: articlelint has no spelling dictionary" in text
    assert "repeated-word" in text
    # Without Vale's own style, its vocabulary still says what is right.
    imported(ini.format("Web"), "--force")
    assert reported("a.md") == {"three": "warning", "four": "warning"}


def test_what_has_no_counterpart_is_named_with_its_line(desk: Path) -> None:
    write_style(desk, {"Script": "extends: script\nmessage: m\nscript: x\n"}, name="Web")
    text = imported(
        "StylesPath = styles\nPackages = Google\nNonsense = 1\n\n[formats]\nmdx = md\n\n"
        "[*]\nBasedOnStyles = Web\nTokenIgnores = (\\$+)\nWeb.Tree = NO\nWeb.Four = no\n\n"
        "[!*.md]\nWeb.Three = NO\n\n[*.txt]\nTransform = x.xsl\n",
        "--stdout",
    ).stdout
    for note in (
        "# line 2: Packages: the styles are used as they are in their folder",
        "# line 3: Nonsense: articlelint does not know this key",
        "# line 5: [formats]: articlelint tells formats by the ends of their names",
        "# line 10: TokenIgnores: ",
        "# line 11: Web.Tree = NO: there is no such rule; did you mean 'vale/Web.Three'?",
        "# line 12: Web.Four = no: as Vale does, taken for NO",
        "# line 14: [!*.md]: a glob that excludes",
        "# line 18: Transform: ",
        "#     vale/Web.Script: 'extends: script'",
    ):
        assert note in text
    assert tomli.loads(text)["ignore"] == ["vale/Web.Four"]


def test_printing_writes_nothing_and_nothing_is_overwritten(desk: Path) -> None:
    ini = "StylesPath = styles\n[*]\nBasedOnStyles = Desk\n"
    printed = imported(ini, "--stdout").stdout
    assert printed == imported(ini, ".vale.ini", "-").stdout
    assert not Path(".articlelint.toml").exists()
    Path(".articlelint.toml").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"\.articlelint\.toml is there already; --force overwrites it"):
        imported(ini)
    assert Path(".articlelint.toml").read_text(encoding="utf-8") == "# mine\n"
    imported(ini, "--force")
    assert Path(".articlelint.toml").read_text(encoding="utf-8") == printed


def test_paths_are_relative_to_where_it_is_written(desk: Path) -> None:
    imported("StylesPath = styles\nMinAlertLevel = warning\n[*]\nBasedOnStyles = Desk\n", ".vale.ini", "docs")
    text = Path("docs/.articlelint.toml").read_text(encoding="utf-8")
    assert tomli.loads(text)["house"]["vale"] == ["../styles/Desk"]
    assert reported("docs/b.md") == {"one": "warning", "two": "error"}


@pytest.mark.parametrize(
    ("ini", "complaint"),
    [
        ("[*]\nBasedOnStyles = Desk\n", ".vale.ini:1: no StylesPath"),
        ("StylesPath = nowhere\n", ".vale.ini:1: StylesPath: no folder"),
        ("StylesPath = styles\n[*]\nBasedOnStyles = Desk, Google\n", ".vale.ini:3: no style 'Google'"),
        ("StylesPath = styles\n[*]\nGoogle.We = YES\n", ".vale.ini:3: no style 'Google'"),
        ("StylesPath = styles\nVocab = Base\n[*]\n", ".vale.ini:2: no vocabulary 'Base'"),
        ("StylesPath = styles\nMinAlertLevel = high\n[*]\n", ".vale.ini:2: MinAlertLevel must be one of"),
        ("StylesPath = styles\nnonsense\n", ".vale.ini:2: neither a [section] nor KEY = VALUE"),
        ("StylesPath = styles\n[*\n", ".vale.ini:2: a section must be written"),
    ],
)
def test_a_fault_is_one_line(desk: Path, ini: str, complaint: str) -> None:
    with pytest.raises(ArticlelintError) as raised:
        imported(ini)
    assert complaint in str(raised.value)
    assert not Path(".articlelint.toml").exists()


def test_a_file_that_is_not_there(desk: Path) -> None:
    done = CliRunner().invoke(cli, ["import-vale", "other.ini"], standalone_mode=False)
    assert str(done.exception) == "other.ini: cannot be read: No such file or directory"


def test_sections_comments_and_long_lines() -> None:
    sections = read_ini(
        "\ufeff; a comment\nStylesPath = styles # behind it\n[*]\nBasedOnStyles = One, \\\n  Two\n# no\n"
        "BasedOnStyles = Two, Three\n[ *.md ]\nA.B = YES\n[*]\nC.D=a#b\n",
        "x",
    )
    assert [section.name for section in sections] == ["", "*", "*.md"]
    assert sections[0].entries == (("StylesPath", "styles", 2),)
    assert sections[1].all("BasedOnStyles") == ("One", "Two", "Three")
    assert sections[1].entries[-1] == ("C.D", "a#b", 11)
    assert sections[1].line_of("BasedOnStyles") == 4
