"""Writing inline ignores for the findings of a file, and verifying them by linting the result."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from articlelint.config.discovery import Found
from articlelint.errors import ArticlelintError, ReadError, UsageError
from articlelint.findings.fixes import link_fault
from articlelint.markup.base import Markup, Parser
from articlelint.model import Block, Diagnostic
from articlelint.report.base import FileResult
from articlelint.source import Source, write_back

_FIRST_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class IgnoreWriter:
    """Writes an ignore with a reason before every block that has findings."""

    lint: Callable[[Source, Path], FileResult]
    """Lints a source that is the file at an absolute path, see ``Engine.lint``."""
    parser: Callable[[str], Parser]
    """The parser for a suffix, see ``Engine.parser``."""
    reason: str
    folders: tuple[Path, ...] = ()
    """The folders that the run was given. A link that leads out of them is not followed."""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise UsageError("--add-ignore: give a reason, so that others know why the findings are ignored")
        if "--" in self.reason or "\n" in self.reason:
            raise UsageError("--add-ignore: a reason cannot contain '--' or a line break; reword it")

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Write ignores file by file and yield the results: the findings that are left, normally none."""
        for file in files:
            try:
                yield self._file(file)
            except ArticlelintError as error:
                yield FileResult(file.path, errors=(str(error),))

    def _file(self, file: Found) -> FileResult:
        if file.error:
            raise ReadError(file.error)
        path = Path(file.path)
        source = Source.read(path, file.path)
        result = self.lint(source, path.absolute())
        if result.errors or not result.diagnostics:
            return result
        parser = self.parser(PurePath(file.path).suffix)
        if parser.name == "plain":
            raise ReadError(
                f"{file.path}: not changed: plain text has no comments to write an ignore in; use a "
                "baseline, or [paths] in the configuration file"
            )
        # A plugin's parser is taken to read comments as in HTML. If it does not, the prose would change.
        changed = self._with_ignores(source, result.diagnostics, html=parser.name != "markdown")
        left = self.lint(changed, path.absolute())
        remaining = {(d.rule, d.fingerprint) for d in left.diagnostics}
        for d in result.diagnostics:
            if (d.rule, d.fingerprint) in remaining:
                raise ReadError(
                    f"{file.path}:{d.place.start.line}: not changed: a finding of {d.rule} stands where "
                    "there can be no comment; write the ignore by hand"
                )
        fault = link_fault(file, self.folders)
        if fault:
            raise ReadError(fault)
        write_back(path, source, changed)
        return left

    def _with_ignores(self, source: Source, diagnostics: Iterable[Diagnostic], *, html: bool) -> Source:
        """
        Return the source with an ignore before every block that has findings.

        Raises ReadError if the comments would change the prose or the kinds of its blocks.
        """
        markup = self.parser(PurePath(source.path).suffix).parse(source.text)
        starts = [markup.offsets.start(block.span.start) for block in markup.blocks]
        rules: dict[int, set[str]] = {}
        for d in diagnostics:
            rules.setdefault(max(bisect_right(starts, d.span.start) - 1, 0), set()).add(d.rule)
        text = source.text
        for number in sorted(rules, reverse=True):
            comment = (
                f"<!-- articlelint: ignore[{', '.join(sorted(rules[number]))}] {self.reason.strip()} -->"
            )
            text = _inserted(text, comment, markup, markup.blocks[number], html=html)
        changed = source.with_text(text)
        again = self.parser(PurePath(source.path).suffix).parse(text)
        if again.text != markup.text or [b.kind for b in again.blocks] != [b.kind for b in markup.blocks]:
            raise ReadError(
                f"{source.path}: not changed: a comment would change how the article is read; "
                "write the ignore by hand"
            )
        return changed


def _inserted(text: str, comment: str, markup: Markup, block: Block, *, html: bool) -> str:
    """
    Return the text with a comment that covers a block.

    In HTML, the comment stands before the first word. In Markdown, that would make the line raw HTML, so the
    comment stands on a line of its own above, or after the first word in a list or a table.
    """
    start = markup.offsets.start(block.span.start)
    if html:
        return text[:start] + comment + text[start:]
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip("#* _[“\"'‘"):
        newline = "\r\n" if "\r\n" in text else "\n"
        return text[:line] + comment + newline + text[line:]
    word = _FIRST_WORD.match(markup.text, block.span.start)
    assert word is not None
    at = markup.offsets.end(word.end())
    return f"{text[:at]} {comment}{text[at:]}"
