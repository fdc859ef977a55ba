"""What running a command costs: seconds of wall and CPU time, and the memory of all its processes."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

EVERY = 0.05
"""Seconds between two looks at the memory of a running command."""


class BenchError(Exception):
    """A command that failed, so that its time means nothing."""


@dataclass(frozen=True)
class Command:
    """A command and the exit codes that mean that it has done its work."""

    arguments: list[str]
    exit_codes: tuple[int, ...] = (0, 1)


@dataclass(frozen=True)
class Cost:
    """Seconds of wall time, and of CPU time of the process and its children."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Memory:
    """
    The peak memory of all processes of a command together, in MB.

    ``once`` counts pages that processes share once, ``each`` counts them for each process.
    """

    once: float
    each: float


def _start(command: Command, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a command in a folder where no linter finds a configuration; ``errors`` gets its errors."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "FORCE_COLOR"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    return subprocess.Popen(
        command.arguments,
        cwd=tempfile.gettempdir(),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
    )


def _check(command: Command, exit_code: int, errors: IO[bytes]) -> None:
    """Raise BenchError, with the last line of the errors, if a command has failed."""
    if exit_code in command.exit_codes:
        return
    errors.seek(0)
    lines = errors.read().decode(errors="replace").strip().splitlines() or ["no message"]
    raise BenchError(f"exit code {exit_code} from: {' '.join(command.arguments)}\n{lines[-1]}")


def run(command: Command) -> Cost:
    """Run a command, without its output. Raises BenchError if it fails."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = _start(command, errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        _check(command, process.returncode, errors)
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def run_in_turn(rounds: Sequence[dict[str, Command]]) -> dict[str, Cost]:
    """
    The median costs of several commands, by name.

    Each round has all commands. They run in turn (A, B, C, A, B, C, ...), so that a busy moment of the
    machine hits all of them. Each command runs once before the rounds, without being measured.
    """
    for command in rounds[0].values():
        run(command)
    costs: dict[str, list[Cost]] = {name: [] for name in rounds[0]}
    for commands in rounds:
        for name, command in commands.items():
            costs[name].append(run(command))
    return {
        name: Cost(statistics.median(c.wall for c in found), statistics.median(c.cpu for c in found))
        for name, found in costs.items()
    }


def peak_memory(command: Command) -> Memory | None:
    """The peak memory of a command, or None on a system that does not tell (all but Linux)."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    once = each = 0
    with tempfile.TemporaryFile() as errors:
        process = _start(command, errors)
        while process.poll() is None:
            found = [_memory(pid) for pid in _processes(process.pid)]
            once = max(once, sum(pss for pss, _ in found))
            each = max(each, sum(rss for _, rss in found))
            time.sleep(EVERY)
        _check(command, process.returncode, errors)
    return Memory(once / 1024, each / 1024)


def _processes(pid: int) -> list[int]:
    """A process and all its descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:  # it has ended
        children = []
    found = [pid]
    for child in children:
        found.extend(_processes(int(child)))
    return found


def _memory(pid: int) -> tuple[int, int]:
    """The proportional and the resident memory of a process in KB; 0 if it has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0, 0
    pss = re.search(r"^Pss: +(\d+) kB", text, re.MULTILINE)
    rss = re.search(r"^Rss: +(\d+) kB", text, re.MULTILINE)
    return int(pss[1]) if pss else 0, int(rss[1]) if rss else 0
