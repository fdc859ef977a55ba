"""The application: the routes of the page and of LanguageTool's interface, behind the guard."""

from __future__ import annotations

import secrets
import traceback
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager

import click
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Lifespan

from articlelint.desk.languagetool.routes import LanguageTool
from articlelint.desk.server.guard import Guard, TooLargeError, too_large
from articlelint.desk.server.page import Page
from articlelint.desk.workers import Workers
from articlelint.report.base import RuleInfo


def make_app(
    workers: Workers,
    rules: Mapping[str, RuleInfo],
    *,
    token: str,
    hosts: Iterable[str] = (),
    origins: Iterable[str] = (),
) -> ASGIApp:
    """
    The application.

    ``token`` is what the page must send; ``hosts`` are names of this server beside those of this machine;
    ``origins`` are those of web pages that may ask.
    """
    nonce = secrets.token_urlsafe(16)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[None]:
        yield
        workers.close()

    page = Page(workers, token=token, nonce=nonce)
    routes = [*page.routes(), *LanguageTool(workers.check, rules).routes()]
    return guarded(routes, nonce=nonce, hosts=hosts, origins=origins, lifespan=lifespan)


def guarded(
    routes: Sequence[BaseRoute],
    *,
    nonce: str,
    hosts: Iterable[str] = (),
    origins: Iterable[str] = (),
    lifespan: Lifespan[Starlette] | None = None,
) -> ASGIApp:
    """Return an application with these routes behind the guard; ``nonce`` is that of its page's styles."""
    handlers = {TooLargeError: _too_large, HTTPException: _refused, Exception: _failed}
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers)
    return Guard(app, hosts=hosts, origins=origins, nonce=nonce)


async def _too_large(request: Request, error: Exception) -> Response:
    del request, error
    return too_large()


async def _refused(request: Request, error: Exception) -> Response:
    """Answer a request for a path, or by a method, that there is not."""
    del request
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"Error: {error.detail}", error.status_code, error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    """Answer a request that has failed. What is printed has no word of the article."""
    del request
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{frame.filename}:{frame.lineno}"
    click.echo(f"articlelint: internal error: {type(error).__name__} at {where}; please report it", err=True)
    return PlainTextResponse("Error: internal error; the server's window says more", 500)
