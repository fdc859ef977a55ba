"""``articlelint stats``: the statistics of articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from articlelint.cli import stats_output
from articlelint.cli.check_runner import files_to_read, no_articles
from articlelint.cli.options import FORMAT_OPTION, PATHS, STATUS_OPTION, config_options
from articlelint.cli.output import Tally
from articlelint.cli.progress import progress, visible
from articlelint.cli.setup import make_engine, worker_count
from articlelint.report.base import FileResult
from articlelint.run.measurer import Measured, Measurer, Total
from articlelint.run.workers import lint_all


@click.command("stats")
@click.argument("paths", nargs=-1, type=PATHS, metavar="[PATHS]...")
@config_options
@FORMAT_OPTION
@STATUS_OPTION
@click.option(
    "--output-format", type=click.Choice(["table", "json"]), default="table", help="[default: table]"
)
@click.option(
    "--total", "only_total", is_flag=True, help="Print only the statistics of all articles together."
)
@click.option("--stdin-filename", metavar="NAME", help="The file name that standard input stands for.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes to use.  [default: one for each core]",
)
def command(
    paths: tuple[str, ...],
    *,
    config: Path | None,
    isolated: bool,
    trust_config: bool,
    format_name: str | None,
    status: tuple[str, ...],
    output_format: str,
    only_total: bool,
    stdin_filename: str | None,
    workers: int | None,
) -> int:
    """
    Measure articles: words, sentences, quotations by speaker, readability, reading time.

    PATHS are files, folders or globs; - is standard input. The default is the current folder.

    Exit code: 0, or 2 if something is wrong.
    """
    engine = make_engine(
        select=(),
        ignore=(),
        config=config,
        isolated=isolated,
        trust_config=trust_config,
        fail_on=None,
        no_cache=True,
        cache_dir=None,
        paths=paths,
        format_name=format_name,
        status=status,
    )
    tally = Tally()
    files = files_to_read(paths, engine, tally.left_out, stdin_filename=stdin_filename)
    measure = Measurer(engine.decode, engine.parse).measure_file
    if visible():
        listed = list(files)
        results = progress(lint_all(measure, listed, worker_count(workers)), len(listed))
    else:
        results = iter(lint_all(measure, files, worker_count(workers)))
    total = Total()
    measured = _measured(tally.watch(results), total)
    if output_format == "json":
        stats_output.write_json(measured, total, sys.stdout.write, only_total=only_total)
    else:
        stats_output.write_table(measured, total, sys.stdout.write, only_total=only_total)
        sys.stdout.write(tally.left_out.line() if tally.files else "")
    if not (tally.files or tally.left_out.named):
        raise no_articles(tally)
    return 2 if tally.wrong else 0


def _measured(results: Iterator[FileResult], total: Total) -> Iterator[Measured]:
    for result in results:
        if isinstance(result, Measured):
            total.add(result)
            yield result
