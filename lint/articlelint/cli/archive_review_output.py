"""The proposals of an archive, with what was decided: a table for people, CSV and JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from articlelint.archive.proposals import Proposal
from articlelint.archive.review import Review
from articlelint.archive.style_file import Kept
from articlelint.cli.archive_output import write_csv_rows
from articlelint.cli.tables import cell, print_table
from articlelint.report.escape import write_json_list
from articlelint.report.wording import numbered

Write = Callable[[str], object]
Listed = Iterable[tuple[Proposal, Kept]]


def write(output_format: str, review: Review, listed: Listed, base: str, out: Write) -> None:
    """Write the proposals in a format."""
    if output_format == "json":
        write_json_list(_rows(review, listed, base), out)
    elif output_format == "csv":
        write_csv_rows(_COLUMNS, map(_flat, _rows(review, listed, base)), out)
    else:
        _write_table(list(listed), out)


_COLUMNS = (
    "key kind use avoid decided articles others decision by date of_another_form years examples".split()
)


def _rows(review: Review, listed: Listed, base: str) -> Iterator[dict[str, Any]]:
    return (review.as_dict(proposal, kept, base) for proposal, kept in listed)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row without lists, as CSV has it: ``color 2020:12;color 2021:3``."""
    years = (
        f"{form} {year}:{number}" for form, each in row["years"].items() for year, number in each.items()
    )
    sentences = (f"{each['sentence']} ({each['article']}:{each['line']})" for each in row["examples"])
    return {
        **row,
        "avoid": ";".join(row["avoid"]),
        "years": ";".join(years),
        "examples": " | ".join(sentences),
    }


def _write_table(listed: list[tuple[Proposal, Kept]], out: Write) -> None:
    from rich import box
    from rich.table import Table

    if not listed:
        out("The archive proposes nothing.\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("Key", "Write", "Not"):
        table.add_column(heading, overflow="fold")
    for heading in ("Articles", "Others"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("Decision", "By", "Date"):
        table.add_column(heading, overflow="fold")
    for proposal, kept in listed:
        counts = (f"{proposal.articles:,}", f"{proposal.others:,}")
        other = " (another form)" if kept.is_of_another_form(proposal) else ""
        said = (kept.decision.value + other, kept.by, kept.date)
        table.add_row(*map(cell, (proposal.name, proposal.use, ", ".join(proposal.avoid), *counts, *said)))
    print_table(table, out)
    out(f"{numbered(len(listed), 'proposal')}.\n")
