"""The interface of reporters. Plugins provide their own through the hook ``articlelint_reporters``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from articlelint.model import Diagnostic, Severity
from articlelint.rule import Rule


class FileResult(NamedTuple):
    """
    The result of linting one file.

    ``lines`` has the source lines on which diagnostics and their edits begin or end, by number and without
    newlines, for reporters that show lines or count columns in something other than code points.
    ``errors`` says what went wrong, in one line each; if there are any, the run exits 2.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[int, str] = {}
    errors: tuple[str, ...] = ()
    fails_at: int = Severity.ERROR.rank
    """The lowest severity rank that fails a run; higher than all ranks if no finding fails it."""
    notices: tuple[str, ...] = ()
    """Warnings that are printed once in a run, whatever the number of files: a rule that cannot run."""
    ignored: Mapping[str, int] = {}
    """How many findings inline ignores have left out of the diagnostics, by rule."""
    articles: int = 1
    """How many articles the file has."""

    @property
    def failed(self) -> bool:
        """Whether a diagnostic is severe enough to fail the run."""
        return any(d.severity.rank >= self.fails_at for d in self.diagnostics)


class RuleInfo(NamedTuple):
    """
    What a report may say about a rule.

    ``summary`` is half a line in lower case, ``documentation`` the rule's docstring, ``severity`` its default
    severity (its diagnostics may have another one from the configuration), ``url`` its page or "".
    """

    name: str
    category: str
    summary: str
    documentation: str
    severity: Severity
    url: str = ""

    @classmethod
    def of(cls, rule: type[Rule[Any]], url: str = "") -> RuleInfo:
        """Return the information that a rule class has."""
        import inspect  # heavy, and only needed by the formats that describe rules

        meta = rule.meta
        return cls(
            meta.name, rule.category(), meta.summary, inspect.cleandoc(rule.__doc__ or ""), meta.severity, url
        )


class Terminal(NamedTuple):
    """
    How to write, and what is known about the run beside its results.

    ``rules`` has the rules by name, for formats that describe them. Some rules may be missing.
    """

    color: bool = False
    rules: Mapping[str, RuleInfo] = MappingProxyType({})


class Reporter(Protocol):
    """An output format; its name is what users give to ``--output-format``."""

    @property
    def name(self) -> str:
        """The name, in kebab-case."""
        ...

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """
        Write the results as they arrive; ``write`` takes text and adds nothing to it.

        This is called once in a run, perhaps in another thread than the one that lints. Do not collect the
        results, because there may be many, and do not catch exceptions of the results or of ``write``.
        """
        ...


class PluginReporter(NamedTuple):
    """The reporter of a plugin. ``origin`` names the plugin and its version, for messages."""

    reporter: Reporter
    origin: str
    name: str

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the results as they arrive."""
        self.reporter.report(results, write, terminal)


def quoted_lines(diagnostics: Iterable[Diagnostic], line: Callable[[int], str]) -> dict[int, str]:
    """Return ``FileResult.lines`` for these diagnostics; ``line`` returns the text of a line, from 1."""
    numbers: set[int] = set()
    for d in diagnostics:
        numbers |= {d.place.start.line, d.place.end.line}
        for edit in d.fix.edits if d.fix else ():
            numbers |= {edit.place.start.line, edit.place.end.line}
    return {number: line(number) for number in sorted(numbers)}
