"""
The model: one SQLite file with what the articles of an archive write, and what is decided by it.

It is written once and then only read. The same articles give the same bytes: forms are inserted in the order
of their keys in one transaction, and nothing in the file tells when or where it was made.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Self

from articlelint.archive.decisions import decide
from articlelint.archive.forms import Form
from articlelint.errors import ReadError

SCHEMA = 1
_APPLICATION = 0x616C6172
"""Marks the file as ours in its header: "alar"."""
_CREATE = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE forms (
    kind TEXT NOT NULL, key TEXT NOT NULL, form TEXT NOT NULL, decided INTEGER NOT NULL,
    articles INTEGER NOT NULL, uses INTEGER NOT NULL, quoted INTEGER NOT NULL,
    first TEXT NOT NULL, last TEXT NOT NULL, years TEXT NOT NULL, desks TEXT NOT NULL,
    PRIMARY KEY (kind, key, form)
) WITHOUT ROWID;
"""
_INDEX = "CREATE INDEX by_form ON forms (form COLLATE NOCASE)"
_COLUMNS = "kind, key, form, articles, uses, quoted, first, last, years, desks, decided"


class Entry(NamedTuple):
    """A form in the model, and whether it is the one that is decided on."""

    form: Form
    decided: bool


def write_model(forms: Iterable[Form], about: Mapping[str, str], file: Path) -> None:
    """
    Write a model and put it in its place in one step.

    ``forms`` are sorted by kind and key. ``about`` says what the model was learned from; ``last`` in it is
    the date of the last article. Raises OSError or sqlite3.Error.
    """
    part = file.with_name(f".{file.name}.part")  # what a killed run has left under this name is replaced
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as database:
            database.execute("PRAGMA page_size = 4096")
            database.execute("PRAGMA journal_mode = OFF")
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {SCHEMA}")
            database.executescript(f"BEGIN; {_CREATE}")
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
            insert = f"INSERT INTO forms ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
            database.executemany(insert, _rows(forms, about["last"][:4]))
            database.execute(_INDEX)
            database.execute("COMMIT")
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _rows(forms: Iterable[Form], last_year: str) -> Iterator[tuple[str | int, ...]]:
    """The rows of the table of forms."""
    for _, group in groupby(forms, key=lambda form: (form.kind, form.key)):
        same_key = list(group)
        decided = decide(same_key, last_year)
        for form in sorted(same_key, key=lambda form: form.form):
            years, desks = (json.dumps(cells, ensure_ascii=False) for cells in (form.years, form.desks))
            yield (*form[:-2], years, desks, int(form.form == decided))


class Model:
    """A model that is open for reading. Use it in a ``with`` statement, or close it."""

    def __init__(self, file: Path) -> None:
        """Open a model. Raises ReadError if there is none, or one of another version of articlelint."""
        if not file.is_file():
            raise ReadError(f"{file}: no such file; articlelint archive learn makes it")
        self._database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            (application,) = self._database.execute("PRAGMA application_id").fetchone()
            (schema,) = self._database.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:
            application = schema = 0
        if application != _APPLICATION:
            self.close()
            raise ReadError(f"{file}: this is no archive of articlelint")
        if schema != SCHEMA:
            self.close()
            raise ReadError(f"{file}: made by another version of articlelint: learn it again")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def about(self) -> dict[str, str]:
        """What the model was learned from."""
        return dict(self._database.execute("SELECT name, value FROM about"))

    def forms(self, kind: str, key: str) -> list[Entry]:
        """All forms of a key, the most frequent first."""
        query = f"SELECT {_COLUMNS} FROM forms WHERE kind = ? AND key = ? ORDER BY articles DESC, form"  # noqa: S608
        return [_entry(row) for row in self._database.execute(query, (kind, key))]

    def keys_of(self, form: str) -> list[tuple[str, str]]:
        """The kinds and keys that have a form, whatever its capitals, sorted."""
        query = "SELECT DISTINCT kind, key FROM forms WHERE form = ? COLLATE NOCASE ORDER BY kind, key"
        return self._database.execute(query, (form,)).fetchall()


def _entry(row: tuple[Any, ...]) -> Entry:
    *values, years, desks, decided = row
    return Entry(Form._make([*values, json.loads(years), json.loads(desks)]), bool(decided))
