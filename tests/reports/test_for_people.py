"""The formats for people: marks under the words, whatever the words are made of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.samples import NEWS, diagnostic, output, result
from rich.cells import cell_len

from articlelint.model import Safety, Severity
from articlelint.report.escape import visible
from articlelint.report.terminal_text import WIDTH, cell_width, excerpt
from articlelint.report.wording import fix_in_words
from articlelint.source import Source

FAMILY = "👨‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv", 4),
        ("“Kyiv”", 6),
        ("東京", 4),
        ("ｶﾅ", 2),
        ("한국", 4),
        ("cafe\u0301", 4),
        ("e\u0301\u0323", 1),
        ("👍", 2),
        ("👍🏽", 2),
        (FAMILY, 2),
        ("🇺🇦", 2),
        ("❤", 1),
        ("❤️", 2),
        ("1️⃣", 2),
        ("a\u200bb", 2),
        ("\ufeffa", 1),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_cells(text: str, expected: int) -> None:
    assert cell_width(text) == expected
    assert cell_len(text) == expected  # another program's opinion


@given(st.text(st.characters(codec="utf-8", categories=["L", "P", "Nd", "Zs"])))
def test_cells_agree_with_rich_on_ordinary_text(text: str) -> None:
    text = "".join(c for c in text if not 0x1100 <= ord(c) < 0x1200 and not 0xD7B0 <= ord(c) < 0xD800)
    assert cell_width(text) == cell_len(text, unicode_version=unicodedata.unidata_version)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Nobody in Kiev met.", "Kiev"),
        ("東京 and Kiev met.", "Kiev"),
        ("a\tKiev", "Kiev"),
        ("cafe\u0301 in Kiev", "Kiev"),
        (f"{FAMILY} in Kiev", "Kiev"),
        (f"a {FAMILY} met", FAMILY),
        ("in 東京 today", "東京"),
        ("a\tb", "\t"),
        ("an \x1b[31m in Kiev", "Kiev"),
        ("x" * 300 + " Kiev " + "y" * 300, "Kiev"),
        ("東" * 300 + " Kiev " + "京" * 300, "Kiev"),
        (FAMILY * 60 + " Kiev " + "e\u0301" * 300, "Kiev"),
        ("Kiev " + "y" * 300, "Kiev"),
        ("x" * 300 + " Kiev", "Kiev"),
        ("The end of " + "x" * 300, "x" * 300),
    ],
)
def test_the_marks_stand_under_the_words(line: str, words: str) -> None:
    at = line.index(words)
    shown, before, marks = excerpt(line, at, at + len(words))
    assert cell_width(shown) <= WIDTH + 2
    first = visible(words)[:1]
    assert cell_width(shown[: shown.index(first if len(words) > WIDTH else visible(words))]) == before
    assert marks == min(cell_width(visible(words)), cell_width(shown.rstrip("…")) - before)


@given(st.text(min_size=1), st.data())
def test_an_excerpt_of_any_line_fits_and_shows_its_marks(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown, before, marks = excerpt(line, start, end)
    assert marks >= 1
    assert cell_width(shown) <= WIDTH + 2
    assert before <= cell_width(shown)
    assert shown.isprintable() or not any(ord(c) < 32 for c in shown)


def test_an_excerpt_of_a_vast_line_costs_little() -> None:
    line = "Nobody in Kiev met. " * 1_000_000
    at = len(line) // 2
    for offset in range(2_000):  # 40 GB, were each to look at the whole line
        excerpt(line, at + offset, at + offset + 4)


def test_a_long_span_shows_its_first_line_and_its_last() -> None:
    source = Source("a.txt", "It began here\nand went on\nand on\n  and ended there.\n")
    words = source.text[source.text.index("here") : source.text.index(" there")]
    shown = output("full", [result(source, diagnostic(words, "long", source=source))])
    assert shown.splitlines()[1:] == [
        "      |",
        "    1 | It began here",
        "      |          ^^^^",
        "  ... |",
        "    4 |   and ended there.",
        "      |   ^^^^^^^^^",
        "",
    ]


def test_a_line_that_is_not_known_is_not_shown() -> None:
    from articlelint.report.base import FileResult

    d = diagnostic("Kiev", "a message")
    assert output("full", [FileResult(d.path, (d,))]) == "news/a, b.txt:2:11: error[a-rule] a message\n\n"


def test_columns_of_grouped_line_up() -> None:
    lines = output("grouped").splitlines()
    assert lines[1].index("'Kiev'") == lines[2].index("'the'") == lines[3].index("no emoji")


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_nothing_from_an_article_reaches_the_terminal_as_a_command(name: str) -> None:
    source = Source("a\x1b]0;b.txt", "He said \x1b[2J\u202egnp.exe\n")
    d = diagnostic("\x1b[2J", "not \x1b[2J\nhere", source=source, edits={"\x1b[2J": "\x07"})
    shown = output(name, [result(source, d)])
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "not ␛[2J here" in shown


@pytest.mark.parametrize(
    ("words", "edits", "safety", "expected"),
    [
        ("Kiev", {"Kiev": "Kyiv"}, Safety.SAFE, "fix: write “Kyiv”"),
        ("Kiev", {"Kiev": "Kyiv"}, Safety.UNSAFE, "suggestion: write “Kyiv”"),
        ("Kiev", {"Kiev": "Kyiv"}, Safety.SHOWN, "suggestion, by hand: write “Kyiv”"),
        ("Kiev", {"Kiev": ""}, Safety.SAFE, "fix: delete the marked text"),
        ("the the", {" the the": " the"}, Safety.SAFE, "fix: write “ the” for “ the the” at 2:29"),
        ("the the", {"e t": "e-t"}, Safety.SAFE, "fix: write “the-the”"),
        ("end .", {" .": "."}, Safety.SAFE, "fix: write “end.”"),
        (" .", {" .": "\u00a0"}, Safety.SAFE, "fix: write a no-break space"),
        ("Kiev", {"press": "crowd"}, Safety.UNSAFE, "suggestion: write “crowd” for “press” at 2:23"),
        ("Kiev", {"press,": ""}, Safety.UNSAFE, "suggestion: delete “press,” at 2:23"),
        ("ended", {"ended": "began", "Nobody": "They"}, Safety.UNSAFE, "suggestion: write “began” for “ended” at 1:15, write “They” for “Nobody” at 2:1"),
        ("Kiev", {"so": "x", "end": "y", "bitter": "z", "crowd": "t", "said": "u"}, Safety.SAFE, "fix: write “y” for “end” at 1:15, write “t” for “crowd” at 2:48, write “u” for “said” at 2:54, and 2 more"),
        ("Kiev", {"ended.\nNobody": "x"}, Safety.UNSAFE, "suggestion: write “x” for the text at 1:15"),
    ],
)  # fmt: skip
def test_a_fix_in_words(words: str, edits: dict[str, str], safety: Safety, expected: str) -> None:
    d = diagnostic(words, "a message", Severity.ERROR, edits=edits, safety=safety)
    assert fix_in_words(d, result(NEWS, d).lines) == expected
