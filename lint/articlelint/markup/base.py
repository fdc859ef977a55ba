"""What a parser gives: the prose, its blocks, and a monotone map from prose back to source."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, Protocol

from articlelint.model import Block, Span


class Comment(NamedTuple):
    """
    A markup comment, such as ``<!-- ... -->``.

    ``span`` counts in the source; ``prose_offset`` is where in the prose the comment stands: blocks that
    start at or after it follow the comment.
    """

    text: str
    span: Span
    prose_offset: int


class OffsetMap(NamedTuple):
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
        """Source offset at which the prose code point before ``offset`` ends; for 0, where prose starts."""
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


class Markup(NamedTuple):
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
