"""Tables that are drawn with lines in the text, as in reStructuredText: their cells, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from articlelint.markup.written_spans import Line

Row: TypeAlias = "list[list[Line]]"
"""The cells of a row that are not empty, each with its lines."""

_GRID = re.compile(r"\+(?:-+\+|=+\+)+\Z")
_SIMPLE = re.compile(r"=+(?: +=+)+\Z")
_COLUMN = re.compile(r"=+")


def is_grid_border(text: str) -> bool:
    """Whether a line is a border of a grid table."""
    return _GRID.match(text) is not None


def is_simple_border(text: str) -> bool:
    """Whether a line is a border of a simple table."""
    return _SIMPLE.match(text) is not None


def grid_rows(text: str, lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """
    Return the rows of the grid table that begins at a line, and the line after it.

    There are none if cells span columns or rows: where such a cell stands is not read.
    """
    end = at
    while end < len(lines) and lines[end].text.startswith(("+", "|")):
        end += 1
    border = lines[at].text
    edges = [column for column, mark in enumerate(border) if mark == "+"]
    rows: list[Row] = []
    group: list[Line] = []
    for line in lines[at + 1 : end]:
        if line.text.startswith("+"):
            if line.text.replace("=", "-") != border.replace("=", "-"):
                return [], end
            rows += _rows(text, group, [(a + 1, b) for a, b in pairwise(edges)])
            group = []
        elif len(line.text) != len(border) or any(line.text[edge] != "|" for edge in edges):
            return [], end
        else:
            group.append(line)
    return rows, end


def simple_rows(text: str, lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """Return the rows of the simple table that begins at a line, and the line after it."""
    indent = lines[at].indent
    starts = [match.start() for match in _COLUMN.finditer(lines[at].text)]
    columns = [*zip(starts, [start - 1 for start in starts[1:]], strict=False), (starts[-1], None)]
    rows: list[Row] = []
    group: list[Line] = []
    end = at + 1
    borders = 1
    while end < len(lines):
        line = lines[end]
        end += 1
        if is_simple_border(line.text):
            borders += 1
            rows += _rows(text, group, columns, indent)
            group = []
            if borders > 1 and (end >= len(lines) or not lines[end].text):
                return rows, end
        elif line.text and not set(line.text) <= {"-", " "}:
            if line.indent == indent and group:
                rows += _rows(text, group, columns, indent)
                group = []
            group.append(line)
    return [], end


def _rows(
    text: str, lines: Sequence[Line], columns: Sequence[tuple[int, int | None]], indent: int | None = None
) -> Iterator[Row]:
    """Yield the row that some lines are, if its cells follow each other in the source."""
    cells: list[list[Line]] = [[] for _ in columns]
    for line in lines:
        start_of_line = line.start - (line.indent - indent if indent is not None else 0)
        for cell, (first, last) in zip(cells, columns, strict=True):
            start = max(start_of_line + first, line.start)
            stop = line.end if last is None else min(start_of_line + last, line.end)
            words = Line.read(text, start, stop) if start < stop else None
            if words is not None and words.text:
                cell.append(words)
    row = [cell for cell in cells if cell]
    places = [line.start for cell in row for line in cell]
    if places == sorted(places):
        yield row
