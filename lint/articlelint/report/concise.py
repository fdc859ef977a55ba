"""The ``concise`` format: one line for each finding, as compilers print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import line_of, shown_path
from articlelint.report.wording import at


class ConciseReporter:
    """Writes ``path:line:column: severity[rule] message``."""

    name = "concise"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the lines."""
        del terminal
        for result in results:
            path = shown_path(result.path)
            for d in result.diagnostics:
                message = line_of(d.message)
                write(f"{path}:{at(d.place)}: {d.severity}[{d.rule}] {message}\n")
