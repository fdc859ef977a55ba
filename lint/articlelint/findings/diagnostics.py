"""Findings to diagnostics: from prose offsets to the file as the writer sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.findings.fingerprint import fingerprint
from articlelint.model import (
    Diagnostic,
    Edit,
    Finding,
    Fix,
    PlacedEdit,
    PlacedFix,
    RelatedPlace,
    Safety,
    Span,
)

if TYPE_CHECKING:
    from articlelint.config.selection import ActiveFileRule, ActiveRule
    from articlelint.document import Document
    from articlelint.findings.ignores import Complaint
    from articlelint.markup.base import Markup
    from articlelint.source import Source


def place(
    finding: Finding,
    active: ActiveRule | ActiveFileRule,
    document: Document,
    markup: Markup,
    source: Source,
) -> Diagnostic:
    """A finding in the file as the writer sees it."""
    span = markup.offsets.span(finding.span)
    return Diagnostic(
        path=source.path,
        span=span,
        place=source.place(span),
        rule=finding.rule,
        category=active.category,
        severity=active.severity,
        message=finding.message,
        text=markup.text[finding.span.start : finding.span.end],
        related=tuple(
            RelatedPlace(r.note, source.place(markup.offsets.span(r.span))) for r in finding.related
        ),
        fix=_place_fix(finding.fix, document, markup, source) if finding.fix else None,
        url=active.url,
        fingerprint=fingerprint(finding, document.text),
    )


def _place_fix(fix: Fix, document: Document, markup: Markup, source: Source) -> PlacedFix:
    """
    The fix in source coordinates.

    It is only shown where there is markup inside what it replaces, or somebody else's words.
    """
    edits: list[PlacedEdit] = []
    safety = fix.safety
    for edit in fix.edits:
        span = markup.offsets.span(edit.span)
        if not _applicable(edit.span, span, markup, source) or _rewords_quote(edit, document):
            safety = Safety.SHOWN
        edits.append(PlacedEdit(source.place(span), span, edit.text))
    return PlacedFix(safety, tuple(edits))


def _rewords_quote(edit: Edit, document: Document) -> bool:
    """Whether an edit changes words between quotation marks. The marks themselves are the writer's."""
    start, end = edit.span.start, edit.span.end
    # An insertion at the very edge of a quotation is outside it.
    sides = [Span(start - 1, start), Span(start, start + 1)] if start == end else [edit.span]
    if not all(document.in_quote(side) for side in sides):
        return False
    return any(c.isalnum() or c.isspace() for c in document.slice(edit.span) + edit.text)


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


def place_complaint(complaint: Complaint, active: ActiveRule, source: Source) -> Diagnostic:
    """A diagnostic about an ignore; one that is merely unused may be deleted, with its line if it has one."""
    start, end = complaint.span.start, complaint.span.end
    fix: PlacedFix | None = None
    if complaint.removable:
        first = source.text.rfind("\n", 0, start) + 1
        last = source.text.find("\n", end) + 1 or len(source.text)
        alone = not (source.text[first:start] + source.text[end:last]).strip()
        gone = Span(first, last) if alone else complaint.span
        fix = PlacedFix(Safety.SAFE, (PlacedEdit(source.place(gone), gone, ""),))
    text = source.text[start:end]
    name = active.registered.name
    return Diagnostic(
        path=source.path,
        span=complaint.span,
        place=source.place(complaint.span),
        rule=name,
        category=active.registered.category,
        severity=active.severity,
        message=complaint.message,
        text=text,
        fix=fix,
        fingerprint=fingerprint(Finding(name, Span(0, len(text)), complaint.message), text),
    )
