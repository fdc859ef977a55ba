"""
reStructuredText: the blocks of a document, read line by line.

docutils is not used, because it tells no columns. What is not understood here is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from articlelint.markup.base import Comment, Markup
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder
from articlelint.markup.file_formats import FORMATS
from articlelint.markup.normalized_newlines import NormalizedText
from articlelint.markup.rst_directives import Directive, Reads, read_directive, with_first
from articlelint.markup.rst_inline import find_rst_spans
from articlelint.markup.text_tables import Row, grid_rows, is_grid_border, is_simple_border, simple_rows
from articlelint.markup.written_spans import Line, joined, read_lines, write_spans
from articlelint.model import BlockKind, Span

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*\Z")
_SHORTEST_TRANSITION = 4
_BULLET = re.compile(r"[*+•‣⁃-](?:\s+|\Z)")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,12}|[IVXLCDM]{1,12}|\#)[.)])(?:\s+|\Z)")
_FIELD = re.compile(r":(?![: ])(?:\\.|[^:\\`]|:(?!\s|\Z|`))+:(?:\s|\Z)")
_ARGUMENT = r"(?:[ =]<?[\w.-]+>?)?"
_OPTION = re.compile(rf"(?:--?[A-Za-z?][\w-]*|/[A-Z]){_ARGUMENT}(?:, --?[\w-]+{_ARGUMENT})*(?:\s{{2}}|\Z)")
_EXPLICIT = re.compile(r"(?:\.\.|__)(?:\s+|\Z)")
_NOTE = re.compile(r"\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.:-]*)\](?:\s+|\Z)")
_TARGET = re.compile(r"_(?![ _])[^\n]*:|__:|\|[^|]+\|\s+[\w-]+::")
_LINE_OF_BLOCK = re.compile(r"\|(?:\s+|\Z)")
_DEEPEST = 60


class _Context(NamedTuple):
    """The kind and level of paragraphs in what is read, and in how many blocks it stands."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0

    def inside(self, kind: BlockKind, level: int = 0) -> _Context:
        """The context for what a block holds."""
        return _Context(kind, level, self.depth + 1)


class _Reader:
    """Reads the blocks of one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.builder = Builder(text)
        self.comments: list[Comment] = []
        self._titles: list[str] = []
        """The styles of section titles, in the order in which they were met: that of their levels."""
        self.fixed_width: list[Span] = []

    def read(self, lines: Sequence[Line], context: _Context) -> None:
        """Read lines as blocks."""
        at = 0
        indent = min((line.indent for line in lines if line.text), default=0)
        while at < len(lines):
            line = lines[at]
            if not line.text:
                at += 1
            elif context.depth > _DEEPEST:
                return
            elif line.indent > indent:
                end = _block_end(lines, at, indent)
                self._quotation(lines[at:end], context)
                at = end
            else:
                at = self._block(lines, at, context)

    def _block(self, lines: Sequence[Line], at: int, context: _Context) -> int:
        """Read the block that begins at a line, and return the line after it."""
        line = lines[at]
        title_end = self._title(lines, at) if context.depth == 0 else at
        if title_end > at:
            return title_end
        if _EXPLICIT.match(line.text):
            return self._explicit(lines, at, context)
        item = _BULLET.match(line.text) or self._enumerator(lines, at)
        if item is not None:
            return self._item(lines, at, item.end(), context)
        if is_grid_border(line.text) or is_simple_border(line.text):
            return self._table(lines, at)
        if line.text.startswith(">>> "):
            return _paragraph_end(lines, at)
        if _FIELD.match(line.text) or _OPTION.match(line.text):
            return _block_end(lines, at + 1, line.indent)
        if _LINE_OF_BLOCK.match(line.text):
            return self._line_block(lines, at, context)
        return self._paragraph(lines, at, context)

    def _title(self, lines: Sequence[Line], at: int) -> int:
        """Read a section title or a transition. Returns the line after it; ``at`` if there is none."""
        over = _is_adornment(lines[at].text)
        title = at + 1 if over else at
        under = title + 1
        if under < len(lines) and lines[title].text and _is_adornment(lines[under].text):
            text, mark = lines[title].text, lines[under].text
            is_title = len(mark) >= min(len(text), _SHORTEST_TRANSITION) and not _is_adornment(text)
            if is_title and (not over or lines[at].text == mark) and not _BULLET.fullmatch(mark):
                self._section(lines[title], mark[0] + (mark[0] if over else ""))
                return under + 1
        if (
            over
            and len(lines[at].text) >= _SHORTEST_TRANSITION
            and (under > len(lines) or not lines[min(title, len(lines) - 1)].text)
        ):
            return at + 1
        return at

    def _section(self, line: Line, style: str) -> None:
        if style not in self._titles:
            self._titles.append(style)
        level = min(self._titles.index(style) + 1, 6)
        self._add([line], BlockKind.HEADLINE if level == 1 else BlockKind.CROSSHEAD, level)

    def _enumerator(self, lines: Sequence[Line], at: int) -> re.Match[str] | None:
        """The number of a list item; a sentence can begin like one, and goes on at the same indent."""
        match = _NUMBER.match(lines[at].text)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if match is None or following is None or not following.text:
            return match
        goes_on = following.indent >= lines[at].indent + match.end() or _NUMBER.match(following.text)
        return match if goes_on else None

    def _item(self, lines: Sequence[Line], at: int, mark: int, context: _Context) -> int:
        """Read the item of a list; in a table that is written as a list, it is a row or a cell."""
        line = lines[at]
        end = _block_end(lines, at + 1, line.indent)
        first = Line.read(self.text, line.start + mark, line.end, line.indent + mark)
        inside = [first, *lines[at + 1 : end]]
        if context.kind is BlockKind.TABLE_CELL:
            self.read(inside, context.inside(context.kind))
        else:
            level = context.level + 1 if context.kind is BlockKind.LIST_ITEM else 1
            self.read(inside, context.inside(BlockKind.LIST_ITEM, level))
        return end

    def _quotation(self, lines: Sequence[Line], context: _Context) -> None:
        words = [line for line in lines if line.text]
        self.builder.quotations.append(Span(words[0].start, words[-1].end))
        self.read(lines, context.inside(BlockKind.BLOCKQUOTE, 1))

    def _explicit(self, lines: Sequence[Line], at: int, context: _Context) -> int:
        """Read what begins with two full stops: a directive, a note, a target or a comment."""
        line = lines[at]
        end = _block_end(lines, at + 1, line.indent)
        explicit = _EXPLICIT.match(line.text)
        mark = explicit.end() if explicit is not None else 0
        rest = line.text[mark:]
        note = _NOTE.match(rest)
        if line.text.startswith("__") or _TARGET.match(rest):
            return end
        if note is not None:
            start = line.start + mark + note.end()
            first = Line.read(self.text, start, max(line.end, start))
            inside = with_first(first, lines[at + 1 : end])
            self.read(inside, context.inside(BlockKind.FOOTNOTE))
            return end
        directive = read_directive(self.text, lines, at, end)
        if directive is not None:
            self._directive(directive, context)
        elif rest:
            self.builder.close_block()
            self.comments.append(Comment(rest, Span(line.start, line.end), self.builder.offset))
        elif end > at + 1 and not lines[at + 1].text:
            return at + 1  # two full stops and a blank line are an empty comment
        return end

    def _directive(self, directive: Directive, context: _Context) -> None:
        reads = directive.reads
        if directive.title is not None:
            self._add([directive.title], directive.title_kind, 0)
        if directive.alt_text is not None:
            self._add([directive.alt_text], BlockKind.ALT_TEXT, 0)
        if reads is Reads.BLOCKS:
            self.read(directive.content, context.inside(context.kind, context.level))
        elif reads is Reads.QUOTATION and any(line.text for line in directive.content):
            self._quotation(directive.content, context)
        elif reads is Reads.CAPTION:
            self.read(directive.content, context.inside(BlockKind.CAPTION))
        elif reads is Reads.CELLS:
            self.read(directive.content, context.inside(BlockKind.TABLE_CELL))

    def _table(self, lines: Sequence[Line], at: int) -> int:
        is_grid = is_grid_border(lines[at].text)
        rows, end = (grid_rows if is_grid else simple_rows)(self.text, lines, at)
        for row in rows:
            self._row(row)
        self.fixed_width.append(Span(lines[at].start, lines[end - 1].end))
        return end

    def _row(self, row: Row) -> None:
        for cell in row:
            self._add(cell, BlockKind.TABLE_CELL, 0)

    def _line_block(self, lines: Sequence[Line], at: int, context: _Context) -> int:
        """Read the lines of an address or a poem: each ends where the writer ended it."""
        self._open(context.kind, context.level)
        while at < len(lines) and (match := _LINE_OF_BLOCK.match(lines[at].text)):
            line = lines[at]
            words = Line.read(self.text, line.start + match.end(), max(line.end, line.start + match.end()))
            at += 1
            if words.text:
                self._write([words])
                self.builder.line_break(line.end, min(line.end + 1, len(self.text)))
        self.builder.close_block()
        return at

    def _paragraph(self, lines: Sequence[Line], at: int, context: _Context) -> int:
        """Read a paragraph, or the term of a definition, and leave out the literal block after it."""
        end = _paragraph_end(lines, at)
        indent = lines[at].indent
        words = list(lines[at:end])
        is_literal = words[-1].text.endswith("::")
        if is_literal:
            words[-1] = _without_colons(self.text, words[-1])
        is_term = end == at + 1 < len(lines) and lines[end].text and lines[end].indent > indent
        if is_term:
            words[0] = Line.read(self.text, words[0].start, words[0].start + _term_length(words[0].text))
        words = [line for line in words if line.text]
        if words:
            self._add(
                words, BlockKind.LIST_ITEM if is_term and not is_literal else context.kind, context.level
            )
        if is_literal:
            return _literal_end(lines, end, indent)
        if is_term:
            stop = _block_end(lines, end, indent)
            self.read(lines[end:stop], context.inside(context.kind, context.level))
            return stop
        return end

    def _open(self, kind: BlockKind, level: int) -> None:
        self.builder.open_block(kind, level, settled=kind is not BlockKind.PARAGRAPH)

    def _add(self, lines: Sequence[Line], kind: BlockKind, level: int) -> None:
        self._open(kind, level)
        self._write(lines)
        self.builder.close_block()

    def _write(self, lines: Sequence[Line]) -> None:
        text = joined(self.text, lines)
        write_spans(self.builder, text, find_rst_spans(text.text))


def _is_adornment(text: str) -> bool:
    return bool(text) and _ADORNMENT.match(text) is not None


def _block_end(lines: Sequence[Line], at: int, indent: int) -> int:
    """Return the first line from one on that has words and is indented no more than ``indent``."""
    while at < len(lines) and (not lines[at].text or lines[at].indent > indent):
        at += 1
    return at


def _paragraph_end(lines: Sequence[Line], at: int) -> int:
    """Return the line after a paragraph: a blank one, or one with another indent."""
    indent = lines[at].indent
    while at < len(lines) and lines[at].text and lines[at].indent == indent:
        at += 1
    return at


def _literal_end(lines: Sequence[Line], at: int, indent: int) -> int:
    """Return the line after a literal block: it is indented, or each line begins with the same mark."""
    first = next((i for i in range(at, len(lines)) if lines[i].text), len(lines))
    if first < len(lines) and lines[first].indent <= indent and first > at:
        mark = lines[first].text[0]
        end = first
        while end < len(lines) and lines[end].text.startswith(mark) and _is_adornment(mark):
            end += 1
        return end if lines[first].indent == indent else first
    return _block_end(lines, at, indent)


def _term_length(text: str) -> int:
    """How long a term of a definition list is without the classifiers after it."""
    classifier = text.find(" : ")
    return len(text) if classifier < 0 else classifier


def _without_colons(text: str, line: Line) -> Line:
    """A line without the colons that announce a literal block: after a word, one of them is printed."""
    words = line.text[:-2]
    kept = line.end - 1 if words and not words[-1].isspace() else line.end - 2
    return Line.read(text, line.start, kept, line.indent)._replace(indent=line.indent)


class RstParser:
    """Reads reStructuredText, with the directives and roles of Sphinx that hold text."""

    name = "rst"
    suffixes = FORMATS["rst"].suffixes
    html_comments = False

    def parse(self, text: str) -> Markup:
        """Parse the text of a document."""
        newlines = NormalizedText(text)
        reader = _Reader(newlines.text)
        reader.read(read_lines(newlines.text), _Context())
        markup = reader.builder.finish(classify_blocks, reader.comments)
        return newlines.restored(markup._replace(fixed_width=tuple(reader.fixed_width)))
