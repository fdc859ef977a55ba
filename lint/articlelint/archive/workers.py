"""Mapping shards in this process, or in several on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import Connection

from articlelint.archive.mapping import Shard
from articlelint.errors import ReadError
from articlelint.run.interrupts import interrupts_deferred

MapShard = Callable[[Shard], str]
AHEAD = 2
"""How many shards each worker is sent in advance."""


def map_all(function: MapShard, shards: Iterable[Shard], workers: int) -> Iterator[Shard]:
    """Map shards, with several processes if there are to be more than one, and yield each when it is done."""
    if workers == 1:
        for shard in shards:
            function(shard)
            yield shard
        return
    # The processes begin anew: one that is copied from this one would lack the threads of pyarrow.
    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    with ours, ProcessPoolExecutor(workers, context, _end_with, (theirs,)) as pool:
        waiting: dict[Future[str], Shard] = {}
        try:
            for shard in shards:
                with interrupts_deferred():  # submit() starts a process
                    future = pool.submit(function, shard)
                waiting[future] = shard
                if len(waiting) >= workers * AHEAD:
                    yield from _done(waiting)
            while waiting:
                yield from _done(waiting)
        except BrokenProcessPool:
            raise ReadError(
                "a worker process has died (it was killed, or memory was short); run the command again: "
                "it goes on where it was"
            ) from None
        except BaseException:
            ours.close()  # so that nobody waits for what the workers are doing
            raise


def _done(waiting: dict[Future[str], Shard]) -> Iterator[Shard]:
    """Wait until a shard is done, take those that are out of the dictionary, and yield them."""
    finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in finished:
        shard = waiting.pop(future)
        future.result()
        yield shard


def _end_with(connection: Connection) -> None:
    """
    Prepare a worker: it ends when the other end of a pipe is closed, and leaves Ctrl-C to its parent.

    The other end is closed too when the parent is killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        with suppress(EOFError, OSError):
            connection.recv()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
