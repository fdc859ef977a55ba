"""What is not read: named files of other formats, excluded files, and what the summary says of folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Articlelint
from files import write

from articlelint.config.configuration import Configuration
from articlelint.config.discovery import chosen, discover, given
from articlelint.config.left_out import LeftOut
from articlelint.errors import ReadError
from articlelint.markup.formats import NOT_READ
from articlelint.source import Source

ONLY = ("--no-cache", "--select", "repeated-word")
BAD = "It was the the end.\n"
GOOD = "It was the end.\n"


def told(*arguments: str) -> tuple[list[str], str]:
    left_out = LeftOut()
    found = [f.error or f.path for f in discover(arguments, Configuration(), (), left_out)]
    return found, str(left_out)


def test_formats_of_documents_are_told_by_suffix(here: Path) -> None:
    write("a.txt", "b.md", "c.pages", "d.PAGES", "e.tex", "f.org", "g.textile", "h.png", "LICENSE", ".hidden")
    write(".articlelint.toml", text="")
    assert told(".") == (
        ["a.txt", "b.md"],
        "Left out: 2 .pages, 1 .org, 1 .tex, 1 .textile, 2 other files (articlelint does not read their formats).",
    )


def test_what_is_excluded_or_ignored_is_told_apart(here: Path) -> None:
    write(
        ".git/HEAD", "a.txt", "b.txt", "c.txt", "drafts/d.txt", "out/e.txt", "node_modules/f.txt", "out.png"
    )
    write(".gitignore", text="out*\nc.txt\n")
    write(".articlelint.toml", text='exclude = ["/drafts/", "b.*"]')
    expected = (
        "Left out: 1 file and 1 folder that the configuration excludes; 1 file and 1 folder that git ignores."
    )
    assert told(".") == (
        ["a.txt"],
        expected.replace("1 file and 1 folder that git", "2 files and 1 folder that git"),
    )


def test_nothing_is_told_where_nothing_is_left_out_or_a_file_is_named(here: Path) -> None:
    write("a.txt", "b.tex", ".github/x.yml")
    assert told("a.txt") == (["a.txt"], "")


def test_each_is_told_once(here: Path) -> None:
    write("a/a.txt", "a/b.tex")
    assert told("a", ".", "a/*")[1] == "Left out: 1 .tex (articlelint does not read its format)."


def test_only_other_files(here: Path) -> None:
    write("a.txt", "b.png", "c.py")
    assert told(".")[1] == "Left out: 2 files (articlelint does not read their formats)."


def test_what_is_read_where_it_is_named(here: Path) -> None:
    write("a.txt", "b.json", "c.json", "d.XML", "e.zip", "f.py")
    files, left_out = told(".")
    assert files == ["a.txt"]
    assert left_out == (
        "Left out: 2 .json, 1 .xml, 1 .zip (read only where they are named); "
        "1 file (articlelint does not read its format)."
    )
    assert told("*.json") == (["b.json", "c.json"], "")


def test_the_baseline_is_no_article(here: Path) -> None:
    write("a.json", ".articlelint-baseline.json")
    write(".articlelint.toml", text='include = ["*.json"]')
    assert told(".") == (["a.json"], "")
    assert [f.path for f in discover(["."], Configuration(), (), forced=(".json",))] == ["a.json"]


def test_what_is_not_of_the_format_asked_for(here: Path) -> None:
    write("a.txt", "b.json")
    left_out = LeftOut()
    found = [f.path for f in discover(["."], Configuration(), (), left_out, forced=(".json",))]
    assert (found, str(left_out)) == (["b.json"], "Left out: 1 file not of the format that --format names.")


@pytest.mark.parametrize(
    "name", ["brief.tex", "brief.PAGES", "brief.pdf", "brief.rtf", "setup.py", "a/b.yaml"]
)
def test_a_named_file_of_another_format_is_an_error(here: Path, name: str) -> None:
    write(name)
    (error,), _ = told(name)
    assert error.startswith(f"{name}: articlelint does not read ")
    assert error.endswith("; save the article as .docx, text, Markdown or HTML")


@pytest.mark.parametrize("name", ["README", "story", "notes.txt.bak", "story.2026", "x.article", ".draft"])
def test_a_named_file_without_a_known_suffix_is_plain_text(here: Path, name: str) -> None:
    write(name)
    assert told(name)[0] == [name]


def test_a_parser_of_a_plugin_claims_its_suffix(here: Path) -> None:
    write("a.tex")
    assert [f.error for f in discover(["a.tex"], Configuration(), [".tex"])] == [""]


def test_include_makes_no_other_format_readable(here: Path) -> None:
    write("a.tex", "b.article")
    write(".articlelint.toml", text='include = ["*.tex", "*.article"]')
    found, _ = told(".")
    assert found[0].startswith("a.tex: articlelint does not read TeX")
    assert found[1:] == ["b.article"]


def test_suffixes_are_written_as_they_are_looked_up() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in NOT_READ)
    assert not {".txt", ".text", ".md", ".markdown", ".html", ".htm"} & set(NOT_READ)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n1 0 obj\n", b"{\\rtf1\\ansi Hello the the.}"])
def test_what_only_looks_like_text_is_not_read(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"story.txt: this is an? (PDF|RTF)"):
        Source.decode("story.txt", data)


def test_fix_leaves_other_formats_alone(articlelint: Articlelint) -> None:
    path = articlelint.write("a.tex", BAD)
    done = articlelint("fix", *ONLY, "a.tex")
    assert (done.code, path.read_text()) == (2, BAD)
    assert "articlelint does not read TeX" in done.err


def test_the_summary_and_the_error_tell(articlelint: Articlelint) -> None:
    articlelint.write("b.tex", BAD)
    done = articlelint("check", *ONLY)
    assert (done.code, done.out) == (2, "")
    assert "no articles found" in done.err
    assert "Left out: 1 .tex (articlelint does not read its format)." in done.err
    articlelint.write("a.txt", GOOD)
    line = "Left out: 1 .tex (articlelint does not read its format).\n"
    assert articlelint("check", *ONLY).out == f"Nothing found in 1 article.\n{line}"
    assert articlelint("check", *ONLY, "-q").out == ""
    assert articlelint("check", *ONLY, "--output-format", "json").out.strip() == "[]"
    assert articlelint("stats").out.endswith(line)
    assert articlelint("baseline", "create", "--no-cache").out.endswith(line)
    articlelint.write("a.txt", BAD)
    assert articlelint("fix", *ONLY).out.endswith(f"Nothing is left.\n{line}")


EXCLUDED = 'exclude = ["/drafts/", "!drafts/b.txt", "*.tmp.txt"]'


@pytest.mark.parametrize("name", ["drafts/a.txt", "drafts/b.txt", "drafts/deep/c.txt", "x/d.tmp.txt"])
def test_exclude_wins_with_force_exclude(here: Path, name: str) -> None:
    write(name, "x/e.txt")
    write(".articlelint.toml", text=EXCLUDED)
    assert [f.path for f in discover([name, "x/e.txt"], Configuration(), force_exclude=True)] == ["x/e.txt"]
    assert [f.path for f in discover([name, "x/e.txt"], Configuration())] == [name, "x/e.txt"]
    staged = {here / name: b"One.\n"}
    assert list(chosen(staged, [name], Configuration(), force_exclude=True)) == []
    assert list(given(name, b"One.\n", Configuration(), (), None)) == []


def test_standard_input_without_a_name_is_never_excluded(here: Path) -> None:
    write(".articlelint.toml", text='exclude = ["*"]')
    assert [f.path for f in given("-", b"One.\n", Configuration(), (), None)] == ["-"]


def test_only_excluded_files_are_no_error(articlelint: Articlelint) -> None:
    articlelint.write("drafts/a.txt", BAD)
    articlelint.write(".articlelint.toml", EXCLUDED)
    line = "Left out: 1 file that the configuration excludes.\n"
    for args, stdin in (
        (("--force-exclude", "drafts/a.txt"), b""),
        (("--stdin-filename", "drafts/a.txt"), BAD.encode()),
    ):
        done = articlelint("check", *ONLY, *args, stdin=stdin)
        assert (done.code, done.out, done.err) == (0, line, "")
    assert articlelint("check", *ONLY, "drafts/a.txt").code == 1


def test_the_hooks_pass_force_exclude() -> None:
    import yaml
    from conftest import ROOT

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert all("--force-exclude" in hook["entry"] for hook in hooks)
