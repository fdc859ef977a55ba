"""Collects a parser's prose, run by run and block by block, and makes the offset map from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlelint.markup.base import Comment, Markup, OffsetMap
from articlelint.model import Block, BlockKind, Span

BLOCK_GAP = "\n\n"
CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""
Stands in the prose for inline code, a picture or a formula: a thing in the sentence that is not words.

Unicode's own character for this. With the code's text in its place, rules would lint the code; with nothing,
"Run `make` first" would read "Run  first" and be reported for it.
"""
_CLOSING = frozenset(".,;:!?)]}”’")


class Mask(NamedTuple):
    """A range of the source that is never prose. What it prints, if anything, has a stand-in."""

    start: int
    end: int
    printed: bool


class UnclassifiedBlock(NamedTuple):
    """
    A block as its markup shows it, before ``kinds`` looks at its words.

    ``settled`` says that the markup itself named the kind; ``strong`` that all of its words are bold.
    """

    kind: BlockKind
    text: str
    level: int = 0
    settled: bool = False
    strong: bool = False


class Builder:
    r"""
    Collects prose run by run and block by block, and joins the blocks with a blank line.

    A parser calls ``open_block`` and then any number of ``text``, ``space``, ``replaced``, ``line_break``,
    ``thing`` and ``dropped`` in source order, and ``close_block``. White space at the ends of a block is
    dropped; a block that has no prose left is not made. In the finished prose, blocks are joined with
    exactly ``\n\n``, a newline inside a block is a line break that the writer asked for, and there is
    no ``\r``. All offsets count in the source.
    """

    def __init__(self, source: str, masks: Sequence[Mask] = ()) -> None:
        self.source = source
        self._masks = masks
        self._mask_ends = [mask.end for mask in masks]
        self.drafts: list[UnclassifiedBlock] = []
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._spans: list[Span] = []
        self._length = 0
        self._source_end = 0
        self._opened: tuple[BlockKind, int, bool] | None = None
        self._pending: list[tuple[str, int, int]] = []
        self._last = ""
        """The last code point of the open block; empty at its start."""
        self._hole = False
        self._pictures: set[int] = set()
        self.bold = 0
        """How many elements that make text bold are open."""
        self._plain_words = False

    @property
    def open(self) -> bool:
        """Whether a block is open."""
        return self._opened is not None

    @property
    def offset(self) -> int:
        """Where in the prose the next code point will stand: the start of a block, or inside the open one."""
        block = self._length + len(BLOCK_GAP) if self.drafts else 0
        return block + len("".join(run[0] for run in self._pending).strip())

    def open_block(self, kind: BlockKind, level: int = 0, *, settled: bool = False) -> None:
        """Begin a block; closes the one that is open."""
        self.close_block()
        self._opened = (kind, level, settled)

    def text(self, start: int, end: int) -> None:
        """Add prose that stands in the source as it is, but for masks. It must hold no newline."""
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
        source = self.source
        if self._last in {"", "\n"} or (self._hole and self._last.isspace()):
            while start < end and source[start] in " \t":
                start += 1
        if start >= end:
            return
        self._before(source[start])
        self._add(source[start:end], start, end)
        if not self.bold and not source[start:end].isspace():
            self._plain_words = True

    def space(self, start: int, end: int) -> None:
        """Add white space that reads as one space, whatever it is in the source."""
        if self._last and not self._last.isspace():
            self._add(" ", start, end)

    def replaced(self, prose: str, start: int, end: int) -> None:
        """Add prose that stands for the source range, such as a decoded entity."""
        if prose:
            self._before(prose[0])
            self._add(prose, start, end)
            self._plain_words = self._plain_words or not self.bold

    def line_break(self, start: int, end: int) -> None:
        """End a line inside the block. A second one in a row begins a new block of the same kind."""
        self._trim_space()
        if self._last == "\n":
            if self._opened is not None:
                kind, level, settled = self._opened
                self.open_block(kind, level, settled=settled)
        elif self._last:
            self._add("\n", start, end)

    def code(self, start: int, end: int) -> None:
        """Add inline code: one stand-in."""
        self._before(CODE)
        self._add(CODE, start, end)

    def picture(self, start: int, end: int) -> None:
        """Add a picture or a formula: a stand-in where words surround it, else nothing."""
        if self._last:
            self._pictures.add(len(self._pending))
            self._add(CODE, start, end)
        else:
            self._hole = True

    def dropped(self) -> None:
        """Something was left out here: the white space before and after it is not doubled."""
        self._hole = True

    def _before(self, first: str) -> None:
        """Settle what was left out before a code point that is about to be added."""
        if self._hole and first in _CLOSING:
            self._trim_space()
        if not first.isspace():
            self._hole = False

    def _trim_space(self) -> None:
        while self._pending:
            prose, start, end = self._pending[-1]
            kept = prose.rstrip(" \t")
            if kept:
                if len(prose) == end - start:
                    self._pending[-1] = (kept, start, start + len(kept))
                self._last = kept[-1]
                return
            self._pending.pop()
        self._last = ""

    def _add(self, prose: str, start: int, end: int) -> None:
        self._pending.append((prose, start, end))
        self._last = prose[-1]

    def close_block(self) -> None:
        """End the open block, if any."""
        if self._opened is None:
            return
        kind, level, settled = self._opened
        while self._pending and (len(self._pending) - 1 in self._pictures or self._pending[-1][0].isspace()):
            self._pending.pop()
        runs = _trimmed(self._pending)
        strong = not self._plain_words
        self._opened, self._pending, self._pictures, self._last = None, [], set(), ""
        self._hole, self._plain_words = False, False
        if not runs:
            return
        if self.drafts:
            self._finished(BLOCK_GAP, self._source_end, self._source_end)
        start = self._length
        for run in runs:
            self._finished(*run)
        self._spans.append(Span(start, self._length))
        self.drafts.append(UnclassifiedBlock(kind, "".join(run[0] for run in runs), level, settled, strong))

    def add_lines(
        self, lines: Sequence[tuple[int, int]], kind: BlockKind, level: int, *, settled: bool
    ) -> None:
        """
        Add a whole block of lines that stand in the source as they are, joined by a space.

        No line may begin or end with white space, or have a newline or a mask inside. This is all that plain
        text is made of, and does not need to be looked at run by run.
        """
        parts, runs, source = self._parts, self._runs, self.source
        length, last = self._length, self._source_end
        if self.drafts:
            parts.append(BLOCK_GAP)
            runs.append((length, last, last))
            length += len(BLOCK_GAP)
        begun, part = length, len(parts)
        for start, end in lines:
            if length > begun:
                parts.append(" ")
                runs.append((length, last, start))
                length += 1
            parts.append(source[start:end])
            runs.append((length, start, end))
            length += end - start
            last = end
        self._length, self._source_end = length, last
        self._spans.append(Span(begun, length))
        text = parts[part] if len(lines) == 1 else "".join(parts[part:])
        self.drafts.append(UnclassifiedBlock(kind, text, level, settled))

    def _finished(self, prose: str, start: int, end: int) -> None:
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
        """The parsed source; ``kinds`` says what each block is by its words, where the markup does not."""
        self.close_block()
        found = kinds(self.drafts) if kinds is not None else [draft.kind for draft in self.drafts]
        blocks = tuple(
            Block(kind, span, draft.level)
            for kind, span, draft in zip(found, self._spans, self.drafts, strict=True)
        )
        prose, source, source_end = zip(*self._runs, strict=True) if self._runs else ((), (), ())
        offsets = OffsetMap(prose, source, source_end, self._length)
        return Markup("".join(self._parts), blocks, offsets, tuple(comments), front_matter)


def _trimmed(runs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The runs of a block without white space at its two ends."""
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
