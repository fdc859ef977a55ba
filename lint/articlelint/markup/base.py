"""What a parser gives: the prose, its blocks, and a monotone map from prose back to source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from articlelint.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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
    ``[source[i], source_end[i])``. Where both are equally long, the run maps code point by code point; else
    (an entity, a run of white space) it maps as a whole. Runs follow each other without gaps in the prose and
    never go back in the source; where one ends before the next begins, there is markup between them. The gap
    between two blocks is a run without any source, so that no edit reaches from one block into the next.
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

    def prose_at(self, source_offset: int) -> int:
        """
        The first prose offset that stands at or after a source offset; the prose's length if none does.

        The way back: for what is known by its place in the file, such as a line that an editor asks about.
        """
        run = bisect_right(self.source, source_offset) - 1
        # A block gap and the run after it may begin at one source offset: step over what has no source.
        if run < 0:
            return 0
        end = self.prose[run + 1] if run + 1 < len(self.prose) else self.length
        if source_offset >= self.source_end[run]:
            return end
        if self._verbatim(run):
            return self.prose[run] + source_offset - self.source[run]
        return self.prose[run] if source_offset == self.source[run] else end


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
        """What the parser is called in a configuration file."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file names it reads end with one of these, in lower case, dot included."""
        ...

    def parse(self, text: str) -> Markup:
        """Split a source into prose and markup."""
        ...


BLOCK_GAP = "\n\n"
CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""
Stands in the prose for inline code, a picture or a formula: a thing in the sentence that is not words.

Unicode's own character for this. With the code's text in its place, rules would lint the code; with nothing,
"Run `make` first" would read "Run  first" and be reported for it.
"""
_CLOSING = frozenset(".,;:!?)]}”’")


@dataclass(frozen=True, slots=True)
class Draft:
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

    def __init__(self, source: str) -> None:
        self.source = source
        self.drafts: list[Draft] = []
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
        """Add prose that stands in the source as it is. It must hold no newline."""
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
                if kept != prose:
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
        self.drafts.append(Draft(kind, "".join(run[0] for run in runs), level, settled, strong))

    def _finished(self, prose: str, start: int, end: int) -> None:
        self._parts.append(prose)
        self._runs.append((self._length, start, end))
        self._length += len(prose)
        self._source_end = end

    def finish(
        self,
        kinds: Callable[[Sequence[Draft]], Sequence[BlockKind]] | None = None,
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
