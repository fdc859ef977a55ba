"""``articlelint style test``: every example of the style packs is run, every mistake has its line."""

from __future__ import annotations

from pathlib import Path

import click

from articlelint.cli.options import names
from articlelint.cli.setup import own_configuration
from articlelint.config.file_rules import rules_of
from articlelint.config.selection import named_rules, rules_together
from articlelint.errors import UsageError
from articlelint.plugins.registry import load
from articlelint.report.escape import line_of
from articlelint.report.wording import counted
from articlelint_house.pack_tests import faults


@click.command("test")
@click.argument("rules", nargs=-1, callback=names, metavar="[RULES]...")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
def command(rules: tuple[str, ...], config: Path | None) -> int:
    """
    Run every example of the style packs, and look for contradictions, duplicates and endless patterns.

    RULES are rules or packs, such as house/desk; the default is all of them.

    Exit code: 0 all is well, 1 something is not, 2 the packs cannot be read.
    """
    settings = own_configuration(config).for_folder(Path.cwd())
    registry = load()
    house = rules_of(registry, settings)
    if not house.rules:
        raise UsageError("no style packs: name them in .articlelint.toml as [house] packs = [...]")
    chosen = named_rules(rules or house.rules, registry, house.rules, "style test")
    tested = [rule for name, rule in house.rules.items() if name in chosen]
    if not tested:
        raise UsageError(f"style test: no rule of the style packs is among {', '.join(rules)}")
    named = chosen if rules else frozenset[str]()
    together = [names | named for names in rules_together(settings, house.rules)]
    found = faults(house, chosen, settings.house, together)
    for fault in found:
        click.echo(line_of(f"{fault.at}: {fault.rule}: {fault.message}"))
    examples = sum(len(rule.examples) for rule in tested)
    counts = (len(tested), "rule"), (examples, "example"), (len(found), "fault")
    click.echo(f"{', '.join(_count(*each) for each in counts)}.")
    unable = [rule for rule in tested if rule.unsupported]
    for rule in unable:
        click.echo(line_of(f"{rule.at}: {rule.name}: not supported: {rule.unsupported}"), err=True)
    if unable:
        click.echo(f"Not supported, and not tested: {counted(len(unable), 'rule')}.")
    without = sum(not rule.examples for rule in tested if not rule.unsupported)
    if without:
        click.echo(f"Without an example: {counted(without, 'rule')}.")
    return 1 if found else 0


def _count(number: int, what: str) -> str:
    return counted(number, what) if number else f"no {what}"
