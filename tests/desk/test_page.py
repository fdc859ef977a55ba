"""The files of the page, and what it asks for when it opens. tools/page/tests has the tests in a browser."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from articlelint.desk.checking import Options
from articlelint.desk.server.page import STATIC, Page
from articlelint.markup import SUFFIXES
from articlelint.plugins.loading import load

FILES = sorted(Path(str(STATIC)).iterdir())
OURS = [file for file in FILES if file.suffix in {".js", ".html", ".css"} and file.name != "codemirror.js"]


class Workers:
    def __init__(self, options: Options) -> None:
        self.options = options


def ask(options: Options, method: str, path: str, token: str = "secret") -> httpx.Response:
    page = Page(Workers(options), token="secret", nonce="n0nce")
    transport = httpx.ASGITransport(Starlette(routes=page.routes()))
    headers = {"authorization": f"Bearer {token}"}

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, path, json={}, headers=headers)

    return asyncio.run(asked())


def test_the_page_knows_every_format(tmp_path: Path) -> None:
    started = ask(Options(tmp_path), "POST", "/api/start").json()
    suffixes = {suffix for form in started["formats"] for suffix in form["suffixes"]}
    assert suffixes == {*SUFFIXES, *load().parsers}
    assert started["formats"][0]["suffixes"][0] == ".txt"
    assert started["documents"] == {".docx": True, ".docm": True, ".odt": False}


def test_the_page_knows_where_names_are_added(tmp_path: Path) -> None:
    (tmp_path / ".articlelint.toml").write_text("", encoding="utf-8")
    below = tmp_path / "desk"
    below.mkdir()
    started = ask(Options(below), "POST", "/api/start").json()
    assert started["names_file"] == str(tmp_path / ".articlelint.toml")
    isolated = Options(below, isolated=True)
    assert ask(isolated, "POST", "/api/start").json()["names_file"] is None


@pytest.mark.parametrize("path", ["start", "check", "annotate", "rule", "names"])
def test_the_page_must_have_its_token(tmp_path: Path, path: str) -> None:
    answer = ask(Options(tmp_path), "POST", f"/api/{path}", token="other")
    assert answer.status_code == 403
    assert "does not know this page" in answer.json()["error"]


def test_all_files_that_the_page_names_are_served(tmp_path: Path) -> None:
    options = Options(tmp_path)
    named = set(re.findall(r'(?:href|src)="(static/[^"]+)"', ask(options, "GET", "/").text))
    for file in OURS:
        named |= {
            f"static/{name}" for name in re.findall(r'from "\./([^"]+)"', file.read_text(encoding="utf-8"))
        }
    assert {"static/main.js", "static/style.css", "static/codemirror.js"} <= named
    for path in sorted(named):
        answer = ask(options, "GET", f"/{path}")
        assert answer.status_code == 200, path
        if path.endswith(".js"):
            assert answer.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_the_page_sets_no_markup_and_names_no_other_machine(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function", text)
    assert not re.search(r"""["'(]https?://|style=|\bon\w+=["']""", text)
