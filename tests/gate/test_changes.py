"""Changed lines and staged files, in a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import Articlelint

ONLY = ("--isolated", "--no-cache", "--output-format", "json")
WORD = (*ONLY, "--select", "repeated-word")
OLD = "The minister said that the the talks would go on.\n"
NEW = "Nobody could say why the the ferry had left.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(articlelint: Articlelint) -> Articlelint:
    git(articlelint.folder, "init", "-q")
    articlelint.write("a.txt", f"{OLD}\nSecond.\n\nThird.\n")
    articlelint.write("städte/b c.txt", OLD)
    git(articlelint.folder, "add", ".")
    git(articlelint.folder, "commit", "-q", "-m", "one")
    return articlelint


def places(done) -> list[tuple[str, int]]:
    assert done.code in {0, 1}, done.err
    return [(f["path"], f["line"]) for f in done.findings]


def test_only_changed_lines_staged_unstaged_and_new_files(repository: Articlelint) -> None:
    repository.write("a.txt", f"{OLD}\n{NEW}\nThird.\n")
    git(repository.folder, "add", "a.txt")
    repository.write("a.txt", f"{OLD}\n{NEW}\nThird.\n\n{NEW}")
    repository.write("new.txt", OLD)
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == [
        ("a.txt", 3),
        ("a.txt", 7),
        ("new.txt", 1),
    ]


def test_since_an_older_revision(repository: Articlelint) -> None:
    repository.write("a.txt", f"{OLD}\n{NEW}\nThird.\n")
    git(repository.folder, "commit", "-q", "-a", "-m", "two")
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == []
    assert places(repository("check", *WORD, "--diff-from", "HEAD~1", ".")) == [("a.txt", 3)]


def test_odd_file_names_and_subfolders(repository: Articlelint) -> None:
    repository.write("städte/b c.txt", f"{OLD}\n{NEW}")
    inside = Articlelint(repository.folder / "städte")
    assert places(inside("check", *WORD, "--diff-from", "HEAD", ".")) == [("b c.txt", 3)]


def test_a_renamed_file_has_not_changed(repository: Articlelint) -> None:
    git(repository.folder, "mv", "a.txt", "moved.txt")
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == []


def test_a_finding_counts_when_its_related_place_has_changed(repository: Articlelint) -> None:
    before = "Talks in Kyiv ended.\n\nThe mayor of Kyiv left.\n\nKiev was quiet.\n"
    repository.write("c.txt", before.replace("Kiev", "Kyiv"))
    git(repository.folder, "add", "c.txt")
    git(repository.folder, "commit", "-q", "-m", "c")
    repository.write("c.txt", "Talks in Kiev ended.\n\nThe mayor of Kyiv left.\n\nKyiv was quiet.\n")
    found = repository("check", *ONLY, "--select", "mixed-spelling", "--diff-from", "HEAD", "c.txt").findings
    assert [(f["line"], f["text"]) for f in found] == [(1, "Kiev")]
    # Now the rarer form is the old one, and what was added is the form it disagrees with.
    repository.write("d.txt", "Talks in Kiev ended.\n\nNothing.\n\nNothing.\n")
    git(repository.folder, "add", "d.txt")
    git(repository.folder, "commit", "-q", "-m", "d")
    repository.write("d.txt", "Talks in Kiev ended.\n\nKyiv was quiet.\n\nThe mayor of Kyiv left.\n")
    found = repository("check", *ONLY, "--select", "mixed-spelling", "--diff-from", "HEAD", "d.txt").findings
    assert [(f["line"], f["text"]) for f in found] == [(1, "Kiev")]


def test_staged_lints_what_is_staged_not_what_lies_on_disk(repository: Articlelint) -> None:
    repository.write("a.txt", f"{OLD}\n{NEW}")
    git(repository.folder, "add", "a.txt")
    repository.write("a.txt", "Fine.\n")
    repository.write("städte/b c.txt", NEW)
    assert places(repository("check", *WORD, "--staged")) == [("a.txt", 1), ("a.txt", 3)]
    assert places(repository("check", *WORD, "--staged", "--diff-from", "HEAD")) == [("a.txt", 3)]
    assert places(repository("check", *WORD, "--staged", "städte")) == []


def test_nothing_staged_is_no_error(repository: Articlelint) -> None:
    assert places(repository("check", *WORD, "--staged")) == []


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--diff-from", "no-such-branch"), "git knows no revision 'no-such-branch'"),
        (("--staged", "-"), "cannot be used together"),
    ],
)
def test_wrong_use(repository: Articlelint, args: tuple[str, ...], message: str) -> None:
    done = repository("check", *WORD, *args)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_outside_a_repository(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", OLD)
    done = articlelint("check", *WORD, "--diff-from", "HEAD", ".", env={"GIT_CEILING_DIRECTORIES": "/"})
    assert done.code == 2
    assert "not a git repository" in done.err
