"""``articlelint archive offenders``: published stories that break what the house has accepted."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from articlelint.cli.archive_output import write_csv_rows
from articlelint.cli.check_runner import linted, no_articles
from articlelint.cli.output import Tally, complain
from articlelint.cli.tables import cell, print_table
from articlelint.config.configuration import Configuration
from articlelint.config.discovery import discover
from articlelint.config.reach import Reach
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.findings.baseline import Baseline
from articlelint.model import Diagnostic
from articlelint.plugins.loading import load
from articlelint.report.escape import to_json, write_json_list
from articlelint.report.wording import counted, relative_path

_COLUMNS = "path line column rule text message".split()


@click.command("offenders")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--style",
    type=click.Path(path_type=Path),
    default="learned-style.toml",
    show_default=True,
    metavar="FILE",
    help="The style pack that archive review has written.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write them as a baseline, so that check --baseline reports only new ones.",
)
@click.option("--output-format", type=click.Choice(["table", "csv", "json"]), help="[default: table]")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes.  [default: the cores]")
def command(
    sources: tuple[str, ...],
    *,
    style: Path,
    baseline: Path | None,
    output_format: str | None,
    workers: int | None,
) -> int:
    """
    Find published stories that break what the house has accepted.

    SOURCE is what check reads: a file, a folder or a glob. Only the accepted entries of the style pack are
    looked for, whatever the configuration says.

    Exit code: 0, or 2 if something is wrong.
    """
    if not style.is_file():
        raise UsageError(f"--style: {style}: no such file; articlelint archive review writes it")
    if baseline is not None and baseline.is_file():
        Baseline.read(baseline)  # refuses to replace a file that is no baseline
    tally = Tally()
    with _engine(style) as engine:
        files = discover(sources, engine.configuration, engine.registry.parsers, tally.left_out)
        results = tally.watch(linted(files, engine, workers, quiet=False))
        found = [diagnostic for result in results for diagnostic in result.diagnostics]
    if not tally.files:
        raise no_articles(tally)
    if baseline is not None:
        _write_baseline(found, baseline, tally)
    if baseline is None or output_format is not None:
        _write(found, output_format or "table", tally)
    return 2 if tally.wrong else 0


@contextmanager
def _engine(style: Path) -> Generator[Engine]:
    """An engine with what is on in a style pack, and no other rule. Raises UsageError if nothing is."""
    registry = load()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articlelint.toml")
        file.write_text(f"[house]\npacks = {to_json([style.resolve().as_posix()])}\n", encoding="utf-8")
        configuration = Configuration(
            file, plugin_settings=registry.settings, reach=Reach.of_paths((), trusted=True)
        )
        engine = Engine(registry, configuration)
        rules = engine.file_rules(configuration.for_folder(Path.cwd())).rules
        engine.only = frozenset(name for name, rule in rules.items() if rule.default)
        if not engine.only:
            raise UsageError(f"--style: {style}: nothing is accepted yet; articlelint archive review accepts")
        yield engine


def _write_baseline(found: list[Diagnostic], file: Path, tally: Tally) -> None:
    if tally.wrong:
        complain(f"{file} was not written, because of the errors above.")
        return
    baseline = Baseline(file.resolve().parent)
    baseline.add(found)
    baseline.write(file)
    known = counted(len(baseline), "known finding")
    click.echo(f"Wrote {file}: {known} in {counted(tally.files, 'article')}.", err=True)


def _write(found: list[Diagnostic], output_format: str, tally: Tally) -> None:
    rows = map(_row, found)
    if output_format == "json":
        write_json_list(rows, sys.stdout.write)
    elif output_format == "csv":
        write_csv_rows(_COLUMNS, rows, sys.stdout.write)
    else:
        _write_table(list(rows), tally)


def _row(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "path": relative_path(diagnostic.path),
        "line": diagnostic.place.start.line,
        "column": diagnostic.place.start.column,
        "rule": diagnostic.rule,
        "text": diagnostic.text,
        "message": diagnostic.message,
    }


def _write_table(rows: list[dict[str, Any]], tally: Tally) -> None:
    from rich import box
    from rich.table import Table

    if rows:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for heading in ("Article", "Rule", "What is wrong"):
            table.add_column(heading, overflow="fold")
        for row in rows:
            table.add_row(
                *map(cell, (f"{row['path']}:{row['line']}:{row['column']}", row["rule"], row["message"]))
            )
        print_table(table, sys.stdout.write)
    click.echo(tally.summary(), nl=False)
