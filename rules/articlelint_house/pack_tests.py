"""Tests style packs: their review, their examples, and texts on which bad patterns take for ever."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articlelint import (
    Check,
    Clean,
    Document,
    Fault,
    FileRule,
    Finding,
    Flagged,
    House,
    RuleSet,
    Safety,
    Span,
)
from articlelint.commands import FileRules, TimeLimit, TooSlowError, apply_edits
from articlelint.testing import document, document_span, marked

SECONDS = 2.0
"""The time limit for one rule on one short text."""
_RUN = 60
"""Repetitions in a probe: enough for exponential time to be endless, and for cubic time to be short."""
_PHRASES = (
    *("word ", "Word ", "a ", "A ", "ab", "Ab ", "A. ", "a.", "a, ", "a-"),
    *("1 ", "1,", "1.1", "-", ". ", "'a' ", "“a” "),
)


def faults(
    rules: FileRules, names: frozenset[str], house: House, together: Iterable[frozenset[str]]
) -> list[Fault]:
    """
    The mistakes in the named rules, sorted by file and line.

    ``house`` holds the decisions that the examples are checked with. ``together`` are the sets of rules that
    run together, one set for each choice of rules in the configuration.
    """
    choices = tuple(together)
    found = [fault for rule_set in rules.sets for fault in _Tester(rule_set, names, house, choices).run()]
    return sorted(dict.fromkeys(found), key=lambda fault: (*_place(fault.at), fault.rule, fault.message))


def _place(at: str) -> tuple[str, int]:
    file, _, line = at.rpartition(":")
    return (file, int(line)) if line.isdecimal() else (at, 0)


@dataclass(slots=True)
class _Tester:
    """Tests some rules of one rule set."""

    rule_set: RuleSet
    names: frozenset[str]
    house: House
    together: tuple[frozenset[str], ...]

    def run(self) -> Iterator[Fault]:
        rules = {name: rule for name, rule in self.rule_set.rules.items() if name in self.names}
        for names in dict.fromkeys(choice.intersection(self.rule_set.rules) for choice in self.together):
            yield from (fault for fault in self.rule_set.review(names) if fault.rule in rules)
        able = {name: rule for name, rule in rules.items() if not rule.unsupported}
        steady = set(able)
        for name, rule in able.items():
            for example in rule.examples:
                message = self._failure(rule, example)
                if message:
                    yield Fault(rule.at, name, message)
                    steady -= {name}
        # A rule with a failing example is not probed; the cause may be the same.
        for name, what in self._runaways(frozenset(steady)):
            yield Fault(able[name].at, name, what)

    def _failure(self, rule: FileRule, example: Flagged | Clean) -> str:
        """Why an example fails, in one line, or ""."""
        text = example.text
        spans: list[Span] = []
        if isinstance(example, Flagged):
            try:
                text, spans = marked(example.text)
            except AssertionError as error:
                return str(error)
            if not spans:
                return f"no [[ ]] in an example to be reported: {_shown(text)}"
        doc = document(text, suffix=example.suffix, house=self.house)
        found: list[Finding] = []
        for check in self.rule_set.checks(frozenset({rule.name})):
            problem = _problem(check, doc, found)
            if problem:
                return f"the example {_shown(text)} could not be run: {problem}"
        reported = sorted(finding.span for finding in found)
        if example.suffix == ".txt":
            wanted = sorted(document_span(text, span) for span in spans)
            same, expected = reported == wanted, [doc.slice(span) for span in wanted]
        else:
            # Markup moves the words, so only the words are compared, not their places.
            expected = sorted(text[span.start : span.end] for span in spans)
            same = sorted(doc.slice(span) for span in reported) == expected
        if not same:
            shown = _words(doc.slice(span) for span in reported)
            return f"in {_shown(text)} it should report {_words(expected)}, and reports {shown}"
        return _fix_failure(example, doc, found)

    def _runaways(self, names: frozenset[str]) -> Iterator[tuple[str, str]]:
        """The rules that fail or take too long on texts that are hard for patterns."""
        probe = document("\n\n".join(_probes()), house=self.house)
        for check in self.rule_set.checks(names):
            problem = _problem(check, probe) or self._own_problem(check)
            if not problem:
                continue
            if len(check.names) == 1:
                yield min(check.names), _runaway(problem)
                continue
            for name in sorted(check.names):
                for alone in self.rule_set.checks(frozenset({name})):
                    problem = _problem(alone, probe)
                    if problem:
                        yield name, _runaway(problem)

    def _own_problem(self, check: Check) -> str:
        """Run a check of one rule on repetitions of the words of its examples; why it fails, or ""."""
        if len(check.names) > 1:
            return ""
        rule = self.rule_set.rules[min(check.names)]
        words = dict.fromkeys(word for e in rule.examples for word in _bare(e.text).split())
        repeated = [(word + gap) * _RUN for word in words for gap in (" ", "")]
        return _problem(check, document("\n\n".join(repeated), house=self.house)) if repeated else ""


def _probes() -> Iterator[str]:
    for letter in string.ascii_letters + string.digits:
        yield letter * _RUN
    for phrase in _PHRASES:
        yield phrase * _RUN


def _problem(check: Check, doc: Document, found: list[Finding] | None = None) -> str:
    """Run a check within the time limit: why it fails, or "". Its findings are added to ``found``."""
    try:
        with TimeLimit(SECONDS):
            findings = list(check.run(doc))
    except (Exception, TooSlowError) as error:  # noqa: BLE001 - a pattern is anybody's
        return " ".join(str(error).split()) or type(error).__name__
    if found is not None:
        found += findings
    return ""


def _runaway(problem: str) -> str:
    return f"does not get through a text of repeated letters and words: {problem}"


def _fix_failure(example: Flagged | Clean, doc: Document, found: list[Finding]) -> str:
    if not isinstance(example, Flagged) or example.fixed is None:
        return ""
    fixes = [f.fix for f in found if f.fix is not None and f.fix.safety is not Safety.SHOWN]
    fixed = apply_edits(doc.text, fixes)
    return "" if fixed == example.fixed else f"it should write {_shown(example.fixed)}, not {_shown(fixed)}"


def _bare(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")


def _shown(text: str) -> str:
    return f"“{' '.join(text.split())}”"


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"
