"""The ``rdjson`` format: what reviewdog reads, to comment on a change and suggest fixes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from articlelint.markup.zip_paths import split_member
from articlelint.model import Diagnostic, Place, Position, Severity, SourceFix
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import address, one_line, to_json
from articlelint.report.wording import located_in_zip, offered_fix

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class RdjsonReporter:
    """Writes one JSON object with one diagnostic a line."""

    name = "rdjson"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the object."""
        del terminal
        write('{"source": {"name": "articlelint"}, "diagnostics": [')
        separator = "\n"
        for result in results:
            for diagnostic in _diagnostics(result):
                write(separator + to_json(diagnostic))
                separator = ",\n"
        write("\n]}\n")


def _diagnostics(result: FileResult) -> Iterator[dict[str, Any]]:
    for error in result.errors:
        yield {
            "message": one_line(error),
            "location": {"path": split_member(result.path)[0]},
            "severity": "ERROR",
        }
    columns = _Columns(result.lines)
    for d in result.diagnostics:
        yield _diagnostic(d, columns, result.lines)


def _diagnostic(d: Diagnostic, columns: _Columns, lines: Mapping[int, str]) -> dict[str, Any]:
    code = {"value": d.rule, "url": address(d.url)} if d.url else {"value": d.rule}
    diagnostic: dict[str, Any] = {
        "message": located_in_zip(d),
        "location": _location(d.path, d.place, columns),
        "severity": _SEVERITIES[d.severity],
        "code": code,
    }
    fix = offered_fix(d)
    if fix is not None:
        suggestion = _suggestion(fix, columns, lines)
        if suggestion is not None:
            diagnostic["suggestions"] = [suggestion]
    if d.related:
        diagnostic["related_locations"] = [
            {"message": one_line(r.message), "location": _location(d.path, r.place, columns)}
            for r in d.related
        ]
    return diagnostic


def _location(path: str, place: Place, columns: _Columns) -> dict[str, Any]:
    """A ``Location``; for an article in a zip file, that of the zip file, which has no lines."""
    file, member = split_member(path)
    return {"path": file} if member else {"path": file, "range": columns.between(place)}


def _suggestion(fix: SourceFix, columns: _Columns, lines: Mapping[int, str]) -> dict[str, Any] | None:
    """
    Return one suggestion that makes all edits of a fix; None if that is not possible.

    The format takes several suggestions as alternatives. So the edits become one edit with the words between
    them, which are known only if all edits are on one line.
    """
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    numbers = {n for edit in edits for n in (edit.place.start.line, edit.place.end.line)}
    if not numbers <= lines.keys() or (len(edits) > 1 and len(numbers) > 1):
        return None
    text = edits[0].text
    for before, after in pairwise(edits):
        line = lines[after.place.start.line]
        text += line[before.place.end.column - 1 : after.place.start.column - 1] + after.text
    place = Place(edits[0].place.start, edits[-1].place.end)
    return {"range": columns.between(place), "text": text}


@dataclass(slots=True)
class _Columns:
    """Columns in bytes of UTF-8, from 1, as the format wants them."""

    lines: Mapping[int, str]
    _last: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])

    def between(self, place: Place) -> dict[str, Any]:
        """Return a ``Range``, without columns if the text of its lines is not known."""
        known = place.start.line in self.lines and place.end.line in self.lines
        return {
            end: {"line": at.line, "column": self._column(at)} if known else {"line": at.line}
            for end, at in (("start", place.start), ("end", place.end))
        }

    def _column(self, at: Position) -> int:
        """Return the column of a position, counted from the last position on the line: lines may be long."""
        column, byte = self._last.get(at.line, (1, 1))
        if at.column < column:
            column, byte = 1, 1
        passed = self.lines[at.line][column - 1 : at.column - 1]
        # Beyond the end of the line is its newline, one byte for each character.
        byte += len(passed.encode("utf-8", "replace")) + at.column - column - len(passed)
        self._last[at.line] = (at.column, byte)
        return byte
