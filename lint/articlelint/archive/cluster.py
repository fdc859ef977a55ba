"""Mapping shards on a cluster of Dask: the same function as on one machine, called by its workers."""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Self

import distributed

from articlelint.archive.mapping import Shard, code_digest
from articlelint.archive.workers import MapShard
from articlelint.errors import ReadError, UsageError

_dask: Any = distributed  # it has few types
RETRIES = 3
"""How often a shard is tried again whose worker has died, or that could not be read."""
AHEAD = 4
"""How many shards each worker is sent in advance."""


class Cluster:
    """
    The workers of a scheduler, or of a cluster of one machine where no address is given.

    Use it in a ``with`` statement; ``map_all`` is what ``learn`` takes. The work folder must be one that all
    workers see under the same path, and so must the sources be.
    """

    def __init__(self, address: str, workers: int) -> None:
        """Connect to the scheduler. Raises UsageError if that fails, or if workers have other code."""
        try:
            if address:
                self._client = _dask.Client(address, timeout="20s")
            else:
                self._client = _dask.Client(
                    n_workers=workers,
                    threads_per_worker=1,  # rules keep what they know of their last document
                    dashboard_address=None,
                    silence_logs=logging.ERROR,
                )
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler: {address}: no scheduler answers: {error}") from None
        try:
            self._check_workers()
        except BaseException:
            self._client.close()
            raise

    def _check_workers(self) -> None:
        """Raise UsageError unless all workers have the code that this process has, and one thread each."""
        if any(worker["nthreads"] > 1 for worker in self._workers.values()):
            # What a plugin prints is kept out of the output for the whole process.
            raise UsageError("--scheduler: its workers have several threads: start them with --nthreads 1")
        own = code_digest()
        digests: dict[str, str] = self._client.run(code_digest)
        if not digests:
            raise UsageError("--scheduler: it has no workers: start some, then run the command again")
        others = sorted(worker for worker, digest in digests.items() if digest != own)
        if others:
            raise UsageError(
                f"--scheduler: worker {others[0]} has another version of articlelint or its plugins; "
                "install the same everywhere"
            )

    @property
    def _workers(self) -> dict[str, Any]:
        """What the scheduler says of each worker."""
        workers: dict[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        return workers

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._client.close()

    def map_all(self, function: MapShard, shards: Iterable[Shard]) -> Iterator[Shard]:
        """Map shards on the cluster, and yield each when it is done."""
        to_send = iter(shards)
        waiting: dict[Any, Shard] = {}
        done = _dask.as_completed()

        def send(number: int) -> None:
            for shard in islice(to_send, number):
                future = self._client.submit(function, shard, retries=RETRIES, pure=False)
                waiting[future] = shard
                done.add(future)

        send(AHEAD * len(self._workers))
        while waiting:
            future = next(done)
            try:
                future.result()
            except (_dask.scheduler.KilledWorker, CancelledError) as error:
                raise ReadError(
                    f"the cluster could not read a shard ({type(error).__name__}); run the command again: "
                    "it goes on where it was"
                ) from None
            yield waiting.pop(future)
            send(1)
