"""The page, and the interface that it uses."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import PurePath
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from articlelint.desk import house
from articlelint.desk.as_json import checked_as_dict
from articlelint.desk.checking import Article
from articlelint.desk.workers import Workers
from articlelint.errors import ArticlelintError
from articlelint.markup import BUILT_IN
from articlelint.markup.file_formats import FORMATS
from articlelint.plugins.loading import load

STATIC = files("articlelint.desk.server") / "static"
LONGEST_NAME = 200
"""Characters of a file name, or of a name of the house, that the page sends."""
DOCUMENTS = {suffix: FORMATS[name].fixes for name in ("docx", "odt") for suffix in FORMATS[name].suffixes}
"""The suffixes of documents that are no text, and whether comments can be written into them."""
_NO_DOCUMENT = "the document needs a file name and its bytes in Base64"
_NOT_OURS = (
    "articlelint does not know this page, because it has been started again, or because the address has no "
    "token; open the address that it has printed, in this tab if you want to keep the text"
)


class Page:
    """The page and its interface, which asks for the token that the page gets in its address."""

    def __init__(self, workers: Workers, *, token: str, nonce: str) -> None:
        self._workers = workers
        self._token = token
        self._nonce = nonce

    def routes(self) -> list[Route | Mount]:
        """The routes of the page."""
        return [
            Route("/", self.index),
            Mount("/static", StaticFiles(directory=str(STATIC))),
            Route("/api/start", self.start, methods=["POST"]),
            Route("/api/check", self.check, methods=["POST"]),
            Route("/api/annotate", self.annotate, methods=["POST"]),
            Route("/api/rule", self.rule, methods=["POST"]),
            Route("/api/names", self.add_name, methods=["POST"]),
        ]

    async def index(self, request: Request) -> Response:
        """The page itself."""
        del request
        return page_of("index.html", self._nonce)

    async def check(self, request: Request) -> Response:
        """
        Check an article: ``{"text", "name"}`` gives its findings and its statistics.

        ``{"document", "name"}``, with the bytes of a document in Base64, gives its text as well.
        """
        asked = await self._read(request)
        if isinstance(asked, Response):
            return asked
        if "document" in asked:
            article = _document(asked)
            if article is None:
                return wrong(_NO_DOCUMENT)
            checked = await self._workers.check(article)
            return JSONResponse({**checked_as_dict(checked, checked.text or ""), "text": checked.text})
        text, name = asked.get("text"), asked.get("name", "article.txt")
        if not isinstance(text, str) or not _is_file_name(name):
            return wrong("the article needs a text and a file name")
        checked = await self._workers.check(Article(text, name, statistics=True))
        return JSONResponse(checked_as_dict(checked, text))

    async def annotate(self, request: Request) -> Response:
        """Write comments: ``{"document", "name", "fingerprints"}`` gives the document with these findings."""
        asked = await self._read(request)
        if isinstance(asked, Response):
            return asked
        article, fingerprints = _document(asked), asked.get("fingerprints")
        if article is None or not isinstance(fingerprints, list):
            return wrong(_NO_DOCUMENT)
        try:
            annotated = await self._workers.annotate(
                article, [str(each) for each in cast("list[object]", fingerprints)]
            )
        except ArticlelintError as error:
            return wrong(str(error))
        document = base64.b64encode(annotated.data).decode()
        return JSONResponse({"document": document, "left": len(annotated.left)})

    async def start(self, request: Request) -> Response:
        """What the page needs when it opens: the formats and documents, and the file of the names."""
        asked = await self._read(request)
        if isinstance(asked, Response):
            return asked
        options = self._workers.options
        names_file = None if options.isolated else str(house.configuration_file(options))
        return JSONResponse({"formats": _formats(), "documents": DOCUMENTS, "names_file": names_file})

    async def rule(self, request: Request) -> Response:
        """What a rule is for: ``{"name"}`` gives its category, summary and documentation."""
        asked = await self._read(request)
        if isinstance(asked, Response):
            return asked
        name = str(asked.get("name"))
        try:
            rule = await self._workers.rule(name)
        except ArticlelintError as error:
            return wrong(str(error))
        if rule is None:
            return wrong(f"no rule is named '{name}' any more", 404)
        return JSONResponse(rule._asdict())

    async def add_name(self, request: Request) -> Response:
        """Add a name to the house's: ``{"name"}`` gives the file that has it."""
        asked = await self._read(request)
        if isinstance(asked, Response):
            return asked
        name = asked.get("name")
        if not isinstance(name, str) or len(name) > LONGEST_NAME or not " ".join(name.split()).isprintable():
            return wrong("this cannot be a name")
        try:
            file = house.add_name(self._workers.options, name)
        except ArticlelintError as error:
            return wrong(str(error))
        return JSONResponse({"file": str(file)})

    async def _read(self, request: Request) -> dict[str, Any] | Response:
        return await read_request(request, self._token)


async def read_request(request: Request, token: str) -> dict[str, Any] | Response:
    """Return the JSON object that a request has, or the answer to one that may not be asked or is none."""
    given = request.headers.get("authorization", "")
    if not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
        return wrong(_NOT_OURS, 403)
    try:
        asked: object = json.loads(await request.body())
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        return wrong("the request is not a JSON object")
    return cast("dict[str, Any]", asked)


def page_of(name: str, nonce: str) -> Response:
    """Return the answer with a page of ``static``."""
    page = (STATIC / name).read_text(encoding="utf-8")
    return HTMLResponse(page.replace("{{nonce}}", nonce))


def _formats() -> list[dict[str, Any]]:
    """The formats that can be read, built in or from plugins, each with its suffixes."""
    suffixes = {name: list(built_in.suffixes) for name, built_in in BUILT_IN.items()}
    for suffix, parser in load().parsers.items():
        suffixes.setdefault(parser.name, []).append(suffix)
    return [{"name": name, "suffixes": found} for name, found in suffixes.items()]


def _document(asked: Mapping[str, Any]) -> Article | None:
    """The document that a request has, by its name and its bytes in Base64; None if it has none."""
    name, document = asked.get("name"), asked.get("document")
    if not _is_file_name(name) or not isinstance(document, str):
        return None
    if PurePath(str(name)).suffix.lower() not in DOCUMENTS:
        return None
    try:
        data = base64.b64decode(document, validate=True)
    except ValueError:
        return None
    return Article("", str(name), statistics=True, document=data)


def _is_file_name(name: object) -> bool:
    """Whether something is the name of a file, and no path to another folder."""
    return (
        isinstance(name, str)
        and 0 < len(name) <= LONGEST_NAME
        and name.isprintable()
        and not set(name) & set("/\\:")
        and name not in {".", ".."}
    )


def wrong(message: str, status: int = 400) -> Response:
    """Return the answer to a request that cannot be answered; people read the message."""
    return JSONResponse({"error": message}, status)
