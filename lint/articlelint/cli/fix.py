"""``articlelint fix``: ``check --fix`` under a name of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.cli.check_runner import check
from articlelint.cli.options import lint_options


@click.command("fix")
@lint_options
@click.option("--unsafe-fixes", is_flag=True, help="Also fixes that may change the meaning.")
@click.option("--diff", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option("--output-format", "formats", multiple=True, metavar="FORMAT[:FILE]", help="For what is left.")
@click.option("--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write findings there.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Apply the safe fixes and list what is left.

    Words inside quotation marks are never changed. Exit code as for check.
    """
    return check(
        paths,
        fix=True,
        add_ignore=None,
        statistics=False,
        stdin_filename=None,
        baseline=None,
        diff_from=None,
        staged=False,
        **options,
    )
