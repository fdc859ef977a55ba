"""Makes diagnostics: findings with their places in the file, mapped there from offsets into the prose."""

from __future__ import annotations

from collections.abc import Sequence

from articlelint.config.selection import ActiveFileRule, ActiveRule
from articlelint.document import Document
from articlelint.findings.fingerprint import fingerprint
from articlelint.findings.ignores import IgnoreProblem
from articlelint.markup.base import Markup
from articlelint.markup.front_matter_blocks import front_matter_prose
from articlelint.model import (
    Diagnostic,
    Edit,
    Finding,
    Fix,
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
    span = markup.offsets.span(finding.span)
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
        text=markup.text[finding.span.start : finding.span.end],
        related=tuple(related),
        fix=_source_fix(finding.fix, document, markup, source) if finding.fix else None,
        url=active.url,
        fingerprint=fingerprint(finding, document.text),
        confidence=finding.confidence,
    )


def _source_fix(fix: Fix, document: Document, markup: Markup, source: Source) -> SourceFix:
    """
    Return the fix as edits of the source.

    It is only shown, and never applied, if it would replace markup or reword a quotation, or if the front
    matter would not say what it should.
    """
    edits: list[SourceEdit] = []
    safety = fix.safety
    for edit in fix.edits:
        span = markup.offsets.span(edit.span)
        if not _is_all_prose(edit.span, markup, source) or _rewords_quote(edit, document):
            safety = Safety.SHOWN
        edits.append(SourceEdit(source.place(span), span, edit.text))
    if not _keeps_front_matter(fix, edits, markup, source):
        safety = Safety.SHOWN
    return SourceFix(safety, tuple(edits))


def _keeps_front_matter(fix: Fix, edits: Sequence[SourceEdit], markup: Markup, source: Source) -> bool:
    """Whether the front matter, read again after a fix, says what the fix is meant to make of it."""
    front = markup.front_matter
    if front is None or all(edit.span.start >= front.end for edit in edits):
        return True
    blocks = [b.span.end for b in markup.blocks if markup.offsets.start(b.span.start) < front.end]
    prose = markup.text[: blocks[-1]] if blocks else ""
    meant = _edited(prose, [(e.span, e.text) for e in fix.edits if e.span.start <= len(prose)])
    after = _edited(source.text, [(edit.span, edit.text) for edit in edits])
    return front_matter_prose(after, markup.front_matter_kinds) == meant


def _edited(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


def _rewords_quote(edit: Edit, document: Document) -> bool:
    """Whether an edit changes words between quotation marks. Changing the marks alone does not count."""
    start, end = edit.span.start, edit.span.end
    # An insertion at the very edge of a quotation is outside it.
    sides = [Span(start - 1, start), Span(start, start + 1)] if start == end else [edit.span]
    if not all(document.in_quote(side) for side in sides):
        return False
    return any(c.isalnum() or c.isspace() for c in document.slice(edit.span) + edit.text)


def _is_all_prose(span: Span, markup: Markup, source: Source) -> bool:
    """Whether the source of a prose span holds nothing but that prose, and white space between blocks."""
    if not markup.offsets.contiguous(span):
        return False
    gap = markup.text.find("\n\n", span.start, span.end)
    while gap >= 0:
        between = source.text[markup.offsets.end(gap) : markup.offsets.start(gap + 2)]
        if between.strip():
            return False
        gap = markup.text.find("\n\n", gap + 1, span.end)
    return True


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
        fingerprint=fingerprint(Finding(name, Span(0, len(text)), problem.message), text),
    )


def _deletion(span: Span, source: Source) -> SourceFix:
    """A fix that deletes a span of the source, with its line if the rest of the line is empty."""
    line_start = source.text.rfind("\n", 0, span.start) + 1
    line_end = source.text.find("\n", span.end) + 1 or len(source.text)
    rest = source.text[line_start : span.start] + source.text[span.end : line_end]
    deleted = span if rest.strip() else Span(line_start, line_end)
    return SourceFix(Safety.SAFE, (SourceEdit(source.place(deleted), deleted, ""),))
