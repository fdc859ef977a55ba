"""A progress bar on stderr for long runs at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.discovery import Found

MINIMUM = 200
"""Files from which a run counts as long; fewer are done before a bar could be read."""


def progress(files: Iterable[Found], *, wanted: bool) -> Iterable[Found]:
    """The files, with a bar on stderr where it is a terminal, is wanted, and there are many."""
    if not wanted or not sys.stderr.isatty():
        return files
    listed = list(files)
    return _bar(listed) if len(listed) >= MINIMUM else listed


def _bar(files: list[Found]) -> Iterator[Found]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading articles", total=len(files))
        for file in files:
            yield file
            bar.advance(task)
