"""Learning an archive: from sources to the model, in steps that go on where an earlier run was stopped."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import duckdb

from articlelint._version import __version__
from articlelint.archive import tables
from articlelint.archive.articles import Fields, Listed
from articlelint.archive.forms import Form
from articlelint.archive.grouping import SPILL, Grouping
from articlelint.archive.listing import Listing, Manifest, list_articles, unpacked
from articlelint.archive.mapping import LISTS, PER_SHARD, Shard, code_digest, map_shard, shards
from articlelint.archive.model import write_model
from articlelint.archive.workers import MapShard
from articlelint.config.discovery import known_suffixes
from articlelint.errors import PluginError, ReadError, UsageError
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.loading import load, load_archive_kinds

UNPACKED = "unpacked"
_LEARNED = "learned-"
MapAll = Callable[[MapShard, Iterable[Shard]], Iterator[Shard]]


class Request(NamedTuple):
    """What to learn, where the model goes, and the folder for what is kept between two runs."""

    sources: tuple[str, ...]
    into: Path
    work: Path
    fields: Fields = Fields()
    memory: str = "1GB"
    """What DuckDB may use."""
    threads: int = 1
    """How many threads it may use."""
    per_shard: int = PER_SHARD


class Progress(Protocol):
    """Is told how far learning is; the command line shows it."""

    def listing(self, articles: int) -> None:
        """So many articles have been found until now."""

    def mapping(self, total: int, known: int) -> None:
        """So many articles are to be read; as many others are known from earlier runs."""

    def mapped(self, articles: int) -> None:
        """So many more articles have been read."""

    def grouping(self) -> None:
        """All articles have been read; now they are counted."""


class Learned(NamedTuple):
    """What was learned from."""

    articles: int
    new: int
    """How many of them were read in this run."""
    copies: int
    first: str
    """The date of the first article; "" if no article has one."""
    last: str
    undated: int
    """How many articles have no date."""
    left_out: int
    """How many files are of no format that is read."""
    errors: list[str]


def learn(request: Request, map_all: MapAll, progress: Progress) -> Learned:
    """
    Learn from the articles of the sources and write the model.

    The model depends on nothing but the articles. ``map_all`` calls ``map_shard`` for each shard, somewhere,
    and yields the shards in any order as they are done. Raises an ArticlelintError; what was done until then
    is kept for the next run.
    """
    suffixes = known_suffixes(load().parsers)
    folder = request.work / _recipe(request.fields)
    folder.mkdir(parents=True, exist_ok=True)
    for unfinished in (*request.work.glob("*.part"), *folder.glob("*.part")):
        unfinished.unlink()
    manifest = Manifest(request.work / "manifest.parquet")
    listing = list_articles(request.sources, suffixes, manifest, progress.listing)
    manifest.write()
    known = _known(folder)
    new = [article for article in listing.articles if article.digest not in known.digests]
    progress.mapping(len(new), len(listing.articles) - len(new))
    parts = known.parts + _map(request, folder, new, map_all, progress)
    if not parts:
        raise UsageError(
            listing.errors[0] if listing.errors else "no articles found: name files or folders with some"
        )
    progress.grouping()
    try:
        result = _group(request, parts, listing, new)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise ReadError(
            f"counting failed: {reason}; see --memory, and how much room {request.work} has"
        ) from None
    except OSError as error:
        raise ReadError(f"{request.into}: cannot be written: {error.strerror or error}") from None
    except sqlite3.Error as error:
        raise ReadError(f"{request.into}: cannot be written: {error}") from None
    _clean(request.work, folder)
    return result


def _group(request: Request, parts: list[Path], listing: Listing, new: list[Listed]) -> Learned:
    """Count what the articles have and write the model. Raises UsageError if there are none."""
    listed = (article.digest for article in listing.articles)
    with Grouping(
        parts, listed, folder=request.work, memory=request.memory, threads=request.threads
    ) as grouping:
        errors = [*listing.errors, *grouping.errors]
        if not grouping.articles:
            raise UsageError(errors[0] if errors else "no article has one of the statuses of --status")
        first, last = grouping.dates
        about = {
            "articlelint": __version__,
            "articles": str(grouping.articles),
            "copies": str(grouping.copies),
            "first": first,
            "last": last,
        }
        write_model(grouping.forms(), about, request.into, find_examples=grouping.examples, marks=_marks_of)
        articles, copies = grouping.articles, grouping.copies
        new_articles = grouping.articles_of(listed.digest for listed in new)
        return Learned(
            articles, new_articles, copies, first, last, grouping.undated, listing.left_out, errors
        )


def _marks_of(form: Form) -> Iterable[str]:
    """The marks that the kind of a form gives it. Raises PluginError if the plugin fails."""
    plugin, kind = load_archive_kinds()[form.kind]
    if kind.marks is None:
        return ()
    try:
        return cast("list[str]", call(_strings, kind.marks, form))
    except FailedError as error:
        raise PluginError(f"{plugin}: the marks of kind '{kind.name}' failed: {error}") from error


def _strings(marks: Callable[[str, str], Iterable[object]], form: Form) -> list[object]:
    """The marks of a form. Raises TypeError if one is no string."""
    found = list(marks(form.key, form.form))
    for mark in found:
        if not isinstance(mark, str):
            raise TypeError(f"a mark must be a string, not {type(mark).__name__}")
    return found


def _map(
    request: Request, folder: Path, new: list[Listed], map_all: MapAll, progress: Progress
) -> list[Path]:
    """Map articles that no earlier run has mapped; return the lists of them."""
    parts: list[Path] = []
    try:
        readable = unpacked(new, request.work / UNPACKED)
        for shard in map_all(map_shard, shards(readable, request.fields, folder, request.per_shard)):
            parts.append(shard.part)
            progress.mapped(len(shard.articles))
    except OSError as error:
        raise ReadError(f"{request.work}: {error.strerror or error}") from None
    return parts


def _recipe(fields: Fields) -> str:
    """The name of the folder of shards, with a digest of all that decides what is found in an article."""
    digest = hashlib.blake2b("\0".join((code_digest(), *fields)).encode(), digest_size=8)
    return _LEARNED + digest.hexdigest()


class _Known(NamedTuple):
    """The articles that earlier runs have mapped."""

    digests: set[str]
    parts: list[Path]
    """The lists of articles."""


def _known(folder: Path) -> _Known:
    """
    Return what earlier runs have mapped.

    A run that was killed may have mapped an article twice, in two shards; the second of these is deleted.
    """
    known = _Known(set(), [])
    for part in sorted(folder.glob(f"*{LISTS}")):
        digests = {digest for (digest,) in tables.read(part, tables.ARTICLES[:1])}
        if known.digests.isdisjoint(digests):
            known.digests.update(digests)
            known.parts.append(part)
        else:
            part.unlink()
    return known


def _clean(work: Path, folder: Path) -> None:
    """Delete what no later run needs: unpacked files, and what was mapped with other fields or versions."""
    for other in (work / UNPACKED, work / SPILL, *work.glob(f"{_LEARNED}*")):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
