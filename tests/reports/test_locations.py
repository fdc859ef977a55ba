"""The location of a finding, where line and column do not say enough, stands in every output."""

from __future__ import annotations

import json

import pytest
from reports.samples import NEWS, diagnostic, output, result

from articlelint.model import Diagnostic, Location, PlaceKind, SourceRelated
from articlelint.report import BUILT_IN

POINTER = Location(PlaceKind.POINTER, "/a~1b/0", 40)
CELL = Location(PlaceKind.CELL, "3", 7, line=2)
POST = Location(PlaceKind.BLOCK, "4", 1, article="post-12")
PARAGRAPH = Location(PlaceKind.PARAGRAPH, "2", 11)


def located(location: Location) -> Diagnostic:
    found = diagnostic("Kiev", "is it 'Kyiv'?", related="Kyiv")
    (other,) = found.related
    placed = Location(location.kind, "1", 10, location.line, location.article)
    return found._replace(location=location, related=(SourceRelated(other.message, other.place, placed),))


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (POINTER, "/a~1b/0, character 40"),
        (CELL, "cell 3, line 2, character 7"),
        (POST, "post-12, block 4, character 1"),
        (PARAGRAPH, "paragraph 2, character 11"),
    ],
)
@pytest.mark.parametrize("name", BUILT_IN)
def test_every_format_tells_it(name: str, location: Location, words: str) -> None:
    printed = output(name, [result(NEWS, located(location))]).replace("\\~", "~").replace("\u2060", "")
    assert words in printed


def test_text_for_people() -> None:
    paragraph = [result(NEWS, located(PARAGRAPH))]
    assert output("concise", paragraph) == (
        "news/a, b.txt: paragraph 2, character 11: error[a-rule] is it 'Kyiv'?\n"
    )
    full = output("full", paragraph)
    assert full.startswith("news/a, b.txt: paragraph 2, character 11: error[a-rule] is it 'Kyiv'?\n")
    assert "= 'Kyiv' is here (paragraph 1, character 10)\n" in full
    assert output("concise", [result(NEWS, located(POST))]) == (
        "news/a, b.txt:2:11: error[a-rule] is it 'Kyiv'? (post-12, block 4, character 1)\n"
    )


def test_data_for_programs() -> None:
    (found,) = json.loads(output("json", [result(NEWS, located(CELL))]))
    assert found["location"] == {
        "kind": "cell", "at": "3", "line": 2, "character": 7, "article": None, "words": "cell 3, line 2, character 7"
    }  # fmt: skip
    assert found["related"][0]["location"]["at"] == "1"
    log = json.loads(output("sarif", [result(NEWS, located(POINTER))]))
    (place,) = log["runs"][0]["results"][0]["locations"]
    assert place["logicalLocations"] == [
        {"fullyQualifiedName": "/a~1b/0", "decoratedName": "/a~1b/0, character 40", "kind": "value"}
    ]
    assert "line=" not in output("github", [result(NEWS, located(PARAGRAPH))])


@pytest.mark.parametrize(("location", "offered"), [(POINTER, True), (PARAGRAPH, False)])
def test_no_program_is_offered_a_fix_of_a_file_without_lines(location: Location, offered: bool) -> None:
    found = diagnostic("Kiev", "is it 'Kyiv'?", edits={"Kiev": "Kyiv"})._replace(location=location)
    (of_sarif,) = json.loads(output("sarif", [result(NEWS, found)]))["runs"][0]["results"]
    (of_rdjson,) = json.loads(output("rdjson", [result(NEWS, found)]))["diagnostics"]
    assert ("fixes" in of_sarif, "suggestions" in of_rdjson) == (offered, offered)
