"""Which files a run reads."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from files import write

from articlelint.config.configuration import Configuration
from articlelint.config.discovery import discover


def found(*arguments: str, **options: object) -> list[str]:
    configuration = Configuration(**options)  # type: ignore[arg-type]
    return [f.error or f.path for f in discover(arguments, configuration)]


def test_a_folder_means_its_articles_sorted(here: Path) -> None:
    write("a/c.txt", "a/b.md", "a/d.markdown", "a/e.html", "a/f.htm", "a/g.py", "a/B/x.txt", "a/.h/y.txt")
    assert found("a") == ["a/B/x.txt", "a/b.md", "a/c.txt", "a/d.markdown", "a/e.html", "a/f.htm"]


def test_the_current_folder_has_no_dot_slash(here: Path) -> None:
    write("a.txt")
    assert found(".") == ["a.txt"]


def test_a_named_file_is_always_read(here: Path) -> None:
    write("notes.article", "drafts/a.txt")
    write(".articlelint.toml", text='exclude = ["drafts/**"]')
    assert found("notes.article", "drafts/a.txt", "drafts") == ["notes.article", "drafts/a.txt"]


def test_include_and_exclude(here: Path) -> None:
    write("a.article", "b.txt", "drafts/c.txt", "deep/drafts/d.txt")
    write(".articlelint.toml", text='include = ["*.article"]\nexclude = ["/drafts/"]')
    assert found(".") == ["a.article", "b.txt", "deep/drafts/d.txt"]
    assert found(".", isolated=True) == ["b.txt", "deep/drafts/d.txt", "drafts/c.txt"]


def test_each_file_once(here: Path) -> None:
    write("a/b.txt")
    assert found("a/b.txt", "a", "a/*.txt") == ["a/b.txt"]


def test_globs(here: Path) -> None:
    write("a/b.txt", "a/c/d.txt", "a/e.py")
    assert found("a/**/*") == ["a/b.txt", "a/c/d.txt"]
    assert found("x*") == ["x*: no file matches"]


def test_a_glob_finds_what_only_include_names(here: Path) -> None:
    (here / ".articlelint.toml").write_text('include = ["*.article"]\n')
    (here / "x.article").write_text("One.\n")
    (here / "x.other").write_text("One.\n")
    assert found("x.*") == ["x.article"]


def test_an_empty_path_is_not_the_current_folder(here: Path) -> None:
    (error,) = found("")
    assert error.startswith("a path is empty")


def test_gitignore_is_respected_as_git_does(here: Path) -> None:
    write("a.txt", "b.txt", "out/c.txt", "sub/d.txt", "sub/e.txt", "sub/deep/f.txt", "sub/out/g.txt")
    write(".gitignore", text="b.txt\nout/\nsub/*.txt\n!sub/e.txt\n")
    write("sub/.gitignore", text="!d.txt\n/deep\n")
    subprocess.run(["git", "init", "-q"], check=True, cwd=here)
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.txt"],
        check=True,
        capture_output=True,
        text=True,
        cwd=here,
    ).stdout.split()
    assert found(".") == sorted(listed) == ["a.txt", "sub/d.txt", "sub/e.txt"]
    os.chdir("sub")
    assert found(".") == ["d.txt", "e.txt"]


def test_what_does_not_exist_is_an_error_and_the_rest_counts(here: Path) -> None:
    write("a.txt")
    assert found("b.txt", "a.txt") == ["b.txt: no such file or folder", "a.txt"]


def test_links(here: Path) -> None:
    write("a.txt", "d/x.txt")
    Path("dangling.txt").symlink_to("nowhere.txt")
    Path("link.txt").symlink_to("a.txt")
    Path("d/loop").symlink_to("..")
    assert found(".") == [
        "a.txt",
        "d/x.txt",
        "dangling.txt: cannot be read: a link that leads nowhere",
        "link.txt",
    ]
    assert found("dangling.txt") == ["dangling.txt: cannot be read: a link that leads nowhere, or not a file"]


def test_folders_may_lie_deeper_in_each_other_than_functions(here: Path) -> None:
    depth = 1100
    for _ in range(depth):
        Path("a").mkdir()
        os.chdir("a")
    write("x.txt")
    os.chdir(here)
    assert found(".") == [f"{'a/' * depth}x.txt"]
    subprocess.run(["rm", "-r", "a"], check=True, cwd=here)  # too deep for the function that cleans up
