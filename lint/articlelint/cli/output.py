"""Where findings go: standard output or files, one format or several, and the summary for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from articlelint.errors import UsageError, nearest
from articlelint.plugins.registry import RegisteredRule, Registry
from articlelint.report import BUILT_IN, FOR_PEOPLE, built_in, multiple
from articlelint.report.base import FileResult, Reporter, RuleInfo, Terminal


class Output(NamedTuple):
    """
    The reporters of one run and where each writes.

    What goes to a file is kept until the run is over and then put there in one step: an interrupted run
    leaves the file as it was.
    """

    reporters: list[tuple[Reporter, Path | None]]
    summary: bool
    rules: Mapping[str, RegisteredRule]

    def report(self, results: Iterable[FileResult]) -> None:
        """Feed every reporter, one result at a time."""
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

    def say(self, text: str) -> None:
        """Print a line for people, where people are reading."""
        if self.summary:
            sys.stdout.write(text)


class _RuleInfos(Mapping[str, RuleInfo]):
    """What reports may say about the rules; made when a format asks, for it takes importing the rule."""

    def __init__(self, rules: Mapping[str, RegisteredRule]) -> None:
        self._rules = rules

    def __getitem__(self, name: str) -> RuleInfo:
        return RuleInfo.of(self._rules[name].rule)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def _print(text: str) -> None:
    sys.stdout.write(text)  # looked up at each call: a progress bar takes its place for a while


def _set_encoding(*, for_people: bool) -> None:
    """Standard output for programs is UTF-8; for people it is theirs, and what it lacks becomes ``?``."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # what stands in for it in tests may have none
    if reconfigure is not None:
        reconfigure(encoding=None if for_people else "utf-8", errors="replace")


def _write_file(file: Path, text: str) -> None:
    from articlelint.findings.fixes import replace_file

    try:
        if file.exists() and not file.is_file():
            file.write_text(text, encoding="utf-8", errors="replace")  # a device or a pipe cannot be replaced
        else:
            replace_file(file, text.encode(errors="replace"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror or error}") from None


def _in_color() -> bool:
    if os.environ.get("FORCE_COLOR"):
        return True
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def make_output(
    formats: tuple[str, ...], file: Path | None, registry: Registry, *, statistics: bool, quiet: bool
) -> Output:
    """
    The output that ``--output-format`` and ``--output-file`` ask for.

    Raises UsageError for an unknown format, and for two formats that would write to the same place.
    """
    reporters: list[tuple[Reporter, Path | None]] = []
    if statistics:
        from articlelint.report.statistics import StatisticsReporter

        reporters = [(StatisticsReporter(), file)]
        return Output(reporters, summary=False, rules=registry.rules)
    for wanted in formats or ("full",):
        name, _, target = wanted.partition(":")
        reporters.append((_reporter(name, registry), _file(target) if target else file))
    targets = [target for _, target in reporters]
    if len(set(targets)) < len(targets):
        raise UsageError(
            "--output-format: two formats would write to one place; give each a file, as in json:out.json"
        )
    people = [r for r, target in reporters if target is None and r.name in FOR_PEOPLE]
    return Output(reporters, summary=bool(people) and not quiet, rules=registry.rules)


def _file(name: str) -> Path:
    from pathlib import Path  # most runs write to standard output

    return Path(name)


def _reporter(name: str, registry: Registry) -> Reporter:
    if name in BUILT_IN:
        return built_in(name)
    if name in registry.reporters:
        return registry.reporters[name]
    known = sorted([*BUILT_IN, *registry.reporters])
    raise UsageError(
        f"--output-format: no format is named '{name}'{nearest(name, known)} ({', '.join(known)})"
    )


def complain(line: str) -> None:
    """Say on stderr what is wrong. Most runs need not, and do without click."""
    import click

    click.echo(line, err=True)


class Tally:
    """Counts what passes on its way to the reporter, and says at once on stderr what went wrong."""

    def __init__(self, complain: Callable[[str], object] = complain) -> None:
        self.files = 0
        self.findings = 0
        self.with_findings = 0
        self.failed = False
        self.wrong = False
        self._complain = complain
        self._told: set[str] = set()

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results, unchanged."""
        for result in results:
            for error in result.errors:
                self._complain(f"articlelint: error: {error}")
            for notice in result.notices:
                if notice not in self._told:
                    self._told.add(notice)
                    self._complain(f"articlelint: warning: {notice}")
            self.wrong = self.wrong or bool(result.errors)
            self.failed = self.failed or result.failed
            self.files += 1
            self.findings += len(result.diagnostics)
            self.with_findings += bool(result.diagnostics)
            yield result

    def summary(self) -> str:
        """One line for people."""
        if not self.files:
            return ""
        files = f"{self.files} article{'s' if self.files != 1 else ''}"
        if not self.findings:
            return (
                "Nothing found, but not all could be read.\n"
                if self.wrong
                else f"Nothing found in {files}.\n"
            )
        found = f"{self.findings} finding{'s' if self.findings != 1 else ''}"
        return f"{found} in {self.with_findings} of {files}.\n" if self.files > 1 else f"{found}.\n"

    @property
    def exit_code(self) -> int:
        """2 where something went wrong, 1 where something was found, else 0."""
        return 2 if self.wrong else 1 if self.failed else 0

    def diff_exit_code(self, *, changed: bool) -> int:
        """The exit code of ``--diff``: 1 where there is something to fix."""
        return 2 if self.wrong else int(changed)
