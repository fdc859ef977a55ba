"""The documentation site builds without warnings, and the pages about rules are up to date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, Articlelint


def test_rule_pages_are_up_to_date() -> None:
    command = [sys.executable, "tools/build_rule_pages.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_site_builds(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/rules/mixed-spelling/index.html").exists()


def test_every_path_on_the_map_exists() -> None:
    text = (ROOT / "docs/where-things-live.md").read_text(encoding="utf-8")
    table = text.partition("## Where would I add")[2].partition("## The way")[0]
    named = re.findall(r"`(?:python )?((?:lint|rules|tools|docs|tests|bench)/[^`\s]*)", table)
    paths = [path.partition("<")[0] for path in named]  # up to <category>
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []
    hook = next(line for line in table.splitlines() if line.startswith("| a hook"))
    for module in re.findall(r"`(\w+\.py)`", hook):
        assert (ROOT / "lint/articlelint/plugins" / module).exists(), module


def test_every_path_in_the_tree_of_the_map_exists() -> None:
    text = (ROOT / "docs/where-things-live.md").read_text(encoding="utf-8")
    tree = re.findall(
        r"^    ( *)([\w/. ]+?)(?:  +\S.*)?$", text.partition("The three packages")[0], re.MULTILINE
    )
    parents: dict[int, Path] = {-1: ROOT}
    for indent, names in tree:
        if len(indent) > 6:  # the rest of a description
            continue
        parent = parents[max(depth for depth in parents if depth < len(indent))]
        for name in names.split():
            assert (parent / name).exists(), name
            parents = {depth: path for depth, path in parents.items() if depth < len(indent)}
            parents[len(indent)] = parent / name


def test_the_examples_on_the_page_about_house_style_are_right(articlelint: Articlelint) -> None:
    text = (ROOT / "docs/house-style.md").read_text(encoding="utf-8")
    entries = [block for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if block.startswith("[[")]
    assert len(entries) > 5
    articlelint.write("desk.toml", "\n".join(entries))
    articlelint.write(".articlelint.toml", '[house]\npacks = ["desk.toml"]\n')
    done = articlelint("style", "test")
    assert (done.code, done.err) == (0, ""), done.out + done.err
