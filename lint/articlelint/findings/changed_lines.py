"""What git says has changed: the lines changed since a revision, and the staged content of files."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articlelint.errors import UsageError
from articlelint.model import Diagnostic, Place
from articlelint.report.base import FileResult

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")


def _git(*arguments: str, cwd: Path | None = None) -> bytes:
    """Return what a git command prints. Raises UsageError with git's message if it fails."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotepath=off", *arguments], cwd=cwd, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise UsageError("git is not installed, or not on PATH") from None
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise UsageError(f"git {arguments[0]}: {words[0]}")
    return done.stdout


def top_folder() -> Path:
    """Return the top folder of the repository that the current folder is in."""
    return Path(_git("rev-parse", "--show-toplevel").decode().rstrip("\n"))


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """The changed lines of each file, by resolved path; None for a file that is new as a whole."""

    files: dict[Path, list[range] | None] = field(default_factory=dict[Path, list[range] | None])

    @classmethod
    def since(cls, revision: str, *, staged: bool = False) -> ChangedLines:
        """
        Return the lines changed since a revision: by commits, staged and unstaged, and in untracked files.

        With ``staged``, only commits and staged changes count. Raises UsageError for an unknown revision.
        """
        top = top_folder()
        try:
            _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", cwd=top)
        except UsageError:
            raise UsageError(f"--diff-from: git knows no revision '{revision}'") from None
        cached = ["--cached"] if staged else []
        # --no-ext-diff and --no-textconv give git's own line numbers, whatever the user has configured.
        output = _git(
            "diff", *cached, "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames",
            "--src-prefix=a/", "--dst-prefix=b/", revision, "--", cwd=top,
        )  # fmt: skip
        files: dict[Path, list[range] | None] = {}
        files.update(_parsed(output, top))
        if not staged:
            for name in _git("ls-files", "-z", "--others", "--exclude-standard", cwd=top).split(b"\0"):
                if name:
                    files[(top / name.decode()).resolve()] = None
        return cls(files)

    def filter(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield the results with only the findings that are on a changed line, or related to one."""
        for result in results:
            path = Path(result.path).resolve()
            if path not in self.files:
                yield result._replace(diagnostics=())
                continue
            lines = self.files[path]
            if lines is None:
                yield result
            else:
                yield result._replace(diagnostics=tuple(d for d in result.diagnostics if _touches(d, lines)))


def _parsed(output: bytes, top: Path) -> Iterator[tuple[Path, list[range]]]:
    """Yield each file in a diff without context, with the changed lines of its new version."""
    path: Path | None = None
    lines: list[range] = []
    for line in output.split(b"\n"):
        if line.startswith(b"+++ "):
            if path is not None:
                yield path, lines
            lines = []
            name = _unquoted(line[4:].rstrip(b"\t"))
            path = None if name == "/dev/null" else (top / name.removeprefix("b/")).resolve()
        elif path is not None and (hunk := _HUNK.match(line)):
            start, count = int(hunk[1]), int(hunk[2]) if hunk[2] else 1
            if count:
                lines.append(range(start, start + count))
    if path is not None:
        yield path, lines


def _unquoted(name: bytes) -> str:
    """Return a file name as it is; git quotes and escapes the special characters in it."""
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    return name.decode(errors="surrogateescape")


def _touches(diagnostic: Diagnostic, lines: list[range]) -> bool:
    """Whether a diagnostic or a place related to it is on one of the lines."""
    places = [diagnostic.place, *(related.place for related in diagnostic.related)]
    return any(_overlaps(place, changed) for place in places for changed in lines)


def _overlaps(place: Place, changed: range) -> bool:
    return place.start.line < changed.stop and place.end.line >= changed.start


def staged_files() -> dict[Path, bytes]:
    """Return the staged content of every added or changed file, by resolved path."""
    top = top_folder()
    listed = _git("diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT", "--no-ext-diff", cwd=top)
    names = [name.decode(errors="surrogateescape") for name in listed.split(b"\0") if name]
    return {(top / name).resolve(): _git("show", f":{name}", cwd=top) for name in names}
