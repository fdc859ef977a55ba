"""Collecting: the documents of all sources, written to a file each."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from reader.texts.catalogue import read_catalogue
from reader.texts.cleaning import Seen, is_case_normal, is_prose, one_line, paragraph_key
from reader.texts.snapshots import git_folder, list_blobs, read_blobs
from reader.texts.source import Document, Source

FEWEST_WORDS = 40
MOST_REPEATS = 2
"""A paragraph that stands in more documents of a source is boilerplate."""
READ_AHEAD = 1.3
"""How many more words are read than taken, because some are left out."""


def write_texts(output: Path, snapshots: Path) -> None:
    """Write the documents of each source to NAME.jsonl in a folder."""
    output.mkdir(parents=True, exist_ok=True)
    seen = Seen()
    for name, source in read_catalogue().items():
        with (output / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for identifier, _, paragraphs in collect(source, git_folder(snapshots, source.repository), seen):
                row = {"source": name, "id": identifier, "paragraphs": paragraphs}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def collect(source: Source, folder: Path, seen: Seen) -> Iterator[Document]:
    """The documents of a source without repeated paragraphs, up to its number of words."""
    documents: list[Document] = []
    words = 0
    for document in prose_of(folder, source):
        documents.append(document)
        words += count_words(document[2])
        if words > READ_AHEAD * source.words:
            break
    counts = Counter(paragraph_key(text) for _, _, texts in documents for text in set(texts))
    words = 0
    for identifier, headline, texts in documents:
        new = [
            text
            for text in texts
            if counts[paragraph_key(text)] <= MOST_REPEATS and not seen.is_repeated(text)
        ]
        if count_words(new) < FEWEST_WORDS or not is_case_normal(new):
            continue
        yield identifier, headline, new
        words += count_words(new)
        if words >= source.words:
            break


def prose_of(folder: Path, source: Source) -> Iterator[Document]:
    """The documents of a source, of each only the prose, in an order that is mixed but always the same."""
    blobs = sorted(list_blobs(folder, source), key=lambda blob: zlib.crc32(blob[0].encode()))
    known: set[str] = set()
    for path, content in read_blobs(folder, blobs):
        try:
            documents = list(source.extract(path, content))
        except (ET.ParseError, UnicodeDecodeError, json.JSONDecodeError):
            continue
        for name, headline, paragraphs in documents:
            if name not in known:
                known.add(name)
                yield name, headline, [text for text in map(one_line, paragraphs) if is_prose(text)]


def count_words(paragraphs: list[str]) -> int:
    """The words of paragraphs."""
    return sum(len(text.split()) for text in paragraphs)
