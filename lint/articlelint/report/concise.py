"""The ``concise`` format: one line a finding, as compilers print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.report.base import FileResult, Terminal


class ConciseReporter:
    """``path:line:column: severity[rule] message``."""

    name = "concise"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the lines."""
        del terminal
        for result in results:
            for d in result.diagnostics:
                at = d.place.start
                write(f"{d.path}:{at.line}:{at.column}: {d.severity}[{d.rule}] {d.message}\n")
