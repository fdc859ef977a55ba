"""The ``junit`` format: files as test suites and findings as test cases, for the test page of a CI server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from articlelint.model import Diagnostic
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import line_of, xml_attributes, xml_text
from articlelint.report.wording import at, beginning, fix_in_words, located, shown_message


class JunitReporter:
    """
    Writes one XML document in the dialect that Jenkins and GitLab read.

    A finding that fails the run is a failed test and any other finding a skipped one, so the test page agrees
    with the exit code. An error is a test with an error, and a file without findings is a passed test.
    """

    name = "junit"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the document."""
        del terminal
        write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="articlelint">\n')
        for result in results:
            for line in _suite(result):
                write(line + "\n")
        write("</testsuites>\n")


def _suite(result: FileResult) -> Iterator[str]:
    failing = sum(_fails(d, result) for d in result.diagnostics)
    cases = len(result.diagnostics) + len(result.errors)
    counts = xml_attributes(
        name=result.path,
        tests=max(cases, 1),
        failures=failing,
        errors=len(result.errors),
        skipped=len(result.diagnostics) - failing,
    )
    yield f"  <testsuite{counts}>"
    for error in result.errors:
        case = xml_attributes(classname=result.path, name="articlelint")
        fault = xml_attributes(type="error", message=line_of(error))
        yield f"    <testcase{case}><error{fault}/></testcase>"
    for d in result.diagnostics:
        yield from _case(d, result)
    if not cases:
        yield f"    <testcase{xml_attributes(classname=result.path, name='articlelint')}/>"
    yield "  </testsuite>"


def _fails(d: Diagnostic, result: FileResult) -> bool:
    return d.severity.rank >= result.fails_at


def _case(d: Diagnostic, result: FileResult) -> Iterator[str]:
    message = line_of(located(d))
    case = xml_attributes(classname=result.path, name=f"{d.rule} {at(d.place, d.location)}")
    fault = xml_attributes(type=d.severity.value, message=message)
    tag = "failure" if _fails(d, result) else "skipped"
    details = xml_text("\n".join(_details(d, result)))
    yield f"    <testcase{case}>"
    yield f"      <{tag}{fault}>{details}</{tag}>"
    yield "    </testcase>"


def _details(d: Diagnostic, result: FileResult) -> Iterator[str]:
    yield f"{beginning(result.path, d)}: {d.severity}[{d.rule}] {shown_message(d)}"
    for related in d.related:
        yield f"{line_of(related.message)} ({at(related.place, related.location)})"
    if d.fix is not None:
        yield fix_in_words(d, result.lines)
