"""
What one run of a command costs: wall and CPU seconds, and the peak memory of all its processes together.

Wall is from the start of the process to its end. CPU is what the system charges the process and every child
it waited for (``wait4``). Memory is sampled every few milliseconds by a thread: the resident memory (VmRSS)
of the process and all its descendants, summed; pages that several share are counted for each, so the sum is
an upper bound. With ``shared=True`` the proportional share (Pss: a page that two processes share counts half
for each) is sampled too, which is the truer figure but slows the processes down: not for runs that are timed.
A process that lives between two samples is seen by its own high-water mark (VmHWM). Where there is no
``/proc``, memory is that of the largest process, as the system reports it.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.005
"""Seconds between two samples."""


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and CPU; MB of all processes, and with shared pages counted once (0: not asked for)."""

    wall: float
    cpu: float
    memory: float
    shared: float = 0
    runs: int = 1
    cut: bool = False
    """Whether it was stopped at the time limit: the figures are lower bounds."""


class BenchError(Exception):
    """A command that could not be measured; the message says which and why."""


@dataclass
class _Sampler:
    """Watches a process and its descendants from a thread, and stops them at the time limit."""

    pid: int
    limit: float
    shared: bool
    rss: int = 0
    pss: int = 0
    cut: bool = False
    over: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Sample until the process is over."""
        end = time.monotonic() + self.limit
        while not self.over.wait(EVERY):
            self.sample()
            if time.monotonic() > end:
                self.cut = True
                stop(self.pid)
                return

    def sample(self) -> None:
        """One look at all processes."""
        pids = list(_tree(self.pid))
        marks = [_kilobytes(PROC / str(pid) / "status", "VmRSS", "VmHWM") for pid in pids]
        self.rss = max(self.rss, sum(now for now, _ in marks), max((peak for _, peak in marks), default=0))
        if self.shared:
            shares = (_kilobytes(PROC / str(pid) / "smaps_rollup", "Pss")[0] for pid in pids)
            self.pss = max(self.pss, sum(shares))


def _tree(pid: int) -> Iterator[int]:
    """A process and its descendants."""
    yield pid
    try:
        tasks = os.listdir(PROC / str(pid) / "task")
    except OSError:  # it has ended meanwhile
        return
    for task in tasks:
        try:
            listed = (PROC / str(pid) / "task" / task / "children").read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in listed:
            yield from _tree(int(child))


def _kilobytes(path: Path, *names: str) -> tuple[int, ...]:
    """Some fields of a file of /proc; 0 where the process has ended."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        text = ""
    found = (re.search(rf"^{name}:\s*(\d+) kB", text, re.MULTILINE) for name in names)
    return tuple(int(match[1]) if match else 0 for match in found)


def environment() -> dict[str, str]:
    """This environment, but Python may keep what it compiled, and nothing is coloured."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "FORCE_COLOR", "PYTHONHASHSEED"}
    return {**{k: v for k, v in os.environ.items() if k not in unwanted}, "NO_COLOR": "1"}


def measure(command: list[str], cwd: Path, limit: float, *, shared: bool = False) -> tuple[Cost, int]:
    """One run, its output thrown away: the cost and the exit code."""
    started = time.perf_counter()
    try:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise BenchError(f"{command[0]} cannot be run: {error}") from error
    sampler = _Sampler(process.pid, limit, shared)
    thread = threading.Thread(target=sampler.watch, daemon=True)
    thread.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:  # Ctrl-C reaches only this process
        stop(process.pid)
        raise
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    sampler.over.set()
    thread.join()
    largest = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    memory = sampler.rss / 1024 if PROC.exists() else largest
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, memory, sampler.pss / 1024, cut=sampler.cut), process.returncode


def stop(group: int) -> None:
    """End a command with all its processes."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def median(costs: list[Cost]) -> Cost:
    """The median of each figure; of runs that were stopped, the limit."""
    names = ("wall", "cpu", "memory", "shared")
    figures = {name: statistics.median([getattr(cost, name) for cost in costs]) for name in names}
    return Cost(**figures, runs=len(costs), cut=any(cost.cut for cost in costs))


def in_turn(
    commands: dict[str, list[str]], cwd: Path, *, runs: int, budget: float, shared: bool = False
) -> dict[str, Cost]:
    """
    The median costs of several commands, run in turn (A B C A B C ...), so that a slow moment hits all alike.

    A run is stopped after ``budget`` seconds, and a command is not run again once another run would take it
    over the budget: slow ones are run less often than ``runs``, and their row says how often. Raises
    BenchError where articlelint itself fails, for then its time means nothing.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            spent = sum(cost.wall for cost in costs[name])
            if costs[name] and spent + costs[name][-1].wall > budget:
                continue
            cost, code = measure(command, cwd, budget, shared=shared)
            if name.startswith("articlelint") and code not in {0, 1} and not cost.cut:
                raise BenchError(f"{name}: exit code {code} of {' '.join(command)}")
            costs[name].append(cost)
    return {name: median(found) for name, found in costs.items()}
