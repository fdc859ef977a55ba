"""Several reports from one run: a stream of results goes to each reporter, one result at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from articlelint.errors import ArticlelintError, PluginError

if TYPE_CHECKING:
    import threading

    from articlelint.report.base import FileResult, Reporter, Terminal

PATIENCE = 2.0
"""Seconds that a reporter has to end when another one, or the run, has failed."""


class Output(NamedTuple):
    """A reporter, where it writes to, and how."""

    reporter: Reporter
    write: Callable[[str], object]
    terminal: Terminal


def report_all(results: Iterable[FileResult], outputs: Sequence[Output]) -> None:
    """
    Give every result to every reporter; nothing is held back, however many results there are.

    A reporter pulls its results, so all but one need a thread of their own. They take turns: never are two
    running at once, each has finished with a result before the next is asked for, and the results are read in
    the calling thread. Whatever the results raise is raised in the reporters too, so that none of them closes
    its document as if it were whole; what a reporter raises stops the others and is raised here. If all
    reporters stop early, the rest of the results is still read: it may have errors to count.
    """
    stream = iter(results)
    if len(outputs) == 1:
        (only,) = outputs
        _report(only, stream)
    else:
        _take_turns(stream, [_Turn(output) for output in outputs])
    for _ in stream:
        pass


def _report(output: Output, results: Iterator[FileResult]) -> None:
    """Run a reporter. Raises PluginError where it fails by itself, and what the results raise as it is."""
    faults: list[BaseException] = []

    def watched() -> Iterator[FileResult]:
        try:
            # Not "yield from", which would close the results with a reporter that stops early.
            for result in results:  # noqa: UP028
                yield result
        except BaseException as error:
            faults.append(error)
            raise

    try:
        output.reporter.report(watched(), output.write, output.terminal)
    except (ArticlelintError, BrokenPipeError):
        raise
    except Exception as error:
        if error in faults:
            raise
        name = output.reporter.name
        raise PluginError(
            f"internal error: the output format '{name}' of {type(output.reporter).__module__} failed: "
            f"{type(error).__name__}: {error}"
        ) from error


def _take_turns(results: Iterator[FileResult], turns: list[_Turn]) -> None:
    try:
        for turn in turns:
            turn.start()
        while any(not turn.done for turn in turns):
            result = next(results, None)
            for turn in turns:
                turn.give(result)
    except BaseException as error:
        for turn in turns:
            turn.stop(error)
        raise


class _Turn:
    """One reporter in its thread, which runs only while the calling thread waits in ``give``."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.done = False
        self._result: FileResult | None = None
        self._fault: BaseException | None = None
        self._raised: BaseException | None = None
        import threading  # most runs write one report, in the thread that lints

        self._thread: threading.Thread | None = None
        self._mine = threading.Semaphore(0)
        self._yours = threading.Semaphore(0)

    def start(self) -> None:
        """Run the reporter until it asks for its first result."""
        # A daemon, so that a reporter stuck in a write cannot keep an interrupted program from ending.
        import threading

        self._thread = threading.Thread(target=self._run, name=self.output.reporter.name, daemon=True)
        self._thread.start()
        self._wait()

    def give(self, result: FileResult | None) -> None:
        """Run the reporter with a result, None for the end, until it asks for the next or is done."""
        if not self.done:
            self._result = result
            self._mine.release()
            self._wait()

    def stop(self, fault: BaseException) -> None:
        """Raise an exception where the reporter waits for its next result, if it does."""
        if not self.done and self._thread is not None:
            self._fault = fault
            self._mine.release()
            self._thread.join(PATIENCE)

    def _wait(self) -> None:
        self._yours.acquire()
        if self._raised is not None:
            raise self._raised

    def _run(self) -> None:
        try:
            _report(self.output, self._results())
        except BaseException as error:  # noqa: BLE001 - it is raised in the calling thread
            self._raised = error
        finally:
            self.done = True
            self._yours.release()

    def _results(self) -> Iterator[FileResult]:
        while True:
            self._yours.release()
            self._mine.acquire()
            if self._fault is not None:
                raise self._fault
            if self._result is None:
                return
            yield self._result
