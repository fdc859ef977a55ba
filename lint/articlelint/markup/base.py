"""What a parser returns: the prose, its blocks, and a monotone map from the prose to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol, TypeAlias, cast

from articlelint.model import Block, BlockKind, Location, Span
from articlelint.source import Source


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

    def is_gap(self, offset: int) -> bool:
        """Whether the code point at a prose offset stands nowhere in the source, as between two blocks."""
        run = self.run(offset)
        return self.source[run] == self.source_end[run]

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

    def search(self, source_offset: int) -> int | None:
        """
        Return the prose offset of what stands at a source offset; None if that is markup.

        Unlike ``prose_at``, this looks at one run after the other: the map may go back in the source.
        """
        for run, (start, end) in enumerate(zip(self.source, self.source_end, strict=True)):
            if start <= source_offset < end:
                return self.prose[run] + (source_offset - start if self._verbatim(run) else 0)
        return None


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
    fixed_width: tuple[Span, ...] = ()
    """
    The source spans in which the lengths of lines have a meaning: tables in which the column says which cell
    a character is in, and titles with a line of their length below.
    """


class Article(NamedTuple):
    """
    One article of a file, as a parser reads it.

    ``text`` is what was parsed: the source of the prose, such as the HTML in a string of a JSON document. The
    spans of ``markup`` count in it. ``offsets`` maps it to the text of the file, run by run, and is None if
    it is the text of the file. Unlike the map of ``markup``, it may go back in the file: a body may stand
    before its headline there. What stands nowhere in the file, such as the gap between two strings, is a run
    with an empty source.

    ``name`` is the name of the article in the file, such as ``post-12``; "" for the only one. ``locate``
    returns where an offset into ``text`` is, for people. ``escape`` returns how a text must be written in
    the file in the place of a span of ``text``; None if it cannot be written there.
    """

    text: str
    markup: Markup
    name: str = ""
    metadata: Mapping[str, str] = {}
    offsets: OffsetMap | None = None
    locate: Callable[[int], Location] | None = None
    escape: Callable[[str, Span], str | None] | None = None

    def path(self, file: str) -> str:
        """Return the path of the article: that of its file, and its name if the file has several."""
        return f"{file}#{self.name}" if self.name else file

    def file_span(self, span: Span) -> Span:
        """
        Return the span in the text of the file of a span of ``text``.

        If the span reaches into a part that stands before it in the file, only its beginning counts.
        """
        offsets = self.offsets
        if offsets is None:
            return span
        if span.start == span.end:
            at = offsets.end(span.start)
            if span.start == 0 or offsets.is_gap(span.start - 1):
                at = offsets.start(span.start)
            return Span(at, at)
        start, end = offsets.start(span.start), offsets.end(span.end)
        return Span(start, end if end >= start else offsets.source_end[offsets.run(span.start)])

    def text_at(self, file_offset: int) -> int | None:
        """Return the offset into ``text`` of what stands at an offset of the file; None if it has no part."""
        return file_offset if self.offsets is None else self.offsets.search(file_offset)

    def is_contiguous(self, span: Span) -> bool:
        """Whether nothing else stands in the file between the parts of a span of ``text``."""
        return self.offsets is None or self.offsets.contiguous(span)

    def location(self, span: Span) -> Location | None:
        """Return where a span of ``text`` begins, for people; None if line and column say it."""
        return self.locate(span.start) if self.locate is not None else None

    def written(self, text: str, span: Span) -> str | None:
        """Return a text as the file needs it in the place of a span; None if it cannot be written there."""
        return text if self.escape is None else self.escape(text, span)


class ArticlesParser(Protocol):
    """
    Reads one kind of file that is more than the text of one article. Plugins provide it as a ``Parser``.

    It may have a method ``decode(path: str, data: bytes) -> Source``, if the file is no text: the source that
    it returns is handed to ``articles``, and writes the file back. Without it, the file is decoded as text.
    """

    @property
    def name(self) -> str:
        """The name of the parser, for messages."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of the files that the parser reads, in lower case and with their dots."""
        ...

    def articles(self, source: Source) -> Iterable[Article]:
        """Return the articles of a file. Raises ReadError for a file that is not of this kind."""
        ...


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


AnyParser: TypeAlias = Parser | ArticlesParser


def articles_of(parser: AnyParser, source: Source) -> tuple[Article, ...]:
    """Return the articles that a parser of either kind reads in a file."""
    text_parser = as_text_parser(parser)
    if text_parser is not None:
        return (Article(source.text, text_parser.parse(source.text)),)
    return tuple(cast("ArticlesParser", parser).articles(source))


def as_text_parser(parser: AnyParser) -> Parser | None:
    """Return a parser that reads the text of one article; None for one that reads more in a file."""
    return None if callable(getattr(parser, "articles", None)) else cast("Parser", parser)


def decoded(parser: AnyParser, path: str, data: bytes) -> Source:
    """Return the source that a parser takes. Raises ReadError if the bytes are nothing that it reads."""
    decode: Callable[[str, bytes], Source] = getattr(parser, "decode", Source.decode)
    return decode(path, data)
