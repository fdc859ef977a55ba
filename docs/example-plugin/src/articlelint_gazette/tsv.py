"""The ``tsv`` format, for spreadsheets: each finding is a line with its columns separated by tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import articlelint as al

_COLUMNS = ("file", "line", "column", "severity", "rule", "words", "message")


class TsvReporter:
    """``articlelint check --output-format tsv articles/ > findings.tsv``."""

    name = "tsv"

    def report(
        self, results: Iterable[al.FileResult], write: Callable[[str], object], terminal: al.Terminal
    ) -> None:
        """Write a line of headings, then a line for each finding."""
        del terminal
        write("\t".join(_COLUMNS) + "\n")
        for result in results:
            for found in result.diagnostics:
                start = found.place.start
                words = (found.severity, found.rule, found.text, found.message)
                row = (found.path, start.line, start.column, *words)
                # A cell must have no tab and no line break.
                write("\t".join(" ".join(str(cell).split()) for cell in row) + "\n")
