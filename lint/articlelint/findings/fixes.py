"""Fixes: which may be applied together, rounds of linting and fixing, and writing the file back."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from articlelint.errors import ArticlelintError, ReadError
from articlelint.model import Safety, Span
from articlelint.report.base import FileResult
from articlelint.source import Source

if TYPE_CHECKING:
    from articlelint.config.discovery import Found
    from articlelint.engine import Engine
    from articlelint.model import SourceFix

ROUNDS = 10
"""A fix may bring up another finding; after so many rounds two rules are undoing each other's work."""


class SomeEdit(Protocol):
    """An edit in whatever coordinates: of a rule (prose) or of a diagnostic (source)."""

    @property
    def span(self) -> Span:
        """What is replaced."""
        ...

    @property
    def text(self) -> str:
        """What it is replaced with."""
        ...


class SomeFix(Protocol):
    """Edits that are made together or not at all."""

    @property
    def edits(self) -> Sequence[SomeEdit]:
        """The edits."""
        ...

    @property
    def safety(self) -> Safety:
        """Who may apply it."""
        ...


def accepted(fixes: Iterable[SomeFix]) -> list[SomeFix]:
    """
    The fixes that can be made together, in reading order.

    Of two that touch, the first in reading order wins; the other waits for the next round, whole.
    """
    taken: list[SomeFix] = []
    ends_at: list[Span] = []
    for fix in sorted(fixes, key=_reading_order):
        spans = [edit.span for edit in fix.edits]
        # Sorted by their first edit: only fixes that reach past this one's start can be in the way.
        ends_at = [span for span in ends_at if span.end >= spans[0].start]
        if not any(_touch(span, other) for span in spans for other in ends_at):
            taken.append(fix)
            ends_at += spans
    return taken


def _reading_order(fix: SomeFix) -> tuple[Span, str]:
    return min((edit.span, edit.text) for edit in fix.edits)


def _touch(one: Span, other: Span) -> bool:
    """Whether two edits overlap, or begin at one place, so that their order would matter."""
    return one.overlaps(other) or one.start == other.start


def apply_edits(text: str, fixes: Iterable[SomeFix]) -> str:
    """The text after the fixes that can be made together."""
    edits = sorted((e for fix in accepted(fixes) for e in fix.edits), key=lambda e: (e.span, e.text))
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def write_back(path: Path, before: Source, after: Source) -> None:
    """
    Replace a file's content in one step, keeping its permissions; a link keeps pointing where it points.

    Raises ReadError, and leaves the file as it was, where it is read-only, has changed since it was read,
    or the new content cannot be written in full.
    """
    target = path.resolve()
    try:
        if not target.stat().st_mode & 0o222:
            raise ReadError(f"{before.path}: not fixed: the file is read-only")
        if target.read_bytes() != before.encode():
            raise ReadError(f"{before.path}: not fixed: the file has changed while it was being checked")
        replace_file(target, after.encode())
    except OSError as error:
        raise ReadError(f"{before.path}: not fixed: {error.strerror or error}") from None


def replace_file(target: Path, data: bytes, *, durable: bool = True) -> None:
    """
    Write beside the file, then put the new one in its place: there is never half a file.

    Unless ``durable`` is false, the content has reached the disk before the old one goes.

    Raises OSError, and leaves nothing behind, where that cannot be done.
    """
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        _copy_status(target, name)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _copy_status(target: Path, name: str) -> None:
    """Permissions and owner of the file that is replaced; of a new one, what the umask says."""
    try:
        status = target.stat()
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        return
    Path(name).chmod(status.st_mode & 0o7777)
    with contextlib.suppress(OSError, AttributeError):
        os.chown(name, status.st_uid, status.st_gid)


class Fixed(NamedTuple):
    """A source as fixed, what is left to report, and how often each rule's fix was applied."""

    after: Source
    result: FileResult
    applied: Counter[str]


@dataclass(slots=True)
class Fixer:
    """Lints and fixes files; with ``show``, prints a diff and writes nothing."""

    engine: Engine
    unsafe: bool = False
    show: Callable[[str], object] | None = None
    applied: Counter[str] = field(default_factory=Counter[str])
    files: int = 0

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Fix files one after the other and yield what is left of their findings."""
        for file in files:
            yield self.file(file)

    def file(self, file: Found) -> FileResult:
        """Fix one file."""
        if file.error:
            return FileResult(file.path, errors=(file.error,))
        path = Path(file.path)
        try:
            source = Source.read(path, file.path)
        except ArticlelintError as error:
            return FileResult(file.path, errors=(str(error),))
        fixed = self.source(source, path.absolute())
        if fixed.after.text == source.text:
            return fixed.result
        if self.show is not None:
            self.show(diff(source, fixed.after))
        else:
            try:
                write_back(path, source, fixed.after)
            except ArticlelintError as error:
                untouched = self.engine.lint(source, path.absolute())
                return untouched._replace(errors=(*untouched.errors, str(error)))
        self.applied += fixed.applied
        self.files += 1
        return fixed.result

    def source(self, source: Source, path: Path) -> Fixed:
        """
        Fix a source in memory: at most ten rounds, each on the text of the one before.

        A file in which a rule failed is not touched: what it would have said is not known.
        """
        current = source
        applied: Counter[str] = Counter()
        result = self.engine.lint(current, path)
        for _ in range(ROUNDS):
            if result.errors:
                break
            offered = [(d.fix, d.rule) for d in result.diagnostics if d.fix and self._allowed(d.fix)]
            taken = accepted(fix for fix, _ in offered)
            text = apply_edits(current.text, taken)
            if text == current.text:
                break
            rule_of = {id(fix): rule for fix, rule in offered}
            applied.update(rule_of[id(fix)] for fix in taken)
            current = current.with_text(text)
            result = self.engine.lint(current, path)
        return Fixed(current, result, applied)

    def _allowed(self, fix: SourceFix) -> bool:
        return fix.safety is Safety.SAFE or (self.unsafe and fix.safety is Safety.UNSAFE)


def diff(before: Source, after: Source) -> str:
    """The change as a unified diff that ``git apply`` and ``patch`` take."""
    lines = difflib.unified_diff(
        _lines(before.text), _lines(after.text), f"a/{before.path}", f"b/{before.path}"
    )
    missing = "\n\\ No newline at end of file\n"
    return "".join(line if line.endswith("\n") else line + missing for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as git counts them: only a newline ends one."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
