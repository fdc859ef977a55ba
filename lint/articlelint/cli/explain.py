"""``articlelint explain``: the documentation of a rule, in the terminal."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import click

from articlelint.cli.options import config_options
from articlelint.cli.output import echo
from articlelint.cli.rule_pages import archive_in_words, as_toml, explain
from articlelint.cli.setup import current_file_rules
from articlelint.errors import UsageError, nearest
from articlelint.plugins.loading import load
from articlelint.plugins.precision import measured
from articlelint.plugins.registry import RegisteredRule
from articlelint.plugins.rule_sets import FileRule
from articlelint.report.wording import counted
from articlelint.rule import Clean, Flagged
from articlelint.testing import marked

_WIDTH = 88
_SHOWN = 12
"""How many rules of a category are named."""


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
    if rule in of_files:
        _print_file_rule(of_files[rule])
        return 0
    members = [r.name for r in registry.rules.values() if r.category == rule]
    members += [r.name for r in of_files.values() if rule in (r.category, r.group)]
    if members:
        some = ", ".join(members[:_SHOWN]) + (", ..." if len(members) > _SHOWN else "")
        what = f"'{rule}' stands for {counted(len(members), 'rule')}"
        raise UsageError(f"{what}: {some}; explain one of them, or list all with articlelint rules")
    raise UsageError(f"no rule is named '{rule}'{nearest(rule, (*registry.rules, *of_files))}")


def _print(registered: RegisteredRule) -> None:
    meta, text = registered.rule.meta, explain(registered.rule)
    click.secho(f"{meta.name}", bold=True, nl=False)
    lesser = "" if meta.severity is meta.highest_severity else f"{meta.severity} or "
    echo(f"  ({registered.category}, {lesser}{meta.highest_severity}, since {meta.since})")
    echo(f"\n{text.title}")
    for paragraph in text.body.split("\n\n"):
        if paragraph.strip():
            echo("\n" + _wrapped(_paragraph(paragraph), ""))
    precision = measured([registered]).get(meta.name)
    for sentence in (text.confidence, precision.sentence if precision else ""):
        if sentence:
            echo("\n" + _wrapped(sentence, ""))
    if not meta.default:
        echo("\nOff unless selected by name.")
    click.secho("\nReported", bold=True)
    for flagged in text.flagged:
        _print_flagged(flagged)
    click.secho("\nLeft alone", bold=True)
    for clean in text.clean:
        echo(_wrapped(clean.text, "  "))
        _print_archive(clean)
    if text.options:
        click.secho("\nOptions", bold=True)
        echo(f"\n[rules.{meta.name}]")
        for option in text.options:
            if option.text:
                echo(_wrapped(option.text, "# "))
            echo(f"{option.key} = {option.default}")
    click.secho("\nIgnore it once", bold=True)
    echo(f"  <!-- articlelint: ignore[{meta.name}] why it is right here -->")


def _print_file_rule(rule: FileRule) -> None:
    """Print the description of a rule from a file."""
    click.secho(rule.name, bold=True, nl=False)
    echo(f"  ({rule.severity}, {rule.at})")
    echo("\n" + _wrapped(rule.summary, ""))
    if rule.unsupported:
        echo("\n" + _wrapped(f"It cannot run: {rule.unsupported}.", ""))
    if not rule.default:
        echo("\nOff unless selected by name.")
    for label, text in (*rule.facts, ("Link", rule.url)):
        if text:
            echo("\n" + _wrapped(f"{label}: {text}", ""))
    flagged = [example for example in rule.examples if isinstance(example, Flagged)]
    if flagged:
        click.secho("\nReported", bold=True)
        for example in flagged:
            _print_flagged(example)
    clean = [example for example in rule.examples if not isinstance(example, Flagged)]
    if clean:
        click.secho("\nLeft alone", bold=True)
        for left in clean:
            echo(_wrapped(left.text, "  "))
    click.secho("\nIgnore it once", bold=True)
    echo(f"  <!-- articlelint: ignore[{rule.name}] why it is right here -->")


def _print_flagged(example: Flagged) -> None:
    plain, spans = marked(example.text)
    shown, at = "", 0
    for span in spans:
        shown += plain[at : span.start] + "[" + plain[span.start : span.end] + "]"
        at = max(at, span.end)
    echo(_wrapped(shown + plain[at:], "  "))
    for key, value in example.options.items():
        echo(f"      with {key} = {as_toml(value)}")
    _print_archive(example)
    if example.fixed is not None:
        echo(_wrapped(f"fixed: {example.fixed}", "      "))


def _print_archive(example: Flagged | Clean) -> None:
    """Print which archive an example needs, if it needs one."""
    archive = archive_in_words(example)
    if archive:
        echo(_wrapped(f"with {archive}", "      "))


def _wrapped(text: str, indent: str) -> str:
    """The text with each line wrapped to the width; blank lines are kept."""
    lines = text.strip("\n").split("\n")
    return "\n".join(
        textwrap.fill(line, _WIDTH, initial_indent=indent, subsequent_indent=indent) for line in lines
    )


def _paragraph(text: str) -> str:
    """A paragraph of a docstring as one line, ready for wrapping; a list keeps its lines."""
    return text if re.search(r"^\s*[-*] ", text, re.MULTILINE) else " ".join(text.split())
