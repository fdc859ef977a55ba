"""``articlelint check``: the options of the main command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.cli.check_runner import run
from articlelint.cli.options import cluster_options, lint_options
from articlelint.report import BUILT_IN


@click.command("check")
@lint_options
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help=f"One of {', '.join(BUILT_IN)}, or a format of a plugin.  [default: full]  Repeat it, with file "
    "names, for several.",
)
@click.option("--output-file", type=click.Path(path_type=Path), help="Write the findings to this file.")
@click.option("--open", "open_report", is_flag=True, help="Open the html report in the browser.")
@click.option("--statistics", is_flag=True, help="Print how many findings each rule has, instead.")
@click.option("--stdin-filename", metavar="NAME", help="The file name that standard input stands for.")
@click.option("-q", "--quiet", is_flag=True, help="Print no summary and no progress bar.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff: also apply the fixes that may change the meaning.",
)
@click.option("--diff", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out the findings in this file.")
@click.option("--diff-from", metavar="REF", help="Only findings on lines changed since this revision.")
@click.option("--add-ignore", metavar="REASON", help="Write an ignore with this reason for every finding.")
@click.option("--watch", is_flag=True, help="Check again whenever an article changes.")
@click.option("--staged", is_flag=True, help="Check what is staged in git, not the files on disk.")
@cluster_options
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Lint articles.

    PATHS are files, folders or globs; - is standard input. The default is the current folder. In a folder,
    these are read: plain text (.txt, .text), Markdown (.md, .markdown), web pages (.html, .htm), and other
    formats that articlelint formats lists, with those of plugins.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something is wrong.
    """
    return run(paths, **options)
