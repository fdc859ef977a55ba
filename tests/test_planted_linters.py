"""The adapters of ``bench/planted.py``: places in the output of real programs, and the programs themselves."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT

pytestmark = pytest.mark.tools

TEXT = """\
Ferry sails – at noon

The ferry saild at noon, teh captain 😀 said. He said the the boat was a hour late – “recieved” by the crew, who was \
(happy. It is very 😀 good.  It is a waitress.
"""

PRINTED = {
    "Vale": {
        "a.txt": [
            {
                "Action": {"Name": "", "Params": None}, "Span": [11, 15], "Check": "Vale.Spelling",
                "Description": "", "Link": "", "Message": "Did you really mean 'saild'?", "Severity": "error",
                "Match": "saild", "Line": 3,
            },
            {
                "Action": {"Name": "edit", "Params": ["truncate", " "]}, "Span": [54, 60],
                "Check": "Vale.Repetition", "Description": "", "Link": "", "Message": "'the' is repeated!",
                "Severity": "warning", "Match": "the the", "Line": 3,
            },
        ]
    },
    "Harper": [
        {
            "file": "a.txt", "lint_count": 2,
            "lints": [
                {"rule": "AnA", "kind": "Miscellaneous", "span": {"char_start": 93, "char_end": 94}, "line": 3,
                 "column": 71, "message": "Incorrect indefinite article.", "priority": 31,
                 "suggestions": ["Replace with: “an”"], "matched_text": "a"},
                {"rule": "The", "kind": "Typo", "span": {"char_start": 48, "char_end": 51}, "line": 3, "column": 26,
                 "message": "Did you mean the definite article?", "priority": 31, "suggestions": [],
                 "matched_text": "teh"},
            ],
        }
    ],
    "proselint": {
        "result": {
            "file:///tmp/articles/a.txt": {
                "diagnostics": [
                    {"check_path": "lexical_illusions", "message": "There's a lexical illusion in 'the the'.",
                     "pos": [3, 54], "replacements": None, "span": [77, 84]},
                    {"check_path": "social_awareness.sexism", "message": "Gender bias.", "pos": [3, 153],
                     "replacements": "waiter", "span": [176, 184]},
                ]
            }
        }
    },
    "codespell": "./a.txt:3: teh ==> the\n./a.txt:3: recieved ==> received\n",
    "typos": (
        '{"type":"typo","path":"./a.txt","line_num":3,"byte_offset":25,"typo":"teh","corrections":["the"]}\n'
        '{"type":"typo","path":"./a.txt","line_num":3,"byte_offset":92,"typo":"recieved","corrections":["received"]}\n'
    ),
    "textlint": [
        {
            "messages": [
                {"type": "lint", "ruleId": "common-misspellings", "message": "This is a commonly misspelled word.",
                 "index": 109, "line": 3, "column": 87, "range": [109, 110], "severity": 2,
                 "loc": {"start": {"line": 3, "column": 87}, "end": {"line": 3, "column": 88}},
                 "fix": {"range": [109, 117], "text": "received"}},
            ],
            "filePath": "/tmp/articles/a.txt",
        }
    ],
    "write-good": (
        'a.txt:3:58:"the" is repeated\n'
        'a.txt:3:131:"very" is a weasel word and can weaken meaning\n'
    ),
    "alex": (
        "a.txt\n"
        "    3:47-3:49  warning  `He` may be insensitive, use `They`, `It` instead    he-she           retext-equality\n"
        "  3:155-3:163  warning  `waitress` may be insensitive, use `server` instead  waiter-waitress  retext-equality\n"
        "\n"
        "⚠ 2 warnings\n"
    ),
    "articlelint": [
        {"rule": "repeated-word", "category": "typography", "severity": "error", "confidence": None,
         "message": "“the” stands twice.", "path": "a.txt", "line": 3, "column": 54, "end_line": 3, "end_column": 61,
         "text": "the the", "related": [], "fix": None, "url": None, "location": None},
    ],
}  # fmt: skip
"""What the programs print about the text: of Vale as its documentation shows it, of the others as recorded."""

WORDS = {
    "Vale": ["saild", "the the"],
    "Harper": ["a", "teh"],
    "proselint": ["the the", "waitress"],
    "codespell": ["recieved", "teh"],
    "typos": ["teh", "recieved"],
    "textlint": ["r"],
    "write-good": ["the", "very"],
    "alex": ["He", "waitress"],
    "articlelint": ["the the"],
}

ANSWER = {
    "software": {"name": "LanguageTool", "version": "6.5"},
    "matches": [
        {"message": "Use “an”.", "offset": 94, "length": 1, "rule": {"id": "EN_A_VS_AN"}},
        {"message": "Possible typo.", "offset": 109, "length": 8, "rule": {"id": "MORFOLOGIK_RULE_EN_GB"}},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def linters() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        import planted.linters

        yield planted.linters
        for name in [name for name in sys.modules if name.split(".")[0] == "planted"]:
            del sys.modules[name]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def words(findings: dict[Path, list[object]], article: Path) -> list[str]:
    return [TEXT[f.span.start : f.span.end] for f in findings.get(article, [])]


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_the_places_of_recorded_output_are_exact(linters: ModuleType, article: Path, name: str) -> None:
    printed = PRINTED[name]
    text = printed if isinstance(printed, str) else json.dumps(printed)
    findings = linters.ALL[name].parse(text, article.parent)
    assert words(findings, article) == WORDS[name]
    assert all(f.rule and f.message for f in findings[article])


def test_every_linter_is_recorded(linters: ModuleType) -> None:
    assert sorted(linters.ALL) == sorted([*PRINTED, "LanguageTool"])


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_a_linter_that_is_installed_finds_something(linters: ModuleType, article: Path, name: str) -> None:
    linter = linters.ALL[name]
    if not linter.available():
        pytest.skip(f"{name} is not installed: {linter.INSTALL}")
    findings = linter.findings([article], 60)
    assert set(words(findings, article)) & {"teh", "t", "saild", "the", "the the", "waitress"}
    assert linter.version()[0].isdigit()


class LanguageTool(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(ANSWER).encode())

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def test_languagetool_is_asked_at_its_address(
    linters: ModuleType, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linter = linters.ALL["LanguageTool"]
    monkeypatch.delenv("LANGUAGETOOL_URL", raising=False)
    assert not linter.available()
    with HTTPServer(("127.0.0.1", 0), LanguageTool) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("LANGUAGETOOL_URL", f"http://127.0.0.1:{server.server_port}")
        assert linter.available()
        assert linter.version() == "6.5"
        assert words(linter.findings([article], 60), article) == ["a", "recieved"]
        with pytest.raises(linters.languagetool.LinterError, match="LanguageTool did not end in 0 seconds"):
            linter.findings([article], 0)
        server.shutdown()
        thread.join()
    assert not linter.available()


def test_a_program_that_fails_or_does_not_end_is_an_error(linters: ModuleType, tmp_path: Path) -> None:
    from planted.linters import base

    failing = [sys.executable, "-c", "import sys; sys.exit('out of paper')"]
    with pytest.raises(base.LinterError, match="ends with 1: out of paper"):
        base.output(failing, tmp_path, 60, codes=(0,))
    with pytest.raises(base.LinterError, match=r"did not end in 0 seconds"):
        base.output([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, 0.2)
    assert not base.installed("no-such-linter")
