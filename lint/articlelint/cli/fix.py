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
@click.option("--stdin-filename", metavar="NAME", help="The file name that standard input stands for.")
@click.option("-q", "--quiet", is_flag=True, help="Print no summary.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Apply the safe fixes and list the findings that are left.

    Words in quotation marks are never changed. With - as PATHS, an article is read from standard input, and
    written with its fixes to standard output; the findings go to standard error. The exit code is that of
    check.
    """
    return check(
        paths,
        fix=True,
        add_ignore=None,
        statistics=False,
        baseline=None,
        diff_from=None,
        staged=False,
        **options,
    )
