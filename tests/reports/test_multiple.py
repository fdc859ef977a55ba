"""Several reports from one stream of results."""

from __future__ import annotations

import io
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator

import pytest
from reports.samples import RESULTS, RULES, output

from articlelint.report import BUILT_IN, built_in
from articlelint.report.base import FileResult, Terminal
from articlelint.report.multiple import Output, report_all


def stream(log: list[str] | None = None) -> Iterator[FileResult]:
    for result in RESULTS:
        if log is not None:
            log.append(f"read {result.path}")
        yield result


class Recorder:
    """A reporter that notes what it gets, and when."""

    name = "recorder"

    def __init__(self, log: list[str], sign: str, *, stop_after: int | None = None) -> None:
        self.log = log
        self.sign = sign
        self.stop_after = stop_after
        self.threads: set[int] = set()

    def report(self, results: Iterable[FileResult], *_: object) -> None:
        for number, result in enumerate(results, 1):
            self.threads.add(threading.get_ident())
            self.log.append(f"{self.sign} {result.path}")
            if number == self.stop_after:
                return
        self.log.append(f"{self.sign} end")


def to(reporter: object, write: Callable[[str], object] = len) -> Output:
    return Output(reporter, write, Terminal(rules=RULES))  # type: ignore[arg-type]


@pytest.mark.parametrize("names", [[], ["json"], ["json", "sarif"], list(BUILT_IN)])
def test_each_format_prints_what_it_prints_alone(names: list[str]) -> None:
    outs = [io.StringIO() for _ in names]
    report_all(stream(), [to(built_in(name), out.write) for name, out in zip(names, outs, strict=True)])
    assert [out.getvalue() for out in outs] == [output(name) for name in names]


def test_reporters_take_turns_and_results_are_read_in_the_calling_thread() -> None:
    log: list[str] = []
    a, b = Recorder(log, "a"), Recorder(log, "b")
    readers: set[int] = set()

    def results() -> Iterator[FileResult]:
        for result in stream(log):
            readers.add(threading.get_ident())
            yield result

    report_all(results(), [to(a), to(b)])
    paths = [result.path for result in RESULTS]
    assert log == [line for path in paths for line in (f"read {path}", f"a {path}", f"b {path}")] + [
        "a end",
        "b end",
    ]
    assert readers == {threading.get_ident()}
    assert len(a.threads) == len(b.threads) == len(a.threads | b.threads) - 1 == 1


def test_no_result_is_held() -> None:
    """The memory of a run does not grow with the number of files, whatever the number of reports."""
    alive: list[weakref.ref[Thing]] = []

    class Thing(str):
        __slots__ = ("__weakref__",)

    def results() -> Iterator[FileResult]:
        for number in range(100):
            path = Thing(f"{number}.txt")
            alive.append(weakref.ref(path))
            yield FileResult(path)
            del path
            assert sum(ref() is not None for ref in alive) <= 3

    report_all(results(), [to(built_in("json")), to(built_in("full")), to(built_in("gitlab"))])


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_reporter_that_stops_early_stops_nobody_else(count: int) -> None:
    log: list[str] = []
    reporters = [Recorder(log, "early", stop_after=1), *(Recorder(log, str(n)) for n in range(1, count))]
    report_all(stream(log), [to(reporter) for reporter in reporters])
    assert [line for line in log if line.startswith("read")] == [f"read {result.path}" for result in RESULTS]
    assert log.count("early news/a, b.txt") == 1
    assert [line for line in log if line.endswith(" end")] == [f"{n} end" for n in range(1, count)]


@pytest.mark.parametrize("fault", [RuntimeError("no"), KeyboardInterrupt()])
def test_what_the_results_raise_reaches_the_caller_and_no_report_is_closed(fault: BaseException) -> None:
    def results() -> Iterator[FileResult]:
        yield RESULTS[0]
        raise fault

    outs = [io.StringIO(), io.StringIO()]
    before = threading.active_count()
    with pytest.raises(type(fault)):
        report_all(results(), [to(built_in("json"), outs[0].write), to(built_in("junit"), outs[1].write)])
    assert "Kiev" in outs[0].getvalue()
    assert not outs[0].getvalue().endswith("]\n")
    assert "</testsuites>" not in outs[1].getvalue()
    assert threading.active_count() == before


@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_a_reporter_raises_reaches_the_caller_and_stops_the_others(at: int) -> None:
    def broken(text: str) -> None:
        raise BrokenPipeError

    log: list[str] = []
    outputs = [to(Recorder(log, "a")), to(Recorder(log, "b"))]
    outputs.insert(at, to(built_in("json"), broken))
    before = threading.active_count()
    with pytest.raises(BrokenPipeError):
        report_all(stream(log), outputs)
    assert log.count("read news/clean.txt") == 0
    assert not [line for line in log if line.endswith(" end")]
    assert threading.active_count() == before


def test_an_interrupt_does_not_wait_for_a_reporter_that_is_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint.report.multiple.PATIENCE", 0.05)
    stuck = threading.Event()

    def results() -> Iterator[FileResult]:
        yield RESULTS[0]
        raise KeyboardInterrupt

    class Stubborn:
        name = "stubborn"

        def report(self, results: Iterable[FileResult], *_: object) -> None:
            try:
                for _ in results:
                    pass
            finally:
                stuck.wait(30)

    with pytest.raises(KeyboardInterrupt):
        report_all(results(), [to(Stubborn()), to(built_in("json"))])
    stuck.set()
