"""What a parser returns: the prose, its blocks, and a monotone map from the prose to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from articlelint.model import Block, BlockKind, Span


class Comment(NamedTuple):
    """
    A markup comment, such as ``<!-- ... -->``.

    ``span`` counts in the source. ``prose_offset`` is where the comment stands in the prose: blocks that
    begin there or later follow the comment. ``after_words`` says whether it belongs to what comes before: it
    stands behind words of the same block, or ends a list item.
    """

    text: str
    span: Span
    prose_offset: int
    after_words: bool = False


class OffsetMap(NamedTuple):
    """
    A monotone map from prose offsets to source offsets, as runs.

    Run i maps the prose ``[prose[i], prose[i + 1])`` (the last run ends at ``length``) to the source
    ``[source[i], source_end[i])``. If both have the same length, the run maps code point by code point; if
    not (an entity, several spaces), it maps as a whole. The runs follow each other without gaps in the prose
    and never go back in the source; where a run ends before the next begins, there is markup between them.
    The blank line between two blocks is a run with an empty source.
    """

    prose: tuple[int, ...]
    source: tuple[int, ...]
    source_end: tuple[int, ...]
    length: int

    def run(self, offset: int) -> int:
        """Return the index of the run that holds a prose offset."""
        return max(bisect_right(self.prose, offset) - 1, 0)

    def _verbatim(self, run: int) -> bool:
        end = self.prose[run + 1] if run + 1 < len(self.prose) else self.length
        return end - self.prose[run] == self.source_end[run] - self.source[run]

    def start(self, offset: int) -> int:
        """Return the source offset at which the prose code point at ``offset`` begins."""
        if not self.prose:
            return 0
        run = self.run(offset)
        if self._verbatim(run):
            return self.source[run] + offset - self.prose[run]
        return self.source[run] if offset < self.length else self.source_end[run]

    def end(self, offset: int) -> int:
        """Return the source offset at which the prose code point before ``offset`` ends; for 0, that of 0."""
        if not self.prose or offset <= 0:
            return self.start(0)
        run = self.run(offset - 1)
        if self._verbatim(run):
            return self.source[run] + offset - self.prose[run]
        return self.source_end[run]

    def span(self, span: Span) -> Span:
        """
        Return the source span of a prose span, with the markup inside it.

        An empty span maps to the end of the code point before it, so that an insertion after a word stands
        next to that word, before the markup that follows it.
        """
        if span.start == span.end:
            at = self.end(span.start)
            return Span(at, at)
        return Span(self.start(span.start), self.end(span.end))

    def contiguous(self, span: Span) -> bool:
        """Whether a prose span has no markup inside. Only then can an edit of it be applied to the source."""
        if span.start == span.end:
            return True
        first, last = self.run(span.start), self.run(span.end - 1)
        return all(self.source_end[run] == self.source[run + 1] for run in range(first, last))

    def prose_at(self, source_offset: int) -> int:
        """Return the first prose offset at or after a source offset; ``length`` if there is none."""
        run = bisect_right(self.source, source_offset) - 1
        if run < 0:
            return 0
        end = self.prose[run + 1] if run + 1 < len(self.prose) else self.length
        if source_offset >= self.source_end[run]:
            return end
        if self._verbatim(run):
            return self.prose[run] + source_offset - self.source[run]
        return self.prose[run] if source_offset == self.source[run] else end


class Styles(NamedTuple):
    """The spans of the prose that the markup sets in bold and in italics, in order; each is in one block."""

    bold: tuple[Span, ...] = ()
    italics: tuple[Span, ...] = ()


class Markup(NamedTuple):
    """A parsed source: the prose, its blocks in reading order, the map to the source, and the comments."""

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    comments: tuple[Comment, ...] = ()
    front_matter: Span | None = None
    """The source span of the front matter, with its fences; None if there is none."""
    styles: Styles = Styles()
    other_languages: tuple[Span, ...] = ()
    """The spans of the prose of which the markup says that they are not in English; each is in one block."""
    front_matter_kinds: Mapping[str, BlockKind | None] = {}
    """The kinds of the blocks that stand in the front matter, by patterns of keys."""
    quotations: tuple[Span, ...] = ()
    """The source spans of block quotations, whatever kinds of blocks stand in them, in any order."""


class Parser(Protocol):
    """Reads one kind of markup. Plugins provide parsers through the hook ``articlelint_parsers``."""

    @property
    def name(self) -> str:
        """The name of the parser, for messages."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of the files that the parser reads, in lower case and with their dots."""
        ...

    def parse(self, text: str) -> Markup:
        """Parse the text of a file, with its newlines as they are. Must not raise on bad markup."""
        ...
