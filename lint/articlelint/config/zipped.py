"""The articles in a zip file, as discovery finds them: a zip file that is named stands for a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from articlelint.config.left_out import LeftOut, Why
from articlelint.errors import ReadError
from articlelint.markup.zip_files import MOST_UNPACKED, members, read_member, read_zip
from articlelint.markup.zip_paths import is_zip, member_path


class Unpacked(NamedTuple):
    """A member of a zip file, by its path in reports: an error, or its content."""

    path: str
    error: str = ""
    data: bytes | None = None


def articles_in_zip(
    shown: str,
    real: Path,
    data: bytes | None,
    why_left_out: Callable[[Path], Why | None],
    left_out: LeftOut,
) -> Iterator[Unpacked]:
    """
    The articles in a zip file, sorted by name, less what is hidden and what is left out.

    ``shown`` is its path in reports, ``real`` its real path, and ``data`` its content, if that is not to
    be read from disk. A member that cannot be read is an error; the others still count.
    """
    try:
        with read_zip(real, shown, data) as archive:
            yield from _articles(archive, shown, real, why_left_out, left_out)
    except ReadError as error:
        yield Unpacked(shown, str(error))


def _articles(
    archive: ZipFile, shown: str, real: Path, why_left_out: Callable[[Path], Why | None], left_out: LeftOut
) -> Iterator[Unpacked]:
    unpacked = 0
    for member in members(archive, shown):
        target = Path(member_path(str(real), member.name))
        if member.error:
            yield Unpacked(shown, member.error)
            continue
        if _is_hidden(member.name):
            continue
        why = Why.ZIP if is_zip(member.name) else why_left_out(target)
        if why is not None:
            left_out.add(target, why)
            continue
        unpacked += member.info.file_size
        if unpacked > MOST_UNPACKED:
            raise ReadError(
                f"{shown}: not read further: it unpacks to more than {MOST_UNPACKED / 1e6:,.0f} MB; unpack "
                "it, and name the folder"
            )
        path = member_path(shown, member.name)
        try:
            yield Unpacked(path, data=read_member(archive, member, shown))
        except ReadError as error:
            yield Unpacked(path, str(error))


def _is_hidden(name: str) -> bool:
    """Whether a member is hidden, or what macOS keeps of a file beside it."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
