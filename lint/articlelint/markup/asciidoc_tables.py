"""The cells of a table of AsciiDoc."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlelint.markup.written_spans import Line

_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:\d+[*+]|\d*\.\d+\+)?(?:[<^>](?:\.[<^>])?|\.[<^>])?(?P<style>[a-z])?\||(?<!\\)\|"
)
_NOT_TEXT = frozenset("alm")
"""Styles of cells that hold blocks of AsciiDoc, literal text or code."""


def cells_of(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the cells that hold text, each with its lines; what comes before the first is none."""
    cell: list[Line] = []
    is_text = False
    for line in lines:
        if line.text.startswith("//"):
            continue
        at = line.start
        for mark in _CELL.finditer(line.text):
            _append(text, cell, at, line.start + mark.start())
            if is_text and cell:
                yield cell
            cell = []
            is_text = mark["style"] not in _NOT_TEXT
            at = line.start + mark.end()
        _append(text, cell, at, line.end)
    if is_text and cell:
        yield cell


def _append(text: str, cell: list[Line], start: int, end: int) -> None:
    words = Line.read(text, start, max(start, end))
    if words.text:
        cell.append(words)
