"""Fixing: which edits are made, and that nothing else about a file changes."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest
from conftest import Articlelint
from hypothesis import given
from hypothesis import strategies as st

from articlelint.errors import ReadError
from articlelint.findings.fixes import accepted, apply_edits
from articlelint.model import Edit, Fix, Safety, Span
from articlelint.source import Source, write_back

ONLY = ("--isolated", "--no-cache", "--select", "repeated-word")
BAD = "It was the the end.\n"
GOOD = "It was the end.\n"


def test_fix_writes_and_lists_what_is_left(articlelint: Articlelint) -> None:
    path = articlelint.write("a.txt", BAD)
    done = articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert path.read_text() == GOOD
    assert done.code == 0
    assert done.out == "Fixed 1 finding in 1 article. Nothing is left.\n"
    again = articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert (again.code, path.read_text()) == (0, GOOD)


def test_the_summary_says_what_is_left(articlelint: Articlelint) -> None:
    sentence = "“It was the the end,” she said.\n"  # no fix changes words between quotation marks
    articlelint.write("a.txt", f"{BAD}\n{sentence}")
    done = articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert done.out.endswith("Fixed 1 finding in 1 article. 1 finding is left.\n")
    articlelint.write("a.txt", f"{BAD}\n{BAD}\n{sentence}\n{sentence}")
    articlelint.write("b.txt", GOOD)
    done = articlelint("fix", *ONLY, "--unsafe-fixes", ".")
    assert done.out.endswith("Fixed 2 findings in 1 article. 2 findings in 1 of 2 articles are left.\n")
    done = articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert done.out.endswith("\n2 findings.\n")


def test_check_fix_is_the_same(articlelint: Articlelint) -> None:
    path = articlelint.write("a.txt", BAD)
    assert articlelint("check", *ONLY, "--fix", "--unsafe-fixes", "a.txt").code == 0
    assert path.read_text() == GOOD


def test_diff_changes_nothing_and_applies_with_patch(articlelint: Articlelint) -> None:
    path = articlelint.write("sub/a.txt", "One.\n\n" + BAD + "No newline at the the end.")
    before = path.read_bytes()
    done = articlelint("fix", *ONLY, "--unsafe-fixes", "--diff", "sub")
    assert done.code == 1
    assert path.read_bytes() == before
    subprocess.run(["git", "apply", "-"], input=done.out.encode(), cwd=articlelint.folder, check=True)
    assert path.read_text() == "One.\n\n" + GOOD + "No newline at the end."
    assert articlelint("fix", *ONLY, "--unsafe-fixes", "--diff", "sub").code == 0


def test_a_fix_that_the_encoding_cannot_hold_is_not_applied_and_named(articlelint: Articlelint) -> None:
    articlelint.write(".articlelint.toml", '[house.spelling]\n"Győr" = ["Gyor"]\n')
    path = articlelint.write("a.txt", "It was the the café.\n\nThe bus left Gyor.\n".encode("cp1252"))
    rules = ("--no-cache", "--select", "repeated-word,house-spelling", "--output-format", "concise")
    done = articlelint("fix", *rules, "--unsafe-fixes", "a.txt")
    assert path.read_bytes() == "It was the café.\n\nThe bus left Gyor.\n".encode("cp1252")
    assert done.code == 1
    assert [line[:14] for line in done.out.splitlines()] == ["a.txt:3:14: er", "Fixed 1 findin"]
    assert done.err == (
        "articlelint: warning: a.txt: read as Windows-1252, because it is not UTF-8\n"
        "articlelint: warning: a.txt:3: not fixed: Windows-1252 has no “ő”; save the article as UTF-8, "
        "and run the command again\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_mark_newlines_and_permissions_stay(articlelint: Articlelint, encoding: str) -> None:
    text = "Café “naïve”.\r\n\r\nIt was the the end.\r\n"
    path = articlelint.write("a.txt", text.encode(encoding))
    path.chmod(0o640)
    assert articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt").code == 0
    assert path.read_bytes() == text.replace("the the", "the").encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(articlelint: Articlelint) -> None:
    target = articlelint.write("real/a.txt", BAD)
    link = articlelint.folder / "a.txt"
    link.symlink_to(target)
    articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert link.is_symlink()
    assert target.read_text() == GOOD


def test_a_folder_that_is_a_link_is_not_followed(articlelint: Articlelint) -> None:
    outside = articlelint.write("outside/a.txt", BAD)
    within = Articlelint(articlelint.folder / "articles")
    within.folder.mkdir()
    (within.folder / "desk").symlink_to("../outside")
    for path in ("*/*.txt", "desk/a.txt"):
        done = within("fix", *ONLY, path)
        assert done.code == 2
        assert "desk/a.txt: not changed: a link leads to" in done.err
        assert outside.read_text() == BAD
    assert within("fix", "--unsafe-fixes", *ONLY, "desk").code == 0, "the folder itself was named"
    assert outside.read_text() != BAD


@pytest.mark.parametrize("command", [("fix", "--unsafe-fixes"), ("check", "--add-ignore", "so be it")])
@pytest.mark.parametrize("paths", [(".",), ("in.md", "out.md")])
def test_a_link_out_of_the_folder_is_not_followed(
    articlelint: Articlelint, command: tuple[str, ...], paths: tuple[str, ...]
) -> None:
    outside = articlelint.write("outside.md", BAD)
    inside = articlelint.write("articles/kept/real.md", BAD)
    within = Articlelint(articlelint.folder / "articles")
    (within.folder / "in.md").symlink_to("kept/real.md")
    (within.folder / "out.md").symlink_to("../outside.md")
    done = within(*command, *ONLY, *paths)
    assert done.code == 2
    assert "out.md: not changed: a link leads to" in done.err
    assert done.err.count("\n") == 1
    assert outside.read_text() == BAD
    assert inside.read_text() != BAD
    # With the folder of the target given, too, the link is followed.
    if paths == (".",):
        assert within(*command, *ONLY, ".", "..").code == 0
        assert outside.read_text() != BAD


@pytest.mark.parametrize(
    "name",
    ["a b.txt", "new\nline.txt", 'quo"te\\.txt', "tab\t.txt", "städte/x.txt", "\x9b##[x].txt", "é\x1b.txt"],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_git_can_apply_a_diff(articlelint: Articlelint, name: str, mark: bytes) -> None:
    path = articlelint.write(name, mark + BAD.encode())
    done = articlelint("fix", *ONLY, "--unsafe-fixes", "--diff", ".")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.out)
    assert "##[" not in done.out
    command = ["git", "apply", "-"]
    subprocess.run(command, cwd=articlelint.folder, input=done.out.encode(), check=True, capture_output=True)
    assert path.read_bytes() == mark + GOOD.encode()


def test_a_read_only_file_is_reported_and_left(articlelint: Articlelint) -> None:
    path = articlelint.write("a.txt", BAD)
    path.chmod(0o444)
    done = articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert done.code == 2
    assert "a.txt: not fixed: the file is read-only" in done.err
    assert path.read_text() == BAD


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    source = Source.read(path)
    with pytest.raises(ReadError, match="not fixed: No space left on device"):
        write_back(path, source, Source(source.path, GOOD))
    assert path.read_text() == BAD
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changes_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD)
    source = Source.read(path)
    path.write_text("Somebody else was faster.")
    with pytest.raises(ReadError, match="has changed since it was read; run the command again"):
        write_back(path, source, Source(source.path, GOOD))
    assert path.read_text() == "Somebody else was faster."


def test_words_in_quotation_marks_are_never_changed(articlelint: Articlelint) -> None:
    text = "“It was the the end, my friends,” she said. It was the the end.\n"
    path = articlelint.write("a.txt", text)
    articlelint("fix", *ONLY, "--unsafe-fixes", "a.txt")
    assert path.read_text() == "“It was the the end, my friends,” she said. It was the end.\n"


@pytest.mark.parametrize(
    "args",
    [
        ("check", "--unsafe-fixes", "a.txt"),
        ("check", "--add-ignore", "why", "-"),
        ("check", "--fix", "--staged"),
        ("check", "--diff", "--stdin-filename", "a.txt", "b.txt"),
        ("check", "--fix", "--diff-from", "HEAD", "a.txt"),
        ("check", "--add-ignore", "why", "--baseline", "known.json", "a.txt"),
    ],
)
def test_what_does_not_go_together_is_refused(articlelint: Articlelint, args: tuple[str, ...]) -> None:
    articlelint.write("a.txt", BAD)
    done = articlelint(*args)
    assert done.code == 2
    assert done.err.count("\n") == 1


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), Safety.SAFE)


def test_the_first_of_two_that_overlap_wins() -> None:
    assert apply_edits("abcdef", [fix((1, 4, "X")), fix((0, 2, "Y"))]) == "Ycdef"
    assert apply_edits("abcdef", [fix((0, 1, "X"), (4, 5, "X")), fix((4, 6, "Y"))]) == "XbcdXf"
    assert apply_edits("abc", [fix((1, 1, "1")), fix((1, 1, "2"))]) == "a1bc"


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    assert apply_edits("abcdef", [fix((0, 2, "X")), fix((1, 3, "Y"), (5, 6, "Y"))]) == "Xcdef"


TEXT = "abcdefghijklmnopqrst"
EDITS = st.builds(
    lambda start, length, text: (start, min(start + length, len(TEXT)), text),
    st.integers(0, len(TEXT)),
    st.integers(0, 5),
    st.text("XYZ", max_size=3),
)


@given(st.lists(EDITS.map(fix), max_size=12))
def test_what_no_edit_touches_stays(fixes: list[Fix]) -> None:
    taken = accepted(fixes)
    touched = {i for f in taken for e in f.edits for i in range(e.span.start, e.span.end)}
    fixed = apply_edits(TEXT, fixes)
    assert [c for c in fixed if c.islower()] == [c for i, c in enumerate(TEXT) if i not in touched]


@given(st.lists(EDITS.map(fix), max_size=8), st.randoms())
def test_the_order_of_fixes_does_not_matter(fixes: list[Fix], random) -> None:
    shuffled = fixes[:]
    random.shuffle(shuffled)
    assert apply_edits(TEXT, fixes) == apply_edits(TEXT, shuffled)
