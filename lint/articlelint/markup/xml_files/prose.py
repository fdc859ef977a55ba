"""From the elements of an XML document to the blocks of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import NamedTuple

from articlelint.markup.assembly import Assembly, Escape, Part, Run
from articlelint.markup.xml_files.document import Document, Element, Kind, Token
from articlelint.model import BlockKind, PlaceKind, Span

_PIECE = re.compile(r"&[#\w]+;|\r\n?")
_TEXTS = frozenset({Kind.TEXT, Kind.CDATA})


class Rules(NamedTuple):
    """
    What the elements of a schema are, by their names without prefixes.

    ``kinds`` has the elements that are blocks, or hold blocks; with None, these are of the kind that is
    around them. ``skipped`` elements hold no prose.
    """

    kinds: Mapping[str, BlockKind | None]
    skipped: frozenset[str] = frozenset()
    bold: frozenset[str] = frozenset()
    italic: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()


def new_article(name: str = "") -> Assembly:
    """Begin an article whose places are paths."""
    return Assembly(PlaceKind.XPATH, name)


def escaped(text: str) -> str:
    """Return a text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _in_cdata(text: str) -> str | None:
    """A text as it stands in a CDATA section; None if it would end the section."""
    return None if "]]" in text or ">" in text else text


def _nowhere(text: str) -> None:
    """Between tags, a text is written in another way than in a CDATA section: it is left to a person."""
    del text


def part_of(document: Document, tokens: Sequence[Token], at: str) -> Part:
    """Return the text of some tokens as a part of an article; each break is a newline."""
    source = document.source.text
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for token in tokens:
        raw = source[token.start : token.end]
        if token.kind is Kind.START:
            texts.append("\n")
            runs.append((length, token.start, token.end))
            length += 1
            continue
        passed = 0
        for piece in _PIECE.finditer(raw) if token.kind is Kind.TEXT or "\r" in raw else ():
            decoded = "\n" if raw[piece.start()] == "\r" else unescape(piece.group())
            if piece.start() > passed:
                texts.append(raw[passed : piece.start()])
                runs.append((length, token.start + passed, token.start + piece.start()))
                length += piece.start() - passed
            texts.append(decoded)
            runs.append((length, token.start + piece.start(), token.start + piece.end()))
            length += len(decoded)
            passed = piece.end()
        if passed < len(raw):
            texts.append(raw[passed:])
            runs.append((length, token.start + passed, token.end))
            length += len(raw) - passed
    kinds = {token.kind for token in tokens if token.kind in _TEXTS}
    escape: Escape = escaped
    if Kind.CDATA in kinds:
        escape = _in_cdata if len(kinds) == 1 else _nowhere
    return Part("".join(texts), runs, at, escape)


def html_in(document: Document, element: Element) -> Part:
    """Return the text in an element, which is the source of HTML, as a part of an article."""
    tokens = [token for token in document.inside(element) if token.kind in _TEXTS]
    if any(token.kind is Kind.CDATA for token in tokens):
        # The white space around a CDATA section is no part of the page.
        source = document.source.text
        tokens = [t for t in tokens if t.kind is Kind.CDATA or not source[t.start : t.end].isspace()]
    return part_of(document, tokens, element.path)


def xhtml_in(document: Document, element: Element) -> Part:
    """Return what stands in an element, which is the source of XHTML, as a part of an article."""
    inside = document.inside(element)
    start, end = (inside[0].start, inside[-1].end) if inside else (0, 0)
    return Part(document.source.text[start:end], [(0, start, end)], element.path, escaped)


def add_html(assembly: Assembly, document: Document, element: Element | None, kind: BlockKind) -> None:
    """Add an element that holds the source of HTML, if there is one and it is not blank."""
    if element is not None:
        part = html_in(document, element)
        if part.text.strip():
            assembly.html(part, kind)


def add_element(
    assembly: Assembly, document: Document, element: Element | None, rules: Rules, kind: BlockKind
) -> None:
    """Add the blocks in an element, if there is one; ``kind`` is that of what stands in none of them."""
    if element is not None:
        _Walker(assembly, document, rules).walk(element, kind)


class _Block(NamedTuple):
    """An open element that is a block, or holds blocks."""

    name: str
    kind: BlockKind
    path: str


class _Piece(NamedTuple):
    """A text of the open block, or a break."""

    token: Token
    bold: bool
    italic: bool


class _Walker:
    """Goes through the tokens of an element."""

    def __init__(self, assembly: Assembly, document: Document, rules: Rules) -> None:
        self._assembly = assembly
        self._document = document
        self._rules = rules
        self._open: list[_Block] = []
        self._pieces: list[_Piece] = []
        self._bold = self._italic = self._skipped = 0

    def walk(self, element: Element, kind: BlockKind) -> None:
        """Add the blocks in an element."""
        self._open.append(_Block(element.name, kind, element.path))
        for index in range(element.first + 1, element.last):
            token = self._document.tokens[index]
            if token.kind is Kind.START:
                self._start(token, index)
            elif token.kind is Kind.END:
                self._end(token)
            elif token.kind in _TEXTS and not self._skipped:
                self._pieces.append(_Piece(token, self._bold > 0, self._italic > 0))
        self._flush()
        self._open.pop()

    def _start(self, token: Token, index: int) -> None:
        local = token.name.rpartition(":")[2]
        rules = self._rules
        if self._skipped or local in rules.skipped:
            self._skipped += 1
        elif local in rules.kinds:
            self._flush()
            kind = rules.kinds[local] or self._open[-1].kind
            self._open.append(_Block(token.name, kind, self._document.elements[index].path))
        elif local in rules.breaks:
            self._pieces.append(_Piece(token, bold=False, italic=False))
        self._bold += local in rules.bold
        self._italic += local in rules.italic

    def _end(self, token: Token) -> None:
        local = token.name.rpartition(":")[2]
        self._bold -= local in self._rules.bold
        self._italic -= local in self._rules.italic
        if self._skipped:
            self._skipped -= 1
        elif local in self._rules.kinds:
            self._flush()
            self._open.pop()

    def _flush(self) -> None:
        """Add the open block, unless it is blank."""
        pieces, self._pieces = self._pieces, []
        text = self._document.source.text
        if all(p.token.kind is Kind.START or text[p.token.start : p.token.end].isspace() for p in pieces):
            return
        block = self._open[-1]
        part = part_of(self._document, [piece.token for piece in pieces], block.path)
        start = self._assembly.part(part).start
        self._assembly.open(block.kind, settled=block.kind is not BlockKind.PARAGRAPH)
        lengths = [len(part.text)]
        if len(pieces) > 1:
            lengths = [len(part_of(self._document, [piece.token], "").text) for piece in pieces]
        for piece, length in zip(pieces, lengths, strict=True):
            span = Span(start, start + length)
            if piece.token.kind is Kind.START:
                self._assembly.line_break(span)
            else:
                self._assembly.words(span, bold=piece.bold, italic=piece.italic)
            start += length
        self._assembly.close()
