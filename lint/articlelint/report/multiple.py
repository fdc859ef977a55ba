"""Several reports in one run: every result goes to every reporter, one result at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from articlelint.errors import ArticlelintError, PluginError, failure
from articlelint.report.base import FileResult, PluginReporter, Reporter, Terminal

PATIENCE = 2.0
"""How many seconds a reporter has to end when another reporter, or the run, has failed."""


class Output(NamedTuple):
    """A reporter, where it writes, and how."""

    reporter: Reporter
    write: Callable[[str], object]
    terminal: Terminal


def report_all(results: Iterable[FileResult], outputs: Sequence[Output]) -> None:
    """
    Give every result to every reporter as it arrives, without collecting them.

    A reporter pulls its results from an iterator, so each of several reporters runs in a thread of its own.
    The threads take turns: only one runs at a time, and all reporters have finished with a result before the
    next is read, in the calling thread.

    An exception of the results is raised in the reporters too, so that none of them ends its document as if
    it were complete. An exception of a reporter stops the others and is raised here. If all reporters stop
    early, the rest of the results is still read, because it may have errors to count.
    """
    stream = iter(results)
    if len(outputs) == 1:
        (only,) = outputs
        _report(only, stream)
    else:
        _take_turns(stream, [_ReporterThread(output) for output in outputs])
    for _ in stream:
        pass


def _report(output: Output, results: Iterator[FileResult]) -> None:
    """
    Run a reporter. Raises PluginError if it fails.

    Exceptions of the results pass, and those of the stream that the reporter writes to: an OSError that names
    no file.
    """
    raised_by_results: list[BaseException] = []

    def watched() -> Iterator[FileResult]:
        try:
            # Not "yield from", which would close the results if a reporter stops early.
            for result in results:  # noqa: UP028
                yield result
        except BaseException as error:
            raised_by_results.append(error)
            raise

    try:
        output.reporter.report(watched(), output.write, output.terminal)
    except (ArticlelintError, BrokenPipeError, KeyboardInterrupt):
        raise
    except BaseException as error:
        of_stream = isinstance(error, OSError) and error.filename is None
        if of_stream or any(error is raised for raised in raised_by_results):
            raise
        reporter = output.reporter
        origin = reporter.origin if isinstance(reporter, PluginReporter) else "articlelint"
        raise PluginError(
            f"internal error: the output format '{reporter.name}' of {origin} failed: {failure(error)}"
        ) from error


def _take_turns(results: Iterator[FileResult], threads: list[_ReporterThread]) -> None:
    """Give every result to every thread, and None when there are no more, until all reporters are done."""
    try:
        for thread in threads:
            thread.start()
        while any(not thread.done for thread in threads):
            result = next(results, None)
            for thread in threads:
                thread.give(result)
    except BaseException as error:
        for thread in threads:
            thread.stop(error)
        raise


class _ReporterThread:
    """A reporter in a thread, which runs only while the calling thread waits in ``start`` or ``give``."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.done = False
        self._result: FileResult | None = None
        self._to_raise: BaseException | None = None
        """What the results must raise in the reporter."""
        self._raised: BaseException | None = None
        """What the reporter has raised."""
        # A daemon thread: a reporter stuck in a write must not keep an interrupted program from ending.
        self._thread = threading.Thread(target=self._run, name=output.reporter.name, daemon=True)
        self._resume_reporter = threading.Semaphore(0)
        self._resume_caller = threading.Semaphore(0)

    def start(self) -> None:
        """Run the reporter until it asks for its first result."""
        self._thread.start()
        self._wait()

    def give(self, result: FileResult | None) -> None:
        """Give the reporter a result, or None for the end. Returns when it asks for the next or is done."""
        if not self.done:
            self._result = result
            self._resume_reporter.release()
            self._wait()

    def stop(self, error: BaseException) -> None:
        """If the reporter is waiting for its next result, raise an exception there."""
        if not self.done and self._thread.is_alive():
            self._to_raise = error
            self._resume_reporter.release()
            self._thread.join(PATIENCE)

    def _wait(self) -> None:
        """Wait, in the calling thread, until the reporter asks for a result or is done."""
        self._resume_caller.acquire()
        if self._raised is not None:
            raise self._raised

    def _run(self) -> None:
        """What the thread runs: the reporter."""
        try:
            _report(self.output, self._results())
        except BaseException as error:  # noqa: BLE001 - it is raised in the calling thread
            self._raised = error
        finally:
            self.done = True
            self._resume_caller.release()

    def _results(self) -> Iterator[FileResult]:
        """The results as the reporter sees them."""
        while True:
            self._resume_caller.release()
            self._resume_reporter.acquire()
            if self._to_raise is not None:
                raise self._to_raise
            if self._result is None:
                return
            yield self._result
