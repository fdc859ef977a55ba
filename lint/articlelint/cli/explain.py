"""``articlelint explain``: the documentation of a rule, in the terminal."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import click

from articlelint.cli.options import config_options
from articlelint.cli.rule_pages import explain
from articlelint.cli.setup import current_file_rules
from articlelint.errors import UsageError, nearest
from articlelint.plugins.loading import load
from articlelint.plugins.registry import RegisteredRule
from articlelint.plugins.rule_sets import FileRule
from articlelint.rule import Flagged
from articlelint.testing import marked

_WIDTH = 88


@click.command("explain")
@click.argument("rule")
@config_options
def command(rule: str, **config: Any) -> int:
    """Say what RULE is for, its options and examples."""
    registry = load()
    if rule in registry.rules:
        _print(registry.rules[rule])
        return 0
    of_files = current_file_rules(registry, **config)
    if rule not in of_files:
        raise UsageError(f"no rule is named '{rule}'{nearest(rule, (*registry.rules, *of_files))}")
    _print_file_rule(of_files[rule])
    return 0


def _print(registered: RegisteredRule) -> None:
    meta, text = registered.rule.meta, explain(registered.rule)
    click.secho(f"{meta.name}", bold=True, nl=False)
    click.echo(f"  ({registered.category}, {meta.severity}, since {meta.since})")
    click.echo(f"\n{text.title}")
    for paragraph in text.body.split("\n\n"):
        if paragraph.strip():
            click.echo("\n" + _wrapped(_paragraph(paragraph), ""))
    if text.confidence:
        click.echo("\n" + _wrapped(text.confidence, ""))
    if not meta.default:
        click.echo("\nOff unless selected by name.")
    click.secho("\nReported", bold=True)
    for flagged in text.flagged:
        _print_flagged(flagged)
    click.secho("\nLeft alone", bold=True)
    for clean in text.clean:
        click.echo(_wrapped(clean.text, "  "))
    if text.options:
        click.secho("\nOptions", bold=True)
        click.echo(f"\n  [rules.{meta.name}]")
        for option in text.options:
            click.echo(f"  {option.key} = {option.default}")
            click.echo(_wrapped(option.text, "      "))
    click.secho("\nIgnore it once", bold=True)
    click.echo(f"  <!-- articlelint: ignore[{meta.name}] why it is right here -->")


def _print_file_rule(rule: FileRule) -> None:
    """Print the description of a rule from a file."""
    click.secho(rule.name, bold=True, nl=False)
    click.echo(f"  ({rule.severity}, {rule.at})")
    click.echo("\n" + _wrapped(rule.summary, ""))
    if rule.unsupported:
        click.echo("\n" + _wrapped(f"It cannot run: {rule.unsupported}.", ""))
    if not rule.default:
        click.echo("\nOff unless selected by name.")
    for label, text in (*rule.facts, ("Link", rule.url)):
        if text:
            click.echo("\n" + _wrapped(f"{label}: {text}", ""))
    flagged = [example for example in rule.examples if isinstance(example, Flagged)]
    if flagged:
        click.secho("\nReported", bold=True)
        for example in flagged:
            _print_flagged(example)
    clean = [example for example in rule.examples if not isinstance(example, Flagged)]
    if clean:
        click.secho("\nLeft alone", bold=True)
        for left in clean:
            click.echo(_wrapped(left.text, "  "))
    click.secho("\nIgnore it once", bold=True)
    click.echo(f"  <!-- articlelint: ignore[{rule.name}] why it is right here -->")


def _print_flagged(example: Flagged) -> None:
    plain, spans = marked(example.text)
    shown, at = "", 0
    for span in spans:
        shown += plain[at : span.start] + "[" + plain[span.start : span.end] + "]"
        at = max(at, span.end)
    click.echo(_wrapped(shown + plain[at:], "  "))
    for key, value in example.options.items():
        click.echo(f"      with {key} = {value!r}")
    if example.fixed is not None:
        click.echo(_wrapped(f"fixed: {example.fixed}", "      "))


def _wrapped(text: str, indent: str) -> str:
    """The text with each line wrapped to the width; blank lines are kept."""
    lines = text.strip("\n").split("\n")
    return "\n".join(
        textwrap.fill(line, _WIDTH, initial_indent=indent, subsequent_indent=indent) for line in lines
    )


def _paragraph(text: str) -> str:
    """A paragraph of a docstring as one line, ready for wrapping; a list keeps its lines."""
    return text if re.search(r"^\s*[-*] ", text, re.MULTILINE) else " ".join(text.split())
