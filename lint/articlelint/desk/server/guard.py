"""
Who may ask the server, and how much at once.

The server listens on this machine, where every web page that is open in a browser can reach it. So a request
must name this machine as its host, which a page of another name cannot do (DNS rebinding), and must come
from no web page but our own: browsers say so in the header ``Origin``. Programs and extensions pass.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 8_000_000
"""Bytes that the body of a request may have."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class TooLargeError(Exception):
    """The body of a request is too large."""


def too_large() -> Response:
    """The answer to a request whose body is too large."""
    return PlainTextResponse("Error: the text is too long", 413)


class Guard:
    """An application around another: it answers what may not be asked and adds the headers of all answers."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], origins: Iterable[str], nonce: str) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._origins = frozenset(origin.lower().rstrip("/") for origin in origins)
        self._policy = _POLICY.format(nonce=nonce)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        refusal = self._refusal(headers, origin)
        sender = self._with_headers(send, origin if origin and refusal is None else "")
        if refusal is not None:
            await refusal(scope, receive, sender)
        elif scope["method"] == "OPTIONS":
            await Response(status_code=204)(scope, receive, sender)
        else:
            scope = {**scope, "path": _tidy(scope["path"])}
            await self._app(scope, _limited(receive), sender)

    def _refusal(self, headers: Headers, origin: str) -> Response | None:
        """The answer to a request that may not be asked; None if it may."""
        host = headers.get("host", "")
        if not self._is_ours(host):
            return PlainTextResponse(f"Error: '{host}' is not an address of this server", 403)
        if origin and not self._may_ask(origin, host):
            what = f"Error: the web page '{origin}' may not ask; allow it with --allow-origin"
            return PlainTextResponse(what, 403)
        if _is_embedded(headers):
            return PlainTextResponse("Error: no web page of others may embed this", 403)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > LARGEST_BODY:
            return too_large()
        return None

    def _is_ours(self, host: str) -> bool:
        """Whether a ``Host`` header names this machine, or a host that is allowed."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
            return name in self._hosts or name == "localhost" or ipaddress.ip_address(name).is_loopback
        except ValueError:
            return False

    def _may_ask(self, origin: str, host: str) -> bool:
        """Whether a page may ask: ours, that of a program or an extension, or one that is allowed."""
        origin = origin.lower()
        # "null", which has no scheme, is the origin of a page that hides where it comes from.
        scheme, colon, _ = origin.partition(":")
        if colon and scheme not in {"http", "https"}:
            return True
        return origin == f"http://{host.lower()}" or origin in self._origins

    def _with_headers(self, send: Send, origin: str) -> Send:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = self._policy
                headers.update(_HEADERS)
                if origin:
                    headers["access-control-allow-origin"] = origin
                    headers["access-control-allow-methods"] = "GET, POST, OPTIONS"
                    headers["access-control-allow-headers"] = "content-type, accept"
                    headers["vary"] = "origin"
            await send(message)

        return with_headers


def _is_embedded(headers: Headers) -> bool:
    """Whether a web page of others embeds the answer. Its scripts, which are not meant, send an origin."""
    is_of_others = headers.get("sec-fetch-site") in {"cross-site", "same-site"}
    is_script = headers.get("sec-fetch-mode") == "cors"
    is_link = headers.get("sec-fetch-dest") == "document"
    return is_of_others and not is_script and not is_link


def _limited(receive: Receive) -> Receive:
    """Receive a body of at most ``LARGEST_BODY`` bytes, whatever length it was said to have."""
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LARGEST_BODY:
            raise TooLargeError
        return message

    return limited


def _tidy(path: str) -> str:
    """A path without doubled slashes and a doubled ``/v2``, which clients make of a base address."""
    while "//" in path:
        path = path.replace("//", "/")
    while path.startswith("/v2/v2/"):
        path = path.removeprefix("/v2")
    return path
