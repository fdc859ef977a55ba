"""The ``markdown`` format: a comment for a pull request, with a summary and the findings in folded tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from articlelint.model import Diagnostic
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import address, html, markdown
from articlelint.report.totals import Totals, most_frequent
from articlelint.report.wording import at, counted, fix_in_words, shown_message

MARKER = "<!-- articlelint -->"
"""The first line, by which a script finds the comment that it should update."""

ROOM = 50_000
"""How many characters the findings may have: GitHub limits a comment to 65,536, with the summary."""

_ERRORS = 20
_ERROR_LENGTH = 300


class MarkdownReporter:
    """Writes a page when all results have arrived, because its heading counts them."""

    name = "markdown"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the page."""
        del terminal
        page = _Page()
        for result in results:
            page.add(result)
        for line in page.lines():
            write(line + "\n")


@dataclass(slots=True)
class _Page:
    """The contents of the page so far. Only the findings that there is room for are kept."""

    totals: Totals = field(default_factory=Totals)
    errors: list[str] = field(default_factory=list[str])
    errors_left_out: int = 0
    details: list[str] = field(default_factory=list[str])
    room: int = ROOM
    left_out: int = 0

    def add(self, result: FileResult) -> None:
        """Count the findings of a file, and keep them while there is room."""
        self.totals.add(result)
        shown = result.errors[: max(0, _ERRORS - len(self.errors))]
        self.errors += [error[:_ERROR_LENGTH] for error in shown]
        self.errors_left_out += len(result.errors) - len(shown)
        if result.diagnostics:
            self._keep(result)

    def _keep(self, result: FileResult) -> None:
        """Add a table of the findings of a file, as far as there is room."""
        count = counted(len(result.diagnostics), "finding")
        block = [
            "",
            "<details>",
            f"<summary><code>{html(result.path)}</code>: {count}</summary>",
            "",
            "| Line | Finding | Severity | Rule |",
            "|---:|---|---|---|",
        ]
        after = ["", "</details>"]
        room = self.room - sum(len(line) + 1 for line in (*block, *after))
        rows: list[str] = []
        for d in result.diagnostics:
            row = _row(d, result)
            room -= len(row) + 1
            if room < 0:
                self.left_out += len(result.diagnostics) - len(rows)
                break
            rows.append(row)
        # After something has been left out, leave out everything: else the gap would not be noticed.
        self.room = max(room, 0)
        if rows:
            self.details += [*block, *rows, *after]

    def lines(self) -> Iterator[str]:
        """The lines of the page."""
        yield MARKER
        yield f"### articlelint: {self.totals.headline()}"
        if self.errors:
            yield "\n| Not everything was checked |\n|---|"
            yield from (f"| {markdown(error)} |" for error in self.errors)
            if self.errors_left_out:
                yield f"| and {self.errors_left_out} more |"
        totals = self.totals
        if totals.rules:
            yield "\n| Rule | Findings | Articles |\n|---|---:|---:|"
            for rule, count in most_frequent(totals.rules):
                yield f"| {_rule(rule, totals.links[rule])} | {count} | {totals.articles[rule]} |"
        yield from self.details
        if self.left_out:
            yield f"\n{counted(self.left_out, 'more finding')}: a comment has no room for all."


def _row(d: Diagnostic, result: FileResult) -> str:
    fix = fix_in_words(d, result.lines)
    what = markdown(shown_message(d) if d.location is not None else d.message) + (
        f"<br>{markdown(fix)}" if fix else ""
    )
    return f"| {at(d.place, d.location)} | {what} | {d.severity} | {_rule(d.rule, d.url)} |"


def _rule(name: str, url: str) -> str:
    if not url:
        return f"`{name}`"
    return f"[`{name}`](<{address(url)}>)"
