"""Applying fixes: which edits may be made, the text after them, writing it back without losing anything."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from articlelint.errors import ReadError
from articlelint.model import Safety, Span

if TYPE_CHECKING:
    from articlelint.source import Source

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
