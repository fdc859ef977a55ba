"""The ``full`` format: each finding with its source line, the flagged words underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from articlelint.model import Safety, Severity

if TYPE_CHECKING:
    from articlelint.model import Diagnostic
    from articlelint.report.base import FileResult, Terminal

WIDTH = 100
"""Columns of a source line that are shown; a paragraph on one line is cut around the flagged words."""

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


class FullReporter:
    """Made for people at a terminal."""

    name = "full"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write each finding in five lines or so."""
        for result in results:
            for diagnostic in result.diagnostics:
                for line in _lines(diagnostic, result.lines, color=terminal.color):
                    write(line + "\n")


def _styled(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color and text else text


def _lines(d: Diagnostic, source: object, *, color: bool) -> Iterable[str]:
    assert hasattr(source, "get")
    start, end = d.place.start, d.place.end
    tint = _COLORS[d.severity]
    yield (
        _styled(f"{d.path}:{start.line}:{start.column}", "1", color=color)
        + f": {_styled(d.severity.value, tint, color=color)}[{_styled(d.rule, '1', color=color)}] {d.message}"
    )
    line = source.get(start.line)
    if line is not None:
        last = end.column if end.line == start.line else len(line) + 1
        shown, before, marks = excerpt(line, start.column - 1, max(last - 1, start.column - 1))
        number = f"{start.line:>5}"
        gap = " " * len(number)
        yield f"{gap} |"
        yield f"{number} | {shown}"
        yield f"{gap} | {' ' * before}{_styled('^' * marks, tint, color=color)}"
    for related in d.related:
        at = related.place.start
        yield f"      = {related.message} ({at.line}:{at.column})"
    if d.fix is not None:
        yield f"      = {_described(d)}"
    yield ""


def _described(d: Diagnostic) -> str:
    """A fix in words."""
    assert d.fix is not None
    label = {Safety.SAFE: "fix", Safety.UNSAFE: "suggestion", Safety.SHOWN: "suggestion, by hand"}[
        d.fix.safety
    ]
    parts: list[str] = []
    for edit in d.fix.edits:
        if not edit.text:
            parts.append("delete the marked text")
        elif len(edit.span) == 0:
            parts.append(f"insert “{edit.text}”")
        else:
            parts.append(f"write “{edit.text}”")
    return f"{label}: {', '.join(parts)}"


def excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """
    The part of a line to show, and where to underline it, in terminal cells.

    Returns the shown text, the cells before the marks, and how many marks (at least one).
    """
    line = line.replace("\t", " ")
    left = 0
    if len(line) > WIDTH:
        left = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    right = min(len(line), left + WIDTH)
    head, tail = ("…" if left else ""), ("…" if right < len(line) else "")
    shown = head + line[left:right] + tail
    before = cells(head + line[left:start])
    marks = cells(line[start : min(end, right)])
    return shown, before, max(marks, 1)


def cells(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
