"""The page of ``articlelint archive review``: it shows proposals and keeps what is decided on."""

from __future__ import annotations

import asyncio
import secrets
import sys
from contextlib import suppress

import click
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from articlelint.archive.review import Review
from articlelint.archive.style_file import Decision
from articlelint.desk.server.app import guarded
from articlelint.desk.server.page import STATIC, page_of, read_request, wrong
from articlelint.desk.server.serving import listen, serve_app
from articlelint.errors import ArticlelintError

HOST = "127.0.0.1"
AT_ONCE = 50
"""How many proposals an answer has."""


class ReviewPage:
    """The page and its interface, which asks for the token that the page gets in its address."""

    def __init__(self, review: Review, base: str, *, token: str, nonce: str) -> None:
        self._review = review
        self._base = base
        self._token = token
        self._nonce = nonce

    def routes(self) -> list[Route | Mount]:
        """The routes of the page."""
        return [
            Route("/", self.index),
            Mount("/static", StaticFiles(directory=str(STATIC))),
            Route("/api/proposals", self.proposals, methods=["POST"]),
            Route("/api/decide", self.decide, methods=["POST"]),
        ]

    async def index(self, request: Request) -> Response:
        """The page itself."""
        del request
        return page_of("review.html", self._nonce)

    async def proposals(self, request: Request) -> Response:
        """Some proposals: ``{"kind", "decision", "start"}`` says which; "" stands for all."""
        asked = await read_request(request, self._token)
        if isinstance(asked, Response):
            return asked
        kind, start = asked.get("kind", ""), asked.get("start", 0)
        if not isinstance(kind, str) or not isinstance(start, int) or start < 0:
            return wrong("the request needs a kind and a number")
        try:
            decisions = [Decision(asked["decision"])] if asked.get("decision") else []
            found = self._review.listed([kind] if kind else [], decisions)
        except (ValueError, ArticlelintError) as error:
            return wrong(str(error))
        shown = [
            self._review.as_dict(proposal, kept, self._base)
            for proposal, kept in found[start : start + AT_ONCE]
        ]
        kinds = sorted({proposal.kind for proposal in self._review.proposals.all})
        file = str(self._review.file.path)
        return JSONResponse(
            {"total": len(found), "kinds": kinds, "file": file, "by": self._review.by, "proposals": shown}
        )

    async def decide(self, request: Request) -> Response:
        """Keep a decision: ``{"key", "decision"}`` gives the proposal as it is then."""
        asked = await read_request(request, self._token)
        if isinstance(asked, Response):
            return asked
        try:
            decision = Decision(asked.get("decision"))
            if decision is Decision.OPEN:
                return wrong("a proposal is accepted, rejected or put off")
            proposal = self._review.proposal(str(asked.get("key")))
            self._review.decide(proposal, decision)
            kept = self._review.file.read()[proposal.name]
        except (ValueError, ArticlelintError) as error:
            return wrong(str(error))
        return JSONResponse(self._review.as_dict(proposal, kept, self._base))


def serve_review(review: Review, base: str, port: int, *, open_browser: bool) -> int:
    """Serve the page on this machine until Ctrl-C. Raises UsageError if the port cannot be had."""
    token, nonce = secrets.token_urlsafe(24), secrets.token_urlsafe(16)
    app = guarded(ReviewPage(review, base, token=token, nonce=nonce).routes(), nonce=nonce)
    listening = listen(HOST, port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/#{token}"
    click.echo(f"articlelint listens at {address}")
    click.echo("Ctrl-C stops. What is decided on is kept at once.")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):  # Ctrl-C is how it is stopped
        asyncio.run(serve_app(app, listening, address if open_browser else ""))
    return 0
