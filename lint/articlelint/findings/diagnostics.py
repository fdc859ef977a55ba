"""Makes diagnostics: findings with their places in the file, mapped there from offsets into the prose."""

from __future__ import annotations

from collections.abc import Iterable

from articlelint.config.selection import ActiveFileRule, ActiveRule
from articlelint.document import Document
from articlelint.findings.fingerprint import fingerprint
from articlelint.findings.fix_safety import source_fix
from articlelint.findings.ignores import IgnoreProblem
from articlelint.markup.base import Markup
from articlelint.model import (
    Diagnostic,
    Finding,
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
    markup: Markup,
    source: Source,
) -> Diagnostic:
    """
    Return the diagnostic of a finding; ``active`` is the rule that made it.

    Raises ValueError for a finding that is not to be reported; see ``severity_of``.
    """
    severity = severity_of(finding, active)
    if severity is None:
        raise ValueError(f"a confidence of {finding.confidence} is too low for a report: {finding}")
    span = finding.source or markup.offsets.span(finding.span)
    flagged = source.text[span.start : span.end] if finding.source else document.slice(finding.span)
    related = [
        SourceRelated(other.note, source.place(markup.offsets.span(other.span))) for other in finding.related
    ]
    return Diagnostic(
        path=source.path,
        span=span,
        place=source.place(span),
        rule=finding.rule,
        category=active.category,
        severity=severity,
        message=finding.message,
        text=flagged,
        related=tuple(related),
        fix=source_fix(finding.fix, document, markup, source) if finding.fix else None,
        url=active.url,
        fingerprint=fingerprint(finding, document.text, flagged),
        confidence=finding.confidence,
    )


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


def make_ignore_diagnostic(problem: IgnoreProblem, active: ActiveRule, source: Source) -> Diagnostic:
    """
    Return a diagnostic about an ignore; ``active`` is the rule that reports ignores.

    An ignore that is merely unused gets a fix that deletes it, and its line if nothing else is on the line.
    """
    start, end = problem.span.start, problem.span.end
    text = source.text[start:end]
    name = active.registered.name
    return Diagnostic(
        path=source.path,
        span=problem.span,
        place=source.place(problem.span),
        rule=name,
        category=active.registered.category,
        severity=active.severity,
        message=problem.message,
        text=text,
        fix=_deletion(problem.span, source) if problem.removable else None,
        fingerprint=fingerprint(Finding(name, Span(0, len(text)), problem.message), text, text),
    )


def _deletion(span: Span, source: Source) -> SourceFix:
    """A fix that deletes a span of the source, with its line if the rest of the line is empty."""
    line_start = source.text.rfind("\n", 0, span.start) + 1
    line_end = source.text.find("\n", span.end) + 1 or len(source.text)
    rest = source.text[line_start : span.start] + source.text[span.end : line_end]
    deleted = span if rest.strip() else Span(line_start, line_end)
    return SourceFix(Safety.SAFE, (SourceEdit(source.place(deleted), deleted, ""),))
