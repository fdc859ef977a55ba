"""The ``grouped`` format: the findings of each file under its name, in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from articlelint.report.base import FileResult, Terminal
from articlelint.report.color import BOLD, DIM, SEVERITIES, styled
from articlelint.report.escape import shown_path
from articlelint.report.wording import at, shown_message

_SEVERITY_WIDTH = len("warning")


class GroupedReporter:
    """Writes for people at a terminal who have many findings in few files."""

    name = "grouped"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write, for each file, a heading, a line for each finding, and a blank line."""
        for result in results:
            if result.diagnostics:
                for line in _lines(result, color=terminal.color):
                    write(line + "\n")


def _lines(result: FileResult, *, color: bool) -> Iterator[str]:
    yield styled(shown_path(result.path), BOLD, color=color)
    width = max(len(at(d.place, d.location)) for d in result.diagnostics)
    for d in result.diagnostics:
        severity = styled(f"{d.severity.value:<{_SEVERITY_WIDTH}}", SEVERITIES[d.severity], color=color)
        rule = styled(f"[{d.rule}]", DIM, color=color)
        yield f"  {at(d.place, d.location):>{width}}  {severity}  {shown_message(d)} {rule}"
    yield ""
