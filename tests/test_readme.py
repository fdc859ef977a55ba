"""The commands, the output and the links in the README are correct."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT, Articlelint

from articlelint.config.configuration import Configuration

README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- output: articlelint ([^\n]*) -->\n```text\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), OUTPUTS)
def test_output_is_real(command: str, shown: str) -> None:
    done = Articlelint(ROOT)(*command.split(), "--no-cache")
    assert done.out == shown


@pytest.mark.parametrize("command", [command for command, _ in OUTPUTS])
def test_the_reader_sees_which_rules_the_output_is_from(command: str) -> None:
    (select,) = re.findall(r"--select \S+", command)
    before = README.partition("<!-- output:")[0]
    assert f"`{select}`" in before


def test_there_is_output_to_compare() -> None:
    assert OUTPUTS


@pytest.mark.parametrize("name", ["try", "test"])
def test_the_two_commands_are_one_line_each(name: str) -> None:
    (block,) = re.findall(rf"<!-- {name}-command -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert block.count("\n") == 1
    assert block.startswith("python3 -m venv .venv && ")


def test_the_configuration_shown_is_valid(articlelint: Articlelint) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    articlelint.write(".articlelint.toml", block)
    articlelint.write("a.txt", "Text.\n")
    assert articlelint("check", "--no-cache", "a.txt").code == 0
    settings = Configuration().for_folder(articlelint.folder)
    assert settings.house.spelling == {"Kyiv": ("Kiev",)}


def test_every_link_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} links to {target}"


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "articlelint", "--version"], capture_output=True, check=True)
    assert done.stdout.startswith(b"articlelint ")
