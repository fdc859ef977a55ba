"""What a reporter gets and must do. Plugins hand out their own through the ``articlelint_reporters`` hook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from articlelint.model import Diagnostic, Severity

if TYPE_CHECKING:
    from articlelint.rule import Rule


class FileResult(NamedTuple):
    """
    One file's outcome.

    ``lines`` holds the source lines that diagnostics and their edits begin and end on, by number, without
    their newlines, for reporters that show them or count in something else than code points.
    ``errors`` are what went wrong, one line each: the run will exit 2.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[int, str] = {}
    errors: tuple[str, ...] = ()
    fails_at: int = Severity.ERROR.rank
    """The lowest severity rank that fails a run; above them all where nothing does."""
    notices: tuple[str, ...] = ()
    """What the user should be told once a run, whatever the number of files: a rule that cannot run."""
    ignored: Mapping[str, int] = {}
    """How many findings of a rule inline ignores have kept out of the diagnostics, where there were any."""

    @property
    def failed(self) -> bool:
        """Whether a diagnostic is severe enough to fail the run."""
        return any(d.severity.rank >= self.fails_at for d in self.diagnostics)


class RuleInfo(NamedTuple):
    """
    What a report may say about a rule.

    ``summary`` is half a line in lower case, ``documentation`` the rule's whole docstring, ``severity`` the
    one it comes with (a configuration may have changed that of its diagnostics), ``url`` its page or "".
    """

    name: str
    category: str
    summary: str
    documentation: str
    severity: Severity
    url: str = ""

    @classmethod
    def of(cls, rule: type[Rule[Any]], url: str = "") -> RuleInfo:
        """What a rule class says about itself."""
        import inspect  # heavy, and only the formats that describe rules need it

        meta = rule.meta
        return cls(
            meta.name, rule.category(), meta.summary, inspect.cleandoc(rule.__doc__ or ""), meta.severity, url
        )


class Terminal(NamedTuple):
    """
    How to write, and what else is known about the run.

    ``rules`` are the rules by name, for formats that describe them beside the findings; it may lack some.
    """

    color: bool = False
    rules: Mapping[str, RuleInfo] = MappingProxyType({})


class Reporter(Protocol):
    """An output format. ``name`` is what ``--output-format`` takes."""

    @property
    def name(self) -> str:
        """The name, in kebab-case."""
        ...

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """
        Write the results as they arrive; ``write`` takes text and adds nothing to it.

        Called once a run, perhaps in another thread than the one that lints. Take the results one by one:
        there may be many. What is raised, be it by the results or by ``write``, is not to be caught.
        """
        ...


def quoted_lines(diagnostics: Iterable[Diagnostic], line: Callable[[int], str]) -> dict[int, str]:
    """``FileResult.lines`` for these diagnostics; ``line`` gives the text of a line by its number from 1."""
    numbers: set[int] = set()
    for d in diagnostics:
        numbers |= {d.place.start.line, d.place.end.line}
        for edit in d.fix.edits if d.fix else ():
            numbers |= {edit.place.start.line, edit.place.end.line}
    return {number: line(number) for number in sorted(numbers)}
