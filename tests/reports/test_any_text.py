"""Whatever an article, a file name or a rule says, each format stays well-formed and says it back."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import cmarkgfm
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st
from reports.samples import output

from articlelint.model import (
    Diagnostic,
    Safety,
    Severity,
    SourceEdit,
    SourceFix,
    SourceRelated,
    Span,
)
from articlelint.report import BUILT_IN
from articlelint.report.base import FileResult, quoted_lines
from articlelint.report.escape import REPLACEMENT, encodable, markdown, one_line, visible
from articlelint.source import Source

# Any string that Python can hold: control characters, lone surrogates (from file names), all planes.
ANY = st.text(
    st.characters(categories=None) | st.sampled_from("\r\n\t\0\x1b|`<>&\"'%:,]*_[@#$\\~\u2028\u202e\ud800")
)


@st.composite
def results(draw: st.DrawFn) -> list[FileResult]:
    """One file of any text, with findings anywhere in it."""
    path = draw(ANY.filter(bool))
    source = Source(path, draw(ANY))
    diagnostics: list[Diagnostic] = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(source.text)))
        span = Span(start, draw(st.integers(start, len(source.text))))
        place = source.place(span)
        edit = SourceEdit(place, span, draw(ANY))
        diagnostics.append(
            Diagnostic(
                path,
                span,
                place,
                "a-rule",
                "desk",
                draw(st.sampled_from(list(Severity))),
                draw(ANY.filter(str.strip)),
                source.text[span.start : span.end],
                draw(st.sampled_from([(), (SourceRelated("see " + draw(ANY), place),)])),
                draw(st.sampled_from([None, *(SourceFix(safety, (edit,)) for safety in Safety)])),
            )
        )
    diagnostics.sort(key=lambda d: d.span)
    lines = draw(st.sampled_from([{}, quoted_lines(diagnostics, source.line)]))
    errors = draw(st.lists(ANY.filter(str.strip), max_size=2))
    return [FileResult(path, tuple(diagnostics), lines, tuple(errors)), FileResult("clean.txt")]


def expected_messages(found: list[FileResult]) -> list[str]:
    return [one_line(d.message) for r in found for d in r.diagnostics]


@given(results())
def test_every_format_can_be_written_as_utf_8(found: list[FileResult]) -> None:
    for name in BUILT_IN:
        output(name, found).encode()


@given(results())
def test_json_formats(found: list[FileResult]) -> None:
    messages = expected_messages(found)
    errors = [one_line(error) for error in found[0].errors]
    assert [row["message"] for row in json.loads(output("json", found))] == messages
    assert [row["description"] for row in json.loads(output("gitlab", found))] == errors + messages
    assert [row["message"] for row in json.loads(output("rdjson", found))["diagnostics"]] == errors + messages
    (run,) = json.loads(output("sarif", found))["runs"]
    assert len(run["results"]) == len(messages)
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == len(errors)


@given(results())
@example([FileResult("a\u2028b.txt", errors=("no",))])
def test_json_lines_are_one_line_each_however_lines_are_counted(found: list[FileResult]) -> None:
    text = output("json-lines", found)
    for lines in (text.split("\n")[:-1], text.splitlines()):
        assert [json.loads(line)["message"] for line in lines] == expected_messages(found)


@given(results())
def test_xml_formats(found: list[FileResult]) -> None:
    legal = [
        re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", REPLACEMENT, r.path) for r in found
    ]
    checkstyle = ET.fromstring(output("checkstyle", found).encode())
    assert [file.get("name") for file in checkstyle] == legal
    assert len(checkstyle[0]) == len(found[0].diagnostics) + len(found[0].errors)
    junit = ET.fromstring(output("junit", found).encode())
    assert [suite.get("name") for suite in junit] == legal
    assert [int(suite.get("tests") or 0) for suite in junit] == [len(suite) for suite in junit]


@given(results())
def test_github_commands_stay_one_line(found: list[FileResult]) -> None:
    lines = output("github", found).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(found[0].diagnostics) + len(found[0].errors)
    for line in lines:
        assert "\r" not in line
        command = re.fullmatch(r"::(error|warning|notice) ([^:\n]*)::(.*)", line, re.DOTALL)
        assert command is not None
        properties = dict(pair.split("=", 1) for pair in command[2].split(","))
        assert (
            {"file", "title"} <= properties.keys() <= {"file", "title", "line", "endLine", "col", "endColumn"}
        )


@given(results())
def test_formats_for_people_print_no_control_character(found: list[FileResult]) -> None:
    for name in ("full", "concise", "grouped"):
        for line in output(name, found).split("\n"):
            assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line), name
    assert output("concise", found).count("\n") == len(found[0].diagnostics)


PIECES = (
    "::error file=a::x",
    "##[error]",
    "##vso[task.complete]",
    "::",
    "\n",
    "\r",
    " ",
    "\u200b",
    "\x1b]0;x\x07",
    "\x9b",
    "\u202e",
    "“",
    "a",
)
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join).filter(str.strip)


@given(HOSTILE, HOSTILE)
def test_no_format_lets_text_command_a_terminal_or_a_runner(path: str, text: str) -> None:
    """GitHub's runner trims white space before ``::``, and finds ``##[`` anywhere in a line."""
    source = Source(path, text)
    span = Span(0, len(text))
    place = source.place(span)
    fix = SourceFix(Safety.SAFE, (SourceEdit(place, span, text),))
    found = Diagnostic(
        path, span, place, "a-rule", "desk", Severity.INFO, text, text, (SourceRelated(text, place),), fix
    )
    result = FileResult(path, (found,), quoted_lines([found], source.line), (text,))
    for name in BUILT_IN:
        written = output(name, [result])
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069]", written), name
        if name != "github":
            assert not re.search(r"^[\s\u200b]*::", written, re.MULTILINE), name
            assert not re.search(r"##\w*\[", written), name


@given(results())
def test_markdown_keeps_its_shape(found: list[FileResult]) -> None:
    page = output("markdown", found)
    html = cmarkgfm.github_flavored_markdown_to_html(page, options=Options.CMARK_OPT_UNSAFE)
    files = sum(bool(r.diagnostics) for r in found)
    assert html.count("<details>") == html.count("</details>") == files
    errors = found[0].errors
    assert html.count("<table>") == 2 * files + bool(errors)
    assert html.count("<tr>") == files * 3 + len(found[0].diagnostics) + bool(errors) + len(errors)
    assert not re.search("<(a|em|strong|del|img|script|li|h[12456])[ >]", html)


WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"]) | st.sampled_from("|`<>&*_[]()!@#$\\~:/w.")
)


@given(WORDS.map(lambda text: " ".join(text.split())))
@example("www.example.org https://example.org mailto:a@example.org me@example.org ftp://x.org")
@example("![a](b) [c][d] <e@f.gh> <https://i.jk> &amp; &#42; ***l*** ~~m~~ `n` \\* \\\\")
@example("$a$ $$b$$ @c/d e/f#1 g@0123456 :tada: [^1] [x]")
def test_markdown_text_comes_out_as_it_went_in(text: str) -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(f"| a |\n|---|\n| x{markdown(text)}x |\n")
    cell = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    plain = cell[0].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert plain.replace("\u2060", "") == f"x{visible(text)}x".replace("\u2060", "")


@given(ANY)
def test_encodable_changes_nothing_that_can_be_encoded(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        assert REPLACEMENT in encodable(text)
    else:
        assert encodable(text) == text
