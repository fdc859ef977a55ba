"""The ``github`` format: workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from articlelint.markup.zip_paths import split_member
from articlelint.model import Diagnostic, Severity
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import line_of, visible
from articlelint.report.wording import located_in_zip

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _data(text: str) -> str:
    """Escape a message for a workflow command; what a terminal would obey is replaced."""
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escape a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class GithubReporter:
    """Writes one workflow command for each error and each finding."""

    name = "github"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the commands."""
        del terminal
        for result in results:
            for error in result.errors:
                file, _ = split_member(result.path)
                write(f"::error file={_property(file)},title=articlelint::{_data(line_of(error))}\n")
            for diagnostic in result.diagnostics:
                write(_command(diagnostic))


def _command(d: Diagnostic) -> str:
    start, end = d.place.start, d.place.end
    file, member = split_member(d.path)
    has_lines = not member and (d.location is None or not d.location.replaces_lines)
    parts = [f"file={_property(file)}"]
    if has_lines:
        parts += [f"line={start.line}", f"endLine={end.line}"]
    # The runner warns about columns of a span of several lines, and drops them.
    if has_lines and start.line == end.line:
        parts += [f"col={start.column}", f"endColumn={end.column}"]
    parts.append(f"title={_property(d.rule)}")
    return f"::{_COMMANDS[d.severity]} {','.join(parts)}::{_data(line_of(located_in_zip(d)))}\n"
