"""Scopes: what part of an article a rule is given, in Markdown, HTML and plain text."""

from __future__ import annotations

from pathlib import Path

import pytest
from vale.styles import run, unsupported, words, write_style

import articlelint as al
from articlelint_vale.styles import Styles

ARTICLE = """---
title: XX front
---

# Head XX

Prose XX here. Second XX sentence.

## Cross XX

- Item XX one

> Quote XX one

| Top XX | Other |
|--------|-------|
| Cell XX | b |

![Alt XX](x.png)

Code `XX` and <b>XX</b>.

### Deep XX
"""


def found(folder: Path, scope: str, text: str = ARTICLE, suffix: str = ".md") -> list[str]:
    """The word before each XX that is reported."""
    rule = f"extends: existence\nmessage: m\nscope: {scope}\nnonword: true\ntokens: ['\\w+\\W+XX']\n"
    return [word.split()[0] for word in words(folder, rule, text, suffix=suffix)]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", ["Head", "Prose", "Second", "Cross", "Item", "Quote", "Top", "Cell", "and", "Deep"]),
        ("heading", ["Head", "Cross", "Deep"]),
        ("heading.h1", ["Head"]),
        ("heading.h2", ["Cross"]),
        ("text.heading.h3", ["Deep"]),
        ("[heading.h1, heading.h3]", ["Head", "Deep"]),
        ("heading & ~heading.h1", ["Cross", "Deep"]),
        ("~heading", ["Prose", "Second", "Item", "Quote", "Top", "Cell", "and"]),
        ("'~heading & ~list & ~table & ~blockquote'", ["Prose", "Second", "and"]),
        ("list", ["Item"]),
        ("blockquote", ["Quote"]),
        ("table", ["Top", "Cell"]),
        ("table.cell", ["Cell"]),
        ("table.header", ["Top"]),
        ("[table.header, title]", ["Top"]),
        ("paragraph", ["Prose", "Second", "and"]),
        ("sentence", ["Prose", "Second", "and"]),
        (
            "[sentence, list, text]",
            ["Head", "Prose", "Second", "Cross", "Item", "Quote", "Top", "Cell", "and", "Deep"],
        ),
        ("summary", ["Prose", "Second", "Item", "Quote", "and"]),
        ("text.md", ["Head", "Prose", "Second", "Cross", "Item", "Quote", "Top", "Cell", "and", "Deep"]),
        ("heading.html", []),
        ("'~text.frontmatter.title & heading.h1'", ["Head"]),
    ],
)
def test_scopes_of_markdown(tmp_path: Path, scope: str, expected: list[str]) -> None:
    assert found(tmp_path, scope) == expected


def test_a_sentence_and_a_paragraph_are_given_by_themselves(tmp_path: Path) -> None:
    text = "Eins zwei. Drei vier fünf. Sechs.\n\nSieben.\n"
    rule = "extends: existence\nmessage: m\nnonword: true\ntokens: ['^\\w+']\nscope: {}\n"
    assert words(tmp_path, rule.format("sentence"), text) == ["Eins", "Drei", "Sechs", "Sieben"]
    assert words(tmp_path, rule.format("paragraph"), text) == ["Eins", "Sieben"]


def test_raw_is_the_file_as_it_is_written(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: '%s'\nscope: raw\nnonword: true\ntokens: ['\\*\\*(\\w+)\\*\\*']\n"
    style = write_style(tmp_path, {"Rule": rule})
    doc, (finding, code) = run(Styles([str(style)], ()), "Some **bold** text.\n\n`**code**` here\n")
    assert (finding.message, doc.slice(finding.span)) == ("**bold**", "bold")
    # Within code there is no prose to point at: the place in the file is, and the place beside it.
    assert (code.message, code.span, doc.text[17]) == ("**code**", al.Span(18, 18), "\ufffc")
    assert code.source is not None
    assert doc.source[code.source.start : code.source.end] == "**code**"


def test_raw_lines_end_in_one_character_wherever_they_were_written(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: m\nscope: raw\nraw: ['(?m)^Third\\n\\nlast$']\n"
    text = "First\r\n\r\nSecond\r\n\r\nThird\r\n\r\nlast\r\n"
    assert words(tmp_path, rule, text) == ["Third\n\nlast"]


def test_a_word_of_the_file_is_found_in_raw_scope_too(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: m\nscope: raw\ntokens: [href, Bold]\nignorecase: true\n"
    text = '<p>Some <b>bold</b> <a href="x">link</a></p>\n'
    assert words(tmp_path, rule, text, suffix=".html") == ["bold", ""]


def test_two_places_in_one_stretch_of_markup_are_two_findings(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: '%s'\nscope: raw\nnonword: true\ntokens: ['class=\\w+']\n"
    style = write_style(tmp_path, {"Rule": rule})
    _, found_here = run(Styles([str(style)], ()), "<p>One<br class=x><br class=y> two</p>\n", ".html")
    assert sorted(f.message for f in found_here) == ["class=x", "class=y"]


def test_alternative_texts(tmp_path: Path) -> None:
    rule = "extends: occurrence\nmessage: '%s words'\nscope: alt\ntoken: '\\w+'\nmax: 2\n"
    style = write_style(tmp_path, {"Rule": rule})
    _, found_here = run(Styles([str(style)], ()), "![One two three](x.png)\n\n![One two](x.png) and text\n")
    assert [f.message for f in found_here] == ["3 words"]
    _, found_here = run(Styles([str(style)], ()), '<p><img src=x alt="a b c d"></p>', ".html")
    assert [f.message for f in found_here] == ["4 words"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("heading", ["Head", "Sub"]),
        ("heading.h2", ["Sub"]),
        ("table.header", ["Top"]),
        ("table.cell", ["Cell"]),
        ("figure.caption", ["Caption"]),
        ("list", ["Item"]),
        ("text.html & heading.h1", ["Head"]),
        ("text.md", []),
    ],
)
def test_scopes_of_html(tmp_path: Path, scope: str, expected: list[str]) -> None:
    text = (
        "<h1>Head XX</h1><p>Prose one.</p><h2>Sub XX</h2><ul><li>Item XX</li></ul><table><tr><th>Top XX</th></tr>"
        "<tr><td>Cell XX</td></tr></table><figure><img src=x><figcaption>Caption XX</figcaption></figure>"
    )
    assert found(tmp_path, scope, text, ".html") == expected


def test_plain_text_has_headlines_and_lists_where_articlelint_sees_them(tmp_path: Path) -> None:
    text = "Ferry XX sinks\n\nIt sank at noon XX on Tuesday.\n\n- Item XX\n- Another\n"
    assert found(tmp_path, "heading.h1", text, ".txt") == ["Ferry"]
    assert found(tmp_path, "list", text, ".txt") == ["Item"]


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        ("link", "articlelint does not keep the place of links"),
        ("strong", "emphasis"),
        ("code", "articlelint reads no code"),
        ("text.comment.line.py", "articlelint reads no code"),
        ("title", "no article has such a part"),
        ("haeding", "scope 'haeding' is unknown"),
        ("heading.dita", "files that articlelint does not read"),
        ("[text, paragraf]", "scope 'paragraf' is unknown"),
    ],
)
def test_a_scope_that_cannot_be_had_is_named(tmp_path: Path, scope: str, reason: str) -> None:
    rule = f"extends: existence\nmessage: m\nscope: {scope}\ntokens: [a]\n"
    assert reason in unsupported(tmp_path, rule)


def test_comments_of_vale_s_switch_rules_off(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: m\ntokens: [very]\n"
    text = (
        "A very.\n\n<!-- vale off -->\n\nB very.\n\n<!-- vale on -->\n\nC very.\n\n"
        "<!-- vale Desk.Rule = NO -->\n\nD very.\n\n<!-- vale Desk.Rule = YES -->\n\n"
        "<!-- vale Desk.Other = NO -->\n\nE very.\n"
    )
    style = write_style(tmp_path, {"Rule": rule})
    doc, found_here = run(Styles([str(style)], ()), text)
    assert [doc.text[f.span.start - 2] for f in found_here] == ["A", "C", "E"]


@pytest.mark.parametrize(
    ("comment", "reported"),
    [
        ("vale Desk = NO", "AE"),
        ("vale Desk = off", "AE"),
        ("vale Web = NO", "ABBCDE"),
        ("vale styles = Web", "AE"),
        ("vale styles = Web, Desk", "ABBCDE"),
        ("vale style = Desk", "ABBCDE"),
        ('vale Desk.Rule["very"] = NO', "ABDE"),
        ('vale Desk.Rule["very", "Very"] = NO', "ABE"),
        ("vale Desk.Rule[very] = NO", "ABBCDE"),
        ('vale Desk.Other["very"] = NO', "ABBCDE"),
        ("vale Desk.Rule = maybe", "ABBCDE"),
        ("vale off", "AE"),
    ],
)
def test_comments_switch_styles_rules_and_matches_off(tmp_path: Path, comment: str, reported: str) -> None:
    rule = "extends: existence\nmessage: m\nignorecase: true\ntokens: [very, quite]\n"
    on_again = "\n\n".join(
        f"<!-- vale {name} -->"
        for name in ("on", "Desk = YES", "styles = Desk", 'Desk.Rule["very", "Very"] = YES')
    )
    text = (
        f"A very.\n\n<!-- {comment} -->\n\nB very. B quite.\n\nC very.\n\nD Very.\n\n{on_again}\n\nE very.\n"
    )
    style = write_style(tmp_path, {"Rule": rule})
    doc, found_here = run(Styles([str(style)], ()), text)
    assert "".join(doc.text[f.span.start - 2] for f in found_here) == reported


BEGINNINGS = """extends: existence
message: "Do not begin with '%s'"
ignorecase: true
raw:
  - '(?:^[^\\w]*|[;-]\\s)There\\b\\s(is|are)\\b'
"""
IN_BRACKETS = "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\(.+\\)']\n"
LONG = "extends: occurrence\nmessage: m\nscope: {}\nmax: 50\ntoken: '\\b\\w+\\b'\n"
BOTH = "The boat (a ferry) sank. There is fog (at sea).\n\n- It sank. There is no boat.\n"


@pytest.mark.parametrize(
    ("scope", "begins", "bracketed"),
    [
        ("sentence", ["There is"], ["(a ferry)", "(at sea)"]),
        ("paragraph", [], ["(a ferry) sank. There is fog (at sea)"]),
        ("sentence & ~heading", [], ["(a ferry) sank. There is fog (at sea)"]),
    ],
)
def test_where_a_style_has_rules_for_sentences_its_rules_for_text_look_at_sentences(
    tmp_path: Path, scope: str, begins: list[str], bracketed: list[str]
) -> None:
    rules = {"Beginnings": BEGINNINGS, "Brackets": IN_BRACKETS, "Length": LONG.format(scope)}
    doc, found_here = run(Styles([str(write_style(tmp_path, rules))], ()), BOTH)
    by_rule = {
        name: [doc.slice(f.span) for f in found_here if f.rule == f"vale/Desk.{name}"] for name in rules
    }
    assert by_rule == {"Beginnings": begins, "Brackets": bracketed, "Length": []}


@pytest.mark.parametrize(("suffix", "mark"), [("rst", "One XX\n======\n\n"), ("adoc", "== One XX\n\n")])
def test_formats_of_documentation_have_scopes(tmp_path: Path, suffix: str, mark: str) -> None:
    text = f"{mark}It was two XX.\n"
    assert found(tmp_path, f"heading.{suffix}", text, f".{suffix}") == ["One"]
