"""
The model: one SQLite file with what the articles of an archive write, and what is decided by it.

It is written once and then only read. The same articles give the same bytes: forms are inserted in the order
of their keys in one transaction, and nothing in the file tells when or where it was made.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, Self

from articlelint.archive.decisions import decide, propose
from articlelint.archive.forms import Example, Form, FormKey
from articlelint.archived import OFTEN
from articlelint.errors import ReadError
from articlelint.run.archive_file import APPLICATION, SCHEMA, open_archive

_CREATE = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE forms (
    kind TEXT NOT NULL, key TEXT NOT NULL, form TEXT NOT NULL, decided INTEGER NOT NULL,
    articles INTEGER NOT NULL, uses INTEGER NOT NULL, quoted INTEGER NOT NULL,
    first TEXT NOT NULL, last TEXT NOT NULL, years TEXT NOT NULL, desks TEXT NOT NULL,
    PRIMARY KEY (kind, key, form)
) WITHOUT ROWID;
CREATE TABLE marks (
    kind TEXT NOT NULL, mark TEXT NOT NULL, key TEXT NOT NULL, form TEXT NOT NULL,
    PRIMARY KEY (kind, mark, key, form)
) WITHOUT ROWID;
"""
_CREATE_EXAMPLES = """
CREATE TABLE examples (
    kind TEXT NOT NULL, key TEXT NOT NULL, form TEXT NOT NULL, number INTEGER NOT NULL,
    article TEXT NOT NULL, date TEXT NOT NULL, desk TEXT NOT NULL,
    line INTEGER NOT NULL, sentence TEXT NOT NULL,
    PRIMARY KEY (kind, key, form, number)
) WITHOUT ROWID
"""
_INDEX = "CREATE INDEX by_form ON forms (form COLLATE NOCASE)"
_COLUMNS = "kind, key, form, articles, uses, quoted, first, last, years, desks, decided"


class Entry(NamedTuple):
    """A form in the model, and whether it is the one that is decided on."""

    form: Form
    decided: bool


FindExamples = Callable[[Sequence[FormKey]], Iterable[Example]]
"""Finds sentences of some forms, sorted by the forms."""
Marks = Callable[[Form], Iterable[str]]
"""The marks of a form, by which near misses of it are found."""


def write_model(
    forms: Iterable[Form], about: Mapping[str, str], file: Path, *, find_examples: FindExamples, marks: Marks
) -> None:
    """
    Write a model and put it in its place in one step.

    ``forms`` are sorted by kind and key. ``about`` says what the model was learned from; ``last`` in it is
    the date of the last article. Raises OSError or sqlite3.Error.
    """
    last_year = about["last"][:4]
    file = Path(os.path.realpath(file))  # a link keeps its place
    part = file.with_name(f".{file.name}.part")  # what a killed run has left under this name is replaced
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as database:
            database.execute("PRAGMA page_size = 4096")
            database.execute("PRAGMA journal_mode = OFF")
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {SCHEMA}")
            database.executescript(f"BEGIN; {_CREATE}")
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
            insert = f"INSERT INTO forms ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
            digest = hashlib.blake2b(digest_size=16)
            for form, row in _rows(forms, last_year):
                digest.update(repr(row).encode())
                database.execute(insert, row)
                if form.articles >= OFTEN:
                    found = ((form.kind, mark, form.key, form.form) for mark in sorted({*marks(form)}))
                    database.executemany("INSERT INTO marks VALUES (?, ?, ?, ?)", found)
            database.execute("INSERT INTO about VALUES ('digest', ?)", (digest.hexdigest(),))
            database.execute(_INDEX)
            _write_examples(database, last_year, find_examples)
            database.execute("COMMIT")
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _rows(forms: Iterable[Form], last_year: str) -> Iterator[tuple[Form, tuple[str | int, ...]]]:
    """The forms in the order of the table, each with its row."""
    for _, group in groupby(forms, key=lambda form: (form.kind, form.key)):
        same_key = list(group)
        decided = decide(same_key, last_year)
        for form in sorted(same_key, key=lambda form: form.form):
            years, desks = (json.dumps(cells, ensure_ascii=False) for cells in (form.years, form.desks))
            yield form, (*form[:-2], years, desks, int(form.form == decided))


def _write_examples(database: sqlite3.Connection, last_year: str, find_examples: FindExamples) -> None:
    """Write sentences of the forms of the keys that people are asked about; the forms are written before."""
    database.execute(_CREATE_EXAMPLES)
    wanted = [
        FormKey(form.kind, form.key, form.form)
        for group in _contested(database.execute)
        if propose(group, last_year)
        for form in group
        if form.articles
    ]
    database.executemany("INSERT INTO examples VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", find_examples(wanted))


def _contested(select: Callable[[str], Iterable[tuple[Any, ...]]]) -> Iterator[list[Form]]:
    """
    The forms of each key of which articles write several, sorted by kind, key and form.

    ``select`` gives the rows of a query.
    """
    several = "SELECT kind, key FROM forms WHERE articles > 0 GROUP BY kind, key HAVING count(*) > 1"
    query = f"SELECT {_COLUMNS} FROM forms JOIN ({several}) USING (kind, key) ORDER BY kind, key, form"  # noqa: S608
    entries = map(_entry, select(query))
    for _, group in groupby(entries, key=lambda entry: (entry.form.kind, entry.form.key)):
        yield [entry.form for entry in group]


class Model:
    """A model that is open for reading. Use it in a ``with`` statement, or close it."""

    def __init__(self, file: Path) -> None:
        """
        Open a model. Raises ReadError if there is none, or one of another version.

        What reads from it raises ReadError if the file is damaged.
        """
        self._file = file
        self._database = open_archive(file)

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
        return dict(self._select("SELECT name, value FROM about"))

    def forms(self, kind: str, key: str) -> list[Entry]:
        """All forms of a key, the most frequent first."""
        query = f"SELECT {_COLUMNS} FROM forms WHERE kind = ? AND key = ? ORDER BY articles DESC, form"  # noqa: S608
        return [_entry(row) for row in self._select(query, (kind, key))]

    def keys_of(self, form: str) -> list[tuple[str, str]]:
        """The kinds and keys that have a form, whatever its capitals, sorted."""
        query = "SELECT DISTINCT kind, key FROM forms WHERE form = ? COLLATE NOCASE ORDER BY kind, key"
        return list(self._select(query, (form,)))

    def contested(self) -> Iterator[list[Form]]:
        """Yield the forms of each key of which articles write several, sorted by kind, key and form."""
        return _contested(self._select)

    def proposed(self) -> list[tuple[str, str]]:
        """The kinds and keys that people are asked about, sorted."""
        query = "SELECT DISTINCT kind, key FROM examples ORDER BY kind, key"
        return list(self._select(query))

    def examples(self, kind: str, key: str) -> list[Example]:
        """Sentences of the forms of a key, up to three of each, the newest first."""
        query = "SELECT * FROM examples WHERE kind = ? AND key = ? ORDER BY form, number"
        return [Example._make(row) for row in self._select(query, (kind, key))]

    def _select(self, query: str, values: tuple[str, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query. Raises ReadError if the file is damaged."""
        try:
            yield from self._database.execute(query, values)
        except sqlite3.Error as error:
            raise ReadError(f"{self._file}: damaged ({error}): copy it again, or learn it again") from None


def _entry(row: tuple[Any, ...]) -> Entry:
    *values, years, desks, decided = row
    return Entry(Form._make([*values, json.loads(years), json.loads(desks)]), bool(decided))
