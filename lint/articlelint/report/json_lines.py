"""The ``json-lines`` format: one JSON object a line, for programs that read findings as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import to_json
from articlelint.report.json import as_dict


class JsonLinesReporter:
    """Writes the objects of the ``json`` format, one a line, without the list around them."""

    name = "json-lines"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the lines."""
        del terminal
        for result in results:
            for diagnostic in result.diagnostics:
                write(to_json(as_dict(diagnostic)) + "\n")
