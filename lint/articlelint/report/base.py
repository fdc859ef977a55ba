"""What a reporter gets and must do. Plugins hand out their own through the ``articlelint_reporters`` hook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from articlelint.model import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class FileResult:
    """
    One file's outcome.

    ``lines`` holds the source lines that diagnostics begin on, by number, for reporters that show them.
    ``errors`` are what went wrong, one line each: the run will exit 2.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    fails_at: int = Severity.ERROR.rank
    """The lowest severity rank that fails a run; above them all where nothing does."""

    @property
    def failed(self) -> bool:
        """Whether a diagnostic is severe enough to fail the run."""
        return any(d.severity.rank >= self.fails_at for d in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to write: in colour or not."""

    color: bool = False


class Reporter(Protocol):
    """An output format. ``name`` is what ``--output-format`` takes."""

    @property
    def name(self) -> str:
        """The name, in kebab-case."""
        ...

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the results as they arrive; ``write`` takes text and adds nothing to it."""
        ...
