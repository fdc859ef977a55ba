"""The cards of Ghost: read as what they are written in, each word in its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Articlelint
from formats.checks import json_unescaped, kinds, read, words_in_place
from formats.samples import dumped
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.findings.ignores import read_ignores
from articlelint.markup import parser_named
from articlelint.markup.assembly import Assembly, Part
from articlelint.markup.base import Article, Markup, as_text_parser
from articlelint.model import PlaceKind

MARKDOWN = """## What *went* wrong

The “ferry” was **late**, café &amp; quay
said [so](https://example.org).

> It was late.

* One boat
* One `x = 1` quay

![A white ferry](x.jpg)
"""
CARDS: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("markdown", {"markdown": MARKDOWN}, [
        ("crosshead", "What went wrong"),
        ("paragraph", "The “ferry” was late, café & quay said so."),
        ("blockquote", "It was late."),
        ("list-item", "One boat"),
        ("list-item", "One \ufffc quay"),
        ("alt-text", "A white ferry"),
    ]),
    ("html", {"html": "<p>A <b>boat</b> &amp; a quay.</p>"}, [("paragraph", "A boat & a quay.")]),
    ("callout", {"calloutEmoji": "💡", "calloutText": "Mind the <i>gap</i>."}, [("paragraph", "Mind the gap.")]),
    ("toggle", {"heading": "Why?", "content": "<p>It was late.</p>"}, [("crosshead", "Why?"), ("paragraph", "It was late.")]),
    ("image", {"src": "x", "alt": "A boat", "caption": "The <i>boat</i>."}, [("caption", "The boat."), ("alt-text", "A boat")]),
    ("gallery", {"images": [{"src": "x", "alt": "A boat"}, {"src": "y", "alt": "A quay"}], "caption": "Odesa"},
     [("caption", "Odesa"), ("alt-text", "A boat"), ("alt-text", "A quay")]),
    ("bookmark", {"url": "x", "metadata": {"title": "Another page"}, "caption": "Our report"}, [("caption", "Our report")]),
    ("embed", {"html": "<p>A tweet</p>", "caption": "What she wrote"}, [("caption", "What she wrote")]),
    ("button", {"buttonText": "Subscribe"}, []),
]  # fmt: skip


def post(name: str, card: dict[str, Any], *, lexical: bool) -> dict[str, Any]:
    """A post with a card in one of the two forms, and a paragraph after it."""
    last = "The last paragraph of it."
    if lexical:
        text = {"type": "paragraph", "children": [{"type": "text", "text": last}]}
        body = {"lexical": json.dumps({"root": {"children": [{"type": name, **card}, text]}})}
    else:
        sections: list[Any] = [[10, 0], [1, "p", [[0, [], 0, last]]]]
        body = {"mobiledoc": json.dumps({"cards": [[name, card]], "markups": [], "sections": sections})}
    return {"posts": [{"id": "1", "title": "Ferry is late", **body}]}


@pytest.mark.parametrize("lexical", [True, False])
@pytest.mark.parametrize(("name", "card", "expected"), CARDS)
def test_a_card_is_read_as_what_it_is(
    name: str, card: dict[str, Any], expected: list[tuple[str, str]], *, lexical: bool
) -> None:
    source, (article,) = read("ghost", dumped(post(name, card, lexical=lexical)))
    assert kinds(article)[1:-1] == expected
    found = words_in_place(source, article, lambda raw: json_unescaped(json_unescaped(raw)))
    assert found.tried == found.exact >= 3


@pytest.mark.parametrize("lexical", [True, False])
def test_fix_in_a_card_of_markdown(articlelint: Articlelint, *, lexical: bool) -> None:
    doubled = {"markdown": MARKDOWN.replace("was **late**", "was was **late**")}
    articlelint.write("a.json", dumped(post("markdown", doubled, lexical=lexical)))
    articlelint("fix", "--isolated", "--select", "repeated-word", "a.json")
    after = (articlelint.folder / "a.json").read_bytes()
    assert after == dumped(post("markdown", {"markdown": MARKDOWN}, lexical=lexical))


def in_part(text: str) -> Article:
    """An article that is a text of Markdown between two parts of plain text."""
    assembly = Assembly(PlaceKind.POINTER)
    assembly.paragraphs(Part("First.", [(0, 0, 6)], "a"))
    assembly.markdown(Part(text, [(0, 6, 6 + len(text))] if text else [], "b"))
    assembly.paragraphs(Part("Last.", [(0, 6 + len(text), 11 + len(text))], "c"))
    return assembly.finish()


def bold(markup: Markup) -> str:
    """The words in bold, without white space."""
    return "".join("".join(markup.text[span.start : span.end].split()) for span in markup.styles.bold)


PIECES = """
One boat.|two |**|*|`|> |- |# |\n|\n\n|&amp;|&|<b>|</b>|[a](b)|![A boat](x)|    |\\*|“late”|\n1. || a | b ||<!-- x -->|—|😀|~~|[^1]|[^1]: Note
""".strip("\n").replace("\\n", "\n").split("|")  # fmt: skip


@settings(max_examples=150)
@given(text=st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_markdown_in_a_part_has_the_prose_of_the_same_in_a_file(text: str) -> None:
    parser = as_text_parser(parser_named("markdown"))
    assert parser is not None
    alone, markup = parser.parse(f"\n{text}"), in_part(f"\n{text}").markup
    words = [markup.text[block.span.start : block.span.end] for block in markup.blocks]
    assert words[0] == "First."
    assert words[-1] == "Last."
    assert words[1:-1] == [alone.text[block.span.start : block.span.end] for block in alone.blocks]
    assert bold(markup) == bold(alone)
    assert len(markup.quotations) == len(alone.quotations)


def test_an_ignore_in_a_card_holds_for_the_next_block() -> None:
    comment = "<!-- articlelint: ignore[repeated-word] so said -->"
    article = in_part(f"One.\n\n{comment}\n\nThe the boat.\n\nThe the quay.")
    ignores = read_ignores(article.markup, article.text)
    (entry,) = ignores.entries
    assert article.markup.text[entry.scope.start : entry.scope.end].strip() == "The the boat."
