"""The flow on one screen: source, markup, document, rules, ignores, diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from articlelint.document import Document
from articlelint.errors import ArticlelintError
from articlelint.markup import parser_for
from articlelint.model import (
    Diagnostic,
    Finding,
    Fix,
    PlacedEdit,
    PlacedFix,
    RelatedPlace,
    Safety,
    Span,
)
from articlelint.report.base import FileResult
from articlelint.selection import ActiveRule, active_rules, layers_for
from articlelint.source import Source
from articlelint.suppress import Ignores, UnusedIgnore, read_ignores

if TYPE_CHECKING:
    from articlelint.discovery import Configuration, Found
    from articlelint.markup.base import Markup, Parser
    from articlelint.plugins import Registry
    from articlelint.settings import Layer, Settings


@dataclass(slots=True)
class Engine:
    """Lints files with the installed rules under a configuration."""

    registry: Registry
    configuration: Configuration
    _active: dict[tuple[int, ...], tuple[ActiveRule, ...]] = field(default_factory=dict)
    _kept: list[tuple[Layer, ...]] = field(default_factory=list)

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Lint files one after the other; what cannot be read becomes a result with an error."""
        for file in files:
            yield (
                FileResult(file.path, errors=(file.error,)) if file.error else self.lint_file(Path(file.path))
            )

    def lint_file(self, path: Path) -> FileResult:
        """Read and lint one file. Raises SettingsError where its configuration cannot be used."""
        name = path.as_posix()
        try:
            source = Source.read(path, name)
        except ArticlelintError as error:
            return FileResult(name, errors=(str(error),))
        return self.lint(source, path.absolute())

    def lint(self, source: Source, path: Path) -> FileResult:
        """Lint a source that is, or stands for, the file at ``path`` (absolute)."""
        settings = self.configuration.for_folder(path.parent)
        rules = self._rules(settings, path)
        markup = self.parser(PurePath(source.path).suffix).parse(source.text)
        document = Document(markup.text, markup.blocks, path=source.path, house=settings.house)
        findings, errors = run_rules(document, rules)
        ignores = read_ignores(markup, source.text)
        kept = ignores.kept(findings, {a.registered.name: a.registered.category for a in rules})
        by_name = {a.registered.name: a for a in rules}
        diagnostics = [place(f, by_name[f.rule], markup, source) for f in dict.fromkeys(kept)]
        diagnostics += self._complaints(ignores, rules, source)
        diagnostics.sort(key=lambda d: (d.span, d.rule, d.message))
        return FileResult(
            source.path,
            tuple(diagnostics),
            {d.place.start.line: source.line(d.place.start.line) for d in diagnostics},
            tuple(errors),
            failed=any(settings.fails(d.severity) for d in diagnostics),
        )

    def parser(self, suffix: str) -> Parser:
        """The parser for a suffix: a plugin's, else the built-in one."""
        return self.registry.parsers.get(suffix.lower()) or parser_for(suffix)

    def _rules(self, settings: Settings, path: Path) -> tuple[ActiveRule, ...]:
        layers = layers_for(settings, path)
        key = tuple(id(layer) for layer in layers)
        if key not in self._active:
            self._kept.append(layers)  # keeps the ids alive
            self._active[key] = active_rules(self.registry, layers)
        return self._active[key]

    def _complaints(
        self, ignores: Ignores, rules: tuple[ActiveRule, ...], source: Source
    ) -> list[Diagnostic]:
        """Diagnostics about the ignores themselves, where the rule about them is on."""
        own = next((a for a in rules if a.registered.rule is UnusedIgnore), None)
        if own is None:
            return []
        on = {a.registered.name for a in rules}
        default = {n for n, r in self.registry.rules.items() if r.rule.meta.default}
        complete = {
            category
            for category in self.registry.categories
            if all(n in on for n in default if self.registry.rules[n].category == category)
        }
        known = [*self.registry.rules, *self.registry.categories]
        complaints = ignores.complaints(known, frozenset(on | complete), everything_ran=default <= on)
        return [
            Diagnostic(
                path=source.path,
                span=c.span,
                place=source.place(c.span),
                rule=own.registered.name,
                category=own.registered.category,
                severity=own.severity,
                message=c.message,
                text=source.text[c.span.start : c.span.end],
            )
            for c in complaints
        ]


def run_rules(document: Document, rules: Iterable[ActiveRule]) -> tuple[list[Finding], list[str]]:
    """
    What the rules find, and one line for each rule that failed; the others go on.

    A rule fails by raising, or by reporting under another's name or outside the text.
    """
    findings: list[Finding] = []
    errors: list[str] = []
    for active in rules:
        try:
            own = list(active.rule.check(document))
            for finding in own:
                _check(finding, active, document)
        except Exception as error:  # noqa: BLE001 - a rule is anybody's code
            what = str(error) or "no message"
            errors.append(
                f"{document.path}: internal error: rule '{active.registered.name}' of {active.registered.plugin} "
                f"failed: {type(error).__name__}: {' '.join(what.split())}"
            )
            continue
        findings += own
    return findings, errors


def _check(finding: Finding, active: ActiveRule, document: Document) -> None:
    if finding.rule != active.registered.name:
        raise ValueError(f"it reported as '{finding.rule}'")
    spans = [finding.span, *(r.span for r in finding.related)]
    spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
    for span in spans:
        if not 0 <= span.start <= span.end <= len(document.text):
            raise ValueError(f"it reported {span}, outside the text of {len(document.text)} characters")


def place(finding: Finding, active: ActiveRule, markup: Markup, source: Source) -> Diagnostic:
    """A finding in the file as the writer sees it."""
    span = markup.offsets.span(finding.span)
    return Diagnostic(
        path=source.path,
        span=span,
        place=source.place(span),
        rule=finding.rule,
        category=active.registered.category,
        severity=active.severity,
        message=finding.message,
        text=markup.text[finding.span.start : finding.span.end],
        related=tuple(
            RelatedPlace(r.note, source.place(markup.offsets.span(r.span))) for r in finding.related
        ),
        fix=_place_fix(finding.fix, markup, source) if finding.fix else None,
    )


def _place_fix(fix: Fix, markup: Markup, source: Source) -> PlacedFix:
    """The fix in source coordinates; only shown where there is markup inside what it replaces."""
    edits: list[PlacedEdit] = []
    safety = fix.safety
    for edit in fix.edits:
        span = markup.offsets.span(edit.span)
        if not _applicable(edit.span, span, markup, source):
            safety = Safety.SHOWN
        edits.append(PlacedEdit(source.place(span), span, edit.text))
    return PlacedFix(safety, tuple(edits))


def _applicable(prose: Span, span: Span, markup: Markup, source: Source) -> bool:
    """Whether the source between the ends of a prose span is nothing but that prose."""
    if not markup.offsets.contiguous(prose):
        return False
    gap = markup.text.find("\n\n", prose.start, prose.end)
    while gap >= 0:
        between = source.text[markup.offsets.end(gap) : markup.offsets.start(gap + 2)]
        if between.strip():
            return False
        gap = markup.text.find("\n\n", gap + 1, prose.end)
    return span.start <= span.end
