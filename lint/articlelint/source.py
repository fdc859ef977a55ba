"""The source of an article: reading and decoding a file, its lines and columns, and writing it back."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import stat
from bisect import bisect_right
from collections.abc import Iterable
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
_WINDOWS_1252 = "cp1252"
_DECLARATION = re.compile(
    rb"""<meta\b[^>]*?(?<![\w-])charset\s*=\s*["']?\s*(?P<name>[\w.:-]+)""", re.IGNORECASE
)
_DECLARES_WINDOWS_1252 = frozenset(
    "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
    "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252".split()
)
"""What a page declares that is written in Windows-1252: the labels of the WHATWG Encoding Standard."""
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
"""The control characters that no article has: all but the tab, the line breaks and the page break."""

_NO_TEXT = {b"%PDF-": "a PDF file", b"{\\rtf": "an RTF document"}
"""How files begin that can be decoded as text and are none."""
_PACKAGE = b"PK\x03\x04"


class Source:
    r"""
    The text of a file, with what is needed to write it back unchanged.

    ``text`` has no byte-order mark (that is ``mark``), and its newlines are those of the file. Only ``\n``
    and ``\r\n`` end a line, so that line numbers agree with editors and git.
    """

    is_only_read = False
    """Whether such files cannot be changed."""

    def __init__(
        self, path: str, text: str, encoding: str = "utf-8", mark: bytes = b"", notice: str = ""
    ) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.mark = mark
        self.notice = notice
        """What to tell the user about how the file was read, or ""."""

    def with_text(self, text: str) -> Source:
        """Return the same file with another text."""
        return Source(self.path, text, self.encoding, self.mark, self.notice)

    def edited(self, edits: Iterable[tuple[Span, str]]) -> Source:
        """Return the same file after edits: each puts a text in the place of a span. They do not overlap."""
        parts: list[str] = []
        at = 0
        for span, new in sorted(edits):
            parts += (self.text[at : span.start], new)
            at = span.end
        parts.append(self.text[at:])
        return self.with_text("".join(parts))

    def read_again(self, data: bytes) -> Source:
        """Read other bytes in the way in which this file was read. Raises ReadError."""
        return Source.decode(self.path, data)

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """
        Decode the bytes of a file.

        The encoding is that of the byte-order mark; without one, Windows-1252 if a web page declares it; else
        UTF-8; and if the bytes are not UTF-8, Windows-1252. Raises ReadError if the bytes are not text.
        """
        for beginning, what in _NO_TEXT.items():
            if data.startswith(beginning):
                raise ReadError(f"{path}: this is {what}, whatever it is called; save it as .docx or text")
        if data.startswith(_PACKAGE):
            raise ReadError(
                f"{path}: this is a .docx, .odt or .zip file, whatever it is called; name it so "
                "(standard input: --stdin-filename), or give --format"
            )
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return cls(path, _decoded(path, data[len(mark) :], encoding), encoding, mark)
        if b"\0" in data:
            raise _not_text(path)
        declared = _declared(data) if path.lower().endswith((".html", ".htm")) else ""
        if declared in _DECLARES_WINDOWS_1252:
            return cls._windows_1252(path, data, "as the page says")
        try:
            return cls(path, data.decode())
        except UnicodeDecodeError:
            if declared not in {"", "utf-8", "utf8"}:
                raise ReadError(
                    f"{path}: not read: the page says that its encoding is {declared}; save it as UTF-8, "
                    "and say so in the page"
                ) from None
        if _is_mostly_utf_8(data):
            _decoded(path, data, "utf-8")  # raises ReadError
        if _NOT_IN_TEXT.search(data):
            raise _not_text(path)
        return cls._windows_1252(path, data, "because it is not UTF-8")

    @classmethod
    def _windows_1252(cls, path: str, data: bytes, reason: str) -> Source:
        text = _decoded(path, data, _WINDOWS_1252)
        notice = "" if text.isascii() else f"{path}: read as Windows-1252, {reason}"
        return cls(path, text, _WINDOWS_1252, notice=notice)

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Source:
        """Read and decode a file; messages call it ``name``. Raises ReadError if that is not possible."""
        shown = name if name is not None else str(path)
        return cls.decode(shown, read_bytes(path, shown))

    def encode(self) -> bytes:
        """Return the bytes of the file: ``Source.decode(path, data).encode() == data``."""
        return self.mark + self.text.encode(self.encoding)

    def unwritable(self, text: str) -> str:
        """Return the characters of a text that the encoding of this file does not have, each once."""
        return "".join(c for c in dict.fromkeys(text) if not c.encode(self.encoding, "ignore"))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(newline.end() for newline in re.finditer("\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column, from 1, of an offset into ``text``; it may be ``len(text)``."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of a position; the inverse of ``position``."""
        return self._line_starts[position.line - 1] + position.column - 1

    def place(self, span: Span) -> Place:
        """Return a span of ``text`` in lines and columns."""
        return Place(self.position(span.start), self.position(span.end))

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its newline."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


def encoding_name(encoding: str) -> str:
    """Return the name of an encoding for people."""
    if encoding == _WINDOWS_1252:
        return "Windows-1252"
    return encoding.removesuffix("-le").removesuffix("-be").upper()


def _decoded(path: str, data: bytes, encoding: str) -> str:
    """Decode bytes. Raises ReadError with the line of the first character that cannot be decoded."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding).count("\n") + 1
    raise ReadError(
        f"{path}: not valid {encoding_name(encoding)}: line {line} has a character that cannot be read; "
        "save the file as UTF-8, or exclude it"
    )


def _not_text(path: str) -> ReadError:
    return ReadError(f"{path}: not a text file; exclude it, or save it as UTF-8")


def _declared(data: bytes) -> str:
    """The encoding that a web page declares, in lower case, or "". As in browsers, its start is read."""
    match = _DECLARATION.search(re.sub(rb"<!--.*?-->", b"", data[:1024], flags=re.DOTALL))
    return match["name"].decode("ascii").lower() if match else ""


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are valid UTF-8 than are not: then it is UTF-8, and damaged."""
    text = data.decode("utf-8", "surrogateescape")
    beyond_ascii = len(re.findall("[^\0-\x7f]", text))
    damaged = len(re.findall("[\udc80-\udcff]", text))
    return damaged < beyond_ascii - damaged


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
    if its encoding lacks a character or its new content would be read in another encoding, or if the new
    content cannot be written in full.
    """
    target = path.resolve()
    missing = after.unwritable(after.text)
    if missing:
        name = encoding_name(after.encoding)
        raise ReadError(f"{before.path}: not changed: {name} has no “{missing}”; save the article as UTF-8")
    if before.read_again(after.encode()).text != after.text:
        raise ReadError(
            f"{before.path}: not changed: it would be read in another encoding; save the article as UTF-8"
        )
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
