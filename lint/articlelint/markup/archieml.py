"""ArchieML: the values of a document that are prose, by their keys. See http://archieml.org/spec/1.0/."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from articlelint.markup.base import Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder, Mask
from articlelint.markup.file_formats import FORMATS
from articlelint.markup.front_matter_blocks import FRONT_MATTER_KINDS
from articlelint.markup.inline_spans import InlineKind, InlineSpan
from articlelint.markup.normalized_newlines import NormalizedText
from articlelint.markup.written_spans import Line, joined, read_lines, write_spans
from articlelint.model import BlockKind

_KEY = re.compile(r"(?P<key>[A-Za-z0-9_.\-\u0080-\U0010ffff]+)[ \t]*:[ \t]*")
_COMMAND = re.compile(r":[ \t]*(?P<name>endskip|ignore|skip|end)", re.IGNORECASE)
_SCOPE = re.compile(r"(?P<open>[\[{])[ \t]*(?P<name>[+.A-Za-z0-9_\-\u0080-\U0010ffff]*)[ \t]*[\]}]")
_ITEM = re.compile(r"\*[ \t]*")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});")
_KINDS = {
    **FRONT_MATTER_KINDS,
    **dict.fromkeys(("hed", "head"), BlockKind.HEADLINE),
    **dict.fromkeys(("dek", "deck", "subhed", "standfirst", "leadin", "intro"), BlockKind.STANDFIRST),
    **dict.fromkeys(("*.hed", "*.headline", "*.subhed", "*.title"), BlockKind.CROSSHEAD),
    **dict.fromkeys(("quote", "pullquote", "*.quote", "*.pullquote"), BlockKind.BLOCKQUOTE),
    **dict.fromkeys(("text", "body", "content", "*.text", "*.body", "*.content"), BlockKind.PARAGRAPH),
}
"""Which keys hold prose, of what kind: those of front matter, and those that newsrooms use beside them."""


class _Value(NamedTuple):
    """The value of a key: its first line, and the lines after it that may belong to it."""

    key: str
    lines: list[Line]


class _Reader:
    """Reads the values of one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.builder = Builder(text, [Mask(*tag.span(), printed=False) for tag in _TAG.finditer(text)])
        self._scope: list[tuple[str, bool]] = []
        """The arrays and objects around a line: the name of each, and whether free text stands in it."""
        self._value: _Value | None = None
        self._skipping = False

    def read(self) -> None:
        """Read the document up to its end, or to ``:ignore``."""
        for line in read_lines(self.text):
            command = _COMMAND.match(line.text)
            name = command["name"].lower() if command is not None else ""
            if name == "ignore":
                break
            if name:
                self._command(name)
            elif not self._skipping:
                self._line(line)
        self._finish()

    def _command(self, name: str) -> None:
        if name == "end" and self._value is not None and not self._skipping:
            value, self._value = self._value, None
            self._add(value.key, value.lines)
        elif name != "end":
            self._finish()
            self._skipping = name == "skip"

    def _line(self, line: Line) -> None:
        """Read a line: the beginning of a scope or a value, an item of a list, or a further line."""
        scope = _SCOPE.match(line.text)
        key = _KEY.match(line.text)
        if scope is not None:
            self._finish()
            self._enter(scope["open"], scope["name"])
        elif key is not None:
            self._finish()
            first = Line.read(self.text, line.start + key.end(), max(line.end, line.start + key.end()))
            self._value = _Value(key["key"], [first])
        elif self._in_free_text():
            self._finish()
            if line.text:
                self._write([_unescaped(self.text, line)], BlockKind.PARAGRAPH)
        elif _ITEM.match(line.text):
            self._finish()
        elif self._value is not None:
            self._value.lines.append(_unescaped(self.text, line))

    def _enter(self, opening: str, name: str) -> None:
        """Enter an array or object; a name with a full stop before it is inside the one around it."""
        if not name:
            self._scope = self._scope[:-1] if self._scope and self._scope[-1][0].startswith(".") else []
            return
        if not name.startswith("."):
            self._scope = []
        self._scope.append((name, opening == "[" and name.lstrip(".").startswith("+")))

    def _in_free_text(self) -> bool:
        return bool(self._scope) and self._scope[-1][1]

    def _finish(self) -> None:
        """End a value that no ``:end`` has closed: only its first line belongs to it."""
        value, self._value = self._value, None
        if value is not None:
            self._add(value.key, value.lines[:1])

    def _add(self, key: str, lines: Sequence[Line]) -> None:
        """Add a value, if its key says that it is prose: each of its paragraphs is a block."""
        path = ".".join([*(name.strip(".+") for name, _ in self._scope), key]).lower()
        kind = next((kind for pattern, kind in reversed(_KINDS.items()) if fnmatchcase(path, pattern)), None)
        if kind is None:
            return
        paragraph: list[Line] = []
        for line in lines:
            if line.text:
                paragraph.append(line)
            elif paragraph:
                self._write(paragraph, kind)
                paragraph = []
        if paragraph:
            self._write(paragraph, kind)

    def _write(self, lines: Sequence[Line], kind: BlockKind) -> None:
        self.builder.open_block(kind, settled=kind is not BlockKind.PARAGRAPH)
        text = joined(self.text, lines)
        entities = [InlineSpan(*found.span(), InlineKind.ENTITY) for found in _ENTITY.finditer(text.text)]
        write_spans(self.builder, text, entities)
        self.builder.close_block()


def _unescaped(text: str, line: Line) -> Line:
    """A line without the backslash that says that it is no key, list or command."""
    return Line.read(text, line.start + line.text.startswith("\\"), line.end)


class ArchieMlParser:
    """Reads ArchieML: values whose keys say that they are prose, and the text of freeform arrays."""

    name = "archieml"
    suffixes = FORMATS["archieml"].suffixes
    html_comments = False

    def parse(self, text: str) -> Markup:
        """Parse the text of a document."""
        newlines = NormalizedText(text)
        reader = _Reader(newlines.text)
        reader.read()
        return newlines.restored(reader.builder.finish(classify_blocks))
