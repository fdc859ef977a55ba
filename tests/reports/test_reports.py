"""Output formats, byte for byte, on diagnostics made by hand."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator
from reports.samples import RESULTS, output

from articlelint._version import __version__
from articlelint.report import BUILT_IN, FOR_PEOPLE, built_in
from articlelint.report.base import FileResult, Terminal
from articlelint.report.statistics import StatisticsReporter

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


def snapped(name: str, text: str) -> str:
    """A report without the version; a page without its style and script, which test_html.py checks."""
    text = text.replace(__version__, "VERSION")
    if name != "html":
        return text
    text = re.sub(r"<(style|script)>.+?</\1>", r"<\1/>", text, flags=re.DOTALL)
    return re.sub("'sha256-[^']+'", "HASH", text)


@pytest.mark.parametrize("name", BUILT_IN)
def test_format(name: str, snapshot: SnapshotAssertion) -> None:
    assert snapped(name, output(name)) == snapshot


@pytest.mark.parametrize("name", ["full", "grouped"])
def test_in_color(name: str, snapshot: SnapshotAssertion) -> None:
    assert output(name, color=True) == snapshot


@pytest.mark.parametrize("name", BUILT_IN)
def test_color_is_for_people(name: str) -> None:
    colored = output(name, color=True)
    assert ("\x1b" in colored) == (name in {"full", "grouped"})


@pytest.mark.parametrize("name", BUILT_IN)
def test_nothing_found(name: str, snapshot: SnapshotAssertion) -> None:
    assert snapped(name, output(name, [FileResult("a.txt")], rules={})) == snapshot


@pytest.mark.parametrize("name", [*sorted(FOR_PEOPLE), "github", "json-lines"])
def test_nothing_found_prints_nothing(name: str) -> None:
    assert output(name, [FileResult("a.txt")]) == ""


def test_statistics(snapshot: SnapshotAssertion) -> None:
    out = io.StringIO()
    StatisticsReporter().report(RESULTS, out.write, Terminal())
    assert out.getvalue() == snapshot


# A page's heading counts what is below it.
STREAMING = sorted(set(BUILT_IN) - {"markdown", "html"})


@pytest.mark.parametrize("name", STREAMING)
def test_findings_are_written_as_they_arrive(name: str) -> None:
    """Before the second file is asked for, the first one's findings are out."""
    out = io.StringIO()
    seen: list[str] = []

    def results() -> Iterator[FileResult]:
        for result in RESULTS:
            seen.append(out.getvalue())
            yield result

    built_in(name).report(results(), out.write, Terminal())
    assert "space before a full stop" not in seen[0]
    assert "space before a full stop" in seen[1]


def test_the_guide_lists_every_format() -> None:
    guide = (ROOT / "docs/output-formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)`.*\| (yes|at the end) \|$", guide, re.MULTILINE)
    assert [name for name, _ in rows] == list(BUILT_IN)
    assert sorted(name for name, when in rows if when == "yes") == STREAMING


def test_the_example_in_the_guide_keeps_to_the_schema() -> None:
    guide = (ROOT / "docs/output-formats.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", guide, re.DOTALL)
    schema = json.loads((ROOT / "docs/schema/finding.schema.json").read_text(encoding="utf-8"))
    assert example is not None
    Draft202012Validator(schema).validate(json.loads(example[1]))
