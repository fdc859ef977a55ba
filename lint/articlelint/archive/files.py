"""Files wherever they are: on this machine, on the web, in a bucket. fsspec opens them."""

from __future__ import annotations

import zipfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any, NamedTuple, Self

import fsspec.core

from articlelint.archive.articles import Place
from articlelint.errors import ReadError, UsageError
from articlelint.markup.zip_files import Member, members, open_zip, read_member
from articlelint.markup.zip_paths import member_path
from articlelint.source import MAXIMUM

_fsspec: Any = fsspec.core  # it has no types
_STAMPS = ("mtime", "ETag", "etag", "last_modified", "LastModified", "updated", "created")
"""The keys under which file systems say when a file has changed, or a hash of its content."""


class File(NamedTuple):
    """A file of a source."""

    address: str
    """What ``open_file`` opens."""
    path: str
    """Its path in the source, which is the same wherever the source is."""
    stamp: str
    """Its size and when it has changed; "" where the file system does not say."""


def find_files(source: str) -> list[File]:
    """
    The files that a source names: one file, those in a folder, or those that match a glob; sorted.

    Hidden files and folders are left out of folders. Raises UsageError where there is nothing.
    """
    with _named(source):
        system, path = _fsspec.url_to_fs(source)
        if any(c in path for c in "*?[") and not system.exists(path):
            found = _matching(system, path)
            root = path[: min(path.index(c) for c in "*?[" if c in path)].rpartition("/")[0]
        elif system.isdir(path):
            found, root = system.find(path, detail=True), path
        else:
            found, root = {path: system.info(path)}, path.rpartition("/")[0]
    files = [
        File(system.unstrip_protocol(name), _path_below(name, root), _stamp(info))
        for name, info in sorted(found.items())
        if info["type"] == "file"
    ]
    if not files:
        raise UsageError(f"{source}: there is no file")
    return [file for file in files if not any(part.startswith(".") for part in file.path.split("/"))]


def _matching(system: Any, pattern: str) -> dict[str, Any]:
    """The files that match a glob, and those in the folders that match it."""
    found: dict[str, Any] = {}
    for name, info in system.glob(pattern, detail=True).items():
        found.update(system.find(name, detail=True) if info["type"] == "directory" else {name: info})
    return found


def _path_below(name: str, root: str) -> str:
    return name.removeprefix(root).lstrip("/")


def _stamp(info: dict[str, Any]) -> str:
    """The size of a file and when it has changed; "" where the file system does not say when."""
    changed = next((str(info[key]) for key in _STAMPS if info.get(key)), "")
    return f"{info.get('size')} {changed}" if changed else ""


@contextmanager
def _named(source: str) -> Generator[None]:
    """Turn the errors of file systems into UsageErrors that name the source."""
    try:
        yield
    except FileNotFoundError:
        raise UsageError(f"{source}: no such file or folder") from None
    except (ImportError, ValueError) as error:  # "Install s3fs to access S3"; an unknown protocol
        raise UsageError(f"{source}: cannot be opened: {error}") from None
    except OSError as error:
        raise UsageError(f"{source}: cannot be opened: {error.strerror or error}") from None


def open_file(address: str) -> Any:
    """Open a file for reading bytes. Raises OSError."""
    system, path = _fsspec.url_to_fs(address)
    return system.open(path, "rb")


class Contents:
    """
    Reads the content of articles, and keeps the last file open that has several.

    Use it in a ``with`` statement.
    """

    def __init__(self) -> None:
        self._open = ExitStack()
        self._file = ""
        self._stream: Any = None
        self._zip: zipfile.ZipFile | None = None
        self._members: dict[str, Member] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def read(self, place: Place) -> bytes:
        """Return the content of an article. Raises ReadError."""
        try:
            if place.member:
                return self._member(place)
            if place.is_json:
                return self._line(place)
            with open_file(place.file) as stream:
                content: bytes = stream.read(MAXIMUM + 1)
        except OSError as error:
            raise ReadError(f"{place.file}: cannot be read: {error}") from None
        if len(content) > MAXIMUM:
            raise ReadError(f"{place.file}: not read: more than an article can have")
        return content

    def _opened(self, file: str) -> Any:
        """The stream of a file; that of the file before is closed."""
        if file != self._file:
            self._open.close()
            self._stream, self._zip = self._open.enter_context(open_file(file)), None
            self._file = file
        return self._stream

    def _member(self, place: Place) -> bytes:
        stream = self._opened(place.file)
        if self._zip is None:
            self._zip = self._open.enter_context(open_zip(stream, place.file))
            self._members = {member.name: member for member in members(self._zip, place.file)}
        if place.member not in self._members:
            raise ReadError(f"{member_path(place.file, place.member)}: not read: the zip file has changed")
        return read_member(self._zip, self._members[place.member], place.file)

    def _line(self, place: Place) -> bytes:
        stream = self._opened(place.file)
        stream.seek(place.start)
        content: bytes = stream.read(place.length)
        return content
