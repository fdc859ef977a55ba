"""The ``concise`` format: one line for each finding, as compilers print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from articlelint.report.base import FileResult, Terminal
from articlelint.report.wording import beginning, shown_message


class ConciseReporter:
    """Writes ``path:line:column: severity[rule] message``."""

    name = "concise"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the lines."""
        del terminal
        for result in results:
            for d in result.diagnostics:
                write(f"{beginning(result.path, d)}: {d.severity}[{d.rule}] {shown_message(d)}\n")
