"""``--watch``: check again whenever an article changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from articlelint.config.settings import FILE_NAME
from articlelint.errors import ArticlelintError, UsageError
from articlelint.markup import SUFFIXES


def watch(paths: tuple[str, ...], check: Callable[[], int]) -> int:
    """Run the check now, and again after every change to an article or a configuration file, until Ctrl-C."""
    try:
        from watchfiles import Change
        from watchfiles import watch as changes
    except ImportError:
        raise UsageError("--watch needs the watchfiles package: pip install 'articlelint[watch]'") from None

    def matters(_change: Change, name: str) -> bool:
        return Path(name).suffix.lower() in SUFFIXES or Path(name).name == FILE_NAME

    roots = [Path(path) for path in paths or (".",)]
    missing = [root for root in roots if not root.exists()]
    if missing:
        raise UsageError(f"--watch: {missing[0]}: no such file or folder")
    _once(check)
    for changed in changes(*roots, watch_filter=matters, raise_interrupt=False):
        names = sorted({Path(name).name for _, name in changed})
        click.echo(f"\n{', '.join(names)} changed; checking again.", err=True)
        _once(check)
    return 0


def _once(check: Callable[[], int]) -> None:
    """Run the check once. An error, such as a half-written setting, must not end the watch."""
    try:
        check()
    except ArticlelintError as error:
        click.echo(f"articlelint: error: {error}", err=True)
    sys.stdout.flush()
