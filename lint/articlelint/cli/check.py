"""``articlelint check``: the options of the main command."""

from __future__ import annotations

import click

from articlelint.cli.checking import run
from articlelint.cli.declared import CHECKING
from articlelint.cli.options import declared, lint_options

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any


@click.command("check")
@lint_options
@declared(CHECKING)
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Lint articles.

    PATHS are files, folders or globs; - is standard input. The default is the current folder.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something is wrong.
    """
    return run(paths, **options)
