"""Style packs as an editor writes them, run as a newsroom runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Articlelint

import articlelint as al
from articlelint.cli import cli
from articlelint.errors import ArticlelintError
from articlelint_house.packs import Packs

PACK = """
[[term]]
avoid = ["Kiev", "Kijev"]
use = "Kyiv"
why = "The Ukrainian form, since 2019"
link = "https://desk.example/kyiv"

[[term]]
avoid = "adviser to"
use = "aide to"
scope = "everywhere"

[[term]]
avoid = "passed away"
use = "died"
severity = "error"

[[term]]
id = "internet-capital"
avoid = "Internet"
use = "internet"
disabled = "the sports desk objects"
owner = "copy desk"
date = 2026-03-01

[[pattern]]
id = "per-cent"
regex = "\\\\b\\\\d+ ?%"
why = "Spell out per cent"
"""


def lint(folder: Path, text: str, *arguments: str, pack: str = PACK) -> list[dict[str, object]]:
    (folder / "style").mkdir(exist_ok=True)
    (folder / "style" / "Desk.toml").write_text(pack, encoding="utf-8")
    (folder / ".articlelint.toml").write_text('[house]\npacks = ["style/*.toml"]\n', encoding="utf-8")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    run = CliRunner().invoke(
        cli,
        ["check", "--no-cache", "--output-format", "json", *arguments, str(folder / "a.txt")],
        standalone_mode=False,
    )
    if run.exception is not None:
        raise run.exception
    found: list[dict[str, object]] = json.loads(run.stdout)
    return [row for row in found if str(row["rule"]).startswith("house/")]


def words(found: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(row["rule"], row["text"]) for row in found]


def test_a_term_is_found_as_a_whole_word_with_its_possessive(tmp_path: Path) -> None:
    text = "Kiev's mayor met the mayor of Kijev. Kievan history is another matter.\n"
    found = lint(tmp_path, text)
    assert words(found) == [("house/desk.kyiv", "Kiev"), ("house/desk.kyiv", "Kijev")]
    assert found[0]["message"] == "“Kiev” is not house style: write “Kyiv” (The Ukrainian form, since 2019)"
    assert found[0]["url"] == "https://desk.example/kyiv"
    assert (found[0]["category"], found[0]["severity"], found[0]["line"], found[0]["column"]) == (
        "house",
        "warning",
        1,
        1,
    )


def test_capitals_of_a_name_matter_those_of_a_common_word_do_not(tmp_path: Path) -> None:
    found = lint(tmp_path, "The kiev was dry, in KIEV as well. Passed away, they said, is what he had.\n")
    assert words(found) == [("house/desk.kyiv", "KIEV"), ("house/desk.died", "Passed away")]
    fixes = [row["fix"]["edits"][0]["text"] for row in found]  # type: ignore[index]
    assert fixes == ["KYIV", "Died"]


def test_words_in_quotation_marks_are_the_speaker_s_unless_the_entry_says_everywhere(tmp_path: Path) -> None:
    text = "“I love Kiev, as an adviser to kings, at 5%,” said Ann Smith.\n"
    assert words(lint(tmp_path, text)) == [("house/desk.aide-to", "adviser to")]


def test_a_term_does_not_reach_into_the_next_paragraph(tmp_path: Path) -> None:
    assert not lint(tmp_path, "He is an adviser\n\nto nobody at all, as he says.\n")


def test_a_pattern_is_found_where_it_stands(tmp_path: Path) -> None:
    assert words(lint(tmp_path, "Prices rose by 5% last year.\n")) == [("house/desk.per-cent", "5%")]


def test_a_disabled_entry_runs_only_when_it_is_named(tmp_path: Path) -> None:
    text = "The Internet is full of it.\n"
    assert not lint(tmp_path, text)
    assert not lint(tmp_path, text, "--select", "house")
    named = lint(tmp_path, text, "--select", "house/desk.internet-capital")
    assert words(named) == [("house/desk.internet-capital", "Internet")]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("--ignore", "house"), 0),
        (("--ignore", "house/desk"), 0),
        (("--ignore", "house/desk.kyiv"), 1),
        (("--select", "house/desk"), 2),
        (("--select", "spelling,house/desk.kyiv"), 1),
    ],
)
def test_entries_are_chosen_by_name_pack_or_category(
    tmp_path: Path, arguments: tuple[str, ...], count: int
) -> None:
    assert len(lint(tmp_path, "Kiev is where he passed away.\n", *arguments)) == count


def test_an_inline_ignore_takes_the_name_of_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "<!-- articlelint: ignore[house/desk.kyiv] the chicken -->\n\nA Kiev, he says.\n\nKiev again.\n",
        encoding="utf-8",
    )
    lint(tmp_path, "x\n")
    run = CliRunner().invoke(
        cli,
        ["check", "--no-cache", "--output-format", "concise", str(tmp_path / "a.md")],
        standalone_mode=False,
    )
    assert [line.split(":")[1] for line in run.stdout.splitlines() if "house/" in line] == ["5"]
    assert "unused-ignore" not in run.stdout


@pytest.mark.parametrize(
    ("pack", "complaint"),
    [
        (
            '[[term]]\navoid = "x"\nuze = "y"\n',
            "Desk.toml:3: unknown key 'uze' (a [[term]] entry has: avoid, use",
        ),
        ('\n[[term]]\nuse = "y"\n', "Desk.toml:2: a [[term]] entry needs 'avoid'"),
        ('[[pattern]]\nid = "p"\nregex = "("\n', "Desk.toml:3: 'regex' is no regular expression"),
        ('[[pattern]]\nid = "p"\nregex = "x*"\n', "Desk.toml:3: 'regex' matches where there is nothing"),
        ('[[pattern]]\nregex = "x"\n', "Desk.toml:1: give the entry an 'id'"),
        ('[term]\navoid = "x"\n', "Desk.toml:1: an entry has two brackets: [[term]]"),
        ('[[trem]]\navoid = "x"\n', "Desk.toml:1: 'trem' is no kind of entry"),
        ('[[term]]\navoid = "x"\nseverity = "bad"\n', "Desk.toml:3: 'severity' must be one of"),
        (
            '[[term]]\nid = "x"\navoid = "y"\n[[term]]\nid = "x"\navoid = "z"\n',
            "Desk.toml:4: 'house/desk.x' is already at",
        ),
        ("", "no entry in this style pack"),
        ("[[term]\n", "not valid TOML"),
    ],
)
def test_a_fault_in_a_pack_is_one_line_with_its_place(tmp_path: Path, pack: str, complaint: str) -> None:
    with pytest.raises(ArticlelintError) as raised:
        lint(tmp_path, "Nothing.\n", pack=pack)
    assert complaint in str(raised.value)


def test_a_glob_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / ".articlelint.toml").write_text('[house]\npacks = ["style/*.toml"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    run = CliRunner().invoke(cli, ["check", "--no-cache", str(tmp_path / "a.txt")], standalone_mode=False)
    assert "'packs': no file matches 'style/*.toml'" in str(run.exception)


def test_a_changed_pack_is_not_answered_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lint(tmp_path, "Kiev and Lvov.\n")
    for pack, expected in (
        (PACK, "Kyiv"),
        (PACK + '\n[[term]]\navoid = "Lvov"\nuse = "Lviv"\n', "Lviv"),
    ):
        Path("style/Desk.toml").write_text(pack, encoding="utf-8")
        run = CliRunner().invoke(cli, ["check", "a.txt"], standalone_mode=False)
        assert expected in run.stdout


def test_thirteen_thousand_terms_cost_one_look(tmp_path: Path) -> None:
    many = "".join(f'[[term]]\navoid = "zq{n}x"\nuse = "zq{n}y"\n' for n in range(13_000))
    found = lint(tmp_path, "Then zq12999x met zq7x.\n", pack=many)
    assert [row["text"] for row in found] == ["zq12999x", "zq7x"]


def test_an_unknown_starter_pack_is_a_fault_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    (tmp_path / "base.toml").write_text('[house]\npacks = ["starter:aq"]\n', encoding="utf-8")
    for config in ('[house]\n\npacks = [\n  "starter:aq"]\n', 'extend = "base.toml"\n'):
        (tmp_path / ".articlelint.toml").write_text(config, encoding="utf-8")
        run = CliRunner().invoke(cli, ["check", "--no-cache", str(tmp_path / "a.txt")], standalone_mode=False)
        place = "base.toml:2" if "extend" in config else ".articlelint.toml:3"
        said = f"{place}: [house] packs: no starter pack is named 'starter:aq'; there are starter:ap, starter:british"
        assert str(run.exception).endswith(said)


def test_two_packs_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder in ("news", "sport"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "desk.toml").write_text('[[term]]\navoid = "x"\n', encoding="utf-8")
    files = [str(tmp_path / folder / "desk.toml") for folder in ("news", "sport")]
    with pytest.raises(al.SettingsError, match="house/desk: rename one of the files"):
        Packs(files)


def test_a_pattern_is_summed_up_by_its_reason(tmp_path: Path) -> None:
    pack = tmp_path / "desk.toml"
    pack.write_text('[[pattern]]\nid = "p"\nregex = "x{3}"\nwhy = "Letters\\nrepeat."\n', encoding="utf-8")
    assert Packs([str(pack)]).rules["house/desk.p"].summary == "Letters repeat"


def test_one_word_with_one_correction_is_reported_once(articlelint: Articlelint) -> None:
    settings = '[house]\nnames = ["Kyiv"]\npacks = ["desk.toml", "starter:ap"]\n'
    articlelint.write("desk.toml", '[[term]]\navoid = "Kiev"\nuse = "Kyiv"\nseverity = "info"\n')
    articlelint.write("a.md", "The train to Kiev was late.\n")
    articlelint.write(".articlelint.toml", settings)
    assert [f["rule"] for f in articlelint("check", "--output-format", "json", "a.md").findings] == [
        "house/ap.kyiv"
    ]
    articlelint.write(".articlelint.toml", settings + '[house.spelling]\n"Kyiv" = ["Kiev"]\n')
    found = articlelint("check", "--output-format", "json", "a.md").findings
    assert [(f["rule"], f["severity"]) for f in found] == [("house-spelling", "error")]
    # What an ignore covers does not hide the others, and no ignore is unused.
    articlelint.write(
        "a.md",
        "<!-- articlelint: ignore[house-spelling, house/ap.kyiv] chicken -->\nThe train to Kiev was late.\n",
    )
    found = articlelint("check", "--output-format", "json", "a.md").findings
    assert [f["rule"] for f in found] == ["house/desk.kyiv"]
    # Another correction of the same word is another finding.
    articlelint.write("desk.toml", '[[term]]\navoid = "Kiev"\nuse = "the capital"\n')
    articlelint.write("a.md", "The train to Kiev was late.\n")
    found = articlelint("check", "--output-format", "json", "a.md").findings
    assert [f["rule"] for f in found] == ["house-spelling", "house/desk.the-capital"]
