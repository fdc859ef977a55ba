"""The ``github`` format: workflow commands that show findings on the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from articlelint.model import Severity

if TYPE_CHECKING:
    from articlelint.report.base import FileResult, Terminal

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _data(text: str) -> str:
    """Escape a message as the workflow-command syntax wants it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class GithubReporter:
    """One workflow command a finding."""

    name = "github"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the commands."""
        del terminal
        for result in results:
            for d in result.diagnostics:
                start, end = d.place.start, d.place.end
                parts = [f"file={_property(d.path)}", f"line={start.line}", f"endLine={end.line}"]
                # The columns of a span over several lines mean nothing to the viewer, which rejects them.
                if start.line == end.line:
                    parts += [f"col={start.column}", f"endColumn={end.column}"]
                parts.append(f"title={_property(d.rule)}")
                write(f"::{_COMMANDS[d.severity]} {','.join(parts)}::{_data(d.message)}\n")
