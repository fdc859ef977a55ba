"""Rounds of linting and fixing one source, until nothing is left to fix."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from articlelint.errors import ArticlelintError
from articlelint.fixing import ROUNDS, accepted, apply_edits, write_back
from articlelint.model import Safety
from articlelint.report.base import FileResult
from articlelint.source import Source

if TYPE_CHECKING:
    from articlelint.discovery import Found
    from articlelint.engine import Engine
    from articlelint.model import PlacedFix


class Fixed(NamedTuple):
    """A source as fixed, what is left to report, and how often each rule's fix was applied."""

    after: Source
    result: FileResult
    applied: Counter[str]


@dataclass(slots=True)
class Fixer:
    """Lints and fixes files; with ``show``, prints a diff and writes nothing."""

    engine: Engine
    unsafe: bool = False
    show: Callable[[str], object] | None = None
    applied: Counter[str] = field(default_factory=Counter[str])
    files: int = 0

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Fix files one after the other and yield what is left of their findings."""
        for file in files:
            yield self.file(file)

    def file(self, file: Found) -> FileResult:
        """Fix one file."""
        if file.error:
            return FileResult(file.path, errors=(file.error,))
        path = Path(file.path)
        try:
            source = Source.read(path, file.path)
        except ArticlelintError as error:
            return FileResult(file.path, errors=(str(error),))
        fixed = self.source(source, path.absolute())
        if fixed.after.text == source.text:
            return fixed.result
        if self.show is not None:
            self.show(diff(source, fixed.after))
        else:
            try:
                write_back(path, source, fixed.after)
            except ArticlelintError as error:
                untouched = self.engine.lint(source, path.absolute())
                return untouched._replace(errors=(*untouched.errors, str(error)))
        self.applied += fixed.applied
        self.files += 1
        return fixed.result

    def source(self, source: Source, path: Path) -> Fixed:
        """
        Fix a source in memory: at most ten rounds, each on the text of the one before.

        A file in which a rule failed is not touched: what it would have said is not known.
        """
        current = source
        applied: Counter[str] = Counter()
        result = self.engine.lint(current, path)
        for _ in range(ROUNDS):
            if result.errors:
                break
            offered = [(d.fix, d.rule) for d in result.diagnostics if d.fix and self._allowed(d.fix)]
            taken = accepted(fix for fix, _ in offered)
            text = apply_edits(current.text, taken)
            if text == current.text:
                break
            rule_of = {id(fix): rule for fix, rule in offered}
            applied.update(rule_of[id(fix)] for fix in taken)
            current = current.with_text(text)
            result = self.engine.lint(current, path)
        return Fixed(current, result, applied)

    def _allowed(self, fix: PlacedFix) -> bool:
        return fix.safety is Safety.SAFE or (self.unsafe and fix.safety is Safety.UNSAFE)


def diff(before: Source, after: Source) -> str:
    """The change as a unified diff that ``git apply`` and ``patch`` take."""
    lines = difflib.unified_diff(
        _lines(before.text), _lines(after.text), f"a/{before.path}", f"b/{before.path}"
    )
    missing = "\n\\ No newline at end of file\n"
    return "".join(line if line.endswith("\n") else line + missing for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as git counts them: only a newline ends one."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
