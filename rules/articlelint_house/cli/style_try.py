"""``articlelint style try``: what rules would report in an archive, before they are switched on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.cli.check_runner import files_to_read, linted
from articlelint.cli.options import split_names
from articlelint.cli.output import Tally
from articlelint.cli.setup import own_configuration
from articlelint.config.selection import named_rules
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.plugins.registry import load
from articlelint_house.trial import Trial

if TYPE_CHECKING:
    from articlelint_house.cli.style_try_output import About


@click.command("try")
@click.argument("rule", metavar="RULE")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
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
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
@click.option("--isolated", is_flag=True, help="Use no configuration file: built-in rules only.")
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
    workers: int | None,
    quiet: bool,
) -> int:
    """
    See what RULE would report in PATHS, before it is switched on.

    RULE is a rule, a pack (house/desk), a category (house), or several with commas. Rules that are disabled
    or not selected run, too, and no others. The configuration is the one of the current folder.

    Exit code: 0, or 2 where something is wrong.
    """
    from articlelint_house.cli import style_try_output

    registry = load()
    near = next((path for path in paths if path != "-"), ".")
    configuration = own_configuration(config, isolated=isolated, near=near)
    engine = Engine(registry, configuration)
    house = engine.house_rules(configuration.for_folder(Path.cwd())).rules
    wanted = named_rules(split_names((rule, *more)), registry, house, "style try")
    if not wanted:
        raise UsageError("style try: name a rule, a pack or a category")
    for path in paths:
        if path in house and not Path(path).exists():
            raise UsageError(f"style try: '{path}' is a rule, no file; join rules with commas: {rule},{path}")
    engine.only = wanted
    about: list[About] = [style_try_output.about(name, registry, house) for name in sorted(wanted)]
    trial = Trial(tuple(each.name for each in about), examples)
    tally = Tally()
    files = files_to_read(paths, engine, staged=False, stdin_filename=None)
    hits = trial.watch(tally.watch(linted(files, engine, workers, quiet=quiet)))
    if output_format == "json":
        style_try_output.write_json(hits, trial, about, sys.stdout.write)
    else:
        style_try_output.write_text(hits, trial, about, sys.stdout.write, listed=listed)
    if not tally.files:
        raise UsageError("no articles found: give a file, or a folder with .txt, .md or .html files")
    return 2 if tally.wrong else 0
