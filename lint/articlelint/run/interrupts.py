"""Ctrl-C while worker processes are started."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupts_deferred() -> Generator[None]:
    """
    Start worker processes in the block: Ctrl-C interrupts this process at the end of it, and them never.

    A process that is interrupted while Python starts prints a traceback, and so does one whose parent is
    interrupted before it has sent what the process is to do. So SIGINT is blocked, which a new process
    inherits. The handler is exchanged as well, because another thread of this process may get the signal.
    """
    if sys.platform == "win32":  # it cannot block signals
        yield
        return
    came: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    in_main_thread = threading.current_thread() is threading.main_thread()
    handler = signal.signal(signal.SIGINT, remember) if in_main_thread else None
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if in_main_thread:
            signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)
