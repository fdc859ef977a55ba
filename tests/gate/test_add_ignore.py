"""Writing ignores: every finding gone, the article unchanged."""

from __future__ import annotations

import pytest
from conftest import Articlelint

from articlelint.markup import parser_for

ONLY = ("--isolated", "--no-cache", "--select", "repeated-word,extra-space,unused-ignore")
MARKDOWN = """\
# About the the ferry

It was the the end.

- one
- two and and three
- four

> They said it it was late.

| a | b |
|---|---|
| c | d d e |

The *the*  last.
"""
HTML = "<h1>About the the ferry</h1>\n<p>It was the <b>the</b> end.</p><ul><li>two and and three</ul>\n"


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", MARKDOWN), ("b.html", HTML), ("c.md", MARKDOWN.replace("\n", "\r\n"))]
)
def test_every_finding_goes_and_the_article_stays(articlelint: Articlelint, name: str, text: str) -> None:
    path = articlelint.write(name, text)
    before = articlelint("check", *ONLY, "--output-format", "json", name).findings
    assert len(before) >= 3
    done = articlelint("check", *ONLY, "--add-ignore", "as it was sent to us", name)
    assert (done.code, done.err) == (0, "")
    assert articlelint("check", *ONLY, "--fail-on", "info", name).code == 0
    after = path.read_bytes().decode()
    assert "as it was sent to us" in after
    parser = parser_for(path.suffix)
    assert parser.parse(after).text == parser.parse(text).text
    assert [b.kind for b in parser.parse(after).blocks] == [b.kind for b in parser.parse(text).blocks]


def test_ignores_go_again_when_they_are_not_needed(articlelint: Articlelint) -> None:
    path = articlelint.write("a.md", MARKDOWN)
    articlelint("check", *ONLY, "--add-ignore", "why not", "a.md")
    clean = path.read_text().replace("the the", "the").replace("and and", "and").replace("it it", "it")
    clean = clean.replace("d d e", "d e").replace("The *the*  last", "The *last* one")
    path.write_text(clean)
    done = articlelint("fix", *ONLY, "a.md")
    assert done.code == 0
    assert "articlelint:" not in path.read_text()


def test_plain_text_has_no_comments(articlelint: Articlelint) -> None:
    path = articlelint.write("a.txt", "It was the the end.\n")
    articlelint.write("b.md", "It was the the end.\n")
    done = articlelint("check", *ONLY, "--add-ignore", "why", ".")
    assert done.code == 2
    assert "a.txt: not changed: plain text has no comments to write an ignore in; use a baseline" in done.err
    assert path.read_text() == "It was the the end.\n"
    assert "ignore[repeated-word] why" in (articlelint.folder / "b.md").read_text()


def test_a_finding_where_there_can_be_no_comment_is_named_with_its_line(articlelint: Articlelint) -> None:
    text = "Fine.\n\n<!-- articlelint: ignore[repeated-word] -->\n\nFine.\n"
    path = articlelint.write("b.md", text)
    done = articlelint(
        "check", "--isolated", "--select", "repeated-word,unused-ignore", "--add-ignore", "why", "b.md"
    )
    assert (done.code, path.read_text()) == (2, text)
    assert "b.md:3: not ignored: a finding of unused-ignore stands where there can be no comment" in done.err


def test_what_cannot_be_ignored_does_not_keep_the_rest_from_it(articlelint: Articlelint) -> None:
    front = "---\ntitle: About the the ferry\n---\n\n"
    middle = "!!! note\n    It was the the end.\n\n"
    path = articlelint.write("a.md", f"{front}{middle}It was the the end.\n\nIt is is late.\n")
    done = articlelint("check", *ONLY, "--add-ignore", "why", "a.md")
    comment = "<!-- articlelint: ignore[repeated-word] why -->\n"
    after = path.read_text()
    assert after.startswith(front)
    assert after.endswith(f"{comment}It was the the end.\n\n{comment}It is is late.\n")
    assert done.code == 2
    assert (
        "a.md:2: not ignored: a finding of repeated-word stands in the front matter; "
        "name repeated-word under articlelint-ignore in it"
    ) in done.err


@pytest.mark.parametrize("reason", ["", "  ", "a --> b", "two\nlines"])
def test_a_reason_is_needed_and_must_fit_a_comment(articlelint: Articlelint, reason: str) -> None:
    articlelint.write("b.md", "It was the the end.\n")
    done = articlelint("check", *ONLY, "--add-ignore", reason, ".")
    assert done.code == 2
    assert "--add-ignore" in done.err
