"""The source of an article: reading and decoding a file, its lines and columns, and writing it back."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import stat
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from articlelint.errors import ReadError
from articlelint.model import Place, Position, Span

# UTF-32 comes before UTF-16, because its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NO_TEXT = {b"%PDF-": "a PDF file", b"{\\rtf": "an RTF document"}
"""How files begin that can be decoded as text and are none."""


class Source:
    r"""
    The text of a file, with what is needed to write it back unchanged.

    ``text`` has no byte-order mark (that is ``mark``), and its newlines are those of the file. Only ``\n``
    and ``\r\n`` end a line, so that line numbers agree with editors and git.
    """

    def __init__(self, path: str, text: str, encoding: str = "utf-8", mark: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.mark = mark

    def with_text(self, text: str) -> Source:
        """Return the same file with another text."""
        return Source(self.path, text, self.encoding, self.mark)

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """
        Decode the bytes of a file, by its byte-order mark, or as UTF-8 if it has none.

        Raises ReadError, with the offset of the byte, if the bytes are not text.
        """
        for beginning, what in _NO_TEXT.items():
            if data.startswith(beginning):
                raise ReadError(f"{path}: this is {what}, whatever it is called; save it as text")
        mark, encoding = b"", "utf-8"
        for known, name in _MARKS:
            if data.startswith(known):
                mark, encoding = known, name
                break
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            at = len(mark) + error.start
            raise ReadError(
                f"{path}: not valid {encoding.upper()}: byte {at} is 0x{data[at]:02x}; "
                "save the file as UTF-8, or exclude it"
            ) from None
        if not mark and "\0" in text:
            at = len(text[: text.index("\0")].encode())
            raise ReadError(f"{path}: not a text file: byte {at} is 0x00; exclude it, or save it as UTF-8")
        return cls(path, text, encoding, mark)

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Source:
        """Read and decode a file; messages call it ``name``. Raises ReadError if that is not possible."""
        shown = name if name is not None else str(path)
        return cls.decode(shown, read_bytes(path, shown))

    def encode(self) -> bytes:
        """Return the bytes of the file: ``Source.decode(path, data).encode() == data``."""
        return self.mark + self.text.encode(self.encoding)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(newline.end() for newline in re.finditer("\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column, from 1, of an offset into ``text``; it may be ``len(text)``."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def place(self, span: Span) -> Place:
        """Return a span of ``text`` in lines and columns."""
        return Place(self.position(span.start), self.position(span.end))

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its newline."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


MAXIMUM = 64_000_000
"""The size in bytes from which files are not read: no article has it, but a database dump may."""


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the bytes of a file. Raises ReadError if it cannot be read or is too large for an article."""
    try:
        status = path.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device may never end
            raise ReadError(f"{shown}: cannot be read: it is not a file")
        if size > MAXIMUM:
            raise ReadError(
                f"{shown}: not read: {size / 1e6:.0f} MB is more than an article can have "
                f"({MAXIMUM / 1e6:.0f} MB); exclude it, or split it"
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{shown}: cannot be read: {error.strerror or error}") from None


def write_back(path: Path, before: Source, after: Source) -> None:
    """
    Replace a file's content in one step. Its permissions stay, and a symbolic link keeps its target.

    Raises ReadError and leaves the file as it was if it is read-only, if it has changed since it was read,
    or if the new content cannot be written in full.
    """
    target = path.resolve()
    try:
        if not target.stat().st_mode & 0o222:
            raise ReadError(f"{before.path}: not fixed: the file is read-only; make it writable")
        if target.read_bytes() != before.encode():
            raise ReadError(
                f"{before.path}: not fixed: the file has changed since it was read; run the command again"
            )
        replace_file(target, after.encode())
    except OSError as error:
        raise ReadError(f"{before.path}: not fixed: {error.strerror or error}") from None


def replace_file(target: Path, data: bytes, *, durable: bool = True) -> None:
    """
    Write a temporary file beside the target and put it in the target's place, so it is never half written.

    A link keeps its place, and the file that it leads to is replaced. A device or a pipe cannot be replaced
    and is written to. Unless ``durable`` is false, the new content has reached the disk before the old
    content goes. Raises OSError if that cannot be done, and leaves no temporary file behind.
    """
    import tempfile  # with it come random, shutil and the compressors; most runs write no file

    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    target = Path(os.path.realpath(target))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".articlelint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        _copy_status(target, name)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _copy_status(target: Path, name: str) -> None:
    """Give a new file the permissions and owner of the target; if there is none, those of the umask."""
    try:
        status = target.stat()
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        return
    Path(name).chmod(status.st_mode & 0o7777)
    with contextlib.suppress(OSError, AttributeError):
        os.chown(name, status.st_uid, status.st_gid)
