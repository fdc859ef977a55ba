"""Makes diagnostics: findings with their places in the file, mapped there from offsets into the prose."""

from __future__ import annotations

from collections.abc import Iterable

from articlelint.config.selection import ActiveFileRule, ActiveRule
from articlelint.document import Document
from articlelint.findings.fingerprint import fingerprint
from articlelint.findings.fix_safety import source_fix
from articlelint.findings.ignores import IgnoreProblem
from articlelint.markup.base import Article
from articlelint.model import (
    Diagnostic,
    Finding,
    Related,
    Safety,
    Severity,
    SourceEdit,
    SourceFix,
    SourceRelated,
    Span,
)
from articlelint.source import Source


def severity_of(finding: Finding, active: ActiveRule | ActiveFileRule) -> Severity | None:
    """
    Return the severity of a finding; None if the rule is not sure enough of it to report it.

    The configuration can change the severity of what is reported. It does not change what is reported.
    """
    if isinstance(active, ActiveFileRule):
        return active.severity
    severity = active.registered.meta.severity_at(finding.confidence)
    return active.severity if active.configured and severity is not None else severity


def is_confident(finding: Finding, least: float) -> bool:
    """Whether a finding is certain, or has at least this confidence."""
    return finding.confidence is None or finding.confidence >= least


def make_diagnostic(
    finding: Finding,
    active: ActiveRule | ActiveFileRule,
    document: Document,
    article: Article,
    source: Source,
) -> Diagnostic:
    """
    Return the diagnostic of a finding in an article; ``active`` is the rule that made it.

    Raises ValueError for a finding that is not to be reported; see ``severity_of``.
    """
    severity = severity_of(finding, active)
    if severity is None:
        raise ValueError(f"a confidence of {finding.confidence} is too low for a report: {finding}")
    span = finding.source or article.markup.offsets.span(finding.span)
    flagged = article.text[span.start : span.end] if finding.source else document.slice(finding.span)
    placed = article.file_span(span)
    return Diagnostic(
        path=source.path,
        span=placed,
        place=source.place(placed),
        rule=finding.rule,
        category=active.category,
        severity=severity,
        message=finding.message,
        text=flagged,
        related=tuple(_related(other, article, source) for other in finding.related),
        fix=source_fix(finding.fix, document, article, source) if finding.fix else None,
        url=active.url,
        fingerprint=fingerprint(finding, document.text, flagged),
        confidence=finding.confidence,
        location=article.location(span),
    )


def _related(other: Related, article: Article, source: Source) -> SourceRelated:
    span = article.markup.offsets.span(other.span)
    return SourceRelated(other.note, source.place(article.file_span(span)), article.location(span))


_SAFETIES = tuple(Safety)
"""The safest first."""


def without_repeats(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """
    Return diagnostics with each correction once, should several rules make the same of the same words.

    The most severe one stays, and of these the one with the safest fix, and then the first rule by name. A
    safer fix of a rule that is less severe stays as well: it may be applied where the other may not.
    """
    kept: list[Diagnostic] = []
    safest: dict[tuple[Span, tuple[SourceEdit, ...]], int] = {}
    for d in sorted(diagnostics, key=lambda d: (-d.severity.rank, _safety(d), d.rule)):
        if d.fix is not None:
            correction = d.span, d.fix.edits
            if safest.get(correction, len(_SAFETIES)) <= _safety(d):
                continue
            safest[correction] = _safety(d)
        kept.append(d)
    return kept


def _safety(diagnostic: Diagnostic) -> int:
    """The place of a diagnostic's fix in ``_SAFETIES``; 0 for no fix."""
    return _SAFETIES.index(diagnostic.fix.safety) if diagnostic.fix is not None else 0


def make_ignore_diagnostic(
    problem: IgnoreProblem, active: ActiveRule, article: Article, source: Source
) -> Diagnostic:
    """
    Return a diagnostic about an ignore; ``active`` is the rule that reports ignores.

    An ignore that is merely unused gets a fix that deletes it, and its line if nothing else is on the line.
    """
    start, end = problem.span.start, problem.span.end
    text = article.text[start:end]
    span = article.file_span(problem.span)
    name = active.registered.name
    return Diagnostic(
        path=source.path,
        span=span,
        place=source.place(span),
        rule=name,
        category=active.registered.category,
        severity=active.severity,
        message=problem.message,
        text=text,
        fix=_deletion(problem.span, article, source) if problem.removable else None,
        fingerprint=fingerprint(Finding(name, Span(0, len(text)), problem.message), text, text),
        location=article.location(problem.span),
    )


def _deletion(span: Span, article: Article, source: Source) -> SourceFix:
    """A fix that deletes a span of an article's text, with its line if the rest of the line is empty."""
    line_start = article.text.rfind("\n", 0, span.start) + 1
    line_end = article.text.find("\n", span.end) + 1 or len(article.text)
    rest = article.text[line_start : span.start] + article.text[span.end : line_end]
    whole_line = Span(line_start, line_end)
    alone = not rest.strip() and article.is_contiguous(whole_line)
    deleted = article.file_span(whole_line if alone else span)
    return SourceFix(Safety.SAFE, (SourceEdit(source.place(deleted), deleted, ""),))
