"""No file name commands a terminal or a CI runner, on standard output or standard error, in any format."""

from __future__ import annotations

import re

import pytest
from conftest import Articlelint, Done

from articlelint.report import BUILT_IN

ONLY = ("--isolated", "--no-cache", "--select", "repeated-word")
BAD = "It was the the end.\n"
NAMES = (
    "::set-output name=x::y.txt",
    "  ::error::z.txt",
    "##[error]v1.txt",
    "##vso[task.logissue type=error]x.txt",
    "\x1b]0;owned\x07\x9b2J\u202e.txt",
    "new\n::error file=README.md,line=1::line.txt",
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


@pytest.fixture
def newsroom(articlelint: Articlelint) -> Articlelint:
    for name in NAMES:
        articlelint.write(name, BAD)
    articlelint.write("broken\n::error::x\x1b[2J.txt", b"\0")
    return articlelint


def assert_harmless(text: str) -> None:
    assert not CONTROL.search(text), text
    assert not COMMAND.search(text), text


def check(done: Done) -> None:
    assert_harmless(done.out)
    assert_harmless(done.err)


@pytest.mark.parametrize(
    "command",
    [
        ("check", *ONLY, "."),
        ("check", *ONLY, *NAMES),
        ("check", *ONLY, "--statistics", "."),
        ("fix", *ONLY, "--unsafe-fixes", "--diff", "."),
        ("stats", "."),
        ("baseline", "create", *ONLY, "--baseline", "::warning::b.json", "."),
        ("check", *ONLY, "::error::no\x1b[2J", "##[error]no"),
        ("check", *ONLY, "--diff-from", "x\n::error::y", "."),
        ("check", "--config", "::error::\x1b", "."),
        ("::error::\n::error::",),
        ("explain", "x\n##[error]"),
    ],
    ids=lambda command: " ".join(command)[:20],
)
def test_commands(newsroom: Articlelint, command: tuple[str, ...]) -> None:
    check(newsroom(*command))


def test_formats(newsroom: Articlelint) -> None:
    options = [word for name in BUILT_IN for word in ("--output-format", f"{name}:out.{name}")]
    done = newsroom("check", *ONLY, *options, ".")
    check(done)
    assert done.code == 2
    for name in BUILT_IN:
        written = (newsroom.folder / f"out.{name}").read_text()
        assert not CONTROL.search(written), name
        if name != "github":
            assert_harmless(written)
    for line in (newsroom.folder / "out.github").read_text().splitlines():
        assert re.match(r"::error file=.*,title=(repeated-word|articlelint)::", line)
