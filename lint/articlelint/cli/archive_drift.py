"""``articlelint archive drift``: what the house writes otherwise than it did."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from articlelint.archive.drift import FEWEST, MOVED, Drift, drifts
from articlelint.archive.model import Model
from articlelint.cli.archive_options import ARCHIVE_ARGUMENT, KIND
from articlelint.cli.archive_output import write_csv_rows
from articlelint.cli.options import probability
from articlelint.cli.tables import cell, print_table
from articlelint.errors import UsageError, nearest
from articlelint.plugins.loading import load_archive_kinds
from articlelint.report.escape import write_json_list
from articlelint.report.wording import numbered
from articlelint.source import replace_file

if TYPE_CHECKING:
    from articlelint.report.html_chart import Series

Write = Callable[[str], object]
_COLUMNS = (
    "kind key before after since moved first_year last_year share_before share_after articles years".split()
)


@click.command("drift")
@ARCHIVE_ARGUMENT
@click.option(
    "--moved",
    callback=probability,
    metavar="NUMBER",
    help=f"By how much a share must have moved, from 0 to 1.  [default: {MOVED}]",
)
@click.option(
    "--fewest",
    type=click.IntRange(1),
    default=FEWEST,
    show_default=True,
    metavar="N",
    help="Leave out years in which fewer articles have one of the forms.",
)
@KIND
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N.")
@click.option(
    "--output-format",
    type=click.Choice(["table", "csv", "json", "html"]),
    default="table",
    show_default=True,
    help="html has charts.",
)
@click.option("--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
def command(
    file: Path,
    *,
    moved: float | None,
    fewest: int,
    kinds: tuple[str, ...],
    limit: int | None,
    output_format: str,
    output_file: Path | None,
) -> int:
    """
    Say what the house writes otherwise than it did.

    The first and the last year of each key are compared: the most frequent form is another, or a share has
    moved by at least --moved. ARCHIVE is the file that archive learn has written (archive.articlelint).
    """
    known = load_archive_kinds()
    for kind in kinds:
        if kind not in known:
            there = ", ".join(known)
            raise UsageError(f"--kind: there is no kind '{kind}'{nearest(kind, known)} (there are: {there})")
    with Model(file) as model:
        found = drifts(model.contested(), moved=MOVED if moved is None else moved, fewest=fewest, kinds=kinds)
    left = len(found) - limit if limit is not None and limit < len(found) else 0
    found = found[:limit]
    parts: list[str] = []
    if output_format == "json":
        write_json_list((_row(each) for each in found), parts.append)
    elif output_format == "csv":
        write_csv_rows(_COLUMNS, (_flat(_row(each)) for each in found), parts.append)
    elif output_format == "html":
        parts.extend(_page(found, left))
    else:
        _write_table(found, left, parts.append)
    _write("".join(parts), output_file)
    return 0


def _write(text: str, file: Path | None) -> None:
    if file is None:
        sys.stdout.write(text)
        return
    try:
        replace_file(file, text.encode(errors="replace"))
    except OSError as error:
        raise UsageError(f"--output-file: {file}: cannot be written: {error.strerror or error}") from None


def _row(drift: Drift) -> dict[str, Any]:
    first, last = drift.years[0], drift.years[-1]
    return {
        "kind": drift.kind,
        "key": drift.key,
        "before": drift.before,
        "after": drift.after,
        "since": drift.since,
        "moved": drift.moved,
        "first_year": first,
        "last_year": last,
        "share_before": round(drift.share(drift.moved, first), 3),
        "share_after": round(drift.share(drift.moved, last), 3),
        "articles": drift.articles,
        "years": {form.form: {year: form.years.get(year, 0) for year in drift.years} for form in drift.forms},
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row as CSV has it: ``color 2020:12;color 2021:3``."""
    years = row["years"].items()
    cells = (f"{form} {year}:{number}" for form, counts in years for year, number in counts.items())
    return {**row, "years": ";".join(cells)}


def _write_table(found: list[Drift], left: int, write: Write) -> None:
    from rich import box
    from rich.table import Table

    if not found:
        write("Nothing has changed.\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Kind", no_wrap=True)
    for heading in ("Was", "Is"):
        table.add_column(heading, overflow="fold")
    for heading in ("Since", "Years"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Share", overflow="fold")
    table.add_column("Articles", justify="right", no_wrap=True)
    for each in found:
        years = f"{each.years[0]}–{each.years[-1]}"
        cells = (each.kind, each.before, each.after, each.since or "–", years, _shares(each))
        table.add_row(*map(cell, (*cells, f"{each.articles:,}")))
    print_table(table, write)
    write(f"{numbered(len(found), 'change')}{f', and {left:,} more' if left else ''}.\n")


def _shares(drift: Drift) -> str:
    """The form whose share has moved, and from where to where: ``Kyiv 4% to 97%``."""
    first, last = (drift.share(drift.moved, drift.years[at]) for at in (0, -1))
    return f"{drift.moved} {first:.0%} to {last:.0%}"


def _page(found: list[Drift], left: int) -> Iterator[str]:
    """The page with charts, in the style of the ``html`` format of a check."""
    from importlib.resources import files

    from articlelint.report.escape import web_page
    from articlelint.report.html import page_head
    from articlelint.report.html_chart import share_chart

    styles = files("articlelint.report") / "html_files"
    style = "".join((styles / name).read_text(encoding="utf-8") for name in ("style.css", "chart.css"))
    title = f"{numbered(len(found), 'change')} of style{f', and {left:,} more' if left else ''}"
    yield page_head(title, style)
    yield f"<!-- articlelint: ignore-file -->\n<header>\n<h1>articlelint: {title}</h1>\n</header>\n<main>\n"
    for number, each in enumerate(found, 1):
        what = f"{each.before} → {each.after}" if each.before != each.after else each.after
        since = f", since {each.since}" if each.since else ""
        about = f"{each.kind} {each.key} · {numbered(each.articles, 'article')} · {_shares(each)}{since}"
        yield f"<section>\n<h2>{web_page(what)}</h2>\n<p>{web_page(about)}</p>\n"
        yield share_chart(number, f"Share of the forms by year: {what}", each.years, _series(each))
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _series(drift: Drift) -> list[Series]:
    from articlelint.report.html_chart import Series

    return [Series(form.form, form.years) for form in drift.forms]
