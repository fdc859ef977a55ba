"""Changed lines and staged files, in a real repository."""

from __future__ import annotations

import os
import shutil
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
    done = repository("check", "--staged")
    assert (done.code, "No article is staged." in done.out + done.err) == (0, True)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--diff-from", "no-such-branch"), "git knows no revision 'no-such-branch'; fetch it first"),
        (("--diff-from", "--output=x"), "git knows no revision '--output=x'"),
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


def test_a_shallow_clone_says_what_to_fetch(repository: Articlelint, tmp_path: Path) -> None:
    git(repository.folder, "commit", "-q", "--allow-empty", "-m", "two")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "clone"))
    done = Articlelint(tmp_path / "clone")("check", *WORD, "--diff-from", "HEAD~1", ".")
    assert done.code == 2
    assert done.err.startswith(
        "articlelint: error: --diff-from: git knows no revision 'HEAD~1'; this clone has only"
    )
    assert "'fetch-depth: 0'" in done.err


def test_names_that_are_not_utf_8(repository: Articlelint) -> None:
    name = os.fsdecode(b"untr\xff.txt")
    repository.write(name, NEW)
    assert len(places(repository("check", *WORD, "--diff-from", "HEAD", "."))) == 1
    git(repository.folder, "add", ".")
    assert len(places(repository("check", *WORD, "--diff-from", "HEAD", "."))) == 1
    assert len(places(repository("check", *WORD, "--staged"))) == 1


def test_lines_that_look_like_the_headers_of_a_diff(repository: Articlelint) -> None:
    repository.write("a.txt", f"++ b/other.txt\n\n{NEW}\n-- a/x\n")
    git(repository.folder, "commit", "-q", "-a", "-m", "two")
    assert places(repository("check", *WORD, "--diff-from", "HEAD~1", ".")) == [("a.txt", 3)]
    repository.write("a.txt", NEW)
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == []
    assert places(repository("check", *WORD, "--diff-from", "HEAD~1", ".")) == [("a.txt", 1)]


@pytest.mark.parametrize("attributes", ["*.txt -diff", "*.txt binary", "*.txt diff=own"])
def test_no_attribute_of_the_repository_hides_changes(repository: Articlelint, attributes: str) -> None:
    repository.write(".gitattributes", attributes)
    git(repository.folder, "config", "diff.own.command", "true")
    repository.write("a.txt", f"{OLD}\n{NEW}")
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == [("a.txt", 3)]


def test_a_file_that_git_does_not_know_is_new(repository: Articlelint, tmp_path: Path) -> None:
    repository.write(".gitignore", "ignored.txt")
    repository.write("ignored.txt", OLD)
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    outside.mkdir()
    (outside / "o.txt").write_text(OLD)
    found = places(
        repository("check", *WORD, "--diff-from", "HEAD", "a.txt", "ignored.txt", f"../{outside.name}")
    )
    assert found == [("ignored.txt", 1), (f"../{outside.name}/o.txt", 1)]


def test_a_link_hides_nothing(repository: Articlelint) -> None:
    """Neither what is staged for its target, nor what has changed in it."""
    repository.write("b.txt", NEW)
    (repository.folder / "l.txt").symlink_to("b.txt")
    git(repository.folder, "add", ".")
    assert places(repository("check", *WORD, "--staged")) == [("b.txt", 1)]
    assert places(repository("check", *WORD, "--staged", "--diff-from", "HEAD")) == [("b.txt", 1)]
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == [("b.txt", 1), ("l.txt", 1)]


def test_staged_files_by_what_has_happened_to_them(repository: Articlelint) -> None:
    repository.write("0:foo.txt", NEW)
    repository.write("foo.txt", "Fine.\n")
    repository.write("with\nnewline.txt", NEW)
    git(repository.folder, "mv", "städte/b c.txt", "städte/moved.txt")
    git(repository.folder, "rm", "-q", "a.txt")
    git(repository.folder, "add", ".")
    assert places(repository("check", *WORD, "--staged")) == [
        ("0:foo.txt", 1),
        ("städte/moved.txt", 1),
        ("with\nnewline.txt", 1),
    ]
    git(repository.folder, "commit", "-q", "-m", "two")
    (repository.folder / "foo.txt").chmod(0o755)
    (repository.folder / "0:foo.txt").unlink()
    (repository.folder / "0:foo.txt").symlink_to("foo.txt")
    git(repository.folder, "add", ".")
    assert places(repository("check", *WORD, "--staged")) == []


def test_a_conflict_is_not_passed_over(repository: Articlelint) -> None:
    git(repository.folder, "checkout", "-q", "-b", "other")
    repository.write("a.txt", NEW)
    git(repository.folder, "commit", "-q", "-a", "-m", "other")
    git(repository.folder, "checkout", "-q", "-")
    repository.write("a.txt", "Mine.\n")
    git(repository.folder, "commit", "-q", "-a", "-m", "mine")
    subprocess.run(["git", "merge", "-q", "other"], cwd=repository.folder, check=False, capture_output=True)
    done = repository("check", *WORD, "--staged")
    assert (done.code, done.err) == (
        2,
        "articlelint: error: --staged: a.txt: a merge has left a conflict; resolve it and stage it\n",
    )


def test_submodules_are_compared_too(repository: Articlelint, tmp_path: Path) -> None:
    part = tmp_path.with_name(f"{tmp_path.name}-part")
    part.mkdir()
    git(part, "init", "-q")
    (part / "s.txt").write_text(OLD)
    git(part, "add", ".")
    git(part, "commit", "-q", "-m", "one")
    git(repository.folder, "-c", "protocol.file.allow=always", "submodule", "-q", "add", str(part), "part")
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == [("part/s.txt", 1)]
    assert places(repository("check", *WORD, "--staged")) == []
    git(repository.folder, "commit", "-q", "-a", "-m", "part")
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == []
    repository.write("part/s.txt", f"{OLD}\n{NEW}")
    git(repository.folder / "part", "commit", "-q", "-a", "-m", "two")
    repository.write("part/new.txt", OLD)
    changed = [("part/new.txt", 1), ("part/s.txt", 3)]
    assert places(repository("check", *WORD, "--diff-from", "HEAD", ".")) == changed
    git(repository.folder, "commit", "-q", "-a", "-m", "bump")
    assert places(repository("check", *WORD, "--diff-from", "HEAD~1", ".")) == changed
    # Now the submodule is another repository, without the commit that the revision has.
    shutil.rmtree(repository.folder / "part")
    repository.write("part/s.txt", OLD)
    git(repository.folder / "part", "init", "-q")
    git(repository.folder / "part", "add", ".")
    git(repository.folder / "part", "commit", "-q", "-m", "another")
    done = repository("check", *WORD, "--diff-from", "HEAD", ".")
    assert done.code == 2, done.out
    assert "--diff-from: the submodule 'part' lacks the commit to compare with" in done.err
