"""A progress bar on stderr for long runs at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from articlelint.report.base import FileResult

PATIENCE = 1.0
"""How many seconds a run takes before the bar is shown."""


def visible() -> bool:
    """Whether standard error is a terminal, so that a bar would be seen."""
    return sys.stderr.isatty()


def progress(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    """Yield the results, with a bar on stderr if the run takes long."""
    started = time.monotonic()
    stream = iter(results)
    count = 0
    for result in stream:
        count += 1
        yield result
        if time.monotonic() - started > PATIENCE:
            break
    else:
        return
    yield from _bar(stream, count, total)


def _bar(results: Iterator[FileResult], count: int, total: int) -> Iterator[FileResult]:
    from rich.console import Console
    from rich.progress import Progress

    # While the bar is shown, rich prints above it what is written to the same terminal.
    with Progress(
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
        redirect_stderr=True,
    ) as bar:
        task = bar.add_task("Reading articles", total=total, completed=count)
        for result in results:
            yield result
            bar.advance(task)
