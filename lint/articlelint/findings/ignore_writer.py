"""Writing inline ignores for the findings of a file, and verifying them by linting the result."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from articlelint.config.discovery import Found
from articlelint.errors import ArticlelintError, ReadError, UsageError
from articlelint.findings.fixes import link_fault
from articlelint.markup.base import AnyParser, Markup, Parser, as_text_parser
from articlelint.model import Block, Diagnostic
from articlelint.report.base import FileResult
from articlelint.source import Source, write_back

_FIRST_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class IgnoreWriter:
    """Writes an ignore with a reason before every block that has findings."""

    lint: Callable[[Source, Path], FileResult]
    """Lints a source that is the file at an absolute path, see ``Engine.lint``."""
    parser: Callable[[str], AnyParser]
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
        self._parser(file.path)
        source = Source.read(path, file.path)
        result = self.lint(source, path.absolute())
        if result.errors or not result.diagnostics:
            return result
        article = self._article(source)
        rules = article.rules_by_block(result.diagnostics)
        changed, left = source, result
        refused: list[Diagnostic] = []
        # The second round is without the ignores that have turned out not to work.
        for _ in range(2):
            changed = article.with_ignores(rules)
            left = self.lint(changed, path.absolute())
            remaining = {(d.rule, d.fingerprint) for d in left.diagnostics}
            refused = [d for d in result.diagnostics if (d.rule, d.fingerprint) in remaining]
            rules = article.rules_by_block(
                d for d in result.diagnostics if (d.rule, d.fingerprint) not in remaining
            )
            if changed.text == article.with_ignores(rules).text:
                break
        fault = link_fault(file, self.folders)
        if fault:
            raise ReadError(fault)
        if changed.text != source.text:
            write_back(path, source, changed)
        return left._replace(errors=(*left.errors, *(article.why_refused(d) for d in refused)))

    def with_ignores(self, source: Source, diagnostics: Iterable[Diagnostic]) -> Source:
        """
        Return a source with an ignore for each of these diagnostics, where there can be one.

        Raises ReadError for plain text, which has no comments.
        """
        article = self._article(source)
        return article.with_ignores(article.rules_by_block(diagnostics))

    def _article(self, source: Source) -> _Article:
        # A plugin's parser is taken to read comments as in HTML. If it does not, the prose would change.
        return _Article(source, self._parser(source.path), self.reason.strip())

    def _parser(self, path: str) -> Parser:
        """The parser of a file. Raises ReadError if no ignores can be written in such a file."""
        parser = as_text_parser(self.parser(PurePath(path).suffix))
        html_comments: bool = getattr(parser, "html_comments", True)
        if parser is not None and parser.name != "plain" and html_comments:
            return parser
        if not html_comments:
            raise ReadError(
                f"{path}: not changed: ignores are written as comments of HTML, which this format does not "
                "have; write the comment by hand if it has others, or use a baseline"
            )
        what = "this format" if parser is None else "plain text"
        raise ReadError(
            f"{path}: not changed: {what} has no comments to write an ignore in; use a baseline, or [paths] "
            "in the configuration file"
        )


class _Article:
    """An article that ignores are to be written in."""

    def __init__(self, source: Source, parser: Parser, reason: str) -> None:
        self._source = source
        self._parser = parser
        self._reason = reason
        self._markup = parser.parse(source.text)
        self._starts = [self._markup.offsets.start(block.span.start) for block in self._markup.blocks]

    def rules_by_block(self, diagnostics: Iterable[Diagnostic]) -> dict[int, set[str]]:
        """Return the rules that have findings in each block of the body, by its number."""
        rules: dict[int, set[str]] = {}
        for d in diagnostics:
            if self._starts and not self._is_in_front_matter(d):
                rules.setdefault(max(bisect_right(self._starts, d.span.start) - 1, 0), set()).add(d.rule)
        return rules

    def with_ignores(self, rules: Mapping[int, set[str]]) -> Source:
        """Return the source with an ignore before each block, but for those that would change the prose."""
        numbers = sorted(rules, reverse=True)
        text = self._source.text
        for number in numbers:
            text = self._with_ignore(text, number, rules[number])
        if self._reads_as_before(text):
            return self._source.with_text(text)
        text = self._source.text
        for number in numbers:
            longer = self._with_ignore(text, number, rules[number])
            if self._reads_as_before(longer):
                text = longer
        return self._source.with_text(text)

    def why_refused(self, d: Diagnostic) -> str:
        """Return what to do about a finding that no comment can be written for."""
        where = f"{self._source.path}:{d.place.start.line}: not ignored: a finding of {d.rule} stands"
        if self._is_in_front_matter(d):
            return f"{where} in the front matter; name {d.rule} under articlelint-ignore in it"
        return f"{where} where there can be no comment; write the ignore by hand"

    def _is_in_front_matter(self, d: Diagnostic) -> bool:
        return self._markup.front_matter is not None and d.span.start < self._markup.front_matter.end

    def _with_ignore(self, text: str, number: int, rules: set[str]) -> str:
        """Return the text with an ignore before a block. The blocks after it may have theirs already."""
        comment = f"<!-- articlelint: ignore[{', '.join(sorted(rules))}] {self._reason} -->"
        html = self._parser.name not in {"markdown", "quarto"}
        return _inserted(text, comment, self._markup, self._markup.blocks[number], html=html)

    def _reads_as_before(self, text: str) -> bool:
        """Whether a changed text has the same prose, in blocks of the same kinds."""
        again = self._parser.parse(text)
        kinds = [block.kind for block in again.blocks]
        return again.text == self._markup.text and kinds == [block.kind for block in self._markup.blocks]


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
