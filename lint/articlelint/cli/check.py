"""``articlelint check``: the options of the main command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.cli.check_runner import run
from articlelint.cli.options import lint_options


@click.command("check")
@lint_options
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="full, concise, json, ... (see the guide) or a plugin's; repeat with a file name for several.",
)
@click.option("--output-file", type=click.Path(path_type=Path), help="Write findings there.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@click.option("--stdin-filename", metavar="NAME", help="The file that standard input stands for.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress bar.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: those that may change the meaning, too."
)
@click.option("--diff", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Known findings stay quiet.")
@click.option("--diff-from", metavar="REF", help="Only findings on lines changed since a git revision.")
@click.option("--add-ignore", metavar="REASON", help="Write an inline ignore for every finding.")
@click.option("--watch", is_flag=True, help="Check again whenever an article changes.")
@click.option("--staged", is_flag=True, help="What is staged in git, not what lies on disk.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Lint articles.

    PATHS are files, folders or globs; - is standard input. The default is the current folder.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something is wrong.
    """
    return run(paths, **options)
