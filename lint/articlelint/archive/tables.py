"""The Parquet files between the steps of learning, and the tables of Arrow that they are written from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

_arrow: Any = pa  # it has no types
_parquet: Any = pq


class Column(NamedTuple):
    """A column of a table: its name, and the name of its type in Arrow."""

    name: str
    type: str = "string"
    is_list: bool = False
    repeats: bool = False
    """Whether a value stands in many rows, so that each is stored once."""


Columns = tuple[Column, ...]

ROWS: Columns = (
    Column("kind", repeats=True),
    Column("key"),
    Column("form"),
    Column("article", repeats=True),
    Column("date", repeats=True),
    Column("desk", repeats=True),
    Column("in_quotation", "bool"),
    Column("uses", "int32"),
    Column("sentence", repeats=True),
    Column("line", "int32"),
)
"""
What articles have: one row for each kind, key and form of an article, in quotations and outside.

``sentence`` is that of the first use outside, "" for kinds of which no style is made, and ``line`` its line.
"""

ARTICLES: Columns = (
    Column("file"),
    Column("article"),
    Column("id"),
    Column("date"),
    Column("bands", "uint64", is_list=True),
    Column("error"),
)
"""
The articles of a shard. ``file`` is the digest of the file or line, of which ``article`` is made: a file may
have several articles. ``error`` says why a file could not be read.
"""


def table(columns: Columns, rows: Iterable[Sequence[Any]]) -> Any:
    """Return a table of Arrow with these rows; a row has a value for each column."""
    values: list[list[Any]] = [[] for _ in columns]
    for row in rows:
        for column, value in zip(values, row, strict=True):
            column.append(value)
    schema = _arrow.schema([(column.name, _type(column)) for column in columns])
    return _arrow.table(dict(zip(schema.names, values, strict=True)), schema=schema)


def _type(column: Column) -> Any:
    single = _arrow.type_for_alias(column.type)
    if column.is_list:
        return _arrow.list_(single)
    return _arrow.dictionary(_arrow.int32(), single) if column.repeats else single


def write(columns: Columns, rows: Iterable[Sequence[Any]], file: Path) -> None:
    """Write a Parquet file under another name beside it, then put it in its place in one step."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".part")
    os.close(handle)
    _parquet.write_table(table(columns, rows), name, compression="zstd")
    Path(name).replace(file)


def read(file: Path, columns: Columns) -> list[tuple[Any, ...]]:
    """Return the rows of a Parquet file with the values of these columns."""
    names = [column.name for column in columns]
    found = _parquet.read_table(file, columns=names)
    return list(zip(*(found.column(name).to_pylist() for name in names), strict=True))
