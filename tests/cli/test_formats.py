"""``articlelint formats``: what can be read."""

from __future__ import annotations

import json

from conftest import Articlelint

from articlelint.markup import BUILT_IN
from articlelint.markup.file_formats import FORMATS


def test_every_format_is_listed(articlelint: Articlelint) -> None:
    rows = json.loads(articlelint("formats", "--output-format", "json").out)
    assert [row["name"] for row in rows] == [*BUILT_IN, *FORMATS]
    assert next(row for row in rows if row["name"] == "docx") == {
        "name": "docx",
        "suffixes": [".docx", ".docm"],
        "only_named": False,
        "reads": FORMATS["docx"].reads,
        "place": "paragraph and character",
        "fixes": True,
        "missing_extra": None,
    }


def test_the_table(articlelint: Articlelint) -> None:
    shown = articlelint("formats").out
    for name in (*BUILT_IN, *FORMATS):
        assert f"\n{name} " in f"\n{shown}"
    assert "json          .json .jsonl .ndjson *" in shown
    assert "* In a folder, these files are left out; name them, or give --format." in shown


def test_an_extra_that_is_missing() -> None:
    made = FORMATS["docx"]._replace(package="no_such_package", extra="docx")
    assert made.missing_extra == "docx"
    assert made._replace(package="json").missing_extra == ""
