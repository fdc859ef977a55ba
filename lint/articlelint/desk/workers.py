"""
Processes that check articles for a server.

A rule may run long, and only in the main thread of a process can it be stopped; a parser that is not written
in Python may crash. So each check is done in a process of its own kind, and the server lives on.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

from articlelint.desk.checking import Article, Checked, Checker, Options
from articlelint.errors import ArticlelintError, ReadError
from articlelint.markup.word.annotate import Annotated
from articlelint.model import Diagnostic
from articlelint.report.base import RuleInfo
from articlelint.run.interrupts import interrupts_deferred

Result = TypeVar("Result")

CRASHED = "the article could not be checked: the process that did it has ended; please report the article"


class Workers:
    """A number of processes that check articles, started when they are first needed."""

    def __init__(self, options: Options, count: int) -> None:
        self.options = options
        self._count = count
        self._pool = self._start()

    async def check(self, article: Article) -> Checked:
        """Check an article. What cannot be checked gives an answer with an error."""
        try:
            return await self._run(_check, article)
        except ArticlelintError as error:
            return Checked(errors=(str(error),))

    async def ignore(self, article: Article, diagnostics: Sequence[Diagnostic], reason: str) -> str:
        """
        The text of an article with an ignore for each of some diagnostics of it.

        Raises ArticlelintError if that cannot be written, as in plain text.
        """
        return await self._run(_ignore, article, tuple(diagnostics), reason)

    async def annotate(self, article: Article, fingerprints: Collection[str]) -> Annotated:
        """The Word document with these of its findings as comments. Raises ArticlelintError."""
        return await self._run(_annotate, article, frozenset(fingerprints))

    async def rule(self, name: str) -> RuleInfo | None:
        """What a rule is for; None for no rule. Raises ArticlelintError if the configuration is broken."""
        return await self._run(_rule, name)

    async def _run(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Run a function in a process. Raises ReadError if the process ends."""
        pool = self._pool
        try:
            with interrupts_deferred():  # this may start a process
                answer = asyncio.get_running_loop().run_in_executor(pool, function, *arguments)
            return await answer
        except BrokenProcessPool:
            if pool is self._pool:
                self._pool = self._start()
            raise ReadError(CRASHED) from None

    async def warm(self) -> None:
        """Start all processes, so that the first article need not wait for one."""
        await asyncio.gather(*(self.check(Article("The ferry is late.")) for _ in range(self._count)))

    def close(self) -> None:
        """End the processes, even those that are checking an article."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._alive.close()
        self._pool.shutdown()

    def _start(self) -> ProcessPoolExecutor:
        # The processes are not copies of this one, which has threads and open connections.
        context = multiprocessing.get_context("spawn")
        # Each process ends when this end of the pipe is closed, which also happens if this process is killed.
        theirs, self._alive = context.Pipe(duplex=False)
        return ProcessPoolExecutor(
            self._count, context, initializer=_prepare, initargs=(self.options, theirs)
        )


_options: list[Options] = []


def _prepare(options: Options, alive: Connection) -> None:
    # Standard output belongs to the server: a language server speaks there with the editor.
    os.dup2(2, 1)
    # Ctrl-C is for the server, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_after, args=(alive,), daemon=True).start()
    _options[:] = [options]
    _checker()


def _end_after(alive: Connection) -> None:
    """End this process when the server closes its end of the pipe, on which it sends nothing."""
    alive.poll(None)
    os.kill(os.getpid(), signal.SIGTERM)


@cache
def _checker() -> Checker:
    return Checker(_options[0])


def _check(article: Article) -> Checked:
    return _checker().check(article)


def _rule(name: str) -> RuleInfo | None:
    return _checker().rule(name)


def _annotate(article: Article, fingerprints: frozenset[str]) -> Annotated:
    return _checker().annotate(article, fingerprints)


def _ignore(article: Article, diagnostics: tuple[Diagnostic, ...], reason: str) -> str:
    return _checker().ignore(article, diagnostics, reason)
