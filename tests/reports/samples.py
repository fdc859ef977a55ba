"""Diagnostics made by hand, and a way to print them: what the tests of the reports share."""

from __future__ import annotations

import io
from collections.abc import Iterable

from articlelint.model import (
    Diagnostic,
    Safety,
    Severity,
    SourceEdit,
    SourceFix,
    SourceRelated,
    Span,
)
from articlelint.report import built_in
from articlelint.report.base import FileResult, RuleInfo, Terminal, quoted_lines
from articlelint.source import Source

NEWS = Source(
    "news/a, b.txt",
    "Talks in Kyiv ended.\nNobody in Kiev met 東京 press, the the 100% café crowd said 👍🏽 today, "
    + "and so on " * 20
    + "to the bitter end .\n",
)

TRAPS = Source(
    "news/100% <b> & c: d|e`f.md",
    "# A *headline* | `code`\r\n\tShe wrote ]]> to @nobody about #12 :tada: $5\u2028and $6,\r\n"
    "then \x1b[31mred\x1b[0m and <script>alert(1)</script> & more.\r\n",
)

RULES = {
    "a-rule": RuleInfo(
        "a-rule",
        "desk",
        "something that a desk does not like",
        "Something that a desk does not like.\n\nIt is *written* down in `the book`.",
        Severity.ERROR,
        "https://example.org/rules/a-rule?a=1&b=<2>",
    ),
    "quiet-rule": RuleInfo("quiet-rule", "desk", "something else", "Something else.", Severity.WARNING),
}


def span_of(source: Source, words: str) -> Span:
    start = source.text.index(words)
    return Span(start, start + len(words))


def diagnostic(
    words: str,
    message: str,
    severity: Severity = Severity.ERROR,
    *,
    source: Source = NEWS,
    related: str = "",
    edits: dict[str, str] | None = None,
    safety: Safety = Safety.UNSAFE,
    rule: str = "a-rule",
    url: str = "",
    fingerprint: str = "",
    confidence: float | None = None,
) -> Diagnostic:
    """A diagnostic on the words; ``edits`` are texts to put for words of the source."""
    span = span_of(source, words)
    other = span_of(source, related)
    placed = tuple(
        SourceEdit(source.place(span_of(source, old)), span_of(source, old), new)
        for old, new in (edits or {}).items()
    )
    return Diagnostic(
        path=source.path,
        span=span,
        place=source.place(span),
        rule=rule,
        category="desk",
        severity=severity,
        message=message,
        text=words,
        related=(SourceRelated(f"'{related}' is here", source.place(other)),) if related else (),
        fix=SourceFix(safety, placed) if edits else None,
        url=url,
        fingerprint=fingerprint,
        confidence=confidence,
    )


def result(source: Source, *diagnostics: Diagnostic, errors: tuple[str, ...] = ()) -> FileResult:
    return FileResult(source.path, diagnostics, quoted_lines(diagnostics, source.line), errors)


URL = "https://example.org/rules/a-rule?a=1&b=<2>"
RESULTS = [
    result(
        NEWS,
        diagnostic(
            "Kiev",
            "'Kiev' (1) is spelled 'Kyiv' elsewhere",
            related="Kyiv",
            edits={"Kiev": "Kyiv"},
            fingerprint="f1",
        ),
        diagnostic(
            "the the",
            "'the' twice: 50%, say",
            Severity.WARNING,
            edits={"the the": "the"},
            safety=Safety.SAFE,
            url=URL,
        ),
        diagnostic("👍🏽", "no emoji", Severity.INFO, edits={"👍🏽": ""}, rule="rule-of-a-plugin"),
        diagnostic(" .", "space before a full stop", edits={" .": "."}, safety=Safety.SHOWN),
        diagnostic(
            "ended.\nNobody",
            "over two lines",
            edits={"ended": "started", "Nobody": "They"},
            confidence=0.9951,
        ),
    ),
    FileResult("news/clean.txt"),
    result(
        TRAPS,
        diagnostic(
            "*headline*", "an `a|b` & *c* _d_ [e](f) <g> ~h~ \\i\nsecond line ::error::no", source=TRAPS
        ),
        diagnostic(
            "]]>",
            "]]> is for @nobody, see #12 or www.example.org :tada: $5 or $6",
            source=TRAPS,
            related="@nobody",
        ),
        diagnostic(
            "\x1b[31mred\x1b[0m",
            "a control \x1b[31mcharacter\x00",
            Severity.WARNING,
            source=TRAPS,
            edits={"\x1b[31m": "", "\x1b[0m": ""},
        ),
    ),
    FileResult("news/broken.txt", errors=("news/broken.txt: not a text file; exclude it",)),
]


def output(
    name: str,
    results: Iterable[FileResult] = RESULTS,
    *,
    color: bool = False,
    rules: dict[str, RuleInfo] = RULES,
) -> str:
    """What a format prints."""
    out = io.StringIO()
    built_in(name).report(iter(results), out.write, Terminal(color, rules))
    return out.getvalue()
