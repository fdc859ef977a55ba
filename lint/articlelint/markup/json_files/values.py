"""JSON with the place of every string in the file, which the standard library does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from articlelint.errors import ReadError
from articlelint.markup.assembly import Escape, Part, Run
from articlelint.markup.base import OffsetMap
from articlelint.source import Source

_DEEPEST = 200
_BLANKS = " \t\r\n\ufeff"
_BLANK = re.compile(rf"[{_BLANKS}]*+")
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_ATOM = re.compile(r"-?\d[\d.eE+-]*+|true|false|null")
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a pair of UTF-16, which is no character."""
_DECODER = json.JSONDecoder(strict=False)
"""Decodes a string. A newline in a string is no JSON, but programs write it; it does no harm here."""


class JsonString(NamedTuple):
    """
    A string of a JSON document.

    ``raw`` is what stands in the file between the quotation marks, and ``start`` where it begins.
    ``pointer`` leads to the string (RFC 6901). ``outer`` maps the document to the file, if it is itself a
    string of a document.
    """

    text: str
    raw: str
    start: int
    pointer: str
    escape: Escape
    outer: OffsetMap | None = None

    def part(self) -> Part:
        """Return the string as a part of an article, with the map of its escapes to the file."""
        runs = self._runs()
        if self.outer is not None:
            ended = _with_ends(runs, len(self.text))
            runs = [run for each, end in ended for run in _mapped(each, end, self.outer)]
        return Part(self.text, runs, self.pointer, self.escape)

    def _runs(self) -> list[Run]:
        """The map of the string to the document that it stands in."""
        runs: list[Run] = []
        at = decoded = 0
        for escape in _ESCAPE.finditer(self.raw) if "\\" in self.raw else ():
            first, last = escape.span()
            if first > at:
                runs.append((decoded, self.start + at, self.start + first))
                decoded += first - at
            runs.append((decoded, self.start + first, self.start + last))
            decoded += 1
            at = last
        if at < len(self.raw):
            runs.append((decoded, self.start + at, self.start + len(self.raw)))
        return runs


def _with_ends(runs: Sequence[Run], length: int) -> Iterator[tuple[Run, int]]:
    """Yield runs with the offsets at which they end in a text of this length."""
    ends = [run[0] for run in runs[1:]]
    yield from zip(runs, [*ends, length], strict=True)


def _mapped(run: Run, end: int, outer: OffsetMap) -> Iterator[Run]:
    """Yield the runs that lead to the file, for one that leads to the text of ``outer``."""
    decoded, first, last = run
    if last - first != end - decoded:
        yield decoded, outer.start(first), outer.end(last)
        return
    for number in range(outer.run(first), outer.run(last - 1) + 1):
        start = max(first, outer.prose[number])
        following = outer.prose[number + 1] if number + 1 < len(outer.prose) else outer.length
        yield decoded + start - first, outer.start(start), outer.end(min(last, following))


def string_in(holder: JsonString) -> Iterator[Value]:
    """
    Yield the values of the JSON document that a string holds.

    The pointers in it begin with that of the string. Raises ReadError if it holds none.
    """
    reader = _Reader(Source(holder.pointer, holder.text), holder)
    while not reader.at_end():
        yield reader.value(holder.pointer, 0)


Value: TypeAlias = "dict[str, Value] | list[Value] | JsonString | float | bool | None"


def read_values(source: Source) -> Iterator[tuple[int, Value]]:
    """
    Yield the value of a JSON document, or those of JSON Lines, each with its start.

    Raises ReadError, with line and column, for what is no JSON.
    """
    reader = _Reader(source)
    while not reader.at_end():
        yield reader.offset, reader.value("", 0)


class _Reader:
    """Reads values from the text of a file, from left to right."""

    def __init__(self, source: Source, outer: JsonString | None = None) -> None:
        self._source = source
        self._text = source.text
        self._outer: OffsetMap | None = None
        ascii_only = source.text.isascii()
        self._escape: Escape = partial(_escaped, ascii_only=ascii_only)
        if outer is not None:
            part = outer.part()
            starts, file_starts, file_ends = zip(*part.runs, strict=True)
            self._outer = OffsetMap(starts, file_starts, file_ends, len(part.text))
            self._escape = partial(_escaped_twice, ascii_only=ascii_only, outer=outer.escape)
        self._at = 0

    @property
    def offset(self) -> int:
        """Where the next value begins."""
        return self._at

    def at_end(self) -> bool:
        """Whether nothing more comes."""
        return not self._next()

    def _next(self) -> str:
        """Go to the next character that is not blank, and return it; "" at the end."""
        following = self._text[self._at : self._at + 1]
        if following and following in _BLANKS:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank is not None else self._at
            following = self._text[self._at : self._at + 1]
        return following

    def value(self, pointer: str, depth: int) -> Value:
        """Read the next value. Raises ReadError if there is none."""
        first = self._next()
        if first == '"':
            return self._string(pointer)
        if first and first in "{[":
            if depth == _DEEPEST:
                raise self._wrong(f"it is nested more than {_DEEPEST} levels deep")
            self._at += 1
            return self._object(pointer, depth + 1) if first == "{" else self._array(pointer, depth + 1)
        atom = _ATOM.match(self._text, self._at)
        if atom is None:
            raise self._wrong("a value is expected here")
        self._at = atom.end()
        try:
            found: float | bool | None = json.loads(atom.group())
        except ValueError:
            self._at = atom.start()
            raise self._wrong("this is no number") from None
        return found

    def _string(self, pointer: str) -> JsonString:
        start = self._at + 1
        text, raw = self._quoted()
        return JsonString(text, raw, start, pointer, self._escape, self._outer)

    def _quoted(self) -> tuple[str, str]:
        """Read a string: its text, and what stands between the quotation marks."""
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise self._wrong("this string is never closed")
        raw = match.group()[1:-1]
        text = raw
        if "\\" in raw:
            try:
                text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", str(_DECODER.decode(match.group())))
            except ValueError:
                raise self._wrong("this string has an escape that does not exist") from None
        self._at = match.end()
        return text, raw

    def _object(self, pointer: str, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while (following := self._next()) != "}":
            if following != '"':
                raise self._wrong("a name in quotation marks is expected here")
            key, _ = self._quoted()
            if self._next() != ":":
                raise self._wrong("a colon is expected here")
            self._at += 1
            escaped = key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key
            found[key] = self.value(f"{pointer}/{escaped}", depth)
            if not self._goes_on("}"):
                break
        self._at += 1
        return found

    def _array(self, pointer: str, depth: int) -> list[Value]:
        found: list[Value] = []
        while self._next() != "]":
            found.append(self.value(f"{pointer}/{len(found)}", depth))
            if not self._goes_on("]"):
                break
        self._at += 1
        return found

    def _goes_on(self, close: str) -> bool:
        """Whether a comma follows and not the closing mark; the comma is passed."""
        following = self._next()
        if following == ",":
            self._at += 1
            return True
        if following != close:
            raise self._wrong(f"a comma or a “{close}” is expected here")
        return False

    def _wrong(self, what: str) -> ReadError:
        at = self._source.position(min(self._at, len(self._text)))
        return ReadError(f"{self._source.path}:{at.line}:{at.column}: not JSON: {what}")


def _escaped(text: str, *, ascii_only: bool) -> str:
    """A text as it stands in a string; with escapes for all but ASCII if the document has nothing else."""
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _escaped_twice(text: str, *, ascii_only: bool, outer: Escape) -> str | None:
    """A text as it stands in a string of a document that is itself a string."""
    return outer(_escaped(text, ascii_only=ascii_only))
