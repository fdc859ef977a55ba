"""``articlelint rules``: what can be reported."""

from __future__ import annotations

import json

import click

from articlelint import plugins


@click.command("rules")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
def command(output_format: str) -> int:
    """List the rules, by category."""
    registry = plugins.load()
    if output_format == "json":
        rows = [
            {
                "name": r.name,
                "category": r.category,
                "summary": r.meta.summary,
                "severity": r.meta.severity.value,
                "default": r.meta.default,
                "since": r.meta.since,
                "plugin": r.plugin.name,
            }
            for r in registry.rules.values()
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
    return 0
