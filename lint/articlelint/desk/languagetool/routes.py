"""The paths of LanguageTool's interface, as Starlette routes."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from articlelint.desk.checking import Article, Checked
from articlelint.desk.languagetool.answer import SOFTWARE, answer, kind_of
from articlelint.desk.languagetool.errors import RequestError
from articlelint.desk.languagetool.languages import ENGLISH
from articlelint.desk.languagetool.request import LONGEST, CheckRequest, read_parameters
from articlelint.report.base import RuleInfo

METHODS = ["GET", "POST"]
Endpoint = Callable[[Request], Awaitable[Response]]


class Check(Protocol):
    """Checks an article, as ``Workers.check`` does."""

    async def __call__(self, article: Article) -> Checked:
        """Return what is found."""
        ...


class LanguageTool:
    """Answers the requests of LanguageTool's clients with the findings of articlelint."""

    def __init__(self, check: Check, rules: Mapping[str, RuleInfo]) -> None:
        self._check = check
        self._rules = rules

    def routes(self) -> list[Route]:
        """The routes: each path with and without ``/v2``, since some clients leave it out."""
        endpoints = {
            "check": self.check,
            "languages": self.languages,
            "info": self.info,
            "configinfo": self.config_info,
            "maxtextlength": self.longest,
            "healthcheck": self.health,
        }
        routes = [
            Route(f"{prefix}/{name}", _told(endpoint), methods=METHODS)
            for name, endpoint in endpoints.items()
            for prefix in ("/v2", "")
        ]
        return [*routes, Route("/v2/{action:path}", _told(self.unknown), methods=METHODS)]

    async def check(self, request: Request) -> Response:
        """``/v2/check``: check a text."""
        parameters = read_parameters(request.url.query, await request.body())
        wanted = CheckRequest.read(parameters)
        checked = await self._check(Article(wanted.text.text, dialect=wanted.dialect))
        found = _json(answer(wanted, checked, self._rules, compact=parameters.get("c") == "1"))
        # Some clients read until the connection is closed.
        found.headers["connection"] = "close"
        return found

    async def languages(self, request: Request) -> Response:
        """``/v2/languages``: the languages that are checked."""
        del request
        return _json([language.as_dict() for language in ENGLISH])

    async def info(self, request: Request) -> Response:
        """``/v2/info``: what answers here."""
        del request
        return _json({"software": SOFTWARE})

    async def config_info(self, request: Request) -> Response:
        """``/v2/configinfo``: the rules, and how long a text may be."""
        del request
        rules = [self._rule(rule) for rule in self._rules.values()]
        return _json({"software": SOFTWARE, "parameter": {"maxTextLength": LONGEST}, "rules": rules})

    async def longest(self, request: Request) -> Response:
        """``/v2/maxtextlength``: how long a text may be, in characters."""
        del request
        return PlainTextResponse(str(LONGEST))

    async def health(self, request: Request) -> Response:
        """``/v2/healthcheck``: that the server answers."""
        del request
        return PlainTextResponse("OK")

    async def unknown(self, request: Request) -> Response:
        """Any other path. Raises RequestError."""
        raise RequestError(f"there is no '{request.url.path}' here", status=404)

    def _rule(self, rule: RuleInfo) -> dict[str, str]:
        kind = kind_of(rule.category)
        return {
            "ruleId": rule.name,
            "description": rule.summary,
            "categoryId": kind.category,
            "categoryName": kind.name,
            "locQualityIssueType": kind.issue_type,
        }


def _told(endpoint: Endpoint) -> Endpoint:
    """The endpoint, with its errors as LanguageTool's clients expect them: a line of plain text."""

    async def told(request: Request) -> Response:
        try:
            return await endpoint(request)
        except RequestError as error:
            return PlainTextResponse(f"Error: {error}", error.status)

    return told


def _json(value: Any) -> Response:
    # Not JSONResponse: some clients know this content type only without anything behind it.
    return Response(json.dumps(value).encode("ascii"), media_type="application/json")
