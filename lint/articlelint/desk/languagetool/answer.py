"""Answers of ``/v2/check``: diagnostics as LanguageTool's matches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint._version import __version__
from articlelint.desk.checking import Checked
from articlelint.desk.languagetool.annotated_text import AnnotatedText
from articlelint.desk.languagetool.languages import named
from articlelint.desk.languagetool.request import CheckRequest
from articlelint.desk.utf16 import Utf16
from articlelint.model import Diagnostic, Safety, Span
from articlelint.report.base import RuleInfo
from articlelint.report.escape import one_line

CONTEXT = 40
"""Characters on each side of a match that its context has."""
WIDEST = 80
"""Characters that a match may have more than the finding, so that its replacement covers the whole fix."""
SOFTWARE = {
    "name": "articlelint",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "status": "",
}


class Kind(NamedTuple):
    """
    What a category of ours is for these clients.

    They choose a colour by ``category`` and by ``issue_type``, which is one of the types of the
    Internationalization Tag Set 2.0; some show no finding whose type they do not know.
    """

    category: str
    name: str
    issue_type: str


_KINDS = {
    "spelling": Kind("TYPOS", "Spelling", "misspelling"),
    "capitals": Kind("CASING", "Capitals", "typographical"),
    "fragments": Kind("GRAMMAR", "Sentences", "grammar"),
    "quotes": Kind("PUNCTUATION", "Quotations", "grammar"),
    "typography": Kind("TYPOGRAPHY", "Typography", "typographical"),
    "numbers": Kind("TYPOGRAPHY", "Numbers", "typographical"),
    "facts": Kind("SEMANTICS", "Facts", "inconsistency"),
    "readability": Kind("STYLE", "Readability", "style"),
}
_OTHER = "other"


def kind_of(category: str) -> Kind:
    """What a category is for the clients; those of plugins and style packs keep their names."""
    return _KINDS.get(category) or Kind(category.upper(), category.capitalize(), _OTHER)


def answer(request: CheckRequest, checked: Checked, rules: Mapping[str, RuleInfo], *, compact: bool) -> Any:
    """The answer to a request, ready for JSON. With ``compact``, it leaves out what can be left out."""
    matches = _Matches(request.text, rules)
    result: dict[str, Any] = {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": bool(checked.errors)},
        "language": _language(request),
        "matches": [
            matches.match(d, sentence)
            for d, sentence in zip(checked.diagnostics, checked.sentences, strict=True)
            if request.text_level and len(d.span) and request.wants(d, kind_of(d.category).category)
        ],
        "sentenceRanges": [],
    }
    if checked.errors:
        result["warnings"]["incompleteResultsReason"] = one_line(checked.errors[0])
    if compact:
        del result["software"]
        for match in result["matches"]:
            del match["context"], match["sentence"]
    return result


def _language(request: CheckRequest) -> dict[str, Any]:
    language = named(request.language)
    detected = {"name": language.name, "code": language.code, "confidence": 1.0, "source": "articlelint"}
    return {"name": language.name, "code": language.code, "detectedLanguage": detected}


class _Matches:
    """Makes matches of the diagnostics of one text."""

    def __init__(self, text: AnnotatedText, rules: Mapping[str, RuleInfo]) -> None:
        self._text = text
        self._rules = rules
        self._units = Utf16(text.original)

    def match(self, d: Diagnostic, sentence: Span) -> dict[str, Any]:
        """The match of a diagnostic; ``sentence`` is the span of its sentence in the checked text."""
        text = self._text
        span, replacements = _replaced(d, text.text)
        original = text.original_span(span)
        in_units = self._units.span(original)
        return {
            "message": one_line(d.message),
            "shortMessage": self._summary(d),
            "replacements": [{"value": value} for value in replacements],
            "offset": in_units.start,
            "length": len(in_units),
            "context": _context(text.original, original),
            "sentence": text.text[sentence.start : sentence.end].strip(),
            "type": {"typeName": "Other"},
            "rule": self._rule(d),
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": -1,
        }

    def _summary(self, d: Diagnostic) -> str:
        """What the rule is about, as the heading of a message."""
        rule = self._rules.get(d.rule)
        return rule.summary[:1].upper() + rule.summary[1:] if rule else ""

    def _rule(self, d: Diagnostic) -> dict[str, Any]:
        kind = kind_of(d.category)
        rule: dict[str, Any] = {
            "id": d.rule,
            "description": self._summary(d) or d.rule,
            "issueType": kind.issue_type,
            "category": {"id": kind.category, "name": kind.name},
            "isPremium": False,
        }
        if d.url:
            rule["urls"] = [{"value": d.url}]
        return rule


def _replaced(d: Diagnostic, text: str) -> tuple[Span, list[str]]:
    """
    What a client is to mark, and what it may put there instead.

    A client replaces what it marks, so this is the finding with the places of its fix, if they are near. A
    fix that is only shown, or that has places far apart, gives no replacement.
    """
    if d.fix is None or d.fix.safety is Safety.SHOWN:
        return d.span, []
    edits = sorted(d.fix.edits, key=lambda edit: edit.span)
    wide = Span(min(d.span.start, edits[0].span.start), max(d.span.end, edits[-1].span.end))
    if len(wide) > len(d.span) + WIDEST:
        return d.span, []
    parts: list[str] = []
    at = wide.start
    for edit in edits:
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(text[at : wide.end])
    return wide, ["".join(parts)]


def _context(text: str, span: Span) -> dict[str, Any]:
    """The words around a match, on one line, with dots where they are cut."""
    start, end = max(span.start - CONTEXT, 0), min(span.end + CONTEXT, len(text))
    before = ("..." if start else "") + text[start : span.start]
    after = text[span.end : end] + ("..." if end < len(text) else "")
    whole = before + text[span.start : span.end] + after
    units = Utf16(whole)
    inner = units.span(Span(len(before), len(whole) - len(after)))
    return {"text": whole.replace("\n", " "), "offset": inner.start, "length": len(inner)}
