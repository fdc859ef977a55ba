"""The interface of the review page. tools/page/tests/review.test.mjs has the tests in a browser."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from articlelint.archive.forms import Example, Form
from articlelint.archive.model import Model, write_model
from articlelint.archive.proposals import Proposals
from articlelint.archive.review import Review
from articlelint.archive.style_file import StyleFile
from articlelint.desk.server.app import guarded
from articlelint.desk.server.review import ReviewPage

KEY = "word:color/colour"


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    common, rare = (
        Form("word", "color/colour", form, articles, 0, 0, "", "", {"2020": articles}, {})
        for form, articles in (("colour", 20), ("color", 2))
    )
    example = Example("word", "color/colour", "color", 1, "2020/a.txt", "2020-01-02", "city", 7, "The color.")
    file = tmp_path / "it.articlelint"
    write_model(
        [common, rare], {"last": "2020-12-31"}, file, find_examples=lambda _: [example], marks=lambda _: []
    )
    with Model(file) as model:
        yield Review(Proposals(model), StyleFile(tmp_path / "it.toml"), "Anna", lambda: date(2026, 11, 30))


def ask(review: Review, path: str, asked: Any, **headers: str) -> httpx.Response:
    app = guarded(ReviewPage(review, "published", token="secret", nonce="n").routes(), nonce="n")
    sent = {"authorization": "Bearer secret", **headers}

    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.post(path, json=asked, headers=sent)

    return asyncio.run(answer())


def test_a_decision_is_kept_and_shown(review: Review) -> None:
    answer = ask(review, "/api/proposals", {"decision": "open"}).json()
    (proposal,) = answer["proposals"]
    assert (answer["total"], answer["kinds"], answer["by"]) == (1, ["word"], "Anna")
    assert (proposal["key"], proposal["use"], proposal["decision"]) == (KEY, "colour", "open")
    assert proposal["examples"][0]["article"] == "published/2020/a.txt"
    decided = ask(review, "/api/decide", {"key": KEY, "decision": "accepted"}).json()
    assert (decided["decision"], decided["by"], decided["date"]) == ("accepted", "Anna", "2026-11-30")
    assert ask(review, "/api/proposals", {"decision": "open"}).json()["proposals"] == []
    assert ask(review, "/api/proposals", {"kind": "place"}).json()["total"] == 0


@pytest.mark.parametrize(
    ("path", "asked", "why"),
    [
        ("decide", {"key": "word:x", "decision": "accepted"}, "the archive does not propose 'word:x'"),
        ("decide", {"key": KEY, "decision": "open"}, "a proposal is accepted, rejected or put off"),
        ("decide", {"key": KEY, "decision": "yes"}, "'yes' is not a valid Decision"),
        ("proposals", {"start": -1}, "the request needs a kind and a number"),
        ("proposals", [], "the request is not a JSON object"),
    ],
)
def test_wrong_requests(review: Review, path: str, asked: Any, why: str) -> None:
    answer = ask(review, f"/api/{path}", asked)
    assert answer.status_code == 400
    assert why in answer.json()["error"]
    assert not review.file.path.exists()


@pytest.mark.parametrize("path", ["decide", "proposals"])
def test_no_other_page_may_ask(review: Review, path: str) -> None:
    asked = {"key": KEY, "decision": "accepted"}
    assert ask(review, f"/api/{path}", asked, authorization="Bearer other").status_code == 403
    assert ask(review, f"/api/{path}", asked, origin="https://evil.example").status_code == 403
    assert ask(review, f"/api/{path}", asked, host="evil.example").status_code == 403
    assert not review.file.path.exists()
