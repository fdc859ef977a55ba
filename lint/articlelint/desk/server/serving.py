"""Runs the server: its socket, the address that is printed, and its end."""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import socket
import sys
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click
import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from articlelint.desk.checking import Options
from articlelint.desk.server.app import make_app
from articlelint.desk.workers import Workers
from articlelint.errors import UsageError
from articlelint.plugins.loading import load
from articlelint.report.base import RuleInfo
from articlelint.run.workers import default_workers

if TYPE_CHECKING:
    from starlette.types import ASGIApp

SECONDS_TO_FINISH = 2
"""How long answers may take that are under way when the server is stopped."""


class _HalfOpen(H11Protocol):
    """The protocol for clients that close their side as soon as they have asked, as Emacs does."""

    def eof_received(self) -> bool:  # type: ignore[override]  # asyncio asks for a truth value
        """Keep the connection open until a whole request is answered; close it if there is none."""
        return self.conn.their_state in {h11.DONE, h11.MUST_CLOSE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """The options of ``articlelint serve``."""

    host: str
    port: int
    options: Options
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    workers: int | None = None

    def run(self, *, open_browser: bool) -> int:
        """Serve until Ctrl-C. Raises UsageError for options that cannot be used."""
        self._verify()
        listening = listen(self.host, self.port)
        token = secrets.token_urlsafe(24)
        address = f"http://{_in_url(self.host)}:{listening.getsockname()[1]}/#{token}"
        workers = Workers(self.options, self.workers or default_workers())
        app = make_app(workers, _rules(), token=token, hosts=self.hosts, origins=self.origins)
        click.echo(f"articlelint listens at {address}")
        click.echo(
            "Programs that ask LanguageTool use the address without what is behind the port. Ctrl-C stops."
        )
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is stopped
            asyncio.run(_serve(app, listening, workers, address if open_browser else ""))
        return 0

    def _verify(self) -> None:
        if not _is_loopback(self.host) and not self.hosts:
            raise UsageError(
                f"--host: {self.host}: other machines could ask; say by which name with --allow-host"
            )
        for origin in self.origins:
            parts = urlsplit(origin)
            if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/"):
                raise UsageError(f"--allow-origin: {origin}: must be such as https://cms.example.org")


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises UsageError if the address cannot be had."""
    try:
        family, kind, number, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, number)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()  # from now on a browser waits for the answer, and is not refused
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(
            f"{host}, port {port}: cannot be listened at: {reason}; choose another with --port"
        ) from None
    return listening


async def _serve(app: ASGIApp, listening: socket.socket, workers: Workers, address: str) -> None:
    warming = asyncio.create_task(workers.warm())
    await serve_app(app, listening, address)
    warming.cancel()


async def serve_app(app: ASGIApp, listening: socket.socket, address: str) -> None:
    """Serve an application until Ctrl-C. ``address`` is opened in the browser, unless it is ""."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http=_HalfOpen,
            ws="none",
            loop="asyncio",
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=SECONDS_TO_FINISH,
        )
    )
    if address:
        # A browser may return only when it is closed. The server neither waits for it nor ends with it.
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    await server.serve(sockets=[listening])


def _rules() -> dict[str, RuleInfo]:
    return {name: registered.info for name, registered in sorted(load().rules.items())}


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _in_url(host: str) -> str:
    """A host as an address in a browser has it."""
    return f"[{host}]" if ":" in host else host
