"""Time limits for the code of plugins: a pattern that backtracks without end must not hold up a run."""

from __future__ import annotations

import signal
import time
from types import FrameType
from typing import Any, Self

SECONDS = 10.0
"""The time that a rule or a parser has for a text of up to ``CHARACTERS``; for longer ones, it has more."""
CHARACTERS = 250_000
HOOK_SECONDS = 60.0
"""The time that a plugin has to be imported, and for each of its hooks."""


class TooSlowError(BaseException):
    """
    The time is up.

    It is no Exception, so that ``except Exception`` in a plugin does not catch it.
    """


def allowance(length: int, seconds: float = SECONDS) -> float:
    """Return the time limit in seconds for a text of ``length`` characters."""
    return seconds * max(1.0, length / CHARACTERS)


class TimeLimit:
    """
    A context manager that raises TooSlowError in its block when the time is up.

    ``restart`` gives the block the whole time again. The limit is an alarm signal, which interrupts Python's
    regular expressions, too. Where there are no alarms (on Windows, outside the main thread), there is no
    limit. The alarm is set once; when it rings, the clock says whether the time since the last restart is up.
    A limit inside another one leaves the outer one as it is.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._entered = self._started = time.monotonic()
        self._previous_handler: Any = None
        self._left_before = 0.0
        """The seconds that the limit around this one had left, or 0 if there is none."""
        self._active = False

    def __enter__(self) -> Self:
        if hasattr(signal, "setitimer"):
            try:
                self._previous_handler = signal.signal(signal.SIGALRM, self._on_alarm)
            except ValueError:  # not the main thread
                return self
            self._active = True
            self._left_before, _ = signal.setitimer(signal.ITIMER_REAL, self._seconds)
            self._entered = self._started = time.monotonic()
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._active:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._previous_handler)
            if self._left_before:
                left = self._left_before - (time.monotonic() - self._entered)
                signal.setitimer(signal.ITIMER_REAL, max(left, 0.001))  # 0 would turn the alarm off

    def restart(self) -> None:
        """Start the time anew."""
        self._started = time.monotonic()

    def _on_alarm(self, _number: int, _frame: FrameType | None) -> None:
        left = self._started + self._seconds - time.monotonic()
        if left > 0:
            signal.setitimer(signal.ITIMER_REAL, left)
            return
        self.restart()
        signal.setitimer(signal.ITIMER_REAL, self._seconds)
        raise TooSlowError(f"no result after {self._seconds:g} seconds")
