"""Runs rules over a document. A rule that fails is reported, and the other rules go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

from articlelint.config.selection import ActiveRule
from articlelint.document import Document
from articlelint.errors import InstallationError
from articlelint.model import Finding
from articlelint.plugins.checking import described
from articlelint.plugins.checking_findings import finding_fault
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.rule_sets import Check
from articlelint.plugins.time_limit import TimeLimit, allowance


class _Task(NamedTuple):
    """A function that looks for findings, the rules that it may report, and how an error names them."""

    run: Callable[[Document], Iterable[Finding]]
    names: frozenset[str]
    who: str
    needs_message: bool


def run_rules(document: Document, rules: Iterable[ActiveRule]) -> tuple[list[Finding], list[str]]:
    """
    Run the rules. Returns their findings, and one error for each rule that failed.

    A rule fails if it raises, takes too long, changes the current folder, or reports something that is no
    finding of its own in the text.
    """
    return _run_all(document, (_rule_task(active) for active in rules))


def run_checks(document: Document, checks: Iterable[Check]) -> tuple[list[Finding], list[str]]:
    """Run the checks of rules from files. Returns their findings, and one error for each that failed."""
    return _run_all(document, (_check_task(check) for check in checks))


def _rule_task(active: ActiveRule) -> _Task:
    name = active.registered.name
    who = f"internal error: rule '{name}' of {active.registered.plugin}"
    return _Task(active.rule.check, frozenset({name}), who, needs_message=True)


def _check_task(check: Check) -> _Task:
    who = f"rule '{min(check.names)}'"
    if len(check.names) > 1:
        who += f" or one of {len(check.names) - 1} run with it"
    return _Task(check.run, check.names, who, needs_message=False)


def _run_all(document: Document, tasks: Iterator[_Task]) -> tuple[list[Finding], list[str]]:
    findings: list[Finding] = []
    errors: list[str] = []
    with TimeLimit(allowance(len(document.text))) as limit:
        for task in tasks:
            limit.restart()
            try:
                findings += call(_found, task, document, passed=(InstallationError,))
            except FailedError as error:
                errors.append(f"{document.path}: {task.who} failed: {error}")
    return findings, errors


def _found(task: _Task, document: Document) -> list[Finding]:
    """Return the findings of a task. Raises TypeError for what cannot be used."""
    found = cast("object", task.run(document))
    if not isinstance(found, Iterable) or isinstance(found, str):
        raise TypeError(f"check() must yield self.finding(...), not {described(found)}")
    findings = list(cast("Iterable[Finding]", found))
    for finding in findings:
        fault = finding_fault(finding, task.names, len(document.text), len(document.source))
        if fault:
            raise TypeError(fault)
        if task.needs_message and not finding.message.strip():
            raise TypeError("it reported a finding without a message")
    return findings
