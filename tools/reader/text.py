"""Articles to train on: documents of paragraphs, from the files that ``text_sources`` has collected."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import articlelint as al
from articlelint.markup import parser_for

PROSE = frozenset({al.BlockKind.PARAGRAPH, al.BlockKind.BLOCKQUOTE, al.BlockKind.LIST_ITEM})
LONGEST_PARAGRAPH = 4000
SHORTEST_PARAGRAPH = 20


class Article(NamedTuple):
    """A document: the name of its source, its own name there, and its paragraphs."""

    source: str
    name: str
    paragraphs: list[str]


def read_articles(folder: Path) -> list[Article]:
    """The articles of all ``.jsonl`` files of a folder, in an order that is the same each time but mixed."""
    articles: list[Article] = []
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                articles.append(Article(row["source"], row["id"], clean_paragraphs(row["paragraphs"])))
    random.Random(7).shuffle(articles)
    return [article for article in articles if article.paragraphs]


def clean_paragraphs(paragraphs: list[str]) -> list[str]:
    """The paragraphs of a usual length, each on one line with single spaces."""
    lines = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return [line for line in lines if SHORTEST_PARAGRAPH <= len(line) <= LONGEST_PARAGRAPH]


def to_document(article: Article) -> al.Document:
    """An article as rules see it, each paragraph a block."""
    text = ""
    blocks: list[al.Block] = []
    for paragraph in article.paragraphs:
        start = len(text)
        text += paragraph
        blocks.append(al.Block(al.BlockKind.PARAGRAPH, al.Span(start, len(text))))
        text += "\n\n"
    return al.Document(text.rstrip("\n"), tuple(blocks))


def markdown_articles(source: str, folder: Path) -> Iterator[Article]:
    """The prose of the Markdown files of a folder."""
    for path in sorted(folder.glob("*.md")):
        markup = parser_for(".md").parse(path.read_text(encoding="utf-8"))
        paragraphs = [
            markup.text[block.span.start : block.span.end] for block in markup.blocks if block.kind in PROSE
        ]
        yield Article(source, path.name, paragraphs)


def treebank_articles(source: str, path: Path) -> Iterator[Article]:
    """The documents of a treebank in CoNLL-U, from its comments."""
    name, paragraphs, sentences = "", list[str](), list[str]()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith(("# newdoc", "# newpar")) and sentences:
                paragraphs.append(" ".join(sentences))
                sentences = []
            if line.startswith("# newdoc"):
                if paragraphs:
                    yield Article(source, name, paragraphs)
                name, paragraphs = line.partition("=")[2].strip(), []
            if line.startswith("# text = "):
                sentences.append(line.removeprefix("# text = ").strip())
    yield Article(source, name, [*paragraphs, " ".join(sentences)])


def write_articles(path: Path, articles: Iterator[Article]) -> int:
    """Write articles to a ``.jsonl`` file; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for article in articles:
            row = {"source": article.source, "id": article.name, "paragraphs": article.paragraphs}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count
