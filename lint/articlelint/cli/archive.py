"""``articlelint archive``: learn from published articles how the house writes, and ask what was learned."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.cli import archive_drift, archive_offenders, archive_review
from articlelint.cli.archive_options import ARCHIVE, TEXT, TEXT_FORMAT, TITLE
from articlelint.cli.archive_progress import LearningProgress
from articlelint.cli.clashes import is_cluster
from articlelint.cli.extras import needs_extra
from articlelint.cli.options import STATUS_OPTION, cluster_options
from articlelint.cli.output import complain
from articlelint.cli.setup import worker_count
from articlelint.errors import UsageError
from articlelint.report.escape import line_of
from articlelint.report.wording import numbered
from articlelint.run.archive_file import is_archive

if TYPE_CHECKING:
    from articlelint.archive.learning import Learned, MapAll

_SHOWN_ERRORS = 20


@click.group("archive")
def command() -> None:
    """Learn from published articles how the house writes, and ask what was learned."""


command.add_command(archive_review.command)
command.add_command(archive_drift.command)
command.add_command(archive_offenders.command)


@command.command("learn")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--into", type=click.Path(path_type=Path), default=ARCHIVE, show_default=True, help="The file to write."
)
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder for what is kept between two runs.  [default: beside the file, named FILE.work]",
)
@TEXT
@TITLE
@click.option(
    "--date", default="date", show_default=True, help="The key of the date there, and in front matter."
)
@click.option("--desk", default="desk", show_default=True, help="The key of the desk, likewise.")
@click.option("--id", "id_", default="id", show_default=True, help="The key of the article's id, likewise.")
@TEXT_FORMAT
@STATUS_OPTION
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes to use.  [default: one for each core]",
)
@cluster_options
@click.option(
    "--memory",
    default="1GB",
    show_default=True,
    metavar="SIZE",
    help="What counting may use; the rest spills.",
)
def learn(
    sources: tuple[str, ...],
    *,
    into: Path,
    work: Path | None,
    text: str,
    title: str,
    date: str,
    desk: str,
    id_: str,
    suffix: str,
    status: tuple[str, ...],
    workers: int | None,
    dask: bool,
    scheduler: str | None,
    memory: str,
) -> int:
    """
    Learn from articles how the house writes names, words and numbers.

    SOURCE is a file, a folder or a glob, a .zip file, a .jsonl file (also .gz) with an article in each line,
    or an address that fsspec opens, such as s3://bucket/2024. What was read is kept: the next run reads only
    what is new, and a run that was stopped goes on where it was.

    Exit code: 0, or 2 if something is wrong.
    """
    with needs_extra("archive learn", "archive"):
        from articlelint.archive.articles import Fields
        from articlelint.archive.learning import Request
        from articlelint.archive.learning import learn as learn_archive
    count = worker_count(workers)
    _check_target(into)
    kept = work or into.with_name(f"{into.name}.work")
    if any(c in str(kept) for c in "*?["):
        raise UsageError(f"--work: {kept}: choose a folder without * ? and [ in its path")
    request = Request(
        tuple(dict.fromkeys(sources)),
        into,
        kept.absolute(),
        Fields(text, title, date, desk, id_, f".{suffix}", ",".join(status).lower()),
        memory,
        count,
    )
    with _mapping(count, dask=dask, scheduler=scheduler) as map_all:
        learned = learn_archive(request, map_all, LearningProgress())
    _tell(into, learned)
    return 2 if learned.errors else 0


def _check_target(into: Path) -> None:
    """Raise UsageError, before anything is read, if the archive cannot or must not be written there."""
    if into.is_dir():
        raise UsageError(f"--into: {into}: this is a folder; name a file")
    folder = into.resolve().parent
    if not folder.is_dir():
        raise UsageError(f"--into: {into}: there is no folder {folder}; make it first")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"--into: {into}: the folder cannot be written to")
    if into.exists() and not is_archive(into):
        raise UsageError(f"--into: {into}: this is no archive of articlelint; name another file")


@contextmanager
def _mapping(workers: int, *, dask: bool, scheduler: str | None) -> Generator[MapAll]:
    """What maps shards: processes of this machine, or a cluster."""
    if is_cluster(dask=dask, scheduler=scheduler):
        with needs_extra("--dask", "dask"):
            from articlelint.archive import cluster
        with cluster.Cluster(scheduler or "", workers, cluster.code_digest) as machines:
            yield lambda function, shards: cluster.map_all(function, shards, machines)
        return
    from articlelint.archive.workers import map_all

    yield lambda function, shards: map_all(function, shards, workers)


def _tell(into: Path, learned: Learned) -> None:
    """Print what was learned, and to standard error what could not be read."""
    for error in learned.errors[:_SHOWN_ERRORS]:
        complain(f"articlelint: error: {error}")
    if len(learned.errors) > _SHOWN_ERRORS:
        more = numbered(len(learned.errors) - _SHOWN_ERRORS, "more article")
        complain(f"articlelint: error: {more} could not be read")
    learned_from = numbered(learned.articles, "article")
    sys.stdout.write(
        f"{line_of(str(into))}: learned from {learned_from}, of which {learned.new:,} are new "
        f"and {learned.copies:,} near copies of earlier ones.\n"
    )
    sys.stdout.write(_dates_of(learned))
    if learned.left_out:
        sys.stdout.write(f"{numbered(learned.left_out, 'file')} left out: of no format that is read.\n")


def _dates_of(learned: Learned) -> str:
    """The line about the dates, by which people see whether they were found."""
    if not learned.first:
        return "No article has a date: --date names the key that it is under.\n"
    without = f"; {learned.undated:,} without a date" if learned.undated else ""
    return f"The articles are of {learned.first} to {learned.last}{without}.\n"


@command.command("ask")
@click.argument("name", metavar="NAME")
@click.option(
    "--archive",
    "file",
    type=click.Path(path_type=Path),
    default=ARCHIVE,
    show_default=True,
    help="The file that archive learn has written.",
)
@click.option(
    "--output-format", type=click.Choice(["table", "csv", "json"]), default="table", help="[default: table]"
)
def ask(name: str, *, file: Path, output_format: str) -> int:
    """
    Say how the house writes a name or a word, since when, and which desks do.

    Exit code: 0; 1 if the archive does not have it; 2 if something is wrong.
    """
    from articlelint.archive.asking import ask as ask_archive
    from articlelint.archive.model import Model
    from articlelint.cli import archive_output

    with Model(file) as model:
        answers = ask_archive(model, name)
        last = model.about["last"]
    if output_format == "json":
        archive_output.write_json(answers, sys.stdout.write)
    elif output_format == "csv":
        archive_output.write_csv(answers, sys.stdout.write)
    else:
        archive_output.write_table(name, answers, last, sys.stdout.write)
    return 0 if answers else 1
