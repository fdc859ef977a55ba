"""``articlelint import-vale``: from a ``.vale.ini`` to an ``.articlelint.toml``."""

from __future__ import annotations

from pathlib import Path

import click

import articlelint as al
from articlelint.commands import FILE_NAME, UsageError, replace_file
from articlelint_vale.importer import Importer
from articlelint_vale.ini import read_ini


@click.command("import-vale", short_help="Write an .articlelint.toml that does what a .vale.ini does.")
@click.argument("file", type=click.Path(path_type=Path), default=".vale.ini")
@click.argument("target", required=False)
@click.option("--stdout", is_flag=True, help="Print it and write nothing, as TARGET - does.")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
def command(file: Path, target: str | None, *, stdout: bool, force: bool) -> int:
    """
    Write what FILE, a .vale.ini, says as an .articlelint.toml.

    It is written beside FILE, or to TARGET. The styles stay where they are. What has no counterpart is named
    in comments.
    """
    printed = stdout or target == "-"
    wanted = file.parent / FILE_NAME if target is None or printed else Path(target)
    if wanted.is_dir():
        wanted /= FILE_NAME
    if not printed and not force and wanted.exists():
        raise UsageError(f"{wanted} is there already; --force overwrites it, --stdout prints")
    text = _importer(file, wanted.parent).text()
    if printed:
        click.echo(text, nl=False)
        return 0
    try:
        replace_file(wanted, text.encode())
    except OSError as error:
        raise UsageError(f"{wanted}: cannot be written: {error.strerror or error}") from None
    click.echo(f"Wrote {wanted}. Next: articlelint check")
    return 0


def _importer(file: Path, target: Path) -> Importer:
    return Importer(read_ini(al.read_setting_file(file, str(file)), str(file)), file, target)
