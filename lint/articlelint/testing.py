"""
Checks a rule against its examples, for plugin authors and for the built-in rules.

    import pytest
    from articlelint.testing import check_example, examples_of

    @pytest.mark.parametrize("example", examples_of(MyRule))
    def test_my_rule(example):
        check_example(MyRule, example)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from articlelint.archived import ENOUGH, OFTEN, SHARE, Archive, ArchivedForm, by_frequency
from articlelint.config.options import build_options
from articlelint.document import Document, House, SourceMap
from articlelint.findings.fixes import apply_edits
from articlelint.markup import SUFFIXES, parser_for
from articlelint.markup.base import articles_of
from articlelint.model import Finding, Safety, Span
from articlelint.plugins.checking import is_probability
from articlelint.plugins.loading import load, load_archive_kinds
from articlelint.rule import Clean, Flagged, Rule
from articlelint.source import Source

__all__ = ["ArchiveOfTexts", "check_example", "document", "document_span", "examples_of", "find", "marked"]

_MARK = re.compile(r"\[\[|\]\]")


def examples_of(rule: type[Rule[Any]]) -> tuple[Flagged | Clean, ...]:
    """Return the examples of a rule. Raises AssertionError if it lacks examples of one kind."""
    for kind in (Flagged, Clean):
        assert any(isinstance(example, kind) for example in rule.examples), (
            f"{rule.meta.name} has no {kind.__name__} example"
        )
    return rule.examples


def document(
    text: str, *, suffix: str = ".txt", house: House | None = None, archive: Archive | None = None
) -> Document:
    """Return a document made from a string, as if read from a file with this suffix: its first article."""
    # Plugins are loaded only where one of them must have the parser.
    parser = parser_for(suffix) if suffix.lower() in SUFFIXES else load().parser(suffix)
    path = f"example{suffix}"
    article = articles_of(parser, Source(path, text))[0]
    markup = article.markup
    source_map = SourceMap(
        article.text, markup.offsets, markup.styles, article.metadata, quotations=markup.quotations
    )
    return Document(
        markup.text, markup.blocks, path=path, house=house, source_map=source_map, archive=archive
    )


class ArchiveOfTexts(Archive):
    """
    An archive for tests and examples: texts, and how many articles have each.

    It has the forms that the kinds of all plugins find in them, without those in quotations, and no dates.
    """

    def __init__(self, texts: Mapping[str, int]) -> None:
        counts: dict[tuple[str, str], Counter[str]] = {}
        self._kinds = {name: kind for name, (_, kind) in load_archive_kinds().items()}
        for text, articles in texts.items():
            article = document(text)
            found = {
                (name, written.key, written.form)
                for name, kind in self._kinds.items()
                for written in kind.find(article)
                if not article.may_be_quoted(written.span)
            }
            for name, key, form in found:
                counts.setdefault((name, key), Counter())[form] += articles
        self._forms = {
            (name, key): [_form(key, form, forms) for form in forms] for (name, key), forms in counts.items()
        }

    def forms(self, kind: str, key: str) -> tuple[ArchivedForm, ...]:
        """Return all forms of a key of a kind, the most frequent first."""
        return by_frequency(self._forms.get((kind, key), ()))

    def near(self, kind: str, marks: Iterable[str]) -> tuple[ArchivedForm, ...]:
        """Return the forms of a kind that have one of these marks, the most frequent first."""
        wanted = set(marks)
        marked_by = self._kinds[kind].marks if kind in self._kinds else None
        if marked_by is None:
            return ()
        found = [form for (name, _), forms in self._forms.items() if name == kind for form in forms]
        often = (form for form in found if form.articles >= OFTEN)
        return by_frequency(form for form in often if not wanted.isdisjoint(marked_by(form.key, form.form)))


def _form(key: str, form: str, forms: Counter[str]) -> ArchivedForm:
    articles, total = forms[form], forms.total()
    return ArchivedForm(key, form, articles, "", total >= ENOUGH and articles >= SHARE * total)


def marked(text: str) -> tuple[str, list[Span]]:
    """Return a text without its ``[[ ]]`` marks, and the marked spans. Marks may nest."""
    plain: list[str] = []
    spans: list[Span] = []
    opened: list[int] = []
    at = last = 0
    for mark in _MARK.finditer(text):
        plain.append(text[last : mark.start()])
        at += mark.start() - last
        last = mark.end()
        if mark.group() == "[[":
            opened.append(at)
        else:
            assert opened, f"a ]] without its [[ in {text!r}"
            spans.append(Span(opened.pop(), at))
    assert not opened, f"a [[ without its ]] in {text!r}"
    plain.append(text[last:])
    return "".join(plain), sorted(spans)


def find(  # noqa: PLR0913 - the fields of an example
    rule: type[Rule[Any]],
    text: str,
    *,
    options: dict[str, Any] | None = None,
    suffix: str = ".txt",
    house: House | None = None,
    archive: Mapping[str, int] = MappingProxyType({}),
) -> list[Finding]:
    """
    Return what a rule reports in a string, in reading order. Spans count in the prose.

    ``archive`` is what the house's archive is made of: texts, and how many articles have each; without any,
    there is no archive. Findings with a confidence below ``Meta.warning_from`` are left out, as they are in a
    report.
    """
    instance = rule(build_options(rule, options or {}))
    known = ArchiveOfTexts(archive) if archive else None
    found = instance.check(document(text, suffix=suffix, house=house, archive=known))
    reported = [f for f in found if rule.meta.severity_at(f.confidence) is not None]
    return sorted(reported, key=lambda f: f.span)


def check_example(rule: type[Rule[Any]], example: Flagged | Clean) -> None:
    """
    Check one example: the spans, the fixed text, and that the fixed text has nothing left to fix.

    The confidences must be numbers from 0 to 1, and the severities that of the example, if it has one. Raises
    AssertionError with the expected and the found words. The marked words of an example in markup must
    have no markup inside.
    """
    options = dict(example.options)
    text, expected = marked(example.text) if isinstance(example, Flagged) else (example.text, [])
    findings = find(rule, text, options=options, suffix=example.suffix, archive=example.archive)
    prose = document(text, suffix=example.suffix).text
    shown = [prose[f.span.start : f.span.end] for f in findings]
    if example.suffix == ".txt":
        wanted = [document_span(text, span) for span in expected]
        assert [f.span for f in findings] == wanted, (
            f"{rule.meta.name} on {text!r}: "
            f"expected {[prose[s.start : s.end] for s in wanted]}, found {shown}"
        )
    else:
        words = [text[s.start : s.end] for s in expected]
        assert shown == words, f"{rule.meta.name} on {text!r}: expected {words}, found {shown}"
    _check_confidence(rule, example, prose, findings)
    if isinstance(example, Flagged):
        assert expected, f"{rule.meta.name}: a Flagged example without [[ ]]: {text!r}"
        _check_fixed(rule, example, prose, findings)


def _check_confidence(
    rule: type[Rule[Any]], example: Flagged | Clean, prose: str, findings: list[Finding]
) -> None:
    wanted = example.severity if isinstance(example, Flagged) else None
    for finding in findings:
        confidence = finding.confidence
        words = prose[finding.span.start : finding.span.end]
        assert confidence is None or is_probability(confidence), (
            f"{rule.meta.name}: the confidence of {words!r} must be a number from 0 to 1, not {confidence!r}"
        )
        severity = rule.meta.severity_at(confidence)
        assert wanted in {None, severity}, (
            f"{rule.meta.name}: {words!r} is expected as {wanted}, "
            f"but is reported as {severity} (confidence {confidence})"
        )


def document_span(text: str, span: Span) -> Span:
    """Return the span in the prose of a span of a plain text."""
    offsets = articles_of(parser_for(".txt"), Source("example.txt", text))[0].markup.offsets
    start = offsets.prose_at(span.start)
    return Span(start, offsets.prose_at(span.end - 1) + 1 if span.end > span.start else start)


def _check_fixed(rule: type[Rule[Any]], example: Flagged, prose: str, findings: list[Finding]) -> None:
    fixes = [f.fix for f in findings if f.fix is not None and f.fix.safety is not Safety.SHOWN]
    if example.fixed is None:
        return
    assert fixes, f"{rule.meta.name}: the example has a fixed text, the findings have no fix"
    fixed = apply_edits(prose, fixes)
    assert fixed == example.fixed, f"{rule.meta.name}: expected {example.fixed!r}, fixed to {fixed!r}"
    again = find(rule, fixed, options=dict(example.options), archive=example.archive)
    left = [f for f in again if f.fix is not None]
    assert not left, f"{rule.meta.name}: the fixed text still has {left}"
