"""``articlelint rules``: a list of all rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from articlelint.cli.options import config_options
from articlelint.cli.output import echo
from articlelint.cli.setup import current_file_rules
from articlelint.plugins.loading import load
from articlelint.plugins.precision import Precision, measured
from articlelint.plugins.registry import RegisteredRule
from articlelint.plugins.rule_sets import FileRule
from articlelint.report.escape import to_json


@click.command("rules")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@config_options
def command(output_format: str, **config: Any) -> int:
    """
    List the rules, by category, with the highest severity that a finding of each can have.

    Where people have judged a sample of a rule's findings on published articles, the list says how many of
    them were right, and how many were a matter of style.
    """
    registry = load()
    precision = measured(registry.rules.values())
    of_files = current_file_rules(registry, **config)
    if output_format == "json":
        rows = [
            {
                "name": r.name,
                "category": r.category,
                "summary": r.meta.summary,
                "severity": r.meta.highest_severity.value,
                "warning_from": r.meta.warning_from,
                "error_from": r.meta.error_from,
                "default": r.meta.default,
                "since": r.meta.since,
                "plugin": r.plugin.name,
                "precision": precision[r.name]._asdict() if r.name in precision else None,
            }
            for r in registry.rules.values()
        ]
        rows += [
            {
                "name": rule.name,
                "category": rule.category,
                "summary": rule.summary,
                "severity": rule.severity.value,
                "default": rule.default,
                "since": "",
                "plugin": "",
                "at": rule.at,
                "unsupported": rule.unsupported,
            }
            for rule in of_files.values()
        ]
        click.echo(to_json(rows, indent=2))
        return 0
    width = max(len(name) for name in registry.rules)
    for category in registry.categories:
        click.secho(category, bold=True)
        for r in registry.rules.values():
            if r.category == category:
                note = _note(r, precision.get(r.name))
                severity = r.meta.highest_severity.value
                echo(f"  {r.name:<{width}}  {severity:<7}  {r.meta.summary}{note}")
    _print_of_files(of_files.values())
    return 0


def _note(registered: RegisteredRule, precision: Precision | None) -> str:
    """Return what the list says after the summary of a rule, in brackets."""
    notes = [] if registered.meta.default else ["off unless selected"]
    plugin = registered.plugin.name
    notes += [f"from {plugin}"] if plugin not in {"builtin", "articlelint"} else []
    notes += [str(precision)] if precision else []
    return f"  ({'; '.join(notes)})" if notes else ""


def _print_of_files(rules: Iterable[FileRule]) -> None:
    """Print the rules from files, by file."""
    group = ""
    for rule in rules:
        if rule.group != group:
            group = rule.group
            click.secho(group, bold=True)
        notes = [] if rule.default else ["off unless selected"]
        notes += ["cannot run"] if rule.unsupported else []
        note = f"  ({', '.join(notes)})" if notes else ""
        echo(f"  {rule.name:<32}  {rule.severity.value:<7}  {rule.summary}{note}")
