#!/usr/bin/env python3
"""
How fast ``articlelint serve`` and ``articlelint lsp`` are, and whether the server stays small.

    bench/desk.py ARTICLES [--checks N] [--seconds N]

ARTICLES is a folder as for bench/speed.py. Starts a server of its own with two workers and prints: the time
from the command to the page, the time of an answer about an article of 9 KB and of 100 KB in which one word
has changed, the same for an editor with the article of 9 KB, the memory of the server and its workers after
so many checks, and the failures of 50 clients that ask for so many seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
from articles import closest, read_articles

from articlelint.desk.lsp.server import REST_SECONDS

CLIENTS = 50
SHORT = 9_000
"""Bytes of the short article."""
REPEATS = 30
LONG = 100_000
"""Bytes of the long article."""


class Server:
    """A server in a process of its own."""

    def __init__(self, folder: str) -> None:
        command = [
            sys.executable,
            "-m",
            "articlelint",
            "serve",
            "--no-browser",
            "--port",
            "0",
            "--workers",
            "2",
        ]
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [*command, "--isolated"], stdout=subprocess.PIPE, text=True, cwd=folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert self.process.stdout is not None
        found = re.match(r"articlelint listens at (http://\S+?)/#(\S+)", self.process.stdout.readline())
        assert found, "the server has not printed its address"
        self.address, token = found.groups()
        self.headers = {"authorization": f"Bearer {token}"}
        httpx.get(self.address).raise_for_status()
        self.seconds_to_start = time.perf_counter() - started

    def memory(self) -> float:
        """The resident memory of the server and its workers, in megabytes."""
        own = [self.process.pid]
        for pid in own:
            children = Path(f"/proc/{pid}/task/{pid}/children")
            own += [int(child) for child in children.read_text().split()]
        pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in own)
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def edited(text: str, number: int) -> str:
    """An article in which a word has changed."""
    return text.replace("the", f"the {number}th", 1)


def answer_times(server: Server, text: str) -> list[float]:
    """How many seconds the answers take, one after the other, once the server is warm."""
    times: list[float] = []
    with httpx.Client(headers=server.headers, timeout=120) as client:
        for number in range(REPEATS + 4):
            started = time.perf_counter()
            body = {"text": edited(text, number), "name": "article.txt"}
            client.post(f"{server.address}/api/check", json=body).raise_for_status()
            times.append(time.perf_counter() - started)
    return times[4:]


class Editor:
    """A language server in a process of its own, and an editor in which one article is open."""

    def __init__(self, folder: str, *, pulls: bool) -> None:
        """Open an article; with ``pulls``, the editor asks for the findings, and is sent none."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "articlelint", "lsp", "--isolated"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder,
        )  # fmt: skip
        self._pulls = pulls
        self._uri = f"{Path(folder).as_uri()}/article.txt"
        capabilities: dict[str, Any] = {"textDocument": {"diagnostic": {}} if pulls else {}}
        self._send(
            "initialize", {"processId": None, "rootUri": None, "capabilities": capabilities}, number=-1
        )
        self._send("initialized", {})
        item = {"uri": self._uri, "languageId": "plaintext", "version": 0, "text": ""}
        self._send("textDocument/didOpen", {"textDocument": item})

    def seconds(self, text: str, version: int) -> float:
        """How long it takes from a change to what is found, without the rest that the server waits for."""
        started = time.perf_counter()
        document = {"uri": self._uri, "version": version}
        self._send("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        if self._pulls:
            self._send("textDocument/diagnostic", {"textDocument": document}, number=version)
            while self._receive().get("id") != version:
                pass
            return time.perf_counter() - started
        while self._receive().get("params", {}).get("version") != version:
            pass
        return time.perf_counter() - started - REST_SECONDS

    def close(self) -> None:
        """End the server."""
        self._process.communicate(timeout=60)

    def _send(self, method: str, params: dict[str, Any], number: int | None = None) -> None:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        body = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found


def editor_times(folder: str, text: str, *, pulls: bool) -> list[float]:
    """How many seconds an editor waits after each of some edits, once the server is warm."""
    editor = Editor(folder, pulls=pulls)
    times: list[float] = []
    for number in range(1, REPEATS + 5):
        times.append(editor.seconds(edited(text, number), number))
        if pulls:  # the server checks on its own, too, if nobody has asked; nothing of that is measured
            time.sleep(2 * REST_SECONDS)
    editor.close()
    return times[4:]


def growth(server: Server, article: str, checks: int) -> tuple[float, float]:
    """The memory after a tenth of some checks, and after all of them."""
    first = 0.0
    with httpx.Client(headers=server.headers, timeout=120) as client:
        for number in range(checks):
            text = edited(article, number)[: 300 + number % 900]
            client.post(
                f"{server.address}/v2/check", data={"text": text, "language": "en"}
            ).raise_for_status()
            if number == checks // 10:
                first = server.memory()
    return first, server.memory()


async def many_clients(server: Server, article: str, seconds: int) -> tuple[int, int]:
    """How many requests of many clients were answered, and how many failed."""
    answered = failed = 0
    end = time.monotonic() + seconds

    async def ask(client: httpx.AsyncClient, number: int) -> None:
        nonlocal answered, failed
        while time.monotonic() < end:
            text = edited(article, number)
            try:
                answer = await client.post(
                    f"{server.address}/v2/check", data={"text": text, "language": "en"}
                )
                failed += (
                    answer.status_code != httpx.codes.OK or answer.json()["warnings"]["incompleteResults"]
                )
            except httpx.HTTPError:
                failed += 1
            answered += 1

    async with httpx.AsyncClient(timeout=120) as client:
        await asyncio.gather(*(ask(client, number) for number in range(CLIENTS)))
    return answered, failed


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    parser.add_argument("--checks", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    (article,) = closest(read_articles(options.articles), SHORT, 1)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        try:
            print(f"from the command to the page      {server.seconds_to_start:8.2f} s", flush=True)
            long = (article + "\n\n") * (LONG // len(article))
            for name, text in (("9 KB", article), ("100 KB", long)):
                times = answer_times(server, text)
                print(
                    f"an edit in an article of {name:<9}{1000 * statistics.median(times):8.0f} ms", flush=True
                )
            for name, pulls in (("sent", False), ("asked for", True)):
                times = editor_times(folder, article, pulls=pulls)
                print(
                    f"the same in an editor, {name:<14}{1000 * statistics.median(times):8.0f} ms", flush=True
                )
            before, after = growth(server, article, options.checks)
            print(
                f"memory after {options.checks:6} checks        {after:8.0f} MB (+{after - before:.0f})",
                flush=True,
            )
            answered, failed = asyncio.run(many_clients(server, article, options.seconds))
            print(
                f"{CLIENTS} clients, {options.seconds} s                {answered:8} answers, {failed} failed"
            )
        finally:
            server.process.terminate()


if __name__ == "__main__":
    main()
