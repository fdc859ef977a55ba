"""The ``json`` format: a list of objects; docs/schema/findings.schema.json describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from articlelint.report.escape import one_line, write_json_list

if TYPE_CHECKING:
    from articlelint.model import Diagnostic, Place, SourceFix
    from articlelint.report.base import FileResult, Terminal


def as_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic with the keys that every machine-readable format carries."""
    return {
        "rule": diagnostic.rule,
        "category": diagnostic.category,
        "severity": diagnostic.severity.value,
        "message": one_line(diagnostic.message),
        "path": diagnostic.path,
        **_place(diagnostic.place),
        "text": diagnostic.text,
        "related": [{"message": one_line(r.message), **_place(r.place)} for r in diagnostic.related],
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


def _fix(fix: SourceFix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {
        "safety": fix.safety.value,
        "edits": [{**_place(edit.place), "text": edit.text} for edit in fix.edits],
    }


class JsonReporter:
    """One JSON list, an object a line, so that it streams and still diffs well."""

    name = "json"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the list."""
        del terminal
        write_json_list((as_dict(d) for result in results for d in result.diagnostics), write)
