"""``articlelint style try``: shows what rules would report in an archive before they are turned on."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from articlelint.commands import (
    Engine,
    Tally,
    UsageError,
    config_options,
    current_configuration,
    files_to_read,
    linted,
    load_plugins,
    named_rules,
    no_articles,
    split_names,
)
from articlelint_house.cli.style_try_output import about, write_json, write_text
from articlelint_house.cli.style_try_results import TryResults


@click.command("try", short_help="See what rules would report in an archive.")
@click.argument("rule", metavar="RULE")
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATHS]...")
@click.option("--rule", "more", multiple=True, metavar="NAMES", help="More rules to try; may be repeated.")
@click.option(
    "--examples",
    type=click.IntRange(0),
    default=10,
    metavar="N",
    help="Places to show, from all over the archive.  [default: 10]",
)
@click.option("--list", "listed", is_flag=True, help="List every article with something to report.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@config_options
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes.  [default: the cores]")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def command(
    rule: str,
    paths: tuple[str, ...],
    *,
    more: tuple[str, ...],
    examples: int,
    listed: bool,
    output_format: str,
    config: Path | None,
    isolated: bool,
    trust_config: bool,
    workers: int | None,
    quiet: bool,
) -> int:
    """
    See what RULE would report in PATHS, before it is switched on.

    RULE is a rule, a pack (house/desk), a category (house), or several with commas. Rules that are disabled
    or not selected run, too, and no others. The configuration is the one of the current folder.

    Exit code: 0, or 2 where something is wrong.
    """
    registry = load_plugins()
    near = next((path for path in paths if path != "-"), ".")
    configuration = current_configuration(
        registry, config, isolated=isolated, trust_config=trust_config, near=near
    )
    engine = Engine(registry, configuration)
    file_rules = engine.file_rules(configuration.for_folder(Path.cwd())).rules
    wanted = named_rules(split_names((rule, *more)), registry, file_rules, "style try")
    if not wanted:
        raise UsageError("style try: name a rule, a pack or a category")
    for path in paths:
        if path in file_rules and not Path(path).exists():
            raise UsageError(f"style try: '{path}' is a rule, no file; join rules with commas: {rule},{path}")
    engine.only = wanted
    described = [about(name, registry, file_rules) for name in sorted(wanted)]
    tried = TryResults(tuple(each.name for each in described), examples)
    tally = Tally()
    files = files_to_read(paths, engine, tally.left_out)
    hits = tried.watch(tally.watch(linted(files, engine, workers, quiet=quiet)))
    if output_format == "json":
        write_json(hits, tried, described, sys.stdout.write)
    else:
        write_text(hits, tried, described, sys.stdout.write, listed=listed)
    if not tally.files:
        raise no_articles(tally)
    return 2 if tally.wrong else 0
