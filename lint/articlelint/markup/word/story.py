"""The paragraphs of a Word document, read from the XML of its parts, with the place of every text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from articlelint.errors import ReadError
from articlelint.markup.word.pictures import said_about_picture
from articlelint.markup.word.styles import Style, heading, number
from articlelint.model import BlockKind

_NAMESPACES = re.compile(
    r"""xmlns(?::(\w+))?\s*=\s*["']https?://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)"""
    r"""/wordprocessingml/(?:2006/)?main["']"""
)
_COMMENT = re.compile(r"<!--.*?-->|<\?(?!xml).*?\?>", re.DOTALL)
_VALUE = re.compile(r"""\bval\s*=\s*["']([^"']*)""")
_TYPE = re.compile(r"""\btype\s*=\s*["']""")
_LINE_BREAK = "\N{LINE SEPARATOR}"
_SIGNS = {
    "tab": "\t",
    "br": _LINE_BREAK,
    "cr": _LINE_BREAK,
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
"""What stands for a text in the document."""
_SKIPPED = frozenset("del moveFrom Fallback rt pPrChange rPrChange tblPrChange tcPrChange sectPr".split())
"""Elements whose content is not read: deletions, other forms of the same, formats before a change."""
_READ = frozenset(
    "t p r pPr rPr b i vanish pStyle numId ilvl outlineLvl tc footnote endnote sym docPr".split()
) | {
    *_SIGNS,
    *_SKIPPED,
}
_OFF = frozenset({"0", "false", "off", "none"})


class Piece(NamedTuple):
    """
    A text of a paragraph: its range in the text of the article, and in a part of the package.

    ``sign`` is true for a tab or a break, which is an element and no text. ``properties`` is the XML of the
    format of its run, and ``attribute`` says that the text is in an attribute, and in no run.
    """

    start: int
    end: int
    part: str
    first: int
    last: int
    bold: bool
    italic: bool
    sign: bool
    properties: str
    attribute: bool = False


class Paragraph(NamedTuple):
    """
    A paragraph: its range in the text, kind and number; ``note`` is that of its footnote, or 0.

    What is said about a picture is one as well, behind all others; ``picture`` is its number, or 0.
    """

    start: int
    end: int
    kind: BlockKind
    level: int
    number: int
    note: int
    pieces: tuple[Piece, ...]
    picture: int = 0


class _Text(NamedTuple):
    """A text of a paragraph, before it is known where the paragraph stands."""

    text: str
    first: int
    last: int
    bold: bool
    italic: bool
    sign: bool
    properties: str
    attribute: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read. ``inside`` has those of text boxes that are anchored in it."""

    in_table: bool
    style: str = ""
    outline: int | None = None
    is_list: bool | None = None
    list_level: int = 0
    merges: bool = False
    """Whether its end is deleted, so that the next paragraph goes on in it."""
    texts: list[_Text] = field(default_factory=list[_Text])
    inside: list[_Open] = field(default_factory=list["_Open"])
    note: int = 0
    picture: int = 0


class Story:
    """The paragraphs of all parts. ``text`` has one in each line, empty ones too."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._lines: list[str] = []
        self._length = 0
        self._pictures: list[tuple[str, _Open]] = []
        """What is said about pictures, each with its part, and how many pictures there are."""
        self._seen_pictures = 0
        self.paragraphs: list[Paragraph] = []

    @property
    def text(self) -> str:
        """The text of the article."""
        return "\n".join(self._lines)

    def add(self, part: str, xml: str, where: str, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add the paragraphs of a part; ``kind`` is that of paragraphs whose style has none."""
        merged: _Open | None = None
        reader = _Reader(xml, where, self._seen_pictures)
        for paragraph in reader.paragraphs():
            if merged is not None:
                paragraph.texts = [*merged.texts, *paragraph.texts]
            merged = paragraph if paragraph.merges else None
            if merged is None:
                self._add(paragraph, part, kind)
        if merged is not None:
            self._add(merged, part, kind)
        self._pictures += [(part, said) for said in reader.pictures]
        self._seen_pictures = reader.seen_pictures

    def add_pictures(self) -> None:
        """Add what is said about the pictures of all parts."""
        for part, said in self._pictures:
            self._add(said, part, BlockKind.ALT_TEXT)

    def _add(self, paragraph: _Open, part: str, kind: BlockKind) -> None:
        start = self._length + 1 if self._lines else 0
        pieces: list[Piece] = []
        at = start
        for each in paragraph.texts:
            end = at + len(each.text)
            pieces.append(Piece(at, end, part, *each[1:]))
            at = end
        self._lines.append("".join(each.text for each in paragraph.texts))
        self._length = at
        found = self._kind(paragraph, kind)
        number = len(self._lines)
        self.paragraphs.append(
            Paragraph(
                start,
                at,
                found.kind or kind,
                found.level,
                number,
                paragraph.note,
                tuple(pieces),
                paragraph.picture,
            )
        )
        for inner in paragraph.inside:
            self._add(inner, part, BlockKind.PARAGRAPH)

    def _kind(self, paragraph: _Open, kind: BlockKind) -> Style:
        """The kind and level of a paragraph, by what it says itself, by its style, and by where it stands."""
        style = self._styles.get(paragraph.style, Style())
        if paragraph.outline is not None:
            style = heading(paragraph.outline)._replace(is_list=style.is_list)
        if kind in {BlockKind.FOOTNOTE, BlockKind.ALT_TEXT}:
            return Style(kind)
        if style.kind is not None:
            return style
        is_list = style.is_list if paragraph.is_list is None else paragraph.is_list
        if is_list:
            return Style(BlockKind.LIST_ITEM, paragraph.list_level + 1)
        return Style(BlockKind.TABLE_CELL) if paragraph.in_table else Style()


class _Reader:
    """Reads the paragraphs of one part."""

    def __init__(self, xml: str, where: str, seen_pictures: int = 0) -> None:
        # Comments stand nowhere in such parts, but nothing forbids them.
        self._xml = _COMMENT.sub(lambda match: " " * len(match.group()), xml) if "<!--" in xml else xml
        self._where = where
        self._open: list[_Open] = []
        self._cells = 0
        self._skipping = ""
        self._depth = 0
        self._in_format = ""
        """The name of the open element of properties, ``pPr`` or ``rPr``; "" between them."""
        self._bold = self._italic = self._hidden = False
        self._properties = ""
        """The properties of the open run, and where they begin while they are open."""
        self._properties_start = 0
        self._note = 0
        self._notes = 0
        self.pictures: list[_Open] = []
        self.seen_pictures = seen_pictures

    def paragraphs(self) -> Iterator[_Open]:
        """Yield the paragraphs, those of text boxes behind the one that they are anchored in."""
        for match in _pattern(self._xml, self._where).finditer(self._xml):
            closing, name, attributes, empty = (
                match["close"],
                match["name"],
                match["attributes"],
                match["empty"],
            )
            if self._skipping:
                self._skip(name, closing=bool(closing), empty=bool(empty))
            elif name in _SKIPPED:
                self._begin_skipping(name, empty=bool(empty))
            elif closing:
                yield from self._end(name, match.end())
            elif name == "t" and not empty:
                self._text(match.end())
            else:
                self._start(name, attributes, match.start(), match.end(), empty=bool(empty))
                if name == "p" and empty:
                    yield from self._end(name, match.end())

    def _skip(self, name: str, *, closing: bool, empty: bool) -> None:
        if name == self._skipping and not empty:
            self._depth += -1 if closing else 1
            if self._depth == 0:
                self._skipping = ""

    def _begin_skipping(self, name: str, *, empty: bool) -> None:
        if not empty:
            self._skipping, self._depth = name, 1
        elif name in {"del", "moveFrom"} and self._in_format == "pPr" and self._open:
            self._open[-1].merges = True

    def _start(self, name: str, attributes: str, start: int, end: int, *, empty: bool) -> None:
        if name == "p":
            self._open.append(_Open(in_table=self._cells > 0, note=self._note))
        elif name == "tc" and not empty:
            self._cells += 1
        elif name in {"footnote", "endnote"} and not empty:
            self._notes += _TYPE.search(attributes) is None
            self._note = self._notes
        elif name == "r":
            self._bold = self._italic = self._hidden = False
            self._properties = ""
        elif name in {"pPr", "rPr"}:
            self._properties_start = start
            # The format of the paragraph's mark is inside that of the paragraph.
            self._in_format = "" if empty else self._in_format or name
        elif self._in_format:
            self._format(name, attributes)
        elif name == "docPr":
            self._picture(attributes, start)
        elif name in _SIGNS:
            self._add(_SIGNS[name], start, end, sign=True)
        elif name == "sym":
            self._add("\N{OBJECT REPLACEMENT CHARACTER}", start, end, sign=True)

    def _end(self, name: str, end: int) -> Iterator[_Open]:
        if name == self._in_format:
            if name == "rPr":
                self._properties = self._xml[self._properties_start : end]
            self._in_format = ""
        elif name == "tc":
            self._cells -= 1
        elif name in {"footnote", "endnote"}:
            self._note = 0
        elif name == "p" and self._open:
            done = self._open.pop()
            if self._open:
                self._open[-1].inside.append(done)
            else:
                yield done

    def _format(self, name: str, attributes: str) -> None:
        """Note a property of the open paragraph, or of the open run."""
        found = _VALUE.search(attributes)
        value = found[1] if found is not None else ""
        if self._in_format == "rPr":
            is_on = value not in _OFF
            self._bold = is_on if name == "b" else self._bold
            self._italic = is_on if name == "i" else self._italic
            self._hidden = is_on if name == "vanish" else self._hidden
        elif self._open:
            paragraph = self._open[-1]
            if name == "pStyle":
                paragraph.style = value
            elif name == "outlineLvl":
                paragraph.outline = number(value)
            elif name == "numId":
                paragraph.is_list = value != "0"
            elif name == "ilvl":
                paragraph.list_level = number(value) or 0

    def _picture(self, attributes: str, start: int) -> None:
        """Note what is said about a picture."""
        self.seen_pictures += 1
        picture = _Open(in_table=False, picture=self.seen_pictures)
        for line in said_about_picture(self._xml, attributes, start):
            text = _LINE_BREAK if line.is_break else line.text
            picture.texts.append(
                _Text(text, line.first, line.last, False, False, line.is_break, "", attribute=True)  # noqa: FBT003
            )
        if picture.texts and not self._hidden:
            self.pictures.append(picture)

    def _text(self, start: int) -> None:
        end = self._xml.find("<", start)
        if end > start:
            raw = self._xml[start:end]
            self._add(unescape(raw) if "&" in raw else raw, start, end, sign=False)

    def _add(self, text: str, start: int, end: int, *, sign: bool) -> None:
        if self._open and not self._hidden and text:
            # A newline in the XML is a space on the page.
            shown = text if sign else text.replace("\n", " ").replace("\r", " ")
            self._open[-1].texts.append(
                _Text(shown, start, end, self._bold, self._italic, sign, self._properties)
            )


def _pattern(xml: str, where: str) -> re.Pattern[str]:
    """The pattern of the tags that are read, with the prefix that the part gives them."""
    found = _NAMESPACES.search(xml, 0, 10_000)
    if found is None:
        raise ReadError(f"{where}: this is no part of a Word document")
    prefix = f"{found[1]}:" if found[1] else ""
    names = "|".join(sorted(_READ, key=len, reverse=True))
    return re.compile(
        rf"<(?P<close>/?)(?:{prefix}|mc:(?=Fallback)|wp:(?=docPr))(?P<name>{names})(?=[\s/>])(?P<attributes>[^>]*?)(?P<empty>/?)>"
    )


def piece_at(pieces: Iterable[Piece], start: int, end: int) -> Piece | None:
    """Return the text that a range of the article lies wholly in; None if it is in several, or in none."""
    # An insertion between two runs goes to the end of the first.
    found = (p for p in pieces if not p.sign and p.start <= start and end <= p.end)
    return next(found, None)
