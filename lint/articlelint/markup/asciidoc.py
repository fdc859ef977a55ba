"""AsciiDoc: the blocks of a document, read line by line. What is not understood here is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from articlelint.markup.asciidoc_inline import find_asciidoc_spans
from articlelint.markup.asciidoc_tables import cells_of
from articlelint.markup.base import Comment, Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.markup.file_formats import FORMATS
from articlelint.markup.front_matter import blanked, find_front_matter, has_title
from articlelint.markup.normalized_newlines import NormalizedText
from articlelint.markup.written_spans import Line, joined, read_lines, write_spans
from articlelint.model import BlockKind, Span

_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})[ \t]+(?=\S)")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
"""The levels of titles with a line below, by its sign."""
_WORD = re.compile(r"\w")
_ENTRY = re.compile(r":!?[\w][\w-]*!?:(?:\s|\Z)")
_DELIMITER = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}\w*|~{4,})\Z")
_TABLE = re.compile(r"([|,:!])={3,}\Z")
_ATTRIBUTES = re.compile(r"\[(?!\[)[^\]\n]*\]\Z|\[\[[^\]\n]*\]\]\Z")
_TITLE = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(r"(?P<mark>\*{1,6}|-|\.{1,6}|\d{1,9}\.|[A-Za-z]\.|[ivx]{1,8}\)|<(?:\d+|\.)>)[ \t]+(?=\S)")
_CHECK = re.compile(r"\[[ xX*]\][ \t]+")
_TERM = re.compile(r"(?P<term>[^\s:/](?:[^:]|:(?!:))*?)(?P<marks>:{2,4}|;;)(?:[ \t]+|\Z)")
_MACRO = re.compile(r"(?P<name>[a-z][\w-]*)::(?P<target>\S*?)\[(?P<words>.*)\]\Z")
_PREPROCESSOR = re.compile(r"(?:ifdef|ifndef|ifeval|endif|include)::[^\s\[]*\[.*\]\Z")
"""Lines that are taken out before anything else is read."""
_ADMONITIONS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
_ADMONITION = re.compile(rf"(?:{'|'.join(_ADMONITIONS)}):[ \t]+(?=\S)")
_ALT = re.compile(r"(?P<quote>\")?(?P<words>(?(quote)[^\"]*|[^,=\"]*))(?=[\",]|\Z)")
_CAPTION = re.compile(r"\btitle=\"(?P<words>[^\"]*)\"")
_BREAKS = frozenset({"'''", "---", "***", "- - -", "* * *", "<<<"})
_STYLE = re.compile(r"\[\s*(?P<style>[A-Za-z][\w-]*)?(?=[\],%#.\s])")
_TEXT_STYLES = frozenset(
    (*_ADMONITIONS, *"abstract partintro sidebar example lead normal open preface".split())
)
_QUOTES = frozenset({"quote", "verse"})


class _Next(NamedTuple):
    """What the lines above a block say about it."""

    style: str = ""
    has_style: bool = False

    @property
    def is_text(self) -> bool:
        return not self.has_style or self.style in _TEXT_STYLES | _QUOTES


class _Reader:
    """Reads the blocks of one document."""

    def __init__(self, text: str, shadow: str) -> None:
        self.text = text
        self.lines = [line for line in read_lines(shadow) if not _PREPROCESSOR.match(line.text)]
        self.builder = Builder(text)
        self.comments: list[Comment] = []
        self._containers: list[tuple[str, BlockKind, int]] = []
        """The open blocks with blocks inside: the delimiter of each, its kind, and where it begins."""
        self._next = _Next()
        self._in_list = False
        self.fixed_width: list[Span] = []

    def read(self) -> None:
        """Read the whole document."""
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if line.text:
                at = self._line(at, line)
            else:
                at += 1
        for _, kind, start in self._containers:
            self._note_quotation(kind, start, len(self.text))

    @property
    def _kind(self) -> BlockKind:
        """The kind of a paragraph."""
        return self._containers[-1][1] if self._containers else BlockKind.PARAGRAPH

    def _line(self, at: int, line: Line) -> int:
        """Read what begins at a line, and return the line after it."""
        text = line.text
        heading = _HEADING.match(text) if line.indent == 0 else None
        if line.indent == 0 and (_DELIMITER.match(text) or _TABLE.match(text)):
            return self._delimited(at, text)
        if text.startswith("//"):
            self.comments.append(Comment(text[2:], Span(line.start, line.end), self.builder.offset))
            return at + 1
        if _ENTRY.match(text):
            return self._entry_end(at)
        if text in _BREAKS or text == "+":
            return at + 1
        if _ATTRIBUTES.match(text):
            self._attributes(text)
            return at + 1
        if heading is not None:
            return self._heading(at + 1, self._rest(line, heading.end()), len(heading["marks"]))
        level = self._underline_level(at)
        if level:
            self.fixed_width.append(Span(line.start, line.end))
            return self._heading(at + 2, line, level)
        title = _TITLE.match(text) if line.indent == 0 else None
        if title is not None and not _ITEM.match(text):
            self._add([self._rest(line, title.end())], BlockKind.CAPTION)
            return at + 1
        macro = _MACRO.match(text)
        if macro is not None:
            self._macro(line, macro)
            return at + 1
        return self._item_or_paragraph(at, line)

    def _item_or_paragraph(self, at: int, line: Line) -> int:
        item = _ITEM.match(line.text)
        if item is not None:
            mark = item["mark"]
            check = _CHECK.match(line.text, item.end())
            first = self._rest(line, check.end() if check is not None else item.end())
            return self._list_item(at, first, len(mark) if mark[0] in "*." else 1)
        term = _TERM.match(line.text)
        if term is not None:
            self._add(
                [Line.read(self.text, line.start, line.start + term.end("term"))], BlockKind.LIST_ITEM, 1
            )
            first = self._rest(line, term.end())
            return self._list_item(at, first, 1) if first.text else at + 1
        if line.indent > 0 and not self._in_list:
            return self._paragraph_end(at)
        return self._paragraph(at, line)

    def _paragraph(self, at: int, line: Line) -> int:
        end = self._paragraph_end(at)
        following, self._next = self._next, _Next()
        self._in_list = False
        if not following.is_text:
            return end
        lines = self.lines[at:end]
        admonition = _ADMONITION.match(line.text)
        if admonition is not None:
            lines[0] = self._rest(line, admonition.end())
        lines = [each for each in lines if not each.text.startswith("//")]
        kind = BlockKind.BLOCKQUOTE if following.style in _QUOTES else self._kind
        if kind is BlockKind.BLOCKQUOTE and not self._containers:
            self._note_quotation(kind, line.start, lines[-1].end)
        if following.style == "verse":
            self._verse(lines)
        else:
            self._add(lines, kind, 1 if kind is BlockKind.BLOCKQUOTE else 0)
        return end

    def _paragraph_end(self, at: int) -> int:
        """Return the line after a paragraph: a blank one, or one that begins another block."""
        at += 1
        while at < len(self.lines) and not _ends_paragraph(self.lines[at].text):
            at += 1
        return at

    def _list_item(self, at: int, first: Line, level: int) -> int:
        """Read an item of a list: its lines up to a blank one, or to the next item."""
        end = at + 1
        while end < len(self.lines) and self.lines[end].text:
            text = self.lines[end].text
            if _ITEM.match(text) or _TERM.match(text) or _ends_paragraph(text):
                break
            end += 1
        self._in_list = True
        self._next = _Next()
        lines = [first, *self.lines[at + 1 : end]]
        self._add([each for each in lines if not each.text.startswith("//")], BlockKind.LIST_ITEM, level)
        return end

    def _underline_level(self, at: int) -> int:
        """The level of a title with a line of its length below, give or take one sign; 0 if it has none."""
        if self._containers or at + 1 == len(self.lines):
            return 0
        title, below = self.lines[at], self.lines[at + 1].text
        mark = below[:1]
        if title.indent or title.text.startswith(".") or not _WORD.search(title.text) or below.strip(mark):
            return 0
        return _UNDERLINES.get(mark, 0) if abs(len(title.text) - len(below)) <= 1 else 0

    def _heading(self, end: int, title: Line, level: int) -> int:
        """Read a heading. Returns the line after it; ``end`` is the one after its title."""
        self._add([title], BlockKind.HEADLINE if level == 1 else BlockKind.CROSSHEAD, level)
        self._next, self._in_list = _Next(), False
        if level == 1:
            # Authors and revision follow the title, without a blank line between.
            while end < len(self.lines) and self.lines[end].text:
                end += 1
        return end

    def _entry_end(self, at: int) -> int:
        """Return the line after an attribute entry, whose value may go on after a backslash."""
        while at + 1 < len(self.lines) and self.lines[at].text.endswith("\\"):
            at += 1
        return at + 1

    def _attributes(self, text: str) -> None:
        style = _STYLE.match(text)
        if style is not None and style["style"] and not text.startswith("[["):
            self._next = _Next(style["style"], has_style=True)

    def _macro(self, line: Line, macro: re.Match[str]) -> None:
        """Read what a picture shows, and its caption. Other macros hold no text."""
        self._next = _Next()
        if macro["name"] != "image":
            return
        found: list[tuple[int, int, BlockKind]] = []
        alt = _ALT.match(line.text, macro.start("words"), macro.end("words"))
        if alt is not None and alt["words"].strip():
            found.append((*alt.span("words"), BlockKind.ALT_TEXT))
        caption = _CAPTION.search(line.text, macro.start("words"), macro.end("words"))
        if caption is not None:
            found.append((*caption.span("words"), BlockKind.CAPTION))
        for start, end, kind in found:
            words = Line.read(self.text, line.start + start, line.start + end)
            if words.text:
                self._add([words], kind)

    def _delimited(self, at: int, mark: str) -> int:
        """Read or leave out a block between delimiters, or begin or end one that holds blocks."""
        following, self._next = self._next, _Next()
        self._in_list = False
        if self._containers and self._containers[-1][0] == mark:
            _, kind, start = self._containers.pop()
            self._note_quotation(kind, start, self.lines[at].end)
            return at + 1
        table = _TABLE.match(mark)
        is_text = mark[0] in "=*_" or (mark == "--" and following.is_text)
        is_text = is_text and (following.is_text or following.style in {"discrete", "appendix"})
        if is_text and following.style != "verse" and table is None:
            kind = BlockKind.BLOCKQUOTE if mark[0] == "_" or following.style == "quote" else self._kind
            self._containers.append((mark, kind, self.lines[at].start))
            return at + 1
        closing = "```" if mark.startswith("```") else mark
        end = next(
            (i for i in range(at + 1, len(self.lines)) if self.lines[i].text == closing), len(self.lines)
        )
        inside = self.lines[at + 1 : end]
        if table is not None and table[1] == "|":
            for cell in cells_of(self.text, inside):
                self._add(cell, BlockKind.TABLE_CELL)
        elif is_text:
            self._note_quotation(BlockKind.BLOCKQUOTE, self.lines[at].start, inside[-1].end if inside else 0)
            self._verse(inside)
        return end + 1

    def _note_quotation(self, kind: BlockKind, start: int, end: int) -> None:
        if kind is BlockKind.BLOCKQUOTE and end > start:
            self.builder.quotations.append(Span(start, end))

    def _verse(self, lines: Sequence[Line]) -> None:
        """Read lines that end where the writer ended them; a blank line ends a stanza."""
        self.builder.open_block(BlockKind.BLOCKQUOTE, 1, settled=True)
        for line in lines:
            if line.text:
                self._write([line])
            self.builder.line_break(line.end, min(line.end + 1, len(self.text)))
        self.builder.close_block()

    def _rest(self, line: Line, start: int) -> Line:
        """The rest of a line after a mark."""
        return Line.read(self.text, line.start + start, line.end)

    def _add(self, lines: Sequence[Line], kind: BlockKind, level: int = 0) -> None:
        if not any(line.text for line in lines):
            return
        self.builder.open_block(kind, level, settled=kind is not BlockKind.PARAGRAPH)
        self._write(lines)
        self.builder.close_block()

    def _write(self, lines: Sequence[Line]) -> None:
        text = joined(self.text, lines)
        write_spans(self.builder, text, find_asciidoc_spans(text.text))


def _ends_paragraph(text: str) -> bool:
    """Whether a line is blank or begins another block, whatever stands above it."""
    return not text or text == "+" or any(each.match(text) for each in (_DELIMITER, _TABLE, _ATTRIBUTES))


class AsciiDocParser:
    """Reads AsciiDoc as Asciidoctor does, with front matter."""

    name = "asciidoc"
    suffixes = FORMATS["asciidoc"].suffixes
    html_comments = False

    def parse(self, text: str) -> Markup:
        """Parse the text of a document."""
        newlines = NormalizedText(text)
        front_matter = find_front_matter(newlines.text)
        start = front_matter.end if front_matter is not None else 0
        reader = _Reader(newlines.text, blanked(newlines.text, start))
        reader.read()
        titled = front_matter is not None and has_title(newlines.text, front_matter)
        kinds = partial(classify_blocks, titled=titled)
        markup = reader.builder.finish(kinds, reader.comments, front_matter)
        return newlines.restored(markup._replace(fixed_width=tuple(reader.fixed_width)))
