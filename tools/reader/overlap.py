"""Overlap: what stands in the articles that measure must not be learned from, wherever else it stands."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.text import Article

ROW = 12
"""Words in a row that no two texts share by chance."""
_WORD = re.compile(r"\w+")


def measured_rows(folder: Path) -> set[int]:
    """
    The hashes of all rows of words in the data sets (``data``, ``published``) and articles (``dev``) of a
    folder.
    """
    rows: set[int] = set()
    for text in _measured_texts(folder):
        rows.update(_rows(text))
    return rows


def _measured_texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text(encoding="utf-8")
        elif ".jsonl" in path.suffixes:
            data = path.read_bytes()
            if path.suffix == ".gz":
                data = gzip.decompress(data)
            yield from (json.loads(line)["text"] for line in data.splitlines())


def _rows(text: str) -> Iterator[int]:
    words = _WORD.findall(text.lower())
    for start in range(len(words) - ROW + 1):
        # The hash of a string differs from run to run; it is used within one only.
        yield hash(" ".join(words[start : start + ROW]))


def without_measured(articles: Iterable[Article], rows: set[int]) -> Iterator[Article]:
    """The articles, of each only the paragraphs that share no row of words with what measures."""
    for article in articles:
        kept = [text for text in article.paragraphs if rows.isdisjoint(_rows(text))]
        if kept:
            yield article._replace(paragraphs=kept)
