"""``articlelint style test``: runs the examples of the style packs and reports mistakes by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.commands import (
    UsageError,
    config_options,
    counted,
    current_configuration,
    line_of,
    load_plugins,
    named_rules,
    read_file_rules,
    rules_together,
    split_names,
)
from articlelint_house.pack_tests import faults
from articlelint_house.settings import STARTER

_MOST_NAMED = 5
"""How many rules without an example are named."""


@click.command("test", short_help="Run the examples of the style packs.")
@click.argument("rules", nargs=-1, metavar="[RULES]...")
@config_options
def command(rules: tuple[str, ...], **config: Any) -> int:
    """
    Run every example of the style packs, and look for contradictions, duplicates and endless patterns.

    RULES are rules or packs, such as house/desk; the default is all of them.

    Exit code: 0 all is well, 1 something is not, 2 the packs cannot be read.
    """
    registry = load_plugins()
    settings = current_configuration(registry, **config).for_folder(Path.cwd())
    file_rules = read_file_rules(registry, settings)
    known = file_rules.rules
    if not known:
        raise UsageError(
            "no style packs: name them in .articlelint.toml as [house] packs = [...], "
            "or Vale styles as vale = [...]"
        )
    wanted = split_names(rules)
    for name in wanted:
        if name.startswith(STARTER):
            raise UsageError(
                f"style test: the rules of '{name}' are named house/{name.removeprefix(STARTER)}"
            )
    chosen = named_rules(wanted or known, registry, known, "style test")
    tested = [rule for name, rule in known.items() if name in chosen]
    if not tested:
        raise UsageError(f"style test: no rule of the style packs is among {', '.join(wanted)}")
    named = chosen if wanted else frozenset[str]()
    together = [names | named for names in rules_together(settings, known)]
    found = faults(file_rules, chosen, settings.house, together)
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
    without = [rule.name for rule in tested if not rule.examples and not rule.unsupported]
    if without:
        more = len(without) - _MOST_NAMED
        names = ", ".join(without[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        click.echo(f"Without an example: {counted(len(without), 'rule')}: {names}.")
    return 1 if found else 0


def _count(number: int, what: str) -> str:
    return counted(number, what) if number else f"no {what}"
