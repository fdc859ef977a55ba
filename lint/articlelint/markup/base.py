"""What a parser gives: the prose, its blocks, and a monotone map from prose back to source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Protocol

from articlelint.model import Block, BlockKind, Span


@dataclass(frozen=True, slots=True)
class Comment:
    """
    A markup comment, such as ``<!-- ... -->``.

    ``span`` counts in the source; ``prose_offset`` is where in the prose the comment stands: blocks that
    start at or after it follow the comment.
    """

    text: str
    span: Span
    prose_offset: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """
    A monotone map from prose offsets to source offsets, as runs.

    Run i covers prose ``[prose[i], prose[i + 1])`` (the last one ends at ``length``) and source
    ``[source[i], source_end[i])``. Where both are equally long, the run is verbatim and maps code point by
    code point; else (an entity, a newline, the gap between two blocks) it maps as a whole. Runs follow each
    other without gaps in the prose and never go back in the source.
    """

    prose: tuple[int, ...]
    source: tuple[int, ...]
    source_end: tuple[int, ...]
    length: int

    def _run(self, offset: int) -> int:
        return max(bisect_right(self.prose, offset) - 1, 0)

    def _verbatim(self, run: int) -> bool:
        end = self.prose[run + 1] if run + 1 < len(self.prose) else self.length
        return end - self.prose[run] == self.source_end[run] - self.source[run]

    def start(self, offset: int) -> int:
        """Source offset at which the prose code point at ``offset`` begins."""
        if not self.prose:
            return 0
        run = self._run(offset)
        if self._verbatim(run):
            return self.source[run] + offset - self.prose[run]
        return self.source[run] if offset < self.length else self.source_end[run]

    def end(self, offset: int) -> int:
        """Source offset at which the prose code point before ``offset`` ends; for 0, the start of the prose."""
        if not self.prose or offset <= 0:
            return self.start(0)
        run = self._run(offset - 1)
        if self._verbatim(run):
            return self.source[run] + offset - self.prose[run]
        return self.source_end[run]

    def span(self, span: Span) -> Span:
        """
        The source span of a prose span, markup inside it included.

        An empty span maps to the end of the code point before it, so that an insertion after a word
        stands next to that word and not behind the markup that follows it.
        """
        if span.start == span.end:
            at = self.end(span.start)
            return Span(at, at)
        return Span(self.start(span.start), self.end(span.end))

    def contiguous(self, span: Span) -> bool:
        """Whether the prose span has no markup inside: only then may an edit be applied to the source."""
        if span.start == span.end:
            return True
        first, last = self._run(span.start), self._run(span.end - 1)
        return all(self.source_end[run] == self.source[run + 1] for run in range(first, last))


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed source: prose, blocks in reading order, the map, comments, and front matter if any."""

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    comments: tuple[Comment, ...] = ()
    front_matter: Span | None = None
    """Where the front matter stands in the source, its fences included."""


class Parser(Protocol):
    """
    Reads one kind of markup. Plugins hand out their own through the ``articlelint_parsers`` hook.

    ``parse`` gets the source text, newlines as they are in the file, and never raises on bad markup.
    """

    @property
    def name(self) -> str:
        """What the markup is called."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings it reads, in lower case, dot included."""
        ...

    def parse(self, text: str) -> Markup:
        """Split a source into prose and markup."""
        ...


BLOCK_GAP = "\n\n"


@dataclass(slots=True)
class Builder:
    r"""
    Collects prose run by run and block by block, and joins the blocks with a blank line.

    A parser calls ``open_block`` then any number of ``verbatim``, ``replaced`` and ``newline`` in source
    order, and ``close_block``. White space at the ends of a block is dropped; a block that has no prose left
    is not made. In the finished prose, blocks are joined with exactly ``\n\n``, and there is no ``\r``.
    """

    _parts: list[str] = field(default_factory=list)
    _runs: list[tuple[int, int, int]] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _pending: list[tuple[str, int, int]] = field(default_factory=list)
    _length: int = 0
    _source_end: int = 0
    _kind: BlockKind | None = None
    _level: int = 0

    @property
    def open(self) -> bool:
        """Whether a block is open."""
        return self._kind is not None

    @property
    def length(self) -> int:
        """How much prose the closed blocks have, in code points."""
        return self._length

    def open_block(self, kind: BlockKind, level: int = 0) -> None:
        """Begin a block; closes the one that is open."""
        self.close_block()
        self._kind, self._level = kind, level

    def verbatim(self, text: str, start: int) -> None:
        """Add prose that stands in the source as it is, from ``start``."""
        if text:
            self._pending.append((text, start, start + len(text)))

    def replaced(self, prose: str, start: int, end: int) -> None:
        """Add prose that stands for the source range: a decoded entity, a newline for ``\\r\\n``."""
        if prose:
            self._pending.append((prose, start, end))

    def close_block(self) -> None:
        """End the open block, if any."""
        if self._kind is None:
            return
        kind, self._kind = self._kind, None
        runs = _trimmed(self._pending)
        self._pending = []
        if not runs:
            return
        if self._blocks:
            self._add(BLOCK_GAP, self._source_end, runs[0][1])
        start = self._length
        for prose, source, source_end in runs:
            self._add(prose, source, source_end)
        self._blocks.append(Block(kind, Span(start, self._length), self._level))

    def _add(self, prose: str, source: int, source_end: int) -> None:
        self._parts.append(prose)
        self._runs.append((self._length, source, source_end))
        self._length += len(prose)
        self._source_end = source_end

    def finish(self, comments: tuple[Comment, ...] = (), front_matter: Span | None = None) -> Markup:
        """The parsed source."""
        self.close_block()
        runs = self._runs
        offsets = OffsetMap(
            tuple(r[0] for r in runs), tuple(r[1] for r in runs), tuple(r[2] for r in runs), self._length
        )
        return Markup("".join(self._parts), tuple(self._blocks), offsets, comments, front_matter)


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
