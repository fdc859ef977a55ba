"""A time limit around a rule: a pattern that backtracks for ever must not hold up the desk."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Generator
from types import FrameType

SECONDS = 10.0
"""For one rule on one article of up to a megabyte; longer texts get as much again for each megabyte."""


class TooSlowError(Exception):
    """A rule has used up its time."""


def allowance(length: int, seconds: float = SECONDS) -> float:
    """The time limit in seconds for a text of so many characters."""
    return seconds * max(1.0, length / 1_000_000)


@contextlib.contextmanager
def time_limit(seconds: float) -> Generator[Callable[[], None]]:
    """
    Raise TooSlowError inside the block when the time is up; calling what it yields starts the time anew.

    The alarm also interrupts Python's regular expressions. Where there is none (on Windows, outside the main
    thread), there is no limit. It is set once and checks the clock when it rings: setting it for each of
    fifty rules would take longer than most of them.
    """
    if not hasattr(signal, "setitimer"):
        yield lambda: None
        return
    begun = time.monotonic()

    def restart() -> None:
        nonlocal begun
        begun = time.monotonic()

    def ring(_signal: int, _frame: FrameType | None) -> None:
        left = begun + seconds - time.monotonic()
        if left > 0:
            signal.setitimer(signal.ITIMER_REAL, left)
        else:
            restart()
            signal.setitimer(signal.ITIMER_REAL, seconds)
            raise TooSlowError(f"no result after {seconds:g} seconds")

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not the main thread
        yield lambda: None
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield restart
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
