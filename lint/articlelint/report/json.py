"""The ``json`` format: a list of objects, described by docs/schema/findings.schema.json."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from articlelint.model import Diagnostic, Location, Place, SourceFix
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import one_line, write_json_list


def as_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as a JSON object."""
    return {
        "rule": diagnostic.rule,
        "category": diagnostic.category,
        "severity": diagnostic.severity.value,
        "confidence": None if diagnostic.confidence is None else round(diagnostic.confidence, 4),
        "message": one_line(diagnostic.message),
        "path": diagnostic.path,
        **_place(diagnostic.place),
        "text": diagnostic.text,
        "location": as_location(diagnostic.location),
        "related": [
            {"message": one_line(r.message), **_place(r.place), "location": as_location(r.location)}
            for r in diagnostic.related
        ],
        "fix": _fix(diagnostic.fix),
        "url": diagnostic.url,
    }


def _place(place: Place) -> dict[str, int]:
    return {
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }


def as_location(location: Location | None) -> dict[str, Any] | None:
    """Return a location as a JSON object; None if line and column say it all."""
    if location is None:
        return None
    return {
        "kind": location.kind.value,
        "at": location.at,
        "line": location.line,
        "character": location.character,
        "article": location.article or None,
        "words": one_line(str(location)),
    }


def _fix(fix: SourceFix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {
        "safety": fix.safety.value,
        "edits": [{**_place(edit.place), "text": edit.text} for edit in fix.edits],
    }


class JsonReporter:
    """Writes one JSON list with one object a line."""

    name = "json"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the list."""
        del terminal
        write_json_list((as_dict(d) for result in results for d in result.diagnostics), write)
