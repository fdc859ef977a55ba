"""The builder: collects the prose of a parser, run by run and block by block, and makes the offset map."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articlelint.markup.base import Comment, Markup, OffsetMap, Styles
from articlelint.markup.styled_text import StyledText
from articlelint.markup.unseen import seen
from articlelint.model import Block, BlockKind, Span

BLOCK_GAP = "\n\n"
CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""
Stands in the prose for inline code, a picture or a formula: a part of the sentence that is not words.

If the text of the code were kept, rules would lint it; if it were dropped, "Run `make` first" would become
"Run  first" and be reported.
"""
_CLOSING = frozenset(".,;:!?)]}”’")


class Mask(NamedTuple):
    """A range of the source that is never prose. If it is ``printed``, ``CODE`` stands for what it prints."""

    start: int
    end: int
    printed: bool


class PictureText(NamedTuple):
    """What is said about a picture: the kind of block, and its prose with the source range of each piece."""

    kind: BlockKind
    runs: list[tuple[str, int, int]]


class UnclassifiedBlock(NamedTuple):
    """
    A block with the kind that its markup gives it, before ``classify_blocks`` looks at its words.

    ``settled`` is true if the markup itself names the kind, ``strong`` if all words are bold, ``adjoins`` if
    the block stands directly under the one before, without a blank line.
    """

    kind: BlockKind
    text: str
    level: int = 0
    settled: bool = False
    strong: bool = False
    adjoins: bool = False


class Builder:
    r"""
    Collects prose run by run and block by block, and joins the blocks with a blank line.

    For each block, a parser calls ``open_block``, then in source order ``text``, ``space``, ``replaced``,
    ``line_break``, ``code``, ``picture`` and ``dropped`` as often as needed, then ``close_block``. White
    space at the ends of a block is dropped, and a block without prose is not made. In the finished prose,
    blocks are joined with exactly ``\n\n``, a newline inside a block is a line break that the writer asked
    for, and there is no ``\r``. All offsets that the methods take count in the source.
    """

    def __init__(self, source: str, masks: Sequence[Mask] = ()) -> None:
        self.source = source
        self._masks = masks
        self._mask_ends = [mask.end for mask in masks]
        self.blocks: list[UnclassifiedBlock] = []
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._spans: list[Span] = []
        self._length = 0
        self._source_end = 0
        self._opened: tuple[BlockKind, int, bool] | None = None
        self._pending: list[tuple[str, int, int]] = []
        self._size = _Size()
        self._last = ""
        """The last code point of the open block; "" at its start."""
        self._left_out = False
        """Whether something that is not prose has been left out since the last word."""
        self._pictures: dict[int, Sequence[PictureText]] = {}
        """By the indexes of the pending runs that stand for pictures, what is said about them."""
        self.bold = 0
        """How many open elements make the text bold."""
        self.italic = 0
        """How many open elements make the text italic."""
        self.quotations: list[Span] = []
        """The source spans of block quotations, in any order."""
        self.other_language = False
        """Whether the markup says that the text is not in English."""
        self._bold_text = StyledText()
        self._italic_text = StyledText()
        self._other_text = StyledText()
        self._plain_words = False
        """Whether the open block has words that are not bold."""

    @property
    def open(self) -> bool:
        """Whether a block is open."""
        return self._opened is not None

    @property
    def has_words(self) -> bool:
        """Whether a block is open and has words."""
        return self._size.words > 0

    @property
    def offset(self) -> int:
        """The prose offset of the next code point, at the start of a block or inside the open one."""
        block = self._length + len(BLOCK_GAP) if self.blocks else 0
        return block + self._size.words

    def open_block(self, kind: BlockKind, level: int = 0, *, settled: bool = False) -> None:
        """Open a block; closes the open one first."""
        self.close_block()
        self._opened = (kind, level, settled)

    def text(self, start: int, end: int) -> None:
        """Add prose that stands in the source as it is, without the masks in it. It must have no newline."""
        if self._mask_ends:
            for index in range(bisect_right(self._mask_ends, start), len(self._masks)):
                mask = self._masks[index]
                if mask.start >= end:
                    break
                self._verbatim(start, mask.start)
                if mask.printed and mask.start >= start:
                    self.code(mask.start, min(mask.end, end))
                else:
                    self.dropped()
                start = min(mask.end, end)
        self._verbatim(start, end)

    def _verbatim(self, start: int, end: int) -> None:
        """Add prose as it is in the source, without spaces that would double the last one."""
        source = self.source
        if self._last in {"", "\n"} or (self._left_out and self._last.isspace()):
            while start < end and source[start] in " \t":
                start += 1
        if start >= end:
            return
        self._resolve_left_out(source[start])
        self._append(source[start:end], start, end)
        if not self.bold and not source[start:end].isspace():
            self._plain_words = True

    def space(self, start: int, end: int) -> None:
        """Add white space that reads as one space, whatever it is in the source."""
        if self._last and not self._last.isspace():
            self._append(" ", start, end)

    def replaced(self, prose: str, start: int, end: int) -> None:
        """Add prose that stands for a source range, such as a decoded entity."""
        if prose:
            self._resolve_left_out(prose[0])
            self._append(prose, start, end)
            self._plain_words = self._plain_words or not self.bold

    def line_break(self, start: int, end: int) -> None:
        """Add a line break. The second of two in a row opens a new block of the same kind."""
        self._trim_space()
        if self._last == "\n":
            if self._opened is not None:
                kind, level, settled = self._opened
                self.open_block(kind, level, settled=settled)
        elif self._last:
            self._append("\n", start, end)

    def code(self, start: int, end: int) -> None:
        """Add inline code: one ``CODE`` character."""
        self._resolve_left_out(CODE)
        self._append(CODE, start, end)

    def picture(self, start: int, end: int, texts: Sequence[PictureText] = ()) -> None:
        """
        Add a picture or a formula: one ``CODE`` character between words, else nothing.

        What is said about it becomes blocks before or after the open one. Between words it is left out,
        because the prose must follow the order of the source.
        """
        if self._last:
            self._pictures[len(self._pending)] = texts
            self._append(CODE, start, end)
        else:
            self._left_out = True
            self._add_picture_texts(texts)

    def _add_picture_texts(self, texts: Sequence[PictureText]) -> None:
        said: set[str] = set()
        for kind, runs in texts:
            trimmed = _trimmed(runs)
            text = "".join(run[0] for run in trimmed)
            if trimmed and not self.other_language and text not in said:
                said.add(text)
                self._add_block(UnclassifiedBlock(kind, text, settled=True), trimmed)

    def _add_block(self, block: UnclassifiedBlock, runs: Sequence[tuple[str, int, int]]) -> None:
        if self.blocks:
            self._add_run(BLOCK_GAP, self._source_end, self._source_end)
        start = self._length
        for run in runs:
            self._add_run(*run)
        self._spans.append(Span(start, self._length))
        self.blocks.append(block)

    def dropped(self) -> None:
        """Note that something was left out here, so that the white space around it is not doubled."""
        self._left_out = True

    def _resolve_left_out(self, first: str) -> None:
        """If something was left out, drop the space before ``first`` where that is closing punctuation."""
        if self._left_out and first in _CLOSING:
            self._trim_space()
        if not first.isspace():
            self._left_out = False

    def _trim_space(self) -> None:
        """Drop spaces at the end of the open block."""
        while self._pending:
            prose, start, end = self._pending[-1]
            kept = prose.rstrip(" \t")
            if kept:
                if len(prose) == end - start:
                    self._pending[-1] = (kept, start, start + len(kept))
                    self._size.all -= len(prose) - len(kept)
                self._last = kept[-1]
                return
            self._size.all -= len(prose)
            self._pending.pop()
        self._last = ""

    def _append(self, prose: str, start: int, end: int) -> None:
        self._pending.append((prose, start, end))
        self._size.add(prose)
        self._last = prose[-1]
        self._bold_text.add(start, end, styled=self.bold > 0)
        self._italic_text.add(start, end, styled=self.italic > 0)
        self._other_text.add(start, end, styled=self.other_language)

    def close_block(self) -> None:
        """Close the open block, if there is one."""
        if self._opened is None:
            return
        kind, level, settled = self._opened
        last_pictures: list[Sequence[PictureText]] = []
        while self._pending and (len(self._pending) - 1 in self._pictures or self._pending[-1][0].isspace()):
            last_pictures.append(self._pictures.get(len(self._pending) - 1, ()))
            self._pending.pop()
        runs = _trimmed([run for pending in self._pending for run in seen(*pending)])
        strong = not self._plain_words
        self._bold_text.stop()
        self._italic_text.stop()
        self._other_text.stop()
        self._opened, self._pending, self._pictures, self._last = None, [], {}, ""
        self._size = _Size()
        self._left_out, self._plain_words = False, False
        if runs:
            text = "".join(run[0] for run in runs)
            self._add_block(UnclassifiedBlock(kind, text, level, settled, strong), runs)
        for texts in reversed(last_pictures):
            self._add_picture_texts(texts)

    def add_lines(
        self,
        lines: Sequence[tuple[int, int]],
        kind: BlockKind,
        level: int,
        *,
        settled: bool,
        adjoins: bool = False,
    ) -> None:
        """
        Add a whole block of lines that stand in the source as they are, joined by spaces.

        ``lines`` are source ranges. No line may begin or end with white space, or hold a newline or a mask.
        """
        shown = [_trimmed(list(seen(self.source[start:end], start, end))) for start, end in lines]
        shown = [runs for runs in shown if runs]
        if not shown:
            return
        if self.blocks:
            self._add_run(BLOCK_GAP, self._source_end, self._source_end)
        start = self._length
        for runs in shown:
            if self._length > start:
                self._add_run(" ", self._source_end, runs[0][1])
            for run in runs:
                self._add_run(*run)
        self._spans.append(Span(start, self._length))
        text = " ".join(self.source[line_start:line_end] for line_start, line_end in lines)
        self.blocks.append(UnclassifiedBlock(kind, text, level, settled, adjoins=adjoins))

    def _add_run(self, prose: str, start: int, end: int) -> None:
        """Add finished prose, and map it to a source range."""
        self._parts.append(prose)
        self._runs.append((self._length, start, end))
        self._length += len(prose)
        self._source_end = end

    def finish(
        self,
        kinds: Callable[[Sequence[UnclassifiedBlock]], Sequence[BlockKind]] | None = None,
        comments: Sequence[Comment] = (),
        front_matter: Span | None = None,
    ) -> Markup:
        """Return the parsed source; ``kinds`` returns the final kinds of the blocks, in their order."""
        self.close_block()
        found = kinds(self.blocks) if kinds is not None else [block.kind for block in self.blocks]
        blocks = tuple(
            Block(kind, span, block.level)
            for kind, span, block in zip(found, self._spans, self.blocks, strict=True)
        )
        prose, source, source_end = zip(*self._runs, strict=True) if self._runs else ((), (), ())
        offsets = OffsetMap(prose, source, source_end, self._length)
        text = "".join(self._parts)
        styles = Styles(self._bold_text.spans(text, offsets), self._italic_text.spans(text, offsets))
        others = self._other_text.spans(text, offsets)
        quotations = tuple(self.quotations)
        return Markup(
            text, blocks, offsets, tuple(comments), front_matter, styles, others, quotations=quotations
        )


@dataclass(slots=True)
class _Size:
    """How long the prose of the open block is: in all, at its blank start, and without its blank ends."""

    all: int = 0
    blank: int = 0
    words: int = 0

    def add(self, prose: str) -> None:
        """Count another piece of prose."""
        if not self.words:
            self.blank += len(prose) - len(prose.lstrip())
        self.all += len(prose)
        if not prose.isspace():
            self.words = self.all - self.blank - len(prose) + len(prose.rstrip())


def _trimmed(runs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The runs of a block without the white space at its ends."""
    first, last = 0, len(runs)
    while first < last and runs[first][0].isspace():
        first += 1
    while first < last and runs[last - 1][0].isspace():
        last -= 1
    kept = runs[first:last]
    if not kept:
        return []
    prose, start, end = kept[0]
    if len(prose) == end - start:
        stripped = prose.lstrip()
        kept[0] = (stripped, end - len(stripped), end)
    prose, start, end = kept[-1]
    if len(prose) == end - start:
        stripped = prose.rstrip()
        kept[-1] = (stripped, start, start + len(stripped))
    return kept
