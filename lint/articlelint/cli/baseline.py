"""``articlelint baseline``: accept the present findings, so that only new ones count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.cli.options import run_options
from articlelint.cli.output import Tally, complain
from articlelint.cli.setup import make_engine, worker_count
from articlelint.config.discovery import discover
from articlelint.findings.baseline import Baseline
from articlelint.report.wording import counted
from articlelint.run.workers import lint_all

_FILE = click.option(
    "--baseline",
    "file",
    type=click.Path(path_type=Path),
    default=".articlelint-baseline.json",
    metavar="FILE",
    help="[default: .articlelint-baseline.json]",
)


@click.group("baseline")
def command() -> None:
    """
    Accept the present findings, so that only new ones count.

    Commit the file and check with:  articlelint check --baseline FILE
    """


@command.command("create")
@run_options
@_FILE
def create(paths: tuple[str, ...], file: Path, **options: Any) -> int:
    """Write a baseline with all findings in PATHS. An existing baseline is replaced."""
    if file.is_file():
        Baseline.read(file)  # refuses to replace a file that is no baseline
    tally = Tally()
    baseline = Baseline(file.resolve().parent)
    for result in _results(paths, tally, **options):
        baseline.add(result.diagnostics)
    if tally.wrong:
        complain(f"{file} was not written, because of the errors above.")
        return 2
    baseline.write(file)
    known = counted(len(baseline), "known finding")
    click.echo(f"Wrote {file}: {known} in {counted(tally.files, 'article')}.")
    click.echo(tally.left_out.line(), nl=False)
    return 0


@command.command("prune")
@run_options
@_FILE
def prune(paths: tuple[str, ...], file: Path, **options: Any) -> int:
    """
    Remove from a baseline the findings that PATHS no longer have, and deleted files.

    The findings of a renamed file move to its new name. Give the PATHS that you check.
    """
    tally = Tally()
    before = Baseline.read(file)
    after = before.pruned(_results(paths, tally, **options))
    if tally.wrong:
        complain(f"{file} was not written, because of the errors above.")
        return 2
    after.write(file)
    removed = counted(len(before) - len(after), "known finding")
    click.echo(f"Wrote {file}: {removed} removed, {len(after)} left.")
    return 0


def _results(paths: tuple[str, ...], tally: Tally, **options: Any) -> Any:
    engine = make_engine(fail_on=None, paths=paths, **options)
    files = discover(
        paths or (".",),
        engine.configuration,
        engine.registry.parsers,
        tally.left_out,
        force_exclude=options["force_exclude"],
        forced=engine.registry.forced_suffixes,
    )
    return tally.watch(lint_all(engine.lint_file, files, worker_count(options["workers"])))
