"""The statistics of articles, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from articlelint.cli.tables import cell, print_table
from articlelint.model import Location, Place
from articlelint.report.escape import shown_path, to_json, visible
from articlelint.report.json import as_location
from articlelint.report.wording import at, counted
from articlelint.run.measurer import Measured, Total
from articlelint.run.statistics import WORDS_PER_MINUTE, Quoted, Statistics

NOBODY = "(no speaker in reach)"
_TOP = 10
"""How many speakers of several articles the table names; JSON names all."""

Write = Callable[[str], object]


def write_json(articles: Iterable[Measured], total: Total, write: Write, *, only_total: bool) -> None:
    """Write one object: the articles, as they arrive, and the total."""
    separator = '{\n"articles": [\n'
    for measured in articles:
        if not only_total:
            row = {"path": measured.path, **_row(measured.statistics, measured)}
            write(separator + to_json(row))
            separator = ",\n"
    write('{\n"articles": [],\n' if separator.startswith("{") else "\n],\n")
    longest = total.longest[0] if total.longest else None
    row = _row(total.statistics, longest)
    if longest is not None:
        row["longest_sentence"]["path"] = longest.path
    write(f'"total": {to_json({"articles": total.articles, **row})},\n')
    write(f'"words_per_minute": {WORDS_PER_MINUTE}\n}}\n')


def _row(figures: Statistics, longest: Measured | None) -> dict[str, Any]:
    running, quoted = figures.running, figures.quoted
    return {
        "words": figures.words,
        "sentences": running.sentences,
        "running_words": running.words,
        "syllables": running.syllables,
        "flesch_reading_ease": round(running.ease, 1) if running.words else None,
        "flesch_kincaid_grade": round(running.grade, 1) if running.words else None,
        "reading_minutes": round(figures.minutes, 2),
        "longest_sentence": figures.longest
        and longest
        and longest.longest
        and {
            "words": figures.longest.words,
            "line": longest.longest.start.line,
            "column": longest.longest.start.column,
            "location": as_location(longest.location),
        },
        "quotations": quoted.quotations,
        "quoted_words": quoted.words,
        "quoted_share": round(quoted.words / figures.words, 3) if figures.words else None,
        "speakers": [
            {"speaker": speaker or None, "quotations": quoted.quotations, "words": quoted.words}
            for speaker, quoted in _by_words(figures.speakers)
        ],
    }


def _by_words(speakers: Mapping[str, Quoted]) -> list[tuple[str, Quoted]]:
    return sorted(speakers.items(), key=lambda item: (-item[1].words, -item[1].quotations, item[0]))


def write_table(articles: Iterable[Measured], total: Total, write: Write, *, only_total: bool) -> None:
    """Write a line for each article and one for all, then who is quoted, then what the figures mean."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Article", overflow="fold")
    for heading in ("Words", "Minutes", "Sentences", "Longest", "Ease", "Grade", "Quotations", "Quoted"):
        table.add_column(heading, justify="right", no_wrap=True)
    for measured in articles:
        if not only_total:
            table.add_row(cell(shown_path(measured.path)), *_cells(measured.statistics, measured))
    if not total.articles:
        return
    if only_total or total.articles > 1:
        table.add_section()
        longest = total.longest[0] if only_total and total.longest else None
        table.add_row(counted(total.articles, "article"), *_cells(total.statistics, longest))
    print_table(table, write)
    if total.speakers:
        print_table(_speakers(total), write)
    if total.longest and total.articles > 1:
        measured, longest_sentence = total.longest
        where = visible(measured.path)
        if measured.longest:
            has_lines = measured.location is None or not measured.location.replaces_lines
            where += f"{':' if has_lines else ': '}{at(measured.longest, measured.location)}"
        write(f"Longest sentence: {longest_sentence.words} words, {where}\n")
    write(
        f"Minutes at {WORDS_PER_MINUTE} words a minute (Brysbaert 2019). "
        "Ease: Flesch, 100 is easy and 0 hard. Grade: Flesch-Kincaid, years of school.\n"
    )


def _cells(figures: Statistics, longest: Measured | None) -> list[str]:
    running = figures.running
    where = f" ({_line(longest.longest, longest.location)})" if longest and longest.longest else ""
    return [
        f"{figures.words:,}",
        f"{figures.minutes:.1f}",
        f"{running.sentences:,}",
        f"{figures.longest.words}{where}" if figures.longest else "–",
        f"{running.ease:.0f}" if running.words else "–",
        f"{running.grade:.1f}" if running.words else "–",
        f"{figures.quoted.quotations:,}",
        f"{figures.quoted.words / figures.words:.0%}" if figures.words else "–",
    ]


def _line(place: Place, location: Location | None) -> str:
    """The line on which a sentence begins; in a file without lines, its paragraph or footnote."""
    if location is not None and location.replaces_lines:
        return f"{location.kind.value} {location.at}"
    return f"line {place.start.line}"


def _speakers(total: Total) -> Any:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Speaker", overflow="fold")
    for heading in ("Quotations", "Words", "Share"):
        table.add_column(heading, justify="right", no_wrap=True)
    speakers = _by_words(total.speakers)
    words = sum(quoted.words for _, quoted in speakers)
    shown = speakers if total.articles == 1 else speakers[:_TOP]
    for speaker, quoted in shown:
        share = f"{quoted.words / words:.0%}" if words else "–"
        table.add_row(cell(speaker or NOBODY), f"{quoted.quotations:,}", f"{quoted.words:,}", share)
    if len(shown) < len(speakers):
        table.add_row(f"and {len(speakers) - len(shown):,} more (--output-format json names them)")
    return table
