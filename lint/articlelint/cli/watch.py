"""``--watch``: check again whenever an article changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from articlelint.cli.output import complain
from articlelint.config.discovery import known_suffixes
from articlelint.config.nearest import PROJECT_FILE
from articlelint.config.settings import FILE_NAME
from articlelint.errors import ArticlelintError, UsageError
from articlelint.plugins.loading import load


def watch(paths: tuple[str, ...], check: Callable[[], int]) -> int:
    """Run the check now, and again after every change to an article or a configuration file, until Ctrl-C."""
    try:
        from watchfiles import Change
        from watchfiles import watch as changes
    except ImportError:
        raise UsageError(
            "--watch needs the watchfiles package: pip install watchfiles "
            "(after pipx: pipx inject articlelint watchfiles)"
        ) from None

    roots = [Path(path) for path in paths or (".",)]
    suffixes = known_suffixes(load().parsers)
    settings = {FILE_NAME, PROJECT_FILE}
    named = {root.absolute() for root in roots}

    def matters(_change: Change, name: str) -> bool:
        path = Path(name)
        return path.suffix.lower() in suffixes or path.name in settings or path.absolute() in named

    missing = [root for root in roots if not root.exists()]
    if "" in paths:
        raise UsageError("--watch: a path is empty; name a file or a folder, or . for the current folder")
    if missing:
        raise UsageError(f"--watch: {missing[0]}: no such file or folder")
    _once(check)
    for changed in changes(*roots, watch_filter=matters, raise_interrupt=False):
        names = sorted({Path(name).name for _, name in changed})
        click.echo(err=True)
        complain(f"{', '.join(names)} changed; checking again.")
        _once(check)
    return 0


def _once(check: Callable[[], int]) -> None:
    """Run the check once. An error, such as a half-written setting, must not end the watch."""
    try:
        check()
    except ArticlelintError as error:
        complain(f"articlelint: error: {error}")
    sys.stdout.flush()
