"""The documentation site builds without warnings, and the pages about rules are up to date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Articlelint


def test_rule_pages_are_up_to_date() -> None:
    command = [sys.executable, "tools/build_rule_pages.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as built."""
    folder = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(folder),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_no_page_of_the_site_loads_anything_from_another_host(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 60
    loaded = re.compile(r"""<(?!a\b)[^>]*?\b(?:src|href|srcset|content)=["']?((?:https?:)?//[^"'\s>]*)""")
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert loaded.findall(text) == [], page
        # Material asks the host of the repository for figures wherever this attribute is.
        assert "data-md-component=source" not in text.replace('"', ""), page
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", styles)


def test_the_home_page_shows_an_article_with_its_marks(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    marks = re.findall(r'<mark class="(error|warning|info)" title="[^"]+" data-number="(\d+)">', text)
    assert [number for _, number in marks] == [str(n) for n in range(1, len(marks) + 1)]
    assert len(marks) > 10
    for rule in re.findall(r'<a href="(rules/[\w-]+/)">', text):
        assert (site / rule / "index.html").exists()
    assert '<div class="note error"><b>error</b> articlelint: ' in text
    assert "<!-- article -->" not in text


def test_the_page_of_a_rule_shows_its_examples_as_text_with_marks(site: Path) -> None:
    text = (site / "rules/mixed-spelling/index.html").read_text(encoding="utf-8")
    assert '<blockquote class="warning"><small>before</small>' in text
    assert "<mark>Podolyak</mark> wrote." in text
    assert "<ins>Podoliak</ins> wrote." in text


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


HOUSE_STYLE = re.findall(
    r"```toml\n(.*?)```", (ROOT / "docs/house-style.md").read_text(encoding="utf-8"), re.DOTALL
)
ENTRIES = [block for block in HOUSE_STYLE if block.startswith("[[")]
CONFIGURATIONS = [block for block in HOUSE_STYLE if "packs = " in block]


def test_the_examples_on_the_page_about_house_style_are_right(articlelint: Articlelint) -> None:
    assert len(ENTRIES) > 5
    articlelint.write("desk.toml", "\n".join(ENTRIES))
    articlelint.write(".articlelint.toml", '[house]\npacks = ["desk.toml"]\n')
    done = articlelint("style", "test")
    assert (done.code, done.err) == (0, ""), done.out + done.err


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_the_pack_on_that_page_agrees_with_the_starter_packs_beside_it(
    articlelint: Articlelint, configuration: str
) -> None:
    assert len(CONFIGURATIONS) == 2
    articlelint.write("style/desk.toml", ENTRIES[0])
    for starter in ("starter:ap", "starter:british"):
        articlelint.write(".articlelint.toml", configuration.replace("starter:ap", starter))
        done = articlelint("style", "test")
        assert (done.code, done.err) == (0, ""), done.out + done.err
