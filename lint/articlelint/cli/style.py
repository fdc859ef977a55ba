"""``articlelint style``: the newsroom's own rules, put to the test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.discovery import Configuration
from articlelint.errors import UsageError
from articlelint.house import Fault
from articlelint.house_rules import house_rules
from articlelint.limits import time_limit
from articlelint.plugins import load
from articlelint.rule import Flagged
from articlelint.testing import document, document_span, marked

if TYPE_CHECKING:
    from articlelint.house import HouseRule, RuleSet
    from articlelint.model import Span
    from articlelint.rule import Clean

_SECONDS = 2.0
"""For one example: it is a sentence or two, and a pattern that takes longer will hold up the desk."""


@click.group("style")
def command() -> None:
    """Put the house style, the rules in the newsroom's own files, to the test."""


@command.command("test")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
def test(config: Path | None) -> int:
    """
    Run every example of the style packs, and report contradictions and duplicates.

    Exit code: 0 all is well, 1 something is not, 2 the packs cannot be read.
    """
    if config is not None and not config.is_file():
        raise UsageError(f"--config: {config}: no such file")
    settings = Configuration(explicit=config).for_folder(Path.cwd())
    house = house_rules(load(), settings.house)
    if not house.rules:
        raise UsageError("no style packs: name them in .articlelint.toml as [house] packs = [...]")
    faults = [fault for rule_set in house.sets for fault in _faults(rule_set)]
    for fault in faults:
        click.echo(f"{fault.at}: {fault.rule}: {fault.message}")
    examples = sum(len(rule.examples) for rule in house.rules.values())
    without = sum(not rule.examples for rule in house.rules.values())
    counts = (len(house.rules), "rule"), (examples, "example"), (len(faults), "fault")
    click.echo(f"{', '.join(_count(*each) for each in counts)}.")
    if without:
        click.echo(f"Without an example: {_count(without, 'rule')}.")
    return 1 if faults else 0


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' if number > 1 else ''}"


def _faults(rule_set: RuleSet) -> Iterator[Fault]:
    yield from rule_set.review()
    for rule in rule_set.rules.values():
        if rule.examples and not rule.unsupported:
            for example in rule.examples:
                message = _failure(rule_set, rule, example)
                if message:
                    yield Fault(rule.at, rule.name, message)


def _failure(rule_set: RuleSet, rule: HouseRule, example: Flagged | Clean) -> str:
    """What is wrong with an example, in one line, or an empty string."""
    text = example.text
    spans: list[Span] = []
    if isinstance(example, Flagged):
        try:
            text, spans = marked(example.text)
        except AssertionError as error:
            return str(error)
        if not spans:
            return f"no [[ ]] in an example to be reported: {_shown(text)}"
    doc = document(text, suffix=example.suffix)
    try:
        with time_limit(_SECONDS):
            found = [f.span for c in rule_set.checks(frozenset({rule.name})) for f in c.run(doc)]
    except Exception as error:  # noqa: BLE001 - a pattern is anybody's, and may run for ever
        return f"the example {_shown(text)} could not be run: {error}"
    wanted = [document_span(text, span) for span in spans]
    if sorted(found) == sorted(wanted):
        return ""
    expected, reported = (_words(doc.slice(span) for span in sorted(spans)) for spans in (wanted, found))
    return f"in {_shown(text)} it should report {expected}, and reports {reported}"


def _shown(text: str) -> str:
    return f"“{' '.join(text.split())}”"


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"
