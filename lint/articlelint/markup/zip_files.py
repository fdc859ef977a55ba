"""Zip files of articles: their members, read within limits. They may come from anybody."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import IO, NamedTuple

from articlelint.errors import ReadError
from articlelint.markup.zip_paths import member_path
from articlelint.source import MAXIMUM

MOST_PACKED = 256_000_000
"""The size in bytes from which zip files are not read."""
MOST_UNPACKED = 1_000_000_000
"""How many bytes the articles of a zip file may have together."""
MOST_MEMBERS = 200_000
_MOST_TIMES = 200
"""How many times as large a member may become. Prose becomes three or four times as large."""
_SMALL = 1_000_000
"""Members that unpack to fewer bytes are read, however well they are compressed."""

_RECORD = b"PK\x01\x02"
"""How each record in the list of members begins."""
_ENCRYPTED = 0x1
_UTF_8 = 0x800
"""The flag of a name in UTF-8."""
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The others may unpack to any size before the first byte of them can be looked at."""
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)
"""What ``zipfile`` raises for files that are damaged, or that it cannot read."""


class RefusedMemberError(ReadError):
    """A member cannot be read, however often it is tried."""


class Member(NamedTuple):
    """A member of a zip file that is no folder; ``error`` says why it cannot be read."""

    name: str
    info: zipfile.ZipInfo
    error: str = ""


def open_zip(stream: IO[bytes], shown: str) -> zipfile.ZipFile:
    """Open a zip file; errors call it ``shown``. Raises ReadError."""
    try:
        archive = zipfile.ZipFile(stream)
    except UnicodeDecodeError:
        raise ReadError(
            f"{shown}: not read: a name in it is not UTF-8; unpack it, and name the folder"
        ) from None
    except BROKEN as error:
        raise ReadError(f"{shown}: cannot be read: {error}") from None
    if len(archive.infolist()) > MOST_MEMBERS:
        archive.close()
        raise _too_many(shown)
    return archive


def read_zip(path: Path, shown: str, data: bytes | None = None) -> zipfile.ZipFile:
    """Read a zip file whole, or open its bytes. Raises ReadError, also for one that is too large."""
    try:
        size = path.stat().st_size if data is None else len(data)
        if size > MOST_PACKED:
            raise ReadError(
                f"{shown}: not read: {size / 1e6:.0f} MB is more than a zip file of articles can have "
                f"({MOST_PACKED / 1e6:.0f} MB); unpack it, and name the folder"
            )
        content = path.read_bytes() if data is None else data
    except OSError as error:
        raise ReadError(f"{shown}: cannot be read: {error.strerror or error}") from None
    # Asked before the list is read: each entry of it takes memory.
    if content.count(_RECORD) > MOST_MEMBERS:
        raise _too_many(shown)
    return open_zip(io.BytesIO(content), shown)


def _too_many(shown: str) -> ReadError:
    return ReadError(
        f"{shown}: not read: it has more than {MOST_MEMBERS:,} files; unpack it, and name the folder"
    )


def members(archive: zipfile.ZipFile, shown: str) -> list[Member]:
    """Return the members of a zip file that are no folders, sorted by name."""
    infos = [info for info in archive.infolist() if not info.orig_filename.endswith("/")]
    names = [_name(info) for info in infos]
    counts = Counter(names)
    found: list[Member] = []
    for name, info in zip(names, infos, strict=True):
        fault = _fault(name)
        if not fault and counts[name] > 1:
            fault = "several files in it have this name"
        if counts[name] > 0:
            error = f"{member_path(shown, _shown(name))}: not read: {fault}" if fault else ""
            found.append(Member(name, info, error))
        if counts[name] > 1:
            counts[name] = 0  # told once
    return sorted(found, key=lambda member: member.name)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member. Bytes that are not UTF-8 are surrogates, as in the names of files."""
    name = info.orig_filename
    # Many programs write UTF-8 without saying so.
    return name if info.flag_bits & _UTF_8 else name.encode("cp437").decode("utf-8", "surrogateescape")


def _shown(name: str) -> str:
    """A name as a message can show it."""
    return name if name.isprintable() else ascii(name)[1:-1]


def _fault(name: str) -> str:
    """Why a name is refused; "" if it is that of a file in a folder."""
    if any("\udc80" <= c <= "\udcff" for c in name):
        return "its name is not UTF-8; rename it"
    if "\\" in name or "\0" in name:
        return "its name has a backslash or a null character; rename it"
    parts = name.split("/")
    if name.startswith("/") or re.match("[A-Za-z]:", name) or ".." in parts:
        return "its name leads out of the zip file; rename it"
    return "a part of its name is empty or a dot; rename it" if {".", ""} & {*parts} else ""


def read_member(archive: zipfile.ZipFile, member: Member, shown: str) -> bytes:
    """Return the content of a member; errors call the zip file ``shown``. Raises RefusedMemberError."""
    info, path = member.info, member_path(shown, member.name)
    if member.error:
        raise RefusedMemberError(member.error)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        what = "a link" if kind == stat.S_IFLNK else "no file"
        raise RefusedMemberError(f"{path}: not read: it is {what}")
    if info.flag_bits & _ENCRYPTED:
        raise RefusedMemberError(f"{path}: not read: it needs a password; unpack it, and name the folder")
    if info.compress_type not in COMPRESSIONS:
        raise RefusedMemberError(
            f"{path}: not read: it is compressed in an unusual way; unpack it, and name the folder"
        )
    if info.file_size > MAXIMUM:
        raise RefusedMemberError(
            f"{path}: not read: {info.file_size / 1e6:.0f} MB is more than an article can have "
            f"({MAXIMUM / 1e6:.0f} MB)"
        )
    if info.file_size > max(_SMALL, _MOST_TIMES * info.compress_size):
        raise RefusedMemberError(f"{path}: not read: it unpacks to more than {_MOST_TIMES} times its size")
    try:
        with archive.open(info) as stream:
            # The size that the list gives is not to be trusted.
            content = stream.read(MAXIMUM + 1)
    except BROKEN as error:
        raise RefusedMemberError(f"{path}: damaged: {error}") from None
    if len(content) != info.file_size:
        raise RefusedMemberError(f"{path}: damaged: its size is not the one that the zip file gives")
    return content


def names_in(path: Path) -> frozenset[str]:
    """Return the names of the members of a zip file; none if it cannot be read."""
    try:
        with read_zip(path, str(path)) as archive:
            return frozenset(member.name for member in members(archive, str(path)))
    except ReadError:
        return frozenset()
