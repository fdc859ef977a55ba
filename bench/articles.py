"""Samples for ``speed.py``: real articles, read from files, and what is made from them."""

from __future__ import annotations

import gzip
import html
import itertools
import json
import random
import re
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path

SEED = 7
"""The samples are random, but the same in every run."""


def read_articles(path: Path) -> list[str]:
    """
    The texts of all articles at a path, shuffled.

    The path is a file or a folder. A ``.txt`` file is one article; a ``.jsonl`` or ``.jsonl.gz`` file has one
    in each line, an object with a ``text``.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    articles: list[str] = []
    for file in files:
        if file.name.endswith(".txt"):
            articles.append(file.read_text(encoding="utf-8"))
        elif file.name.endswith((".jsonl", ".jsonl.gz")):
            opener = gzip.open if file.suffix == ".gz" else open
            with opener(file, "rt", encoding="utf-8") as lines:
                articles.extend(json.loads(line)["text"] for line in lines)
    random.Random(SEED).shuffle(articles)
    return articles


def size_of(articles: Iterable[str]) -> int:
    """The size of the articles in bytes."""
    return sum(len(article.encode()) for article in articles)


def closest(articles: list[str], size: int, count: int) -> list[str]:
    """The articles that are closest in size to ``size`` bytes, at most ``count``."""
    return sorted(articles, key=lambda article: abs(len(article.encode()) - size))[:count]


def first(articles: list[str], size: int) -> list[str]:
    """As many of the first articles as make up ``size`` bytes; all of them if there are fewer."""
    chosen: list[str] = []
    total = 0
    for article in articles:
        if total >= size:
            break
        chosen.append(article)
        total += len(article.encode())
    return chosen


def pieces(articles: list[str], size: int, count: int) -> list[str]:
    """The articles cut into ``count`` pieces of at most ``size`` characters; repeated if too few."""
    cut = (piece for article in articles for piece in textwrap.wrap(article, size))
    return list(itertools.islice(itertools.cycle(cut), count))


def as_plain(article: str) -> str:
    """The article unchanged."""
    return article


def as_markdown(article: str) -> str:
    """The article in Markdown: the first paragraph is a heading, each other one has emphasis and a link."""
    heading, *paragraphs = _paragraphs(re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", article))
    marked = [_with_marks(paragraph, "*{}*", "[{}](https://example.org/)") for paragraph in paragraphs]
    return "\n\n".join([f"# {heading}", *marked]) + "\n"


def as_html(article: str) -> str:
    """The article as a web page: the first paragraph is a heading, each other one has emphasis and a link."""
    heading, *paragraphs = _paragraphs(html.escape(article))
    marked = [_with_marks(p, "<em>{}</em>", '<a href="https://example.org/">{}</a>') for p in paragraphs]
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in marked)
    head = f'<!doctype html>\n<html lang="en">\n<head><title>{heading}</title></head>'
    return f"{head}\n<body>\n<h1>{heading}</h1>\n{body}\n</body>\n</html>\n"


FORMATS: dict[str, Callable[[str], str]] = {".txt": as_plain, ".md": as_markdown, ".html": as_html}
"""By suffix, the function that writes an article in a format."""


def _paragraphs(article: str) -> list[str]:
    return [paragraph.strip() for paragraph in article.split("\n\n") if paragraph.strip()]


def _with_marks(paragraph: str, emphasis: str, link: str) -> str:
    """The paragraph with its third word emphasised and its sixth word a link."""
    words = paragraph.split(" ")
    for index, mark in ((2, emphasis), (5, link)):
        if index < len(words) and words[index]:
            words[index] = mark.format(words[index])
    return " ".join(words)


def style_pack(articles: list[str], terms: int) -> str:
    """
    A style pack with at most ``terms`` terms to avoid, in TOML.

    Half of the terms are misspelt words of the articles, half are names of two words. One in a hundred is a
    word as it stands in the articles, so that there is something to report.
    """
    words = sorted({word for article in articles for word in re.findall(r"\b[a-z]{6,}\b", article)})
    chance = random.Random(SEED)
    entries: list[str] = []
    for number, word in enumerate(chance.sample(words, min(terms, len(words)))):
        if number % 100 == 0:
            avoid = word
        elif number % 2 == 0:
            avoid = f"{word[:3]}{word[2:]}"
        else:
            avoid = f"{word.title()} {chance.choice(words).title()}"
        entries.append(
            f'[[term]]\nid = "t{number}"\navoid = "{avoid}"\nuse = "another"\nwhy = "The desk decided it"\n'
        )
    return "\n".join(entries)


def write(folder: Path, articles: Iterable[str], suffix: str = ".txt") -> Path:
    """Write each article to a file of its own, in the format of the suffix; returns the folder."""
    folder.mkdir()
    for number, article in enumerate(articles):
        file = folder / f"{number:06}{suffix}"
        file.write_text(FORMATS[suffix](article), encoding="utf-8")
    return folder
