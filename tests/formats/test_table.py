"""The table of docs/formats.md: every position exact, every fix intact, and a row for every format."""

from __future__ import annotations

import importlib
import re
from typing import Any

import pytest
from conftest import ROOT

from articlelint.markup.file_formats import FORMATS

_ANY_SCHEMA = {"json", "xml"}
"""Formats that stand for several others."""


@pytest.fixture(scope="module")
def bench() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        yield importlib.import_module("file_formats")


def test_all_positions_are_exact_and_all_fixes_intact(bench: Any) -> None:
    page = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    table = page[page.index("| Format | Positions exact") :]
    written = {
        row[0]: row[1:3] for row in re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|", table, re.MULTILINE)
    }
    for name in bench.FORMATS:
        row = bench.measured(name)
        assert (row.tried, row.fixes) == (row.exact, row.intact), name
        assert written[name] == (f"{row.exact} of {row.tried}", row.fixed), name


def test_every_format_has_a_row(bench: Any) -> None:
    measured = {name for name, _ in bench.FORMATS.values()}
    assert {name for name in FORMATS if name not in _ANY_SCHEMA} <= measured
