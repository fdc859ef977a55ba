"""Bytes to text and back to lines: encoding, byte-order mark, newlines, line and column."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from articlelint.errors import ReadError
from articlelint.model import Place, Position, Span

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Source:
    r"""
    A file's text, with what is needed to write it back unchanged.

    ``text`` has no byte-order mark and keeps its newlines as they are. A line ends with ``\n`` or
    ``\r\n``; nothing else ends a line, so that line numbers agree with editors and with git.
    """

    def __init__(self, path: str, text: str, encoding: str = "utf-8", mark: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.mark = mark

    def with_text(self, text: str) -> Source:
        """The same file with another text."""
        return Source(self.path, text, self.encoding, self.mark)

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """
        Decode a file's bytes: by byte-order mark, else UTF-8.

        Raises ReadError, naming the byte offset, where the bytes are not text.
        """
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
        """Read and decode a file. Raises ReadError where it cannot be opened or decoded."""
        shown = name if name is not None else str(path)
        return cls.decode(shown, read_bytes(path, shown))

    def encode(self) -> bytes:
        """The file's bytes; ``Source.decode(path, data).encode() == data`` for all that decodes."""
        return self.mark + self.text.encode(self.encoding)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an offset into ``text``; ``len(text)`` is a valid offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def place(self, span: Span) -> Place:
        """A span as people count."""
        return Place(self.position(span.start), self.position(span.end))

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its newline."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


MAXIMUM = 64_000_000
"""Bytes. No article comes near it; a database dump that ends in .txt does, and would fill the memory."""


def read_bytes(path: Path, shown: str) -> bytes:
    """A file's bytes. Raises ReadError where it cannot be opened, or is too large to be an article."""
    try:
        size = path.stat().st_size
        if size > MAXIMUM:
            raise ReadError(
                f"{shown}: not read: {size / 1e6:.0f} MB is more than an article can have "
                f"({MAXIMUM / 1e6:.0f} MB); exclude it, or split it"
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{shown}: cannot be read: {error.strerror or error}") from None
