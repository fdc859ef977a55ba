"""Work on a cluster of Dask: the same functions as on one machine, called by its workers."""

from __future__ import annotations

import logging
import sys
from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import resource_tracker
from typing import Any, NamedTuple, Self, TypeVar

import distributed

from articlelint.errors import UsageError
from articlelint.run.interrupts import interrupts_deferred

_dask: Any = distributed  # it has few types
RETRIES = 3
"""How often an item is tried again whose worker has died, or that could not be read."""
AHEAD = 4
"""How many items each worker is sent in advance."""

Item = TypeVar("Item")
Result = TypeVar("Result")


class Lost(NamedTuple):
    """Stands for the result of an item whose workers have died each time that it was tried."""

    why: str


class Cluster:
    """
    The workers of a scheduler, or of a cluster of one machine where no address is given.

    Use it in a ``with`` statement. ``digest`` is a function of a module that returns a digest of the code
    that is needed. The files that are read and written must be under the same paths on all machines.
    """

    def __init__(self, address: str, workers: int, digest: Callable[[], str]) -> None:
        """Connect to the scheduler. Raises UsageError if that fails, or if workers have other code."""
        try:
            self._client = _dask.Client(address, timeout="20s") if address else _of_this_machine(workers)
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler: {address}: no scheduler answers: {error}") from None
        try:
            self._check_workers(digest)
        except BaseException:
            self._client.close()
            raise

    def _check_workers(self, digest: Callable[[], str]) -> None:
        """Raise UsageError unless all workers have the code that this process has, and one thread each."""
        if any(worker["nthreads"] > 1 for worker in self._workers.values()):
            # What a plugin prints is kept out of the output for the whole process.
            raise UsageError("--scheduler: its workers have several threads: start them with --nthreads 1")
        own = digest()
        digests: dict[str, str] = self._client.run(digest)
        if not digests:
            raise UsageError("--scheduler: it has no workers: start some, then run the command again")
        others = sorted(worker for worker, theirs in digests.items() if theirs != own)
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

    def map_all(
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """
        Call a function of a module for each item on the cluster; yield the items and results in order.

        What the function raises is raised here, after it was tried again.
        """
        to_send = iter(items)
        waiting: deque[tuple[Any, Item]] = deque()

        def send(number: int) -> None:
            for item in islice(to_send, number):
                waiting.append((self._client.submit(function, item, retries=RETRIES, pure=False), item))

        send(AHEAD * len(self._workers))
        while waiting:
            future, item = waiting.popleft()
            try:
                yield item, future.result()
            except (_dask.scheduler.KilledWorker, CancelledError) as error:
                yield item, Lost(type(error).__name__)
            send(1)


def _of_this_machine(workers: int) -> Any:
    """Start a cluster of this machine and return its client; Ctrl-C counts when all its workers run."""
    client: Any = None
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # when it is started, it allows signals that were blocked
    try:
        with interrupts_deferred():  # the threads that are made here start workers, also later
            client = _dask.Client(
                n_workers=workers,
                threads_per_worker=1,  # rules keep what they know of their last document
                dashboard_address=None,
                silence_logs=logging.ERROR,
            )
    except BaseException:
        if client is not None:
            client.close()
        raise
    return client
