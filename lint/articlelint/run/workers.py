"""Linting with several processes: the results in the order of the files, dead processes reported."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Self

from articlelint.config.discovery import Found
from articlelint.errors import ArticlelintError
from articlelint.report.base import FileResult
from articlelint.run.interrupts import interrupts_deferred

if TYPE_CHECKING:
    # Heavy, and a run over few files does not need it.
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

WORTH_IT = 24
"""Fewer files than this are linted sooner without worker processes."""
AHEAD = 64
"""How many results each worker may be ahead of the slowest file, so that memory has a bound."""

QUEUED = 4
"""
How many files a worker is sent in advance, so that it need not wait while its last result is reported.

Their names must fit into a pipe (64 KB or more) together: else sending would wait for a worker that waits to
send.
"""

Lint = Callable[[Found], FileResult]


def default_workers() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def lint_all(lint: Lint, files: Iterable[Found], workers: int) -> Iterator[FileResult]:
    """
    Lint files with so many processes, and yield the results in the order of the files.

    If a worker dies (it is killed, or out of memory), the file that it was reading gets a result with an
    error, and another worker takes its place. An ArticlelintError in a worker is raised here.
    """
    stream = iter(files)
    head = list(islice(stream, WORTH_IT)) if workers > 1 else []
    if len(head) < WORTH_IT:
        for file in (*head, *stream):
            yield lint(file)
        return
    with _Pool(lint, workers) as pool:
        yield from pool.run(chain(head, stream))


@dataclass(slots=True)
class _Worker:
    """
    A process and our end of the pipe to it.

    ``queue`` has the numbers of the files that the worker was sent, and the files; it is reading the first.
    """

    process: BaseProcess
    connection: Connection[Any, Any]
    queue: deque[tuple[int, Found]] = field(default_factory=deque[tuple[int, Found]])

    def takes(self, file: Found) -> bool:
        """
        Whether a file can be sent now.

        A file with its content may fill the pipe, so it is sent only when the worker has nothing to send.
        """
        return not self.queue or (file.data is None and len(self.queue) < QUEUED)

    def send(self, file: Found) -> None:
        # A worker that has died cannot be sent to; receiving from it will show that it has died.
        with suppress(OSError):
            self.connection.send(file)


class _Pool:
    """The worker processes."""

    def __init__(self, lint: Lint, workers: int) -> None:
        import multiprocessing

        methods = multiprocessing.get_all_start_methods()
        # With fork, the workers need not load the plugins and rules again.
        self._context: Any = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self._lint = lint
        with interrupts_deferred():
            self._workers = [self._start() for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            if exception[0] is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._lint, theirs, ours), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def run(self, files: Iterator[Found]) -> Iterator[FileResult]:
        """Send the files to the workers, a few to each at a time, and yield the results in order."""
        from multiprocessing.connection import wait

        numbered = enumerate(files)
        to_send = next(numbered, None)
        done: dict[int, FileResult] = {}
        to_yield = 0
        while True:
            while to_send is not None and len(done) < AHEAD * len(self._workers):
                # To the worker with the shortest queue, so that none idles while files wait.
                worker = min(self._workers, key=lambda w: len(w.queue))
                if not worker.takes(to_send[1]):
                    break
                worker.queue.append(to_send)
                worker.send(to_send[1])
                to_send = next(numbered, None)
            busy = {w.connection: w for w in self._workers if w.queue}
            if not busy:
                return
            for connection in wait(list(busy)):
                number, result = self._receive(busy[connection])  # type: ignore[index]
                done[number] = result
            while to_yield in done:
                yield done.pop(to_yield)
                to_yield += 1

    def _receive(self, worker: _Worker) -> tuple[int, FileResult]:
        """Return a worker's next result; if the worker has died, replace it and return an error result."""
        number, file = worker.queue.popleft()
        try:
            received = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            worker.connection.close()
            error = _cause_of_death(worker.process.exitcode)
            with interrupts_deferred():
                replacement = self._start()
            worker.process, worker.connection = replacement.process, replacement.connection
            for _, waiting in worker.queue:
                worker.send(waiting)
            return number, FileResult(file.path, errors=(f"{file.path}: {error}",))
        if isinstance(received, ArticlelintError):
            raise received
        return number, received


def _cause_of_death(exit_code: int | None) -> str:
    """Return the error message for a worker that has died."""
    if exit_code is not None and -exit_code in list(signal.Signals):
        name = signal.Signals(-exit_code).name
        return f"internal error: the worker process reading this file was killed ({name})"
    return f"internal error: the worker process reading this file ended with exit code {exit_code}"


def _work(lint: Lint, connection: Connection[Any, Any], parents: Connection[Any, Any]) -> None:
    """What a worker does: receive a file, lint it and send back the result, until the pipe is closed."""
    parents.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl-C
    while True:
        try:
            file = connection.recv()
        except EOFError:
            return
        try:
            result: object = lint(file)
        except ArticlelintError as error:
            result = error
        try:
            connection.send(result)
        except BrokenPipeError:
            return
