"""Linting on a cluster of Dask: each worker makes the engine that the options ask for, once for a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from articlelint.cli.setup import make_engine
from articlelint.config.discovery import Found
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.plugins.loading import load
from articlelint.report.base import FileResult
from articlelint.run.cluster import Cluster, Lost
from articlelint.run.code_digest import digest_of

BATCH = 16
"""How many files a worker is sent together: a second or two of work."""


class Run(NamedTuple):
    """What a worker must know of a run."""

    name: str
    """Different for each run, so that a worker reads the configuration anew."""
    folder: str
    """The current folder, from which paths are told."""
    options: tuple[tuple[str, Any], ...]
    """The options of ``make_engine``."""


class Batch(NamedTuple):
    """Files that a worker lints together."""

    run: Run
    files: tuple[Found, ...]


def lint_on_cluster(
    files: Iterable[Found], options: Mapping[str, Any], scheduler: str, workers: int
) -> Iterator[FileResult]:
    """
    Lint files on a cluster, and yield the results in the order of the files.

    ``options`` are those of ``make_engine``. An empty address starts a cluster of this machine. Raises
    UsageError if there is no cluster, or if a worker cannot use the configuration.
    """
    run = Run(uuid4().hex, str(Path.cwd()), tuple(options.items()))
    with Cluster(scheduler, workers, digest_of_plugins) as cluster:
        yield from results_in_order(cluster, _batches(run, files))


def digest_of_plugins() -> str:
    """Return a digest of articlelint and of the installed plugins that read or check articles."""
    return digest_of(load().packages)


def _batches(run: Run, files: Iterable[Found]) -> Iterator[Batch]:
    rest = iter(files)
    while batch := tuple(islice(rest, BATCH)):
        yield Batch(run, batch)


def results_in_order(cluster: Cluster, batches: Iterable[Batch]) -> Iterator[FileResult]:
    """Yield the results; a file whose worker dies each time gets one with an error, and no other does."""
    for batch, results in cluster.map_all(lint_batch, batches):
        if not isinstance(results, Lost):
            yield from results
        elif len(batch.files) > 1:
            yield from results_in_order(cluster, [Batch(batch.run, (file,)) for file in batch.files])
        else:
            for file in batch.files:  # there is one
                error = f"{file.path}: internal error: the worker that read it has died ({results.why})"
                yield FileResult(file.path, errors=(error,))


def lint_batch(batch: Batch) -> list[FileResult]:
    """Lint the files of a batch, on a worker. Raises UsageError if the worker has not the current folder."""
    try:
        os.chdir(batch.run.folder)
    except OSError as error:
        raise UsageError(
            f"--scheduler: {batch.run.folder}: a worker cannot open it ({error.strerror}); all machines need "
            "the articles under the same path"
        ) from None
    engine = _engine(batch.run)
    return [engine.lint_file(file) for file in batch.files]


@lru_cache(maxsize=1)
def _engine(run: Run) -> Engine:
    """The engine of a run."""
    return make_engine(**dict(run.options))
