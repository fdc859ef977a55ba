"""Markup written by others: the CommonMark specification, and real posts beside an independent renderer."""

from __future__ import annotations

import difflib
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markup.checks import html_text, html_words, parse, prose_words, shown, text_without_pictures

HERE = Path(__file__).parent
EXAMPLES: list[dict[str, Any]] = json.loads((HERE / "data/commonmark-0.31.2.json").read_text("utf-8"))
CORPORA = HERE.parents[2] / "shared/eval/corpora"

# What is read otherwise than the specification says; none of it is how articles are written: 180 PHP, all of
# which is code here, where the reader to compare with ends it at the first ">"; 491, 494 tags in
# the address of a link; 552 a label of white space; 626 a comment "<!-->", which the reader to compare with
# does not know; 632 a quotation mark in an attribute.
KNOWN = {180, 491, 494, 552, 626, 632}


TOGETHER = 50
in_groups = pytest.mark.parametrize("first", range(0, len(EXAMPLES), TOGETHER))


def differing(first: int, key: str, suffix: str) -> set[int]:
    """The numbers of the examples of a group whose prose differs from that of an independent reader."""
    return {
        example["example"]
        for example in EXAMPLES[first : first + TOGETHER]
        if text_without_pictures(parse(example[key], suffix)) != html_text(example["html"])
    }


@in_groups
def test_the_prose_of_the_specification(first: int) -> None:
    assert differing(first, "markdown", ".md") <= KNOWN


@in_groups
def test_the_html_of_the_specification(first: int) -> None:
    # 629: in HTML, a section of character data is a comment that ends at the first ">".
    assert differing(first, "html", ".html") <= KNOWN | {629}


FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TEMPLATES = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{[:#.][^}\n]*\}", re.DOTALL)
FOOTNOTES = re.compile(r"\[\^[^\]\s]+\]:?")


needs_corpora = pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not beside the project")


def posts(seed: int, count: int) -> list[tuple[str, str]]:
    """Real posts, and each without what a renderer does not know: front matter, templates, footnotes."""
    paths = random.Random(seed).sample(sorted(CORPORA.glob("*/*.md")), count)
    texts = [path.read_text("utf-8") for path in paths]
    return [(text, FOOTNOTES.sub("", TEMPLATES.sub(".", FRONT_MATTER.sub("", text)))) for text in texts]


def rendered(markdown: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)


def agreement(ours: list[Any], theirs: list[Any]) -> tuple[int, int]:
    """How many of two lists' entries agree, in order, and of how many."""
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    return sum(match.size for match in matcher.get_matching_blocks()), max(len(ours), len(theirs))


@needs_corpora
def test_real_posts_have_the_words_of_an_independent_renderer() -> None:
    pairs = [
        agreement(prose_words(parse(text, ".md")), html_words(rendered(body))) for text, body in posts(11, 60)
    ]
    assert sum(agreed for agreed, _ in pairs) >= 0.999 * sum(total for _, total in pairs)


@needs_corpora
def test_real_posts_have_the_same_blocks_as_markdown_and_as_html() -> None:
    pairs = []
    for _, body in posts(12, 60):
        markdown = [(kind, " ".join(prose.split())) for kind, prose in shown(body, ".md")]
        html = [(kind, " ".join(prose.split())) for kind, prose in shown(rendered(body), ".html")]
        pairs.append(agreement(markdown, html))
    assert sum(agreed for agreed, _ in pairs) >= 0.995 * sum(total for _, total in pairs)
