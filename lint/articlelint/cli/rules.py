"""``articlelint rules``: a list of all rules."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from articlelint.cli.setup import current_file_rules
from articlelint.plugins.loading import load
from articlelint.plugins.rule_sets import FileRule


@click.command("rules")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
def command(output_format: str) -> int:
    """List the rules, by category."""
    registry = load()
    of_files = current_file_rules(registry)
    if output_format == "json":
        rows = [
            {
                "name": r.name,
                "category": r.category,
                "summary": r.meta.summary,
                "severity": r.meta.severity.value,
                "warning_from": r.meta.warning_from,
                "error_from": r.meta.error_from,
                "default": r.meta.default,
                "since": r.meta.since,
                "plugin": r.plugin.name,
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
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    width = max(len(name) for name in registry.rules)
    for category in registry.categories:
        click.secho(category, bold=True)
        for r in registry.rules.values():
            if r.category == category:
                notes = [] if r.meta.default else ["off unless selected"]
                notes += [f"from {r.plugin.name}"] if r.plugin.name not in {"builtin", "articlelint"} else []
                note = f"  ({', '.join(notes)})" if notes else ""
                severity = r.meta.severity.value
                click.echo(f"  {r.name:<{width}}  {severity:<7}  {r.meta.summary}{note}")
    _print_of_files(of_files.values())
    return 0


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
        click.echo(f"  {rule.name:<32}  {rule.severity.value:<7}  {rule.summary}{note}")
