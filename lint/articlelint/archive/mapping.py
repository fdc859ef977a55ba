"""
The map: from a shard of articles to Parquet files of what they have.

``map_shard`` is a function of a module that takes and returns plain values, so that a pool of processes and a
cluster call it in the same way. It writes the rows first and the list of the articles last: a shard is done
when its list is there.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from articlelint.archive import tables
from articlelint.archive.articles import Article, Fields, Listed, read
from articlelint.archive.files import Contents
from articlelint.archive.near_copies import bands
from articlelint.archive.sentences import NONE, sentence_at
from articlelint.document import Document
from articlelint.errors import PluginError, ReadError
from articlelint.markup.zip_files import RefusedMemberError
from articlelint.model import Span
from articlelint.plugins.archive_kinds import Written
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.loading import load, load_archive_kinds
from articlelint.plugins.time_limit import TimeLimit, allowance
from articlelint.report.escape import encodable
from articlelint.run.code_digest import digest_of
from articlelint.text.tokens import TokenKind

LISTS, ROWS_BESIDE = ".articles.parquet", ".rows.parquet"
"""The endings of the two files of a shard."""
PER_SHARD = 500
"""How many articles a shard has: some seconds of work, and a megabyte or two of Parquet."""


class Shard(NamedTuple):
    """Articles that are mapped together, and the folder that the files are written to."""

    articles: tuple[Listed, ...]
    fields: Fields
    folder: str

    @property
    def name(self) -> str:
        """A digest of the articles."""
        digests = "".join(listed.digest for listed in self.articles)
        return hashlib.blake2b(digests.encode(), digest_size=12).hexdigest()

    @property
    def part(self) -> Path:
        """The file that is there when the shard is done: the list of its articles."""
        return Path(self.folder) / f"{self.name}{LISTS}"


def shards(
    articles: Sequence[Listed], fields: Fields, folder: Path, size: int = PER_SHARD
) -> Iterator[Shard]:
    """Yield the shards of some articles."""
    for start in range(0, len(articles), size):
        yield Shard(tuple(articles[start : start + size]), fields, str(folder))


def map_shard(shard: Shard) -> str:
    """
    Read the articles of a shard, write what they have, and return the path of the list of its articles.

    What is no article is in the list, with the error. Raises PluginError, and ReadError for content that
    cannot be had.
    """
    registry = load()
    rows: list[tuple[Any, ...]] = []
    articles: list[tuple[Any, ...]] = []
    with Contents() as contents:
        for listed in shard.articles:
            try:
                content = contents.read(listed.place)
            except RefusedMemberError as error:
                articles.append(_failed(listed, error))
                continue
            try:
                found = list(read(listed, content, shard.fields, registry))
            except ReadError as error:
                articles.append(_failed(listed, error))
                continue
            for number, article in enumerate(found):
                key = f"{listed.digest}-{number}"
                near = bands(_words(article.document))
                articles.append((listed.digest, key, encodable(article.id), article.date, near, ""))
                rows.extend(_rows(key, article))
    tables.write(tables.ROWS, rows, rows_of(shard.part))
    tables.write(tables.ARTICLES, articles, shard.part)
    return str(shard.part)


def _failed(listed: Listed, error: ReadError) -> tuple[Any, ...]:
    """The row of what is no article."""
    return (listed.digest, "", encodable(listed.path), "", [], encodable(str(error)))


def rows_of(part: Path) -> Path:
    """The file with the rows of a shard, by the file with the list of its articles."""
    return part.with_name(part.name.replace(LISTS, ROWS_BESIDE))


def _words(document: Document) -> list[str]:
    """The words and numbers of an article in lower case."""
    tokens = document.tokens
    wanted = (TokenKind.WORD, TokenKind.NUMBER)
    return [word for word, kind in zip(tokens.lowered, tokens.kinds, strict=True) if kind in wanted]


def _rows(key: str, article: Article) -> Iterator[tuple[Any, ...]]:
    """What an article has, each kind, key and form once in quotations and once outside."""
    document = article.document
    for name, (plugin, kind) in load_archive_kinds().items():
        try:
            with TimeLimit(allowance(len(document.text))):
                found = call(_found, kind.find, document)
        except FailedError as error:
            raise PluginError(f"{plugin}: kind '{name}' failed in {article.id}: {error}") from error
        for (item, form, quoted), spans in found.items():
            keeps = kind.style is not None and not quoted
            sentence = sentence_at(article, min(spans)) if keeps else NONE
            yield (name, item, form, key, article.date, article.desk, quoted, len(spans), *sentence)


def _found(find: Any, document: Document) -> dict[tuple[str, str, bool], list[Span]]:
    """Where a document writes each form of each key, by whether it does in a quotation."""
    found: defaultdict[tuple[str, str, bool], list[Span]] = defaultdict(list)
    for item in find(document):
        if not isinstance(item, Written):
            raise TypeError(f"find() must yield objects of Written, not {type(item).__name__}")
        found[_text(item.key), _text(item.form), document.may_be_quoted(item.span)].append(item.span)
    return found


def _text(value: object) -> str:
    """A key or a form, which a plugin gives. Raises TypeError if it is no string."""
    if not isinstance(value, str):
        raise TypeError(f"the key and the form of Written must be strings, not {type(value).__name__}")
    return encodable(value)


def code_digest() -> str:
    """Return a digest of the code and data of articlelint and of the plugins that have kinds."""
    return digest_of(kind.find.__module__.partition(".")[0] for _, kind in load_archive_kinds().values())
