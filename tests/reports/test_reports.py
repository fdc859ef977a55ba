"""Output formats, byte for byte, on diagnostics made by hand."""

from __future__ import annotations

import io
import json

import pytest
from syrupy.assertion import SnapshotAssertion

from articlelint.model import (
    Diagnostic,
    PlacedEdit,
    PlacedFix,
    RelatedPlace,
    Safety,
    Severity,
    Span,
)
from articlelint.report import BUILT_IN, built_in
from articlelint.report.base import FileResult, Terminal
from articlelint.report.full import excerpt
from articlelint.report.statistics import StatisticsReporter
from articlelint.source import Source

SOURCE = Source(
    "news/a, b.txt",
    "Talks in Kyiv ended.\nNobody in Kiev met 東京 press, the the 100% café crowd said 👍🏽 today, "
    + "and so on " * 20
    + "to the bitter end .\n",
)


def diagnostic(words: str, message: str, severity: Severity, *, related: str = "", edit: str | None = None) -> Diagnostic:
    start = SOURCE.text.index(words)
    span = Span(start, start + len(words))
    place = SOURCE.place(span)
    other = SOURCE.text.index(related)
    return Diagnostic(
        path=SOURCE.path,
        span=span,
        place=place,
        rule="a-rule",
        category="desk",
        severity=severity,
        message=message,
        text=words,
        related=(RelatedPlace(f"'{related}' is here", SOURCE.place(Span(other, other + len(related)))),) if related else (),
        fix=PlacedFix(Safety.UNSAFE, (PlacedEdit(place, span, edit),)) if edit is not None else None,
    )


RESULTS = [
    FileResult(
        SOURCE.path,
        (
            diagnostic("Kiev", "'Kiev' (1) is spelled 'Kyiv' elsewhere", Severity.ERROR, related="Kyiv", edit="Kyiv"),
            diagnostic("the the", "'the' twice: 50%, say", Severity.WARNING, edit="the"),
            diagnostic("👍🏽", "no emoji", Severity.INFO, edit=""),
            diagnostic(" .", "space before a full stop", Severity.ERROR),
            diagnostic("ended.\nNobody", "over two lines", Severity.ERROR),
        ),
        {n: SOURCE.line(n) for n in (1, 2)},
    ),
    FileResult("news/clean.txt"),
]


def output(name: str, *, color: bool = False, results: list[FileResult] | None = None) -> str:
    out = io.StringIO()
    built_in(name).report(iter(RESULTS if results is None else results), out.write, Terminal(color))
    return out.getvalue()


@pytest.mark.parametrize("name", BUILT_IN)
def test_format(name: str, snapshot: SnapshotAssertion) -> None:
    assert output(name) == snapshot


def test_full_in_color(snapshot: SnapshotAssertion) -> None:
    assert output("full", color=True) == snapshot


def test_statistics(snapshot: SnapshotAssertion) -> None:
    out = io.StringIO()
    StatisticsReporter().report(RESULTS, out.write, Terminal())
    assert out.getvalue() == snapshot


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_nothing_found_prints_nothing(name: str) -> None:
    assert output(name, results=[FileResult("a.txt")]) == ""


def test_json_loads() -> None:
    rows = json.loads(output("json"))
    assert [row["line"] for row in rows] == [2, 2, 2, 2, 1]
    assert rows[4]["end_line"] == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Nobody in Kiev met.", "Kiev"),
        ("東京 and Kiev met.", "Kiev"),
        ("a\tKiev", "Kiev"),
        ("x" * 300 + " Kiev " + "y" * 300, "Kiev"),
        ("Kiev " + "y" * 300, "Kiev"),
        ("x" * 300 + " Kiev", "Kiev"),
    ],
)
def test_the_marks_stand_under_the_words(line: str, words: str) -> None:
    at = line.index(words)
    shown, before, marks = excerpt(line, at, at + len(words))
    wide = sum(c in "東京" for c in shown[: shown.index(words)])
    assert before == shown.index(words) + wide
    assert marks == len(words)
    assert len(shown) <= 102
