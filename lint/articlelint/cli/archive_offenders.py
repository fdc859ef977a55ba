"""``articlelint archive offenders``: published stories that break what the house has accepted."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import click

from articlelint.archive.articles import Fields, only_learned
from articlelint.cli.archive_options import TEXT, TEXT_FORMAT, TITLE, style_option
from articlelint.cli.archive_output import write_csv_rows
from articlelint.cli.check_runner import linted, no_articles
from articlelint.cli.extras import needs_extra
from articlelint.cli.output import Tally, complain
from articlelint.cli.tables import cell, print_table
from articlelint.config.configuration import Configuration
from articlelint.config.discovery import Found, discover, known_suffixes
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
@style_option("The style pack that archive review has written.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write them as a baseline, so that check --baseline reports only new ones.",
)
@TEXT
@TITLE
@click.option("--id", "id_", default="id", show_default=True, help="The key of the article's id there.")
@TEXT_FORMAT
@click.option("--output-format", type=click.Choice(["table", "csv", "json"]), help="[default: table]")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes.  [default: the cores]")
def command(
    sources: tuple[str, ...],
    *,
    style: Path,
    baseline: Path | None,
    text: str,
    title: str,
    id_: str,
    suffix: str,
    output_format: str | None,
    workers: int | None,
) -> int:
    """
    Find published stories that break what the house has accepted.

    SOURCE is what check reads (a file, a folder, a glob) or what archive learn reads (a .zip or .jsonl file,
    an address). Only what is on in the style pack is looked for, whatever the configuration says.

    Exit code: 0, or 2 if something is wrong.
    """
    if not style.is_file():
        raise UsageError(f"--style: {style}: no such file; articlelint archive review writes it")
    others = [source for source in sources if only_learned(source)]
    if baseline is not None:
        if others:
            raise UsageError(
                f"--baseline: {others[0]}: check does not read it: unpack it, and name the folder"
            )
        if baseline.is_file():
            Baseline.read(baseline)  # refuses to replace a file that is no baseline
    tally = Tally()
    names: dict[str, str] = {}
    fields = (text, title, id_, f".{suffix}")
    with _engine(style) as (engine, folder):
        own = [source for source in sources if not only_learned(source)]
        files = discover(own, engine.configuration, engine.registry.parsers, tally.left_out) if own else ()
        listed = _listed(others, fields, engine, folder, names) if others else ()
        results = tally.watch(linted(chain(files, listed), engine, workers, quiet=bool(others)))
        found = [diagnostic for result in results for diagnostic in result.diagnostics]
    if not tally.files:
        raise no_articles(tally)
    if baseline is not None:
        _write_baseline(found, baseline, tally)
    if baseline is None or output_format is not None:
        _write(found, names, output_format or "table", tally)
    return 2 if tally.wrong else 0


def _listed(
    sources: Sequence[str],
    fields: tuple[str, str, str, str],
    engine: Engine,
    folder: Path,
    names: dict[str, str],
) -> Iterator[Found]:
    """The articles of such sources. ``names`` is told what each is called that is read as another file."""
    with needs_extra("archive offenders", "archive"):
        from articlelint.archive.published import published

    text, title, id_, suffix = fields
    suffixes = known_suffixes(engine.registry.parsers)
    for article in published(sources, Fields(text, title, id=id_, suffix=suffix), suffixes, folder):
        names[article.read_as] = article.name
        yield Found(article.read_as, article.error, article.content)


@contextmanager
def _engine(style: Path) -> Generator[tuple[Engine, Path]]:
    """
    An engine with what is on in a style pack and no other rule, and a folder for files.

    Raises UsageError if nothing is on.
    """
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
        yield engine, Path(folder)


def _write_baseline(found: list[Diagnostic], file: Path, tally: Tally) -> None:
    if tally.wrong:
        complain(f"{file} was not written, because of the errors above.")
        return
    baseline = Baseline(file.resolve().parent)
    baseline.add(found)
    baseline.write(file)
    known = counted(len(baseline), "known finding")
    click.echo(f"Wrote {file}: {known} in {counted(tally.files, 'article')}.", err=True)


def _write(found: list[Diagnostic], names: Mapping[str, str], output_format: str, tally: Tally) -> None:
    rows = (_row(diagnostic, names) for diagnostic in found)
    if output_format == "json":
        write_json_list(rows, sys.stdout.write)
    elif output_format == "csv":
        write_csv_rows(_COLUMNS, rows, sys.stdout.write)
    else:
        _write_table(list(rows), tally)


def _row(diagnostic: Diagnostic, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "path": names.get(diagnostic.path) or relative_path(diagnostic.path),
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
