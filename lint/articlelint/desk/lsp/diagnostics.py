"""Diagnostics of the engine as diagnostics of the protocol."""

from __future__ import annotations

from lsprotocol import types

from articlelint.desk.lsp.positions import Positions
from articlelint.model import Diagnostic, Severity, Span
from articlelint.report.escape import one_line
from articlelint.report.wording import sureness
from articlelint.source import Source

SOURCE = "articlelint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def make_diagnostic(d: Diagnostic, uri: str, source: Source, positions: Positions) -> types.Diagnostic:
    """A diagnostic of the protocol; ``data`` has the fingerprint, by which an action finds it again."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(
                uri,
                positions.range(Span(source.offset(other.place.start), source.offset(other.place.end))),
            ),
            one_line(other.message),
        )
        for other in d.related
    ]
    return types.Diagnostic(
        range=positions.range(d.span),
        message=one_line(d.message) + sureness(d.confidence),
        severity=_SEVERITIES[d.severity],
        code=d.rule,
        code_description=types.CodeDescription(d.url) if d.url else None,
        source=SOURCE,
        related_information=related or None,
        data={"fingerprint": d.fingerprint},
    )


def make_error(message: str) -> types.Diagnostic:
    """What could not be checked, at the beginning of the document, which would look clean without it."""
    start = types.Position(0, 0)
    return types.Diagnostic(
        types.Range(start, start), one_line(message), severity=types.DiagnosticSeverity.Error, source=SOURCE
    )


def counts(diagnostics: list[Diagnostic]) -> str:
    """How many findings there are of each severity, in words: ``2 errors, 1 warning``."""
    words: list[str] = []
    for severity in Severity:
        number = sum(d.severity is severity for d in diagnostics)
        if number:
            words.append(f"{number} {severity.value}{'' if number == 1 else 's'}")
    return ", ".join(words) or "no findings"
