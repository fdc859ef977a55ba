"""What git says has changed: the lines changed since a revision, and the staged content of files."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from articlelint.errors import UsageError
from articlelint.markup.zip_paths import split_member
from articlelint.model import Diagnostic, Place
from articlelint.report.base import FileResult

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_PLAIN_FILES = {b"100644", b"100755"}
"""The modes of files in git; links have another."""
_SUBMODULE = b"160000"
"""The mode of a submodule in git."""


def _git(*arguments: str, cwd: Path | None = None, given: bytes | None = None) -> bytes:
    """Return what a git command prints; it is ``given`` input. Raises UsageError with git's message."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, input=given)
    except FileNotFoundError:
        raise UsageError("git is not installed, or not on PATH") from None
    except ValueError:
        raise UsageError(f"git {arguments[0]}: an argument has a null character") from None
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise UsageError(f"git {arguments[0]}: {words[0]}")
    return done.stdout


def top_folder() -> Path:
    """Return the top folder of the repository that the current folder is in."""
    return Path(os.fsdecode(_git("rev-parse", "--show-toplevel").removesuffix(b"\n")))


def _commit(revision: str, top: Path) -> str:
    """Return the hash of a revision. Raises UsageError, with what to do, if git does not know it."""
    try:
        found = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", cwd=top)
    except UsageError:
        shallow = _git("rev-parse", "--is-shallow-repository", cwd=top).strip() == b"true"
        what = "this clone has only a part of the history" if shallow else "fetch it first"
        raise UsageError(
            f"--diff-from: git knows no revision '{revision}'; {what} "
            "(in a GitHub workflow, give actions/checkout 'fetch-depth: 0')"
        ) from None
    return found.decode().strip()


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """
    The changed lines of files.

    ``lines`` has those of every file in git that has changed, by absolute path, and ``tracked`` all files in
    git. A file that git does not know is new as a whole. With ``staged``, the files are those in the index.
    """

    lines: dict[Path, list[range]] = field(default_factory=dict[Path, list[range]])
    tracked: frozenset[Path] = frozenset()
    staged: bool = False

    @classmethod
    def since(cls, revision: str, *, staged: bool = False) -> ChangedLines:
        """
        Return the lines changed since a revision: by commits, staged and unstaged, and in untracked files.

        With ``staged``, only commits and staged changes count. Files in submodules are compared with the
        commit that the revision has for the submodule. Raises UsageError for a revision, or a commit of a
        submodule, that git does not have.
        """
        top = top_folder()
        names = _git("ls-files", "-z", "--recurse-submodules", cwd=top).split(b"\0")
        tracked = frozenset(top / os.fsdecode(name) for name in names if name)
        return cls(_changes(top, _commit(revision, top), staged=staged), tracked, staged)

    def filter(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield the results with only the findings that are on a changed line, or related to one."""
        for result in results:
            # On disk, the lines of a link are those of its target. In the index, a path is what it says.
            name, member = split_member(result.path)
            path = Path(os.path.abspath(name)) if self.staged else Path(name).resolve()  # noqa: PTH100 - Path.absolute() keeps ".."
            if path in self.lines and member:
                yield result  # git cannot tell which articles of a zip file have changed
            elif path in self.lines:
                lines = self.lines[path]
                yield result._replace(diagnostics=tuple(d for d in result.diagnostics if _touches(d, lines)))
            elif path in self.tracked:
                yield result._replace(diagnostics=())
            else:
                yield result


def _changes(top: Path, commit: str, *, staged: bool) -> dict[Path, list[range]]:
    """Return the changed lines of the files of a repository and of its submodules. Raises UsageError."""
    cached = ["--cached"] if staged else []
    # The options give git's own line numbers in all files, whatever the user or the repository configures.
    output = _git(
        "diff", *cached, "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
        "--find-renames", "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", commit, "--",
        cwd=top,
    )  # fmt: skip
    changes = dict(_parsed(output, top))
    if not staged:  # nothing in a submodule is staged in this repository
        for folder, old in _submodules(top, commit):
            changes |= _changes(folder, old, staged=False)
    return changes


def _submodules(top: Path, commit: str) -> Iterator[tuple[Path, str]]:
    """Yield the changed submodules that are on disk, each with the commit (or tree) to compare it with."""
    for changed in _raw_changes(top, commit, "--ignore-submodules=none"):
        folder = top / changed.name
        if changed.mode != _SUBMODULE or not (folder / ".git").exists():
            continue
        if changed.old_mode != _SUBMODULE:  # it is new: everything in it is
            yield folder, _git("hash-object", "-t", "tree", "--stdin", cwd=folder, given=b"").decode().strip()
            continue
        old = changed.old.decode()
        try:
            _git("cat-file", "-e", f"{old}^{{commit}}", cwd=folder)
        except UsageError:
            raise UsageError(
                f"--diff-from: the submodule '{changed.name}' lacks the commit to compare with, {old[:12]}; "
                f"fetch its whole history: git -C {changed.name} fetch --unshallow"
            ) from None
        yield folder, old


class _Change(NamedTuple):
    """A changed file in git: its modes and hashes before and after, and what has happened to it."""

    old_mode: bytes
    mode: bytes
    old: bytes
    new: bytes
    status: bytes
    name: str


def _raw_changes(top: Path, *arguments: str) -> Iterator[_Change]:
    """Yield the files that ``git diff`` with these arguments lists. A renamed file is listed as a new one."""
    options = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff")
    fields = _git("diff", *options, *arguments, "--", cwd=top).split(b"\0")
    # Each file has two fields: ":mode mode hash hash status" and its name. An empty one ends the list.
    for about, name in zip(fields[:-1:2], fields[1::2], strict=True):
        old_mode, mode, old, new, status = about.removeprefix(b":").split(b" ")
        yield _Change(old_mode, mode, old, new, status, os.fsdecode(name))


def _parsed(output: bytes, top: Path) -> Iterator[tuple[Path, list[range]]]:
    """Yield each file in a diff, with the changed lines of its new version."""
    path: Path | None = None
    lines: list[range] = []
    removed = added = 0  # the lines that are still to come in a hunk; they may look like headers
    number = 0
    for line in output.split(b"\n"):
        kind = line[:1]
        if (removed > 0 or added > 0) and kind != b"\\":
            if kind == b"+":
                lines.append(range(number, number + 1))
            removed -= kind != b"+"
            added -= kind != b"-"
            number += kind != b"-"
        elif line.startswith(b"+++ "):
            if path is not None:
                yield path, lines
            lines = []
            name = _unquoted(line[4:].rstrip(b"\t"))
            path = None if name == "/dev/null" else top / name.removeprefix("b/")
        elif hunk := _HUNK.match(line):
            removed = int(hunk[1]) if hunk[1] else 1
            number, added = int(hunk[2]), int(hunk[3]) if hunk[3] else 1
    if path is not None:
        yield path, lines


def _unquoted(name: bytes) -> str:
    """Return a file name as it is; git quotes and escapes the special characters in it."""
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    return os.fsdecode(name)


def _touches(diagnostic: Diagnostic, lines: list[range]) -> bool:
    """
    Whether a diagnostic or a place related to it is on one of the lines.

    In a file without lines, such as a Word document, git cannot tell what has changed: everything has.
    """
    if diagnostic.location is not None and diagnostic.location.replaces_lines:
        return True
    places = [diagnostic.place, *(related.place for related in diagnostic.related)]
    return any(_overlaps(place, changed) for place in places for changed in lines)


def _overlaps(place: Place, changed: range) -> bool:
    return place.start.line < changed.stop and place.end.line >= changed.start


def staged_files() -> dict[Path, bytes]:
    """
    Return the staged content of every added or changed file, by absolute path.

    A link has no content of its own, and a submodule is checked in its own repository. Raises UsageError for
    a file that a merge has left in conflict.
    """
    top = top_folder()
    hashes: dict[Path, bytes] = {}
    for changed in _raw_changes(top, "--cached"):
        if changed.status == b"U":
            raise UsageError(
                f"--staged: {changed.name}: a merge has left a conflict; resolve it and stage it"
            )
        if changed.mode in _PLAIN_FILES:
            hashes[top / changed.name] = changed.new
    return dict(zip(hashes, _contents(list(hashes.values()), top), strict=True))


def _contents(hashes: list[bytes], top: Path) -> Iterator[bytes]:
    """Yield the contents that git has under some hashes. Raises UsageError if one is missing."""
    output = _git("cat-file", "--batch", cwd=top, given=b"".join(each + b"\n" for each in hashes))
    at = 0
    for each in hashes:
        end = output.index(b"\n", at)
        about = output[at:end].split(b" ")
        if about[1] != b"blob":
            raise UsageError(f"--staged: git has no content for {each.decode()}; run 'git fsck'")
        start, size = end + 1, int(about[2])
        yield output[start : start + size]
        at = start + size + 1
