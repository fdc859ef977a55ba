"""Linting on several cores: results in the order of the files, a dead worker reported against its file."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any, Self

from articlelint.errors import ArticlelintError
from articlelint.report.base import FileResult

if TYPE_CHECKING:
    from articlelint.config.discovery import Found

WORTH_IT = 24
"""Fewer files than this are done sooner than workers are started."""
AHEAD = 64
"""Results a worker may be ahead of the slowest file: memory must not grow with the number of files."""

QUEUED = 4
"""
Files a worker has in hand: it goes on with the next while its last result is being reported.

Their names must fit into a pipe (64 KB and more) together, or sending could wait for a worker that waits.
"""

Lint = Callable[["Found"], FileResult]


def default_workers() -> int:
    """The cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def lint_all(lint: Lint, files: Iterable[Found], workers: int) -> Iterator[FileResult]:
    """
    Lint files on so many processes; the results come in the order of the files.

    A worker that dies (killed, out of memory) is an error of the file it was reading; another takes its
    place.
    An ArticlelintError in a worker is raised here.
    """
    stream = iter(files)
    head = list(islice(stream, WORTH_IT)) if workers > 1 else []
    if len(head) < WORTH_IT:
        for file in (*head, *stream):
            yield lint(file)
        return
    with _Pool(lint, workers) as pool:
        yield from pool.run(_chained(head, stream))


def _chained(head: list[Found], rest: Iterator[Found]) -> Iterator[Found]:
    yield from head
    yield from rest


class _Worker:
    """A process, and the files it has been sent, with their numbers; it is reading the first."""

    __slots__ = ("connection", "process", "queue")

    def __init__(self, process: BaseProcess, connection: Connection[Any, Any]) -> None:
        self.process = process
        self.connection = connection
        self.queue: deque[tuple[int, Found]] = deque()

    def takes(self, file: Found) -> bool:
        """
        Whether a file can be sent now.

        One that comes with its content may fill the pipe; it is sent when the worker has nothing to report.
        """
        return not self.queue or (file.data is None and len(self.queue) < QUEUED)

    def send(self, file: Found) -> None:
        try:  # noqa: SIM105 - contextlib is not loaded for this
            self.connection.send(file)
        except OSError:
            pass  # it has died; its end of the pipe will say so


class _Pool:
    """The processes, and which file each is reading."""

    def __init__(self, lint: Lint, workers: int) -> None:
        import multiprocessing

        methods = multiprocessing.get_all_start_methods()
        # With fork, plugins and rules are loaded once, before the workers start.
        self._context: Any = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self._lint = lint
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
        """Hand out the files, a few to each worker at a time, and put the results back in order."""
        from multiprocessing.connection import wait

        numbered = enumerate(files)
        ready = next(numbered, None)
        done: dict[int, FileResult] = {}
        following = 0
        while True:
            while ready is not None and len(done) < AHEAD * len(self._workers):
                # The one with least to do: at the end, no file waits behind another while a worker idles.
                worker = min(self._workers, key=lambda w: len(w.queue))
                if not worker.takes(ready[1]):
                    break
                worker.queue.append(ready)
                worker.send(ready[1])
                ready = next(numbered, None)
            busy = {w.connection: w for w in self._workers if w.queue}
            if not busy:
                return
            for connection in wait(list(busy)):
                number, result = self._receive(busy[connection])  # type: ignore[index]
                done[number] = result
            while following in done:
                yield done.pop(following)
                following += 1

    def _receive(self, worker: _Worker) -> tuple[int, FileResult]:
        number, file = worker.queue.popleft()
        try:
            received = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            worker.connection.close()
            fresh = self._start()
            worker.process, code, worker.connection = fresh.process, worker.process.exitcode, fresh.connection
            for _, waiting in worker.queue:
                worker.send(waiting)
            return number, FileResult(file.path, errors=(f"{file.path}: {_end(code)}",))
        if isinstance(received, ArticlelintError):
            raise received
        return number, received


def _end(code: int | None) -> str:
    """What became of a worker, in words."""
    if code is not None and code < 0:
        import signal

        try:
            return f"internal error: the worker reading this file was killed ({signal.Signals(-code).name})"
        except ValueError:
            pass
    return f"internal error: the worker reading this file ended with exit code {code}"


def _work(lint: Lint, connection: Connection[Any, Any], parents: Connection[Any, Any]) -> None:
    """A worker's life: take a file's name, send back its result, until the pipe closes."""
    import signal

    parents.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
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
