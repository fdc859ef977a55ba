"""Where the findings are written: to standard output or files, in one format or several; the summary."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import click

from articlelint.config.discovery import Found
from articlelint.config.left_out import LeftOut
from articlelint.errors import UsageError, nearest
from articlelint.plugins.registry import RegisteredRule, Registry
from articlelint.report import BUILT_IN, FOR_PEOPLE, built_in, multiple
from articlelint.report.base import FileResult, Reporter, RuleInfo, Terminal
from articlelint.report.escape import line_of, visible
from articlelint.report.statistics import StatisticsReporter
from articlelint.report.wording import counted
from articlelint.source import replace_file


class Output(NamedTuple):
    """
    The reporters of a run, and the file that each writes to; None for standard output.

    The text for a file is collected and written in one step at the end, so an interrupted run leaves the
    file as it was.
    """

    reporters: list[tuple[Reporter, Path | None]]
    summary: bool
    rules: Mapping[str, RegisteredRule]
    open_pages: bool = False
    """Whether to open the html reports in the browser when they are written."""

    def report(self, results: Iterable[FileResult]) -> None:
        """Give the results to every reporter, one result at a time."""
        rules = _RuleInfos(self.rules)
        outputs: list[multiple.Output] = []
        files: list[tuple[Path, list[str]]] = []
        for reporter, file in self.reporters:
            if file is None:
                outputs.append(multiple.Output(reporter, _print, Terminal(_in_color(), rules)))
                continue
            parts: list[str] = []
            files.append((file, parts))
            outputs.append(multiple.Output(reporter, parts.append, Terminal(rules=rules)))
        _set_encoding(for_people=all(r.name in FOR_PEOPLE for r, file in self.reporters if file is None))
        multiple.report_all(results, outputs)
        for file, parts in files:
            _write_file(file, "".join(parts))
        if self.open_pages:
            for page in _pages(self.reporters):
                _open(page)

    def refuse_to_replace(self, files: Iterable[Path], what: str) -> None:
        """Raise UsageError if a report would replace one of these files."""
        resolved = {file.resolve() for file in files}
        for _, target in self.reporters:
            if target is not None and target.resolve() in resolved:
                raise UsageError(f"{target}: the report would replace {what}; write it to another file")

    def without_pages(self, files: Iterable[Found]) -> list[Found]:
        """Leave out the earlier html reports that this run replaces: in a folder, they look like articles."""
        pages = {page.resolve() for page in _pages(self.reporters) if _is_report(page)}
        return [file for file in files if not pages or Path(file.path).resolve() not in pages]

    @property
    def writes_files(self) -> bool:
        """Whether a report goes to a file."""
        return any(target is not None for _, target in self.reporters)

    def say(self, text: str) -> None:
        """Print lines for people, if the output is for people."""
        if self.summary:
            sys.stdout.write(_lines_of(text))


class _RuleInfos(Mapping[str, RuleInfo]):
    """The rules that a report may describe, each made when a format asks for it."""

    def __init__(self, rules: Mapping[str, RegisteredRule]) -> None:
        self._rules = rules

    def __getitem__(self, name: str) -> RuleInfo:
        return self._rules[name].info

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def _print(text: str) -> None:
    sys.stdout.write(text)  # looked up at each call, because a progress bar replaces it for a while


def _set_encoding(*, for_people: bool) -> None:
    """Write UTF-8 for programs, and the encoding of the terminal for people, with ``?`` for the rest."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # the one of a test may have none
    if reconfigure is not None:
        reconfigure(encoding=None if for_people else "utf-8", errors="replace")


def _write_file(file: Path, text: str) -> None:
    try:
        replace_file(file, text.encode(errors="replace"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror or error}") from None


def _pages(reporters: Iterable[tuple[Reporter, Path | None]]) -> list[Path]:
    """The files with html reports."""
    return [file for reporter, file in reporters if reporter.name == "html" and file is not None]


def _is_report(page: Path) -> bool:
    """Whether a file is a page of the ``html`` format."""
    from articlelint.report.html import BEGINNING

    try:
        with page.open("rb") as file:
            return file.read(len(BEGINNING)) == BEGINNING.encode()
    except OSError:
        return False


def _open(page: Path) -> None:
    """Open a page in the browser."""
    import webbrowser  # with it comes subprocess

    if not webbrowser.open(page.resolve().as_uri()):
        complain(f"articlelint: warning: no browser could be started; open {page} yourself")


def _in_color() -> bool:
    if os.environ.get("FORCE_COLOR"):
        return True
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def make_output(
    formats: tuple[str, ...],
    file: Path | None,
    registry: Registry,
    *,
    statistics: bool,
    quiet: bool,
    open_pages: bool = False,
) -> Output:
    """
    Return the output that ``--output-format`` and ``--output-file`` ask for.

    Raises UsageError if a format is unknown, if two formats would write to the same place, or if there will
    be no page to open.
    """
    reporters: list[tuple[Reporter, Path | None]] = []
    if statistics:
        reporters = [(StatisticsReporter(), file)]
        return Output(reporters, summary=False, rules=registry.rules)
    for wanted in formats or ("full",):
        name, _, target = wanted.partition(":")
        reporters.append((_reporter(name, registry), Path(target) if target else file))
    targets = [target for _, target in reporters]
    if len(set(targets)) < len(targets):
        raise UsageError(
            "--output-format: two formats would write to one place; give each a file, as in json:out.json"
        )
    if open_pages and not _pages(reporters):
        raise UsageError("--open needs an html report in a file: add --output-format html:report.html")
    people = [r for r, target in reporters if target is None and r.name in FOR_PEOPLE]
    return Output(reporters, bool(people) and not quiet, registry.rules, open_pages)


def _reporter(name: str, registry: Registry) -> Reporter:
    if name in BUILT_IN:
        return built_in(name)
    if name in registry.reporters:
        return registry.reporters[name]
    known = sorted([*BUILT_IN, *registry.reporters])
    raise UsageError(
        f"--output-format: there is no format '{name}'{nearest(name, known)} (known: {', '.join(known)})"
    )


def show_diff(text: str) -> None:
    """Print a diff: to a program as it is, in UTF-8, and to a terminal as it can show it."""
    if sys.stdout.isatty():
        text = "".join(f"{visible(line)}\n" for line in text.removesuffix("\n").split("\n"))
    else:
        _set_encoding(for_people=False)
    sys.stdout.write(text)


def complain(line: str) -> None:
    """Print a line to stderr."""
    with suppress(OSError):  # the exit code is right even if standard error cannot be written
        click.echo(line_of(line), err=True)


def echo(text: str) -> None:
    """Print lines that hold text of plugins or of files, as a terminal can show them."""
    click.echo(_lines_of(text))


def _lines_of(text: str) -> str:
    return "\n".join(line_of(line) for line in text.split("\n"))


class Tally:
    """Counts the results on their way to the reporters, and prints errors and warnings at once to stderr."""

    def __init__(self, complain: Callable[[str], object] = complain) -> None:
        self.files = 0
        self.findings = 0
        self.with_findings = 0
        self.failed = False
        self.wrong = False
        self.left_out = LeftOut()
        self._complain = complain
        self._told: set[str] = set()
        self._repeated: Counter[str] = Counter()

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield the results unchanged."""
        for result in results:
            for error in result.errors:
                self._tell(error, result.path)
            for notice in result.notices:
                if notice not in self._told:
                    self._told.add(notice)
                    self._complain(f"articlelint: warning: {notice}")
            self.wrong = self.wrong or bool(result.errors)
            self.failed = self.failed or result.failed
            self.files += result.articles
            self.findings += len(result.diagnostics)
            self.with_findings += len({d.location.article if d.location else "" for d in result.diagnostics})
            yield result
        for error, times in self._repeated.items():
            self._complain(f"articlelint: error: in {counted(times, 'more article')}: {error}")

    def _tell(self, error: str, path: str) -> None:
        """Print an error; one of a rule from a file that other articles have as well is only counted."""
        same = error.removeprefix(f"{path}: ")
        if same.startswith("rule '"):
            if same in self._told:
                self._repeated[same] += 1
                return
            self._told.add(same)
        self._complain(f"articlelint: error: {error}")

    def summary(self, *, fixed: bool = False) -> str:
        """
        Return what to tell people at the end: how many findings there are, and what was left out.

        If some have been ``fixed``, these are the others.
        """
        if not self.files:
            return self.left_out.line() if self.left_out.named else ""
        return self._found(fixed=fixed) + self.left_out.line()

    def _found(self, *, fixed: bool) -> str:
        files = counted(self.files, "article")
        if not self.findings:
            return (
                "Nothing found, but not everything could be checked.\n"
                if self.wrong
                else f"Nothing found in {files}.\n"
            )
        found = counted(self.findings, "finding")
        where = f" in {self.with_findings} of {files}" if self.files > 1 else ""
        left = (" is left" if self.findings == 1 else " are left") if fixed else ""
        return f"{found}{where}{left}.\n"

    @property
    def exit_code(self) -> int:
        """2 if something went wrong, 1 if a finding fails the run, else 0."""
        return 2 if self.wrong else 1 if self.failed else 0

    def diff_exit_code(self, *, changed: bool) -> int:
        """Return the exit code of ``--diff``: 2 if something went wrong, 1 if there is a fix, else 0."""
        return 2 if self.wrong else int(changed)
