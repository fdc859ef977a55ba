"""A time limit around a rule: a pattern that backtracks for ever must not hold up the desk."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

SECONDS = 10.0
"""For one rule on one article of up to a megabyte; longer texts get as much again for each megabyte."""


class TooSlowError(Exception):
    """A rule has used up its time."""


def allowance(length: int, seconds: float = SECONDS) -> float:
    """The time limit in seconds for a text of so many characters."""
    return seconds * max(1.0, length / 1_000_000)


class time_limit:  # noqa: N801 - to be read as a with statement
    """
    Raise TooSlowError inside the block when the time is up; calling what it yields starts the time anew.

    The alarm also interrupts Python's regular expressions. Where there is none (on Windows, outside the main
    thread), there is no limit. It is set once and checks the clock when it rings: setting it for each of
    fifty rules would take longer than most of them.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._begun = time.monotonic()
        self._before: Any = None
        self._set = False

    def __enter__(self) -> Callable[[], None]:
        if hasattr(signal, "setitimer"):
            try:
                self._before = signal.signal(signal.SIGALRM, self._ring)
            except ValueError:  # not the main thread
                return self._restart
            self._set = True
            signal.setitimer(signal.ITIMER_REAL, self._seconds)
        return self._restart

    def __exit__(self, *_exception: object) -> None:
        if self._set:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)

    def _restart(self) -> None:
        self._begun = time.monotonic()

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        left = self._begun + self._seconds - time.monotonic()
        if left > 0:
            signal.setitimer(signal.ITIMER_REAL, left)
        else:
            self._restart()
            signal.setitimer(signal.ITIMER_REAL, self._seconds)
            raise TooSlowError(f"no result after {self._seconds:g} seconds")
