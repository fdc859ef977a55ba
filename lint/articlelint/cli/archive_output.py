"""What an archive says of a name or a word: a table for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from articlelint.archive.asking import Answer
from articlelint.archive.forms import Form
from articlelint.cli.tables import cell, print_table
from articlelint.report.escape import line_of, visible, write_json_list

Write = Callable[[str], object]
_DESKS = 3
"""How many desks the table names; CSV and JSON name all."""
_COLUMNS = "kind key form decided articles share uses quoted first last years desks".split()
_PAIRS = ("years", "desks")


def _rows(answers: Iterable[Answer]) -> Iterator[dict[str, Any]]:
    for answer in answers:
        for form, decided in answer.entries:
            row = {**form._asdict(), "decided": decided, "share": round(answer.share(form), 3)}
            yield {name: row[name] for name in _COLUMNS}


def write_json(answers: Iterable[Answer], write: Write) -> None:
    """Write a list with an object for each form."""
    write_json_list(_rows(answers), write)


def write_csv(answers: Iterable[Answer], write: Write) -> None:
    """Write a line for each form; years and desks are pairs such as ``2020:12`` with semicolons between."""
    write_csv_rows(_COLUMNS, map(_flat, _rows(answers)), write)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    pairs = {name: ";".join(f"{each}:{number}" for each, number in row[name].items()) for name in _PAIRS}
    return {**row, **pairs}


def write_csv_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], write: Write) -> None:
    """Write a line with the names of the columns, and one for each row."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_safe(row[name]) for name in columns)
    write(lines.getvalue())


def _safe(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value


def write_table(name: str, answers: list[Answer], last: str, write: Write) -> None:
    """Write a line for each form, with when and where it is written, and what is decided."""
    from rich import box
    from rich.table import Table

    if not answers:
        write(f"The archive does not have “{line_of(name)}”.\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Kind", overflow="fold")
    table.add_column("Form", overflow="fold")
    for heading in ("Articles", "Share"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("First", "Last"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Desks", overflow="fold")
    table.add_column("Decided", no_wrap=True)
    kinds = Counter(answer.kind for answer in answers)
    for answer in answers:
        # Several people may have a surname: the key tells them apart.
        name = f"{answer.kind}:{answer.key}" if kinds[answer.kind] > 1 else answer.kind
        for number, (form, decided) in enumerate(answer.entries):
            kind = name if number == 0 else ""
            table.add_row(*map(cell, (kind, *_cells(answer, form), "yes" if decided else "")))
    print_table(table, write)
    write(f"The last article of the archive is of {visible(last)}.\n" if last else "")
    undecided = sum(not answer.decided for answer in answers)
    if undecided:
        fewer = "fewer than 20 articles, or less than 90 % of them or of the last two years’ for one form"
        write(f"Undecided: {undecided} of {len(answers)} ({fewer}).\n")


def _cells(answer: Answer, form: Form) -> tuple[str, ...]:
    desks = ", ".join(f"{desk} {number:,}" for desk, number in islice(form.desks.items(), _DESKS))
    more = ", …" if len(form.desks) > _DESKS else ""
    share = f"{answer.share(form):.0%}"
    return (form.form, f"{form.articles:,}", share, form.first or "–", form.last or "–", desks + more)
