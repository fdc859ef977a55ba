"""The ``full`` format: each finding with its source line and the flagged words underlined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from articlelint.model import Diagnostic
from articlelint.report.base import FileResult, Terminal
from articlelint.report.color import BOLD, SEVERITIES, styled
from articlelint.report.escape import line_of
from articlelint.report.terminal_text import excerpt
from articlelint.report.wording import at, beginning, fix_in_words, shown_message, sureness


class FullReporter:
    """Writes for people at a terminal."""

    name = "full"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write each finding with its source line, related places and fix."""
        for result in results:
            for diagnostic in result.diagnostics:
                for line in _lines(diagnostic, result.lines, color=terminal.color):
                    write(line + "\n")


def _lines(d: Diagnostic, source: Mapping[int, str], *, color: bool) -> Iterator[str]:
    tint = SEVERITIES[d.severity]
    yield (
        styled(beginning(d.path, d), BOLD, color=color)
        + f": {styled(d.severity.value, tint, color=color)}[{styled(d.rule, BOLD, color=color)}]"
        + f" {shown_message(d)}{sureness(d.confidence)}"
    )
    yield from _source(d, source, tint if color else "")
    gap = " " * _gutter(d)
    for related in d.related:
        yield f"{gap} = {line_of(related.message)} ({at(related.place, related.location)})"
    if d.fix is not None:
        yield f"{gap} = {fix_in_words(d, source)}"
    yield ""


def _gutter(d: Diagnostic) -> int:
    """The width of the column with line numbers."""
    return max(5, len(str(d.place.end.line)))


def _source(d: Diagnostic, source: Mapping[int, str], tint: str) -> Iterator[str]:
    """The source line with the flagged words underlined; for several lines, the first and the last."""
    start, end = d.place.start, d.place.end
    first, last = source.get(start.line), source.get(end.line)
    if first is None:
        return
    width = _gutter(d)
    yield f"{'':{width}} |"
    if start.line == end.line:
        yield from _marked(first, start.column - 1, end.column - 1, f"{start.line:>{width}}", tint)
        return
    yield from _marked(first, start.column - 1, len(first), f"{start.line:>{width}}", tint)
    if last is None or end.column == 1:
        return
    if end.line > start.line + 1:
        yield f"{'...':>{width}} |"
    indent = len(last) - len(last.lstrip())
    yield from _marked(last, min(indent, end.column - 1), end.column - 1, f"{end.line:>{width}}", tint)


def _marked(line: str, start: int, end: int, number: str, tint: str) -> Iterator[str]:
    """A source line, and a line that underlines ``line[start:end]``."""
    shown, before, marks = excerpt(line, start, end)
    yield f"{number} | {shown}".rstrip()
    yield f"{'':{len(number)}} | {' ' * before}{styled('^' * marks, tint, color=bool(tint))}"
