"""The code in the plugin guides runs, and prints what they say."""

from __future__ import annotations

import re
import runpy
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

import articlelint as al
from articlelint.plugins.checking import rule_fault

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Site

_FENCE = re.compile(r"^```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    language: str
    name: str
    code: str


def blocks(page: str) -> list[Block]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [Block(m["language"], m["name"] or "", m["code"]) for m in _FENCE.finditer(text)]


def test_the_rules_of_the_tutorial_work(tmp_path: Path) -> None:
    python = [block.code for block in blocks("writing-a-rule.md") if block.language == "python"]
    assert len(python) == 12
    script = tmp_path / "tutorial.py"
    script.write_text("\n\n".join(python), encoding="utf-8")
    names = runpy.run_path(str(script), run_name="tutorial")  # checks its own examples
    rules = [v for v in names.values() if isinstance(v, type) and issubclass(v, al.Rule) and v is not al.Rule]
    assert [rule.meta.name for rule in rules] == [
        *("very-unique", "long-headline", "two-fares", "sister-ship", "theater"),
    ]
    assert [rule_fault(rule) for rule in rules] == [""] * 5


@pytest.fixture
def guide(site: Site) -> Site:
    """The files of the three-minute guide, in the folder of the articles; the plugins installed."""
    for block in blocks("plugins.md"):
        if block.name.endswith(".txt"):
            site.articlelint.write(block.name, block.code)
        elif block.name.endswith(".py"):
            module = block.name.removesuffix(".py")
            site.install(module.replace("_", "-"), block.code)
    return site


def test_the_commands_of_the_guide_print_what_it_says(guide: Site) -> None:
    (console,) = [block.code for block in blocks("plugins.md") if block.language == "console"]
    commands = [part.partition("\n") for part in console.split("$ ")[1:]]
    assert commands[0][0] == "pip install ."
    for command, _, printed in commands[1:]:
        program, *arguments = shlex.split(command)
        assert program == "articlelint"
        assert guide.run(*arguments).out == printed + "1 finding.\n"


def test_the_metadata_of_the_guide_names_its_module() -> None:
    import tomli

    (toml,) = [block.code for block in blocks("plugins.md") if block.name == "pyproject.toml"]
    project = tomli.loads(toml)
    assert project["project"]["entry-points"]["articlelint"] == {"house-style": "house_style"}
    names = [block.name for block in blocks("plugins.md")]
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"] == ["house_style.py"]
    assert "house_style.py" in names


def test_the_format_of_the_guide(guide: Site) -> None:
    done = guide.run("check", "--isolated", "--select", "house", "--output-format", "summary", "story.txt")
    assert (done.code, done.out) == (1, "   1 story.txt\n")


def test_the_parser_of_the_guide(guide: Site) -> None:
    guide.articlelint.write(
        "film.srt",
        "1\n00:00:01,000 --> 00:00:02,000\nIt was the\nthe end.\n\n2\n00:00:03,000 --> 00:00:04,000\nReally.\n",
    )
    done = guide.run(
        "check", "--isolated", "--select", "repeated-word", "--output-format", "json", "film.srt"
    )
    assert done.code == 1, done.err
    (finding,) = done.findings
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (3, 8, 4, 4)


def test_the_parser_of_several_articles_of_the_guide(guide: Site) -> None:
    guide.articlelint.write("a.minutes", "=== May\nIt was the\tend.\n=== June\nReally the the end.\n")
    done = guide.run(
        "check", "--isolated", "--select", "repeated-word", "--output-format", "json", "a.minutes"
    )
    assert [(f["path"], f["line"], f["column"]) for f in done.findings] == [("a.minutes", 4, 8)], done.err
    done = guide.run("check", "--isolated", "a.minutes")
    assert "1 of 2 articles" in done.out
    guide.articlelint.write("b.minutes", "nothing")
    done = guide.run("check", "--isolated", "b.minutes")
    assert (done.code, done.err) == (2, "articlelint: error: b.minutes: there are no minutes in it\n")


def test_the_settings_and_rule_set_of_the_guide(guide: Site) -> None:
    (config,) = [block.code for block in blocks("plugins.md") if block.name == ".articlelint.toml"]
    guide.articlelint.write(".articlelint.toml", config)
    guide.articlelint.write("stale.txt", "very\n")
    guide.articlelint.write("a.txt", "It was very cold.\n")
    done = guide.run("check", "--select", "avoid", "--output-format", "json", "a.txt")
    assert [(f["rule"], f["text"]) for f in done.findings] == [("avoid/stale.very", "very")], done.err
    guide.articlelint.write(".articlelint.toml", config.replace("stale", "fresh"))
    done = guide.run("check", "a.txt")
    assert done.err == "articlelint: error: .articlelint.toml:2: 'files': no file matches\n"


def test_the_command_of_the_guide(guide: Site) -> None:
    guide.articlelint.write("a.txt", "It was the the end.\n")
    done = guide.run("count", "a.txt")
    assert (done.code, done.out) == (0, "1 findings\n"), done.err


def test_the_guide_lists_every_name_for_commands() -> None:
    import articlelint.commands as public

    text = (
        (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8").partition("From `articlelint.commands`")[2]
    )
    table = text.partition("\n\n")[0]
    assert sorted(re.findall(r"`(\w+)`", table)) == sorted(public.__all__)


def test_the_kind_of_the_guide_is_learned(guide: Site) -> None:
    for number in range(2):
        guide.articlelint.write(f"news/{number}.txt", f"It rained on the old brolly no. {number}.\n")
    done = guide.run("archive", "learn", "news", "--workers", "1")
    assert done.code == 0, done.err
    done = guide.run("archive", "ask", "umbrella", "--output-format", "csv")
    assert done.out.splitlines()[1].startswith("umbrella,umbrella,brolly,False,2,")
