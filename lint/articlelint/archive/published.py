"""Published articles in files that a check does not read: .zip and .jsonl files, and addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from articlelint.archive.articles import Fields, json_article
from articlelint.archive.files import Contents
from articlelint.archive.listing import Manifest, list_articles, unpacked
from articlelint.errors import ReadError


class Published(NamedTuple):
    """An article: what it is called, the file name by which it is read, and its content or an error."""

    name: str
    read_as: str
    content: bytes = b""
    error: str = ""


def published(
    sources: Sequence[str], fields: Fields, suffixes: Collection[str], folder: Path
) -> Iterator[Published]:
    """
    Yield the articles of sources that learning reads, too.

    ``folder`` is for copies of files that are unpacked. Raises UsageError if a source leads nowhere.
    """
    listing = list_articles(sources, suffixes, Manifest(folder / "manifest.parquet"), lambda _: None)
    for error in listing.errors:
        yield Published("", "", error=error)
    with Contents() as contents:
        for listed in unpacked(listing.articles, folder):
            try:
                content = contents.read(listed.place)
                if not listed.place.is_json:
                    yield Published(listed.path, listed.path, content)
                    continue
                _, name, source = json_article(listed, content, fields)
                read_as = f"{listed.path}#{listed.digest}{fields.suffix}"
                yield Published(name, read_as, source.encode())
            except ReadError as error:
                yield Published(listed.path, listed.path, error=str(error))
