"""
Puts together an article that lies in parts in its file: strings of JSON, elements of XML, paragraphs of Word.

The parts are decoded and joined in reading order, whatever their order in the file. From the joined text, the
usual ``Builder`` and ``HtmlReader`` make the prose, so that every format has the same blocks; and each part
keeps the map to its place in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from articlelint.markup.base import Article, OffsetMap
from articlelint.markup.block_kinds import classify_blocks
from articlelint.markup.builder import Builder, Mask
from articlelint.markup.html import HtmlReader
from articlelint.markup.open_elements import Element
from articlelint.markup.quoting_marks import enclosed_quotations
from articlelint.markup.shortcodes import overwrite_shortcodes
from articlelint.markup.templates import find_templates
from articlelint.model import BlockKind, Location, PlaceKind, Span

_SPACES = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_LINE = re.compile(r"[^\r\n\u2028\u2029]*[^\s][^\r\n\u2028\u2029]*")
NO_END = "until further notice"
"""The embargo, in the metadata, of an item that does not say when its embargo ends."""
_GAP = "\n"
"""Stands between two parts, and nowhere in the file."""

Run = tuple[int, int, int]
"""An offset into a decoded text, and the start and end in the file of what begins there."""
Escape = Callable[[str], str | None]
"""Returns how a text must be written in a part of a file; None if it cannot be written there."""


def as_it_is(text: str) -> str:
    """Return a text as it is: nothing in it need be escaped."""
    return text


class Part(NamedTuple):
    """
    A decoded text from a file, with the runs that map all of it to the file, and where it is for people.

    As in ``OffsetMap``, a run that is as long in the text as in the file maps code point by code point.
    """

    text: str
    runs: Sequence[Run]
    at: str
    escape: Escape = as_it_is


class _Words(NamedTuple):
    """Words of the open block. A style that is on covers all of them."""

    start: int
    end: int
    bold: bool
    italic: bool


class _Html(NamedTuple):
    """A range that is the source of HTML; what stands in no element of it is of this kind."""

    start: int
    end: int
    kind: BlockKind
    settled: bool
    page: str
    """The range as it is read, see ``Assembly.html``; "" if that is as it stands."""
    breaks: tuple[Span, ...]


class _Markdown(NamedTuple):
    """A range that is Markdown."""

    start: int
    end: int


class _Open(NamedTuple):
    kind: BlockKind
    level: int
    settled: bool


class _Mark(NamedTuple):
    """A line break, or what stands for inline code or a picture."""

    start: int
    end: int
    breaks: bool


class _Close(NamedTuple):
    """The end of a block."""


_Step = _Words | _Html | _Markdown | _Open | _Mark | _Close


class Assembly:
    """
    An article that is being put together.

    For each block, call ``open``, then ``words``, ``line_break`` and ``code`` as often as needed; ``html``
    adds a part that is the source of HTML and makes its own blocks. ``paragraphs`` adds plain text. A newline
    in words is a line break with ``keeps_newlines``, else a space.
    """

    def __init__(self, place: PlaceKind, name: str = "", *, keeps_newlines: bool = False) -> None:
        self._place = place
        self._keeps_newlines = keeps_newlines
        self.name = name
        self.metadata: dict[str, str] = {}
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._starts: list[int] = []
        self._ats: list[str] = []
        self._escapes: list[Escape] = []
        self._length = 0
        self._file_end = 0
        self._steps: list[_Step] = []

    def __bool__(self) -> bool:
        """Whether anything has been added that may be prose."""
        return bool(self._texts)

    def part(self, part: Part, *, joined: bool = False) -> Span:
        """
        Add a part of the file, and return its span in the text of the article.

        With ``joined``, its first word may go on in the word that the part before it ends with.
        """
        if self._texts and not joined:
            self._runs.append((self._length, self._file_end, self._file_end))
            self._texts.append(_GAP)
            self._length += len(_GAP)
        start = self._length
        self._starts.append(start)
        self._ats.append(part.at)
        self._escapes.append(part.escape)
        self._texts.append(part.text)
        self._runs += [(start + offset, first, last) for offset, first, last in part.runs]
        self._length += len(part.text)
        self._file_end = part.runs[-1][2] if part.runs else self._file_end
        return Span(start, self._length)

    def open(self, kind: BlockKind, level: int = 0, *, settled: bool = True) -> None:
        """Open a block; unless ``settled``, its words may say that it is of another kind."""
        self._steps.append(_Open(kind, level, settled))

    def close(self) -> None:
        """Close the open block."""
        self._steps.append(_Close())

    def words(self, span: Span, *, bold: bool = False, italic: bool = False) -> None:
        """Add the words of a span of the text to the open block."""
        self._steps.append(_Words(span.start, span.end, bold, italic))

    def line_break(self, span: Span) -> None:
        """Add a line break, which stands for a span of the text."""
        self._steps.append(_Mark(span.start, span.end, breaks=True))

    def code(self, span: Span) -> None:
        """Add something in the sentence that is not words, which stands for a span of the text."""
        self._steps.append(_Mark(span.start, span.end, breaks=False))

    def block(self, part: Part, kind: BlockKind, level: int = 0, *, settled: bool = True) -> None:
        """Add a block that is one part of the file."""
        self.open(kind, level, settled=settled)
        self.words(self.part(part))
        self.close()

    def paragraphs(self, part: Part, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add a part that is plain text: each line of it is a block."""
        span = self.part(part)
        for line in _LINE.finditer(part.text):
            self.open(kind, settled=kind is not BlockKind.PARAGRAPH)
            self.words(Span(span.start + line.start(), span.start + line.end()))
            self.close()

    def html(
        self,
        part: Part,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        page: str = "",
        breaks: Iterable[Span] = (),
    ) -> Span:
        """
        Add a part that is the source of HTML, and return its span in the text of the article.

        ``kind`` is that of words in no element with a kind. ``page`` is the part with something in it
        overwritten, as long as the part: it is read for the markup. In the spans ``breaks`` of the part, a
        newline is a line break, and a blank line ends a paragraph.
        """
        span = self.part(part)
        lines = tuple(Span(span.start + each.start, span.start + each.end) for each in breaks)
        self._steps.append(_Html(span.start, span.end, kind, kind is not BlockKind.PARAGRAPH, page, lines))
        return span

    def markdown(self, part: Part) -> None:
        """Add a part that is Markdown."""
        span = self.part(part)
        self._steps.append(_Markdown(span.start, span.end))

    def finish(self) -> Article:
        """Return the article."""
        text = "".join(self._texts)
        builder, html = self._read(text)
        markup = builder.finish(classify_blocks, html.comments)
        starts, file_starts, file_ends = zip(*self._runs, strict=True) if self._runs else ((), (), ())
        offsets = OffsetMap(starts, file_starts, file_ends, len(text))
        locate = partial(_locate, self._starts, self._ats, self._place, self.name)
        escape = partial(_escaped, self._starts, self._escapes)
        return Article(text, markup, self.name, self.metadata, offsets, locate, escape)

    def _read(self, text: str) -> tuple[Builder, HtmlReader]:
        """Replay the steps."""
        page, masks = _page(text, [step for step in self._steps if isinstance(step, _Html)])
        builder = Builder(text, masks)
        builder.quotations += enclosed_quotations(page)
        html = HtmlReader(builder, page)
        for step in self._steps:
            if isinstance(step, _Words):
                _add_words(builder, text, step, breaks=self._keeps_newlines)
            elif isinstance(step, _Html):
                html.page = Element("", 0, step.kind, 0, settled=step.settled, skipped=False)
                _read_html(html, step)
                builder.close_block()
            elif isinstance(step, _Markdown):
                from articlelint.markup.markdown_parts import add_markdown  # heavy, and rare

                add_markdown(builder, html.comments, step.start, step.end)
            elif isinstance(step, _Open):
                builder.open_block(step.kind, step.level, settled=step.settled)
            elif isinstance(step, _Close):
                builder.close_block()
            elif step.breaks:
                builder.line_break(step.start, step.end)
            else:
                builder.code(step.start, step.end)
        builder.quotations += self._quotations()
        return builder, html

    def _quotations(self) -> Iterator[Span]:
        """The spans of the blocks that are quotations."""
        words: list[_Words] = []
        is_quotation = False
        for step in self._steps:
            if isinstance(step, _Open):
                words, is_quotation = [], step.kind is BlockKind.BLOCKQUOTE
            elif isinstance(step, _Words):
                words.append(step)
            elif isinstance(step, _Close) and is_quotation and words:
                yield Span(words[0].start, words[-1].end)


def _page(text: str, parts: Sequence[_Html]) -> tuple[str, list[Mask]]:
    """The text with all but its HTML overwritten by spaces, template code too, and the masks of that code."""
    if not parts:
        return "", []
    pieces: list[str] = []
    at = 0
    for part in parts:
        pieces += " " * (part.start - at), part.page or text[part.start : part.end]
        at = part.end
    pieces.append(" " * (len(text) - at))
    shortcodes = overwrite_shortcodes("".join(pieces))
    page, masks = find_templates(shortcodes.text, in_markdown=False)
    return page, sorted([*shortcodes.masks, *masks])


def _read_html(html: HtmlReader, part: _Html) -> None:
    """Read a range that is the source of HTML."""
    at = part.start
    for span in part.breaks:
        html.read(at, span.start)
        html.keeps_newlines = True
        html.read(span.start, span.end)
        html.keeps_newlines = False
        at = span.end
    html.read(at, part.end)
    html.clear()


def _add_words(builder: Builder, text: str, words: _Words, *, breaks: bool) -> None:
    """Add words to the open block, with white space collapsed; with ``breaks``, a newline breaks the line."""
    builder.bold += words.bold
    builder.italic += words.italic
    at = words.start
    if text.startswith(" ", at) and at < words.end:
        builder.space(at, at + 1)
        at += 1
    for blank in _SPACES.finditer(text, at, words.end):
        builder.text(at, blank.start())
        at = blank.end()
        if breaks and "\n" in blank.group():
            builder.line_break(*blank.span())
        else:
            builder.space(*blank.span())
    builder.text(at, words.end)
    builder.bold -= words.bold
    builder.italic -= words.italic


def _locate(starts: Sequence[int], ats: Sequence[str], kind: PlaceKind, name: str, offset: int) -> Location:
    """Where an offset into the text of an article is: in which part, and at which character of it."""
    number = max(bisect_right(starts, offset) - 1, 0)
    return Location(kind, ats[number], offset - starts[number] + 1, article=name)


def _escaped(starts: Sequence[int], escapes: Sequence[Escape], text: str, span: Span) -> str | None:
    """A text as it must be written in the place of a span of the text of an article."""
    return escapes[max(bisect_right(starts, span.start) - 1, 0)](text)


def give_names(articles: Sequence[Assembly]) -> None:
    """Give each of several articles a name of its own, and none to the only one."""
    used = Counter(article.name for article in articles)
    for number, article in enumerate(articles, 1):
        if len(articles) == 1:
            article.name = ""
        elif not article.name or used[article.name] > 1:
            article.name = f"{article.name or 'article'}-{number}"
