"""Reads the paragraphs of an OpenDocument text from its XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from articlelint.markup.open_document.names import SEPARATOR, short
from articlelint.markup.open_document.styles import Styles
from articlelint.markup.word.story import Paragraph, Piece
from articlelint.markup.word.styles import heading, number
from articlelint.model import BlockKind

_SPACES = re.compile(r"[ \t\r\n]+")
_SIGNS = {
    "text:tab": "\t",
    "text:line-break": "\N{LINE SEPARATOR}",
    "draw:object": "\N{OBJECT REPLACEMENT CHARACTER}",
}
"""What stands for a text in the document; an object is a formula, say."""
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_SKIPPED = frozenset(
    """
    office:annotation office:forms office:scripts table:covered-table-cell text:index-body
    text:note-citation text:ruby-text text:script text:tracked-changes
    """.split()
)
"""Elements whose content is not read: comments, deletions, indexes, and what is no text of the article."""
_APART = frozenset({"draw", "office", "svg"})
"""Namespaces of elements in a paragraph whose content is no text of that paragraph."""


class _Text(NamedTuple):
    """A text of a paragraph; ``sign`` is true for a tab, a break or an object."""

    text: str
    bold: bool
    italic: bool
    sign: bool = False


class _Level(NamedTuple):
    """What holds inside an element: whether its characters are text, how they look, and where they stand."""

    counts: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    lists: int = 0
    in_cell: bool = False
    note: int = 0
    in_sentence: bool = False
    """Whether this is a frame that stands in a line of text, as a formula does."""


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read. ``inside`` has those of text boxes that are anchored in it."""

    kind: BlockKind
    level: int
    note: int
    texts: list[_Text] = field(default_factory=list[_Text])
    inside: list[_Open] = field(default_factory=list["_Open"])
    after_space: bool = True
    """Whether a space that follows is none: one stands before it, or the paragraph begins."""


class OdtReader:
    """Reads the content of a document. Notes come at the end, text boxes behind what they are anchored in."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels = [_Level()]
        self._skipped = 0
        self._open: list[_Open] = []
        self._done: list[_Open] = []
        self._of_notes: list[_Open] = []
        self._notes = 0
        self.has_text = False
        """Whether there is the element that a text has, and a spreadsheet has not."""

    def read(self, xml: str) -> tuple[str, tuple[Paragraph, ...]]:
        """Return the text, one paragraph in each line, and the paragraphs. The XML must be well-formed."""
        parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml.encode(), True)  # noqa: FBT003 - expat takes no keyword
        lines: list[str] = []
        paragraphs: list[Paragraph] = []
        at = 0
        waiting = [*self._done, *self._of_notes][::-1]
        while waiting:
            each = waiting.pop()
            waiting += each.inside[::-1]
            paragraphs.append(_placed(each, at, len(paragraphs) + 1))
            lines.append("".join(text.text for text in each.texts))
            at += len(lines[-1]) + 1
        return "\n".join(lines), tuple(paragraphs)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = short(name)
        if self._skipped or element in _SKIPPED:
            self._skipped += 1
            return
        said = {short(key): value for key, value in attributes.items()}
        level = self._inside(element, said)
        self._levels.append(level)
        if element in _PARAGRAPHS:
            self._open.append(self._paragraph(element, said, level))
        elif element == "text:s":
            self._add(" " * (number(said.get("text:c", "1")) or 1), level)
        elif element in _SIGNS:
            self._add(_SIGNS[element], level, sign=True)
        elif element == "office:text":
            self.has_text = True

    def _inside(self, element: str, said: Mapping[str, str]) -> _Level:
        """What holds inside an element."""
        above = self._levels[-1]
        if element in _PARAGRAPHS:
            name = said.get("text:style-name", "")
            by_hand = self._styles.by_hand("paragraph", name)
            hidden = above.hidden or bool(self._styles.of("paragraph", name).hidden)
            return above._replace(
                counts=True, bold=bool(by_hand.bold), italic=bool(by_hand.italic), hidden=hidden
            )
        if element == "text:span":
            style = self._styles.of("text", said.get("text:style-name", ""))
            return above._replace(
                bold=above.bold if style.bold is None else style.bold,
                italic=above.italic if style.italic is None else style.italic,
                hidden=above.hidden or bool(style.hidden),
            )
        if said.get("text:display") == "none":  # a section, or a field
            return above._replace(hidden=True)
        if element in {"text:list", "text:numbered-paragraph"}:
            return above._replace(lists=above.lists + 1)
        if element == "table:table-cell":
            return above._replace(in_cell=True, lists=0)
        if element == "text:note":
            self._notes += 1
            return _Level(hidden=above.hidden, note=self._notes)
        if element == "draw:object":
            return above._replace(counts=above.in_sentence)
        if element.partition(":")[0] in _APART:
            in_sentence = above.counts and said.get("text:anchor-type") == "as-char"
            return _Level(hidden=above.hidden, note=above.note, in_sentence=in_sentence)
        return above

    def _paragraph(self, element: str, said: Mapping[str, str], level: _Level) -> _Open:
        """A paragraph with its kind: by what it is, by its style, and by where it stands."""
        style = self._styles.of("paragraph", said.get("text:style-name", ""))
        if level.note:
            return _Open(BlockKind.FOOTNOTE, 0, level.note)
        if element == "text:h":
            found = heading((number(said.get("text:outline-level", "1")) or 1) - 1)
            return _Open(style.kind or found.kind or BlockKind.CROSSHEAD, found.level, 0)
        if style.kind is not None:
            return _Open(style.kind, 0, 0)
        if level.lists:
            return _Open(BlockKind.LIST_ITEM, level.lists, 0)
        return _Open(BlockKind.TABLE_CELL if level.in_cell else BlockKind.PARAGRAPH, 0, 0)

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        level = self._levels.pop()
        if short(name) not in _PARAGRAPHS:
            return
        done = self._open.pop()
        outer = self._open[-1] if self._open else None
        if outer is not None and outer.note == level.note:
            outer.inside.append(done)
        elif level.note:
            self._of_notes.append(done)
        else:
            self._done.append(done)

    def _characters(self, text: str) -> None:
        level = self._levels[-1]
        if self._skipped or not level.counts or level.hidden or not self._open:
            return
        paragraph = self._open[-1]
        shown = _SPACES.sub(" ", text)
        if paragraph.after_space:
            shown = shown.removeprefix(" ")
        if shown:
            paragraph.texts.append(_Text(shown, level.bold, level.italic))
            paragraph.after_space = shown.endswith(" ")

    def _add(self, text: str, level: _Level, *, sign: bool = False) -> None:
        """Add what an element stands for."""
        if level.counts and not level.hidden and self._open:
            self._open[-1].texts.append(_Text(text, level.bold, level.italic, sign))
            self._open[-1].after_space = False


def _placed(paragraph: _Open, start: int, number: int) -> Paragraph:
    """A paragraph that begins at an offset of the text."""
    pieces: list[Piece] = []
    at = start
    for each in paragraph.texts:
        end = at + len(each.text)
        pieces.append(Piece(at, end, "", 0, 0, each.bold, each.italic, each.sign, ""))
        at = end
    return Paragraph(start, at, paragraph.kind, paragraph.level, number, paragraph.note, tuple(pieces))
