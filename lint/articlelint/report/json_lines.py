"""The ``json-lines`` format: a JSON object a line, for programs that read findings as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from articlelint.report.escape import to_json
from articlelint.report.json import as_dict

if TYPE_CHECKING:
    from articlelint.report.base import FileResult, Terminal


class JsonLinesReporter:
    """The objects of the ``json`` format, one a line, with nothing around them."""

    name = "json-lines"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the lines."""
        del terminal
        for result in results:
            for diagnostic in result.diagnostics:
                write(to_json(as_dict(diagnostic)) + "\n")
