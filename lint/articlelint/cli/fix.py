"""``articlelint fix``: the same as ``check --fix``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.cli.check_runner import check
from articlelint.cli.options import lint_options


@click.command("fix")
@lint_options
@click.option("--unsafe-fixes", is_flag=True, help="Also apply the fixes that may change the meaning.")
@click.option("--diff", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="The format of the findings that are left; check --help lists the formats.",
)
@click.option(
    "--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write the findings to this file."
)
@click.option("-q", "--quiet", is_flag=True, help="Print no summary.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Apply the safe fixes and list the findings that are left.

    Words in quotation marks are never changed. The exit code is that of check.
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
