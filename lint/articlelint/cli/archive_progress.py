"""How far learning an archive is, on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

EVERY_AT_TERMINAL, EVERY_ELSEWHERE = 1.0, 30.0
"""Seconds between two lines."""


class LearningProgress:
    """Prints how many articles are read, how fast, and how long the others will take."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._terminal = sys.stderr.isatty()
        self._every = EVERY_AT_TERMINAL if self._terminal else EVERY_ELSEWHERE
        self._shown = self._started = clock()
        self._total = self._read = 0

    def listing(self, articles: int) -> None:
        """So many articles have been found until now."""
        self._show(f"{articles:,} articles found")

    def mapping(self, total: int, known: int) -> None:
        """So many articles are to be read; as many others are known from earlier runs."""
        self._started, self._total, self._read = self._clock(), total, 0
        self._show(f"{total:,} articles to read, {known:,} known from earlier runs", now=True)

    def mapped(self, articles: int) -> None:
        """So many more articles have been read."""
        self._read += articles
        rate = self._read / max(self._clock() - self._started, 0.001)
        left = (self._total - self._read) / rate
        self._show(
            f"{self._read:,} of {self._total:,} articles, {rate:,.0f} a second, {_time(left)} left",
            now=self._read == self._total,
        )

    def grouping(self) -> None:
        """All articles have been read; now they are counted."""
        self._show("counting", now=True)
        if self._terminal:
            sys.stderr.write("\r\x1b[K")

    def _show(self, text: str, *, now: bool = False) -> None:
        """Print a line, unless the last one is recent; at a terminal it takes the place of the last one."""
        if not now and self._clock() - self._shown < self._every:
            return
        self._shown = self._clock()
        sys.stderr.write(f"\r\x1b[K{text}" if self._terminal else f"articlelint: {text}\n")
        sys.stderr.flush()


def _time(seconds: float) -> str:
    """A length of time for people: ``45 s``, ``12 min``, ``3 h 20 min``."""
    minutes, hours = round(seconds / 60), int(seconds // 3600)
    if seconds < 90:  # noqa: PLR2004 - a minute and a half
        return f"{seconds:.0f} s"
    return f"{hours} h {minutes - 60 * hours} min" if hours else f"{minutes} min"
