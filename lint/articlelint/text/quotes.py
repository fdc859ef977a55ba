"""Quotations as rules see them. ``quote_pairing`` finds them in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articlelint.model import Block, BlockKind, Span
from articlelint.text.quote_kinds import QuoteKind


class Quote(NamedTuple):
    """
    A quotation.

    ``span`` includes the quotation marks, ``inner`` is what they enclose. ``opening`` and ``closing`` are the
    marks; if the closing mark is missing, ``closing`` is "" and ``closed`` false. ``depth`` is 0 for an outer
    quotation and 1 for one inside another.

    In a quotation of several paragraphs, each paragraph is a quote. ``continues`` is true if it continues the
    quote of the paragraph before, ``continued`` if the next paragraph continues it, and ``chain`` is a number
    that all its quotes share. ``kind`` says whether the quote is a full sentence, part of one, a title and so
    on. ``Document.attributions`` says who said it.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    depth: int = 0
    closed: bool = True
    continues: bool = False
    continued: bool = False
    chain: int | None = None
    kind: QuoteKind = QuoteKind.PARTIAL


class Quotations(NamedTuple):
    """The quotations of a text, in the order of their opening marks, and the marks that belong to none."""

    quotes: tuple[Quote, ...]
    strays: tuple[Span, ...]


class Cover:
    """Spans of a text, in any order, that can be asked whether another span overlaps one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        # Merged, so that they are sorted and do not overlap.
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def overlaps(self, span: Span) -> bool:
        """Whether the span shares a code point with one of the spans; an empty span stands for its next."""
        at = bisect_right(self._starts, max(span.end - 1, span.start)) - 1
        return at >= 0 and self._ends[at] > span.start


def possibly_quoted(quotations: Quotations, blocks: Sequence[Block]) -> Iterator[Span]:
    """
    Yield the spans of what is, or may be, somebody else's words.

    These are quotations, block quotations, and blocks in which a mark has no partner. If a quotation is left
    open and the next mark closes nothing, everything between them may be quoted.
    """
    for quote in quotations.quotes:
        yield quote.span
    for block in blocks:
        if block.kind is BlockKind.BLOCKQUOTE:
            yield block.span
    starts = [block.span.start for block in blocks]
    unclosed = [quote.span for quote in quotations.quotes if not quote.closed and not quote.continued]
    for mark in (*unclosed, *quotations.strays):
        yield blocks[bisect_right(starts, mark.start) - 1].span
    openings = [quote.span.start for quote in quotations.quotes]
    for mark in quotations.strays:
        at = bisect_right(openings, mark.start) - 1
        if at >= 0 and not quotations.quotes[at].closed:
            yield Span(openings[at], mark.end)
