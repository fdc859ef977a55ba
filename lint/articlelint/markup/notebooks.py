"""Notebooks (.ipynb): the Markdown cells. Code cells and what they print are left alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from articlelint.errors import ReadError
from articlelint.markup.assembly import Part, Run
from articlelint.markup.base import Article, OffsetMap
from articlelint.markup.file_formats import FORMATS
from articlelint.markup.json_files.fields import at, items, text, words
from articlelint.markup.json_files.values import JsonString, Value, read_values
from articlelint.markup.markdown import MarkdownParser
from articlelint.model import Location, PlaceKind, Span
from articlelint.source import Source

_GAP = "\n\n"
"""Stands between two cells, and nowhere in the file: the Markdown of one does not go on in the next."""


class _Cells(NamedTuple):
    """The text of the Markdown cells, joined: for each string of a cell where it begins, and its part."""

    text: str
    runs: list[Run]
    starts: list[int]
    parts: list[Part]
    cell_starts: list[int]
    numbers: list[int]
    """The numbers of the cells, among all cells of the notebook, from 1."""


class NotebookParser:
    """Reads notebooks: their Markdown cells, one after the other, are an article."""

    name = "notebook"
    suffixes = FORMATS["notebook"].suffixes

    def articles(self, source: Source) -> list[Article]:
        """Return the article of a notebook. Raises ReadError if the file is none."""
        cells = _joined(source)
        starts, file_starts, file_ends = zip(*cells.runs, strict=True) if cells.runs else ((), (), ())
        offsets = OffsetMap(starts, file_starts, file_ends, len(cells.text))
        markup = MarkdownParser().parse(cells.text)
        return [
            Article(
                cells.text,
                markup,
                offsets=offsets,
                locate=partial(_locate, cells),
                escape=partial(_escaped, cells),
            )
        ]


def _joined(source: Source) -> _Cells:
    """Join the Markdown cells of a notebook. Raises ReadError if the file is none."""
    cells = _Cells("", [], [], [], [], [])
    texts: list[str] = []
    length = 0
    file_end = 0
    for number, cell in enumerate(_cells(source), 1):
        strings = [each for each in _strings(cell) if each.text]
        if text(cell, "cell_type") != "markdown" or not strings:
            continue
        if texts:
            cells.runs.append((length, file_end, file_end))
            texts.append(_GAP)
            length += len(_GAP)
        cells.cell_starts.append(length)
        cells.numbers.append(number)
        for part in (each.part() for each in strings):
            cells.starts.append(length)
            cells.parts.append(part)
            cells.runs.extend((length + offset, first, last) for offset, first, last in part.runs)
            file_end = cells.runs[-1][2]
            texts.append(part.text)
            length += len(part.text)
    return cells._replace(text="".join(texts))


def _cells(source: Source) -> Iterator[Value]:
    """Yield the cells of a notebook: those of the format 4, or of the worksheets that it had before."""
    _, value = next(read_values(source), (0, None))
    if not isinstance(value, dict) or "nbformat" not in value:
        raise ReadError(f"{source.path}: this is no notebook: it does not say which nbformat it has")
    yield from items(value, "cells")
    for sheet in items(value, "worksheets"):
        yield from items(sheet, "cells")


def _strings(cell: Value) -> Iterator[JsonString]:
    """Yield the strings of the source of a cell, which is one string or a list of lines."""
    whole = words(cell, "source")
    if whole is not None:
        yield whole
    lines = at(cell, "source")
    if isinstance(lines, list):
        yield from (line for line in lines if isinstance(line, JsonString))


def _locate(cells: _Cells, offset: int) -> Location:
    """Where an offset into the text is: in which cell, which line of it, and which character of the line."""
    index = max(bisect_right(cells.cell_starts, offset) - 1, 0)
    start = cells.cell_starts[index]
    line = cells.text.count("\n", start, offset) + 1
    line_start = max(cells.text.rfind("\n", start, offset) + 1, start)
    return Location(PlaceKind.CELL, str(cells.numbers[index]), offset - line_start + 1, line=line)


def _escaped(cells: _Cells, replacement: str, span: Span) -> str | None:
    """A text as it must be written in the string that holds a span."""
    return cells.parts[max(bisect_right(cells.starts, span.start) - 1, 0)].escape(replacement)
