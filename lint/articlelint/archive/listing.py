"""Listing the articles of sources, each with a digest of its content; what has not changed is not read."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from articlelint.archive import tables
from articlelint.archive.articles import GZIPPED, JSON_LINES, Listed, Place
from articlelint.archive.files import File, find_files, open_file
from articlelint.archive.tables import Column
from articlelint.errors import ReadError, UsageError
from articlelint.markup.file_formats import NAMED_SUFFIXES
from articlelint.markup.zip_files import RefusedMemberError, members, open_zip, read_member
from articlelint.markup.zip_paths import is_zip, member_path
from articlelint.report.escape import encodable

_COLUMNS = (
    Column("address", repeats=True),
    Column("stamp", repeats=True),
    Column("digest"),
    Column("path", repeats=True),
    Column("member"),
    Column("start", "int64"),
    Column("length", "int64"),
)


class Listing(NamedTuple):
    """The articles of the sources, each once, and what could not be listed."""

    articles: list[Listed]
    left_out: int
    """How many files of folders are of no format that is read."""
    errors: list[str]


class Manifest:
    """
    What each file held when it was read last, so that a file that has not changed is not read again.

    It is a Parquet file, and is replaced in one step.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[tuple[str, str], list[Listed]] = {}
        self._listed: dict[tuple[str, str], list[Listed]] = {}
        if file.exists():
            for address, stamp, digest, path, *within in tables.read(file, _COLUMNS):
                listed = Listed(digest, path, Place(address, *within))
                self._known.setdefault((address, stamp), []).append(listed)

    def articles(self, file: File) -> list[Listed]:
        """Return the articles of a file. Raises ReadError or OSError."""
        key = file.address, file.stamp
        found = self._known.get(key) if file.stamp else None
        # The digest of an article has the path in it, which is another where the source is another folder.
        if found is None or any(listed.path.partition("!")[0] != file.path for listed in found):
            found = list(_articles_in(file))
        self._listed[key] = found
        return found

    def write(self) -> None:
        """Write what the files of this run hold, but for names that are not UTF-8: Parquet has none."""
        rows = (
            (address, stamp, listed.digest, listed.path, *listed.place[1:])
            for (address, stamp), articles in self._listed.items()
            if encodable(address) == address
            for listed in articles
        )
        tables.write(_COLUMNS, rows, self._file)


def list_articles(
    sources: Iterable[str], suffixes: Collection[str], manifest: Manifest, progress: Callable[[int], object]
) -> Listing:
    """
    List the articles of sources, each once, in the order of the sources.

    ``suffixes`` are those of the formats that are read. A file that is named must have one of them, or be a
    .zip or .jsonl file, or one that is read only where it is named (export.xml); of a folder, other files are
    left out. ``progress`` is told how many there are.
    Raises UsageError if a source leads nowhere.
    """
    found: dict[str, Listed] = {}
    left_out = 0
    errors: list[str] = []
    for source in sources:
        files = find_files(source)
        own_suffix = _suffix(source)
        known = {*suffixes, own_suffix} if own_suffix in NAMED_SUFFIXES else suffixes
        wanted = [file for file in files if _is_read(file.path, known)]
        left_out += len(files) - len(wanted)
        if not wanted:
            read = ", ".join(sorted(suffixes))
            raise UsageError(f"{source}: no article there; what can be read: {read}, .zip or .jsonl")
        for file in wanted:
            try:
                for listed in manifest.articles(file):
                    if _is_article(listed, known):
                        found.setdefault(listed.digest, listed)
            except ReadError as error:
                errors.append(str(error))
            except (OSError, EOFError) as error:
                errors.append(f"{file.address}: cannot be read: {error}")
            progress(len(found))
    return Listing(list(found.values()), left_out, errors)


def _suffix(path: str) -> str:
    name = path.rpartition("/")[2].lower()
    return f".{name.rpartition('.')[2]}" if "." in name else ""


def _is_json(path: str) -> bool:
    return path.lower().removesuffix(GZIPPED).endswith(JSON_LINES)


def _is_read(path: str, suffixes: Collection[str]) -> bool:
    return _suffix(path) in suffixes or is_zip(path) or _is_json(path)


def _is_article(listed: Listed, suffixes: Collection[str]) -> bool:
    """Whether an article is of a format that is read; a .zip file may have pictures, too."""
    return listed.place.is_json or _suffix(listed.path) in suffixes


def _articles_in(file: File) -> Iterator[Listed]:
    """The articles of a file, in order. Raises ReadError, OSError or EOFError if it cannot be read."""
    with open_file(file.address) as stream:
        if is_zip(file.path):
            yield from _members(file, stream)
        elif _is_json(file.path):
            lines = gzip.GzipFile(fileobj=stream) if file.path.lower().endswith(GZIPPED) else stream
            yield from _lines(file, lines)
        else:
            yield Listed(_digest(file.path, stream.read()), file.path, Place(file.address))


def _members(file: File, stream: Any) -> Iterator[Listed]:
    """The members of a .zip file that are no folders, sorted by name."""
    with open_zip(stream, file.address) as archive:
        for member in members(archive, file.address):
            if member.error:
                raise ReadError(member.error)
            path = member_path(file.path, member.name)
            try:
                content = read_member(archive, member, file.address)
            except RefusedMemberError as error:
                content = str(error).encode()  # told when it is read, unless it is a picture
            yield Listed(_digest(member.name, content), path, Place(file.address, member.name))


def _lines(file: File, stream: Any) -> Iterator[Listed]:
    """The lines of a file that are not empty."""
    start = 0
    for line in stream:
        if line.strip():
            place = Place(file.address, "", start, len(line))
            yield Listed(_digest("", line.strip()), file.path, place)
        start += len(line)


def _digest(path: str, content: bytes) -> str:
    """The digest of an article: of its path, which may have its date, and its content."""
    digest = hashlib.blake2b(path.encode(errors="surrogateescape") + b"\0", digest_size=16)
    digest.update(content)
    return digest.hexdigest()


def unpacked(articles: Iterable[Listed], folder: Path) -> list[Listed]:
    """
    The articles, with those of .jsonl.gz files in a copy that is not compressed.

    A worker can then begin to read anywhere. The copies are written to the folder.
    """
    copies: dict[str, str] = {}
    moved: list[Listed] = []
    for listed in articles:
        place = listed.place
        if place.is_json and place.file.lower().endswith(GZIPPED):
            if place.file not in copies:
                copies[place.file] = _unpack(place.file, folder)
            listed = listed._replace(place=place._replace(file=copies[place.file]))  # noqa: PLW2901
        moved.append(listed)
    return moved


def _unpack(address: str, folder: Path) -> str:
    """Write a copy of a file that is not compressed, and return its path."""
    import shutil

    target = folder / f"{hashlib.blake2b(address.encode(), digest_size=8).hexdigest()}.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with open_file(address) as stream, gzip.GzipFile(fileobj=stream) as lines, part.open("wb") as copy:
        shutil.copyfileobj(lines, copy, 1 << 20)
    part.replace(target)
    return str(target)
