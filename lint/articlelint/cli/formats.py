"""``articlelint formats``: the formats of articles that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from articlelint.cli.output import echo
from articlelint.markup import BUILT_IN, parser_named
from articlelint.markup.file_formats import FORMATS
from articlelint.plugins.loading import load
from articlelint.report.escape import to_json

_TEXTS = {
    "plain": "paragraphs, list items and quotations of plain text",
    "markdown": "the text of Markdown, and titles in its front matter",
    "html": "the text of a web page that its readers see",
}


class _Row(NamedTuple):
    """What is said of a format."""

    name: str
    suffixes: tuple[str, ...]
    only_named: bool
    reads: str
    place: str
    fixes: bool | None
    """Whether ``fix`` can change such files; None where only the plugin knows."""
    missing_extra: str = ""


@click.command("formats")
@click.option(
    "--output-format", type=click.Choice(["table", "json"]), default="table", help="[default: table]"
)
def command(output_format: str) -> int:
    """
    List the formats of articles that can be read.

    Each with the suffixes of its files, what of a file is read, how the place of a finding is told, and
    whether the command fix can change such files. --format NAME reads every file in one of them.
    """
    rows = list(_rows())
    if output_format == "json":
        click.echo(to_json([_as_dict(row) for row in rows], indent=1))
        return 0
    for row in rows:
        echo(_line(row))
    if any(row.only_named for row in rows):
        click.echo("\n* In a folder, these files are left out; name them, or give --format.")
    click.echo("\nA .zip file that is named stands for the articles in it; it is only read.")
    return 0


def _rows() -> Iterator[_Row]:
    for name, built_in in BUILT_IN.items():
        yield _Row(
            name, built_in.suffixes, only_named=False, reads=_TEXTS[name], place="line and column", fixes=True
        )
    for name, each in FORMATS.items():
        # A schema without suffixes of its own is recognised in the files of another format.
        suffixes = each.suffixes or parser_named(name).suffixes
        only_named = each.only_named or not each.suffixes
        yield _Row(name, suffixes, only_named, each.reads, each.place, each.fixes, each.missing_extra)
    registry = load()
    for parser in {id(parser): parser for parser in registry.parsers.values()}.values():
        reads = f"read by {registry.plugin_of(parser)}"
        yield _Row(parser.name, parser.suffixes, only_named=False, reads=reads, place="", fixes=None)


def _line(row: _Row) -> str:
    """A format in two or three lines."""
    suffixes = " ".join(row.suffixes) + (" *" if row.only_named else "")
    told = [f"place: {row.place}"] if row.place else []
    if row.fixes is not None:
        told.append("fix works" if row.fixes else "read only")
    if row.missing_extra:
        told.append(f'not installed: pip install "articlelint[{row.missing_extra}]"')
    return "\n".join(
        [f"{row.name:12}  {suffixes}", f"  {row.reads}", *([f"  {'; '.join(told)}"] if told else [])]
    )


def _as_dict(row: _Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "suffixes": list(row.suffixes),
        "only_named": row.only_named,
        "reads": row.reads,
        "place": row.place or None,
        "fixes": row.fixes,
        "missing_extra": row.missing_extra or None,
    }
