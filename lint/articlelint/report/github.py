"""The ``github`` format: workflow commands that show findings on the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from articlelint.model import Severity
from articlelint.report.escape import encodable, line_of

if TYPE_CHECKING:
    from articlelint.model import Diagnostic
    from articlelint.report.base import FileResult, Terminal

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _data(text: str) -> str:
    """Escape a message as the workflow-command syntax wants it."""
    return encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class GithubReporter:
    """One workflow command a finding, and one for each thing that went wrong."""

    name = "github"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the commands."""
        del terminal
        for result in results:
            for error in result.errors:
                write(f"::error file={_property(result.path)},title=articlelint::{_data(line_of(error))}\n")
            for diagnostic in result.diagnostics:
                write(_command(diagnostic))


def _command(d: Diagnostic) -> str:
    start, end = d.place.start, d.place.end
    parts = [f"file={_property(d.path)}", f"line={start.line}", f"endLine={end.line}"]
    # The runner takes columns only where a span stays on its line; it would drop them, and complain.
    if start.line == end.line:
        parts += [f"col={start.column}", f"endColumn={end.column}"]
    parts.append(f"title={_property(d.rule)}")
    return f"::{_COMMANDS[d.severity]} {','.join(parts)}::{_data(line_of(d.message))}\n"
