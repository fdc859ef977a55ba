"""The file of an archive, open for the questions of rules. ``archive.model`` writes it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from articlelint.archived import Archive, ArchivedForm
from articlelint.errors import InstallationError, ReadError
from articlelint.plugins.setting_files import shown_path

SCHEMA = 3
"""The version of the file's format."""
APPLICATION = 0x616C6172
"""Marks the file as ours in its header: "alar"."""
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""The bytes of the header of an SQLite file; https://www.sqlite.org/fileformat.html says what is where."""
_LARGEST_PAGE = 65536
_FORMS = "SELECT key, form, articles, last, decided FROM forms"


def open_archive(file: Path) -> sqlite3.Connection:
    """Open the file of an archive for reading. Raises ReadError if it is none, or one of another version."""
    fault = _fault(file)
    if fault:
        raise ReadError(f"{shown_path(file)}: {fault}")
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def is_archive(file: Path) -> bool:
    """Whether a file is an archive of any version, even if it is not complete, or is empty."""
    if not file.is_file():
        return False
    try:
        with file.open("rb") as stream:
            header = stream.read(_HEADER)
    except OSError:
        return False
    return not header or _is_ours(header)


def _is_ours(header: bytes) -> bool:
    """Whether a file that begins so is an archive, of any version."""
    return len(header) == _HEADER and header.startswith(_MAGIC) and _number(header, 68) == APPLICATION


def _fault(file: Path) -> str:
    """Say why a file cannot be used, in words for the user; "" if it can."""
    if not file.exists():
        return "no such file; articlelint archive learn makes it"
    if not file.is_file():  # reading a pipe or a device may never end
        return "this is not a file: name the file that articlelint archive learn has written"
    try:
        with file.open("rb") as stream:
            header = stream.read(_HEADER)
            size = stream.seek(0, os.SEEK_END)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    if not _is_ours(header):
        return "this is no archive of articlelint"
    if _number(header, 60) != SCHEMA:
        return "made by another version of articlelint: learn it again, with articlelint archive learn"
    page = int.from_bytes(header[16:18])
    if size != _number(header, 28) * (_LARGEST_PAGE if page == 1 else page):
        return "it is not complete: copy it again, or learn it again"
    return ""


def _number(header: bytes, at: int) -> int:
    """The number of 32 bits at a place of the header."""
    return int.from_bytes(header[at : at + 4])


class ArchiveFile(Archive):
    """
    The archive in a file.

    It is opened again in each process that asks: SQLite does not allow to use in a worker what its parent has
    opened.
    """

    def __init__(self, file: Path) -> None:
        """Open the file. Raises ReadError if it cannot be used."""
        self._file = file
        self._open()

    def _open(self) -> None:
        self._database, self._process = open_archive(self._file), os.getpid()

    @property
    def digest(self) -> str:
        """A digest of what the archive says."""
        rows = self._rows("SELECT value FROM about WHERE name = 'digest'", ())
        return str(rows[0][0]) if rows else ""

    def forms(self, kind: str, key: str) -> tuple[ArchivedForm, ...]:
        """Return all forms of a key of a kind, the most frequent first."""
        rows = self._rows(f"{_FORMS} WHERE kind = ? AND key = ? ORDER BY articles DESC, form", (kind, key))
        return tuple(map(_form, rows))

    def near(self, kind: str, marks: Iterable[str]) -> tuple[ArchivedForm, ...]:
        """Return the forms of a kind that have one of these marks, the most frequent first."""
        wanted = tuple(marks)
        places = ", ".join("?" * len(wanted))
        found = f"SELECT key, form FROM marks WHERE kind = ? AND mark IN ({places})"  # noqa: S608
        query = f"{_FORMS} WHERE kind = ? AND (key, form) IN ({found}) ORDER BY articles DESC, key, form"
        rows = self._rows(query, (kind, kind, *wanted))
        return tuple(map(_form, rows))

    def _rows(self, query: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises InstallationError if the file is damaged."""
        if self._process != os.getpid():
            self._open()
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise InstallationError(
                f"{shown_path(self._file)}: damaged ({error}): copy it again, or learn it again"
            ) from None


def _form(row: tuple[Any, ...]) -> ArchivedForm:
    key, form, articles, last, decided = row
    return ArchivedForm(key, form, articles, last, bool(decided))
