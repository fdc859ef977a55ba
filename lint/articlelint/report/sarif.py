"""The ``sarif`` format: SARIF 2.1.0, which GitHub code scanning, Azure DevOps and many editors read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from articlelint._version import __version__
from articlelint.markup.zip_paths import split_member
from articlelint.model import Diagnostic, Location, Place, PlaceKind, Safety, Severity, SourceFix
from articlelint.report.base import FileResult, RuleInfo, Terminal
from articlelint.report.escape import address, one_line, to_json
from articlelint.report.unique_fingerprints import with_unique_fingerprints
from articlelint.report.wording import at, offered_fix, uri, words_at

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "SRCROOT"


class SarifReporter:
    """Writes one run: the results as they arrive, then the rules and the errors."""

    name = "sarif"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the log."""
        run = _Run(terminal.rules)
        write(f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n')
        write('"columnKind": "unicodeCodePoints",\n"results": [')
        separator = "\n"
        for result in results:
            run.failures += [(result.path, error) for error in result.errors]
            for diagnostic, fingerprint in with_unique_fingerprints(result.diagnostics):
                write(separator + to_json(run.result(diagnostic, fingerprint, result.lines)))
                separator = ",\n"
        write("\n]")
        for key, value in run.rest().items():
            write(f',\n"{key}": {to_json(value, indent=1)}')
        write("\n}]\n}\n")


@dataclass(slots=True)
class _Run:
    """What the log says about the run as a whole: its rules and errors."""

    known: Mapping[str, RuleInfo]
    failures: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    _numbers: dict[str, int] = field(default_factory=dict[str, int])
    _rules: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def __post_init__(self) -> None:
        for name in sorted(self.known):
            self._add(name, _described(self.known[name]))

    def _add(self, name: str, rule: dict[str, Any]) -> int:
        self._rules.append(rule)
        return self._numbers.setdefault(name, len(self._rules) - 1)

    def result(self, d: Diagnostic, fingerprint: str, lines: Mapping[int, str]) -> dict[str, Any]:
        """A ``result`` object."""
        number = self._numbers.get(d.rule)
        if number is None:
            # GitHub rejects a log in which a rule is not described.
            number = self._add(
                d.rule, _described(RuleInfo(d.rule, d.category, d.rule, "", d.severity, d.url))
            )
        result: dict[str, Any] = {
            "ruleId": d.rule,
            "ruleIndex": number,
            "level": _LEVELS[d.severity],
            "message": _message(d.message),
            "locations": [
                {
                    "physicalLocation": _location(d.path, d.place, lines),
                    **_logical(d.path, d.place, d.location),
                },
            ],
            "partialFingerprints": {"articlelint/v1": fingerprint},
        }
        if d.confidence is not None:
            result["rank"] = round(100 * d.confidence, 1)
        if d.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "message": _message(r.message),
                    "physicalLocation": _location(d.path, r.place, {}),
                    **_logical(d.path, r.place, r.location),
                }
                for number, r in enumerate(d.related, 1)
            ]
        fix = offered_fix(d)
        if fix is not None:
            result["fixes"] = [_fix(d.path, fix)]
        return result

    def rest(self) -> dict[str, Any]:
        """Return the properties of the run beside its results."""
        return {
            "tool": {"driver": {"name": "articlelint", "version": __version__, "rules": self._rules}},
            "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that articlelint ran in."}}},
            "invocations": [
                {
                    "executionSuccessful": not self.failures,
                    "toolExecutionNotifications": [
                        {
                            "level": "error",
                            "message": _message(error),
                            "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
                        }
                        for path, error in self.failures
                    ],
                }
            ],
        }


# SARIF reads the first as a link into the log, and the second as a placeholder to fill in.
_LINK = re.compile(r"\[([^\[\]]*)\](?=\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def _message(text: str) -> dict[str, str]:
    """Return a ``message`` object with a text in which nothing is a link or a placeholder."""
    text = _LINK.sub(r"\\[\1\\]", one_line(text))
    return {"text": _PLACEHOLDER.sub(r"{{\1}}", text)}


def _described(rule: RuleInfo) -> dict[str, Any]:
    """Return the ``reportingDescriptor`` of a rule."""
    help_text = rule.documentation or rule.summary
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(help_text.partition("\n\n")[0].split())},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category, "tags": [rule.category]},
    }
    if rule.url:
        described["helpUri"] = address(rule.url)
    return described


def _artifact(path: str) -> dict[str, str]:
    """The location of a file; of an article in a zip file, that of the zip file."""
    address = uri(split_member(path)[0])
    return {"uri": address} if ":" in address else {"uri": address, "uriBaseId": _ROOT}


def _location(path: str, place: Place, lines: Mapping[int, str]) -> dict[str, Any]:
    if split_member(path)[1]:
        return {"artifactLocation": _artifact(path)}
    region: dict[str, Any] = _region(place)
    words = words_at(place, lines)
    if words:
        region["snippet"] = {"text": words}
    return {"artifactLocation": _artifact(path), "region": region}


_LOGICAL_KINDS = {PlaceKind.POINTER: "value", PlaceKind.XPATH: "element"}
"""What SARIF calls the parts of JSON and XML documents; other kinds may have any name."""


def _logical(path: str, place: Place, location: Location | None) -> dict[str, Any]:
    """Return the property with the logical location; nothing if there is none."""
    _, member = split_member(path)
    if member:
        decorated = f"{member}, {location}" if location is not None else f"{member}:{at(place)}"
        return {"logicalLocations": [{"fullyQualifiedName": member, "decoratedName": decorated}]}
    if location is None:
        return {}
    logical = {
        "fullyQualifiedName": location.at if location.kind in _LOGICAL_KINDS else str(location),
        "decoratedName": str(location),
        "kind": _LOGICAL_KINDS.get(location.kind, location.kind.value),
    }
    return {"logicalLocations": [logical]}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _fix(path: str, fix: SourceFix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {
            "text": "Fix" if fix.safety is Safety.SAFE else "Suggestion: it may change the meaning"
        },
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }
