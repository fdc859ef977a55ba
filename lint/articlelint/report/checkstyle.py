"""The ``checkstyle`` format: the XML of the Java tool of this name, which many CI servers read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import line_of, xml_attributes
from articlelint.report.wording import located

_VERSION = "8.0"
"""The version of the format, by which readers recognise its dialects."""


class CheckstyleReporter:
    """Writes one XML document with a ``file`` element for each file."""

    name = "checkstyle"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the document."""
        del terminal
        write(f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{_VERSION}">\n')
        for result in results:
            for line in _file(result):
                write(line + "\n")
        write("</checkstyle>\n")


def _file(result: FileResult) -> Iterator[str]:
    yield f"  <file{xml_attributes(name=result.path)}>"
    for error in result.errors:
        # The error is about the whole file, but the schema requires a line above 0.
        fault = xml_attributes(line=1, severity="error", message=line_of(error), source="articlelint")
        yield f"    <error{fault}/>"
    for d in result.diagnostics:
        finding = xml_attributes(
            line=d.place.start.line,
            column=d.place.start.column,
            severity=d.severity.value,
            message=line_of(located(d)),
            source=f"articlelint.{d.category}.{d.rule}",
        )
        yield f"    <error{finding}/>"
    yield "  </file>"
