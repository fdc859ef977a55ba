"""Quotations that nobody is said to have spoken, and the speakers that are named near them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import articlelint as al

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# A verb of saying outside a subordinate clause: "as he said two years ago" does not introduce a quotation.
_SAID = re.compile(
    r"^(?:(?!\b(?:that|as|while|who|which|what|when|if|because|after|before)\b).)*?"
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|according\s+to)\b",
    re.DOTALL,
)
_PROSE = frozenset({al.BlockKind.PARAGRAPH, al.BlockKind.BLOCKQUOTE, al.BlockKind.STANDFIRST})
_SKIPPED = frozenset({al.BlockKind.CAPTION, al.BlockKind.TABLE_CELL, al.BlockKind.TICKER})
_HEADINGS = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.TIMESTAMP})
_PICTURE = "\ufffc"
"""The text of a block that is only a picture."""
_PULL_QUOTE_WORDS = 6
"""A pull quote repeats at least so many words of the article."""
# A turn of a dialogue is a paragraph of at most so many words and characters; a dialogue has at least three.
_TURN_WORDS = 25
_TURN_LENGTH = 300
_TURNS = 3
_GEOGRAPHIC = frozenset(
    {al.gazetteer.NameKind.PLACE, al.gazetteer.NameKind.COUNTRY, al.gazetteer.NameKind.PEOPLE}
)
_PARAGRAPHS = (
    "",
    "one paragraph",
    "two paragraphs",
    "three paragraphs",
    "four paragraphs",
    "five paragraphs",
)


class QuoteWithoutSpeaker(NamedTuple):
    """A quotation without a speaker."""

    quote: al.Quote
    confidence: float
    """The probability that an editor would ask who said it."""
    speech_near: bool
    """Whether it opens or ends its paragraph, and somebody is said to speak in the paragraph next to it."""


def quotes_without_speaker(
    doc: al.Document, minimum_words: int, minimum_partial: int | None = None
) -> Iterator[QuoteWithoutSpeaker]:
    """
    Yield the quotations that have no speaker in reach; of paragraphs in a row, the first.

    Full sentences count from ``minimum_words`` on, parts of sentences from ``minimum_partial`` on, or not at
    all if it is None.
    """
    context = _QuoteContext(doc)
    previous = -2
    for quote, confidence in doc.unattributed.items():
        if not _is_long_enough(doc, quote, minimum_words, minimum_partial):
            continue
        number = context.block_of(quote)
        if number == previous or quote.continues or not context.needs_speaker(quote, number):
            continue
        follows_another = number == previous + 1
        previous = number
        if not follows_another:
            yield QuoteWithoutSpeaker(quote, confidence, context.speech_near(quote, number))


def _count_words(text: str) -> int:
    """Return the number of words of a text."""
    return len(_WORD.findall(text))


def _is_long_enough(doc: al.Document, quote: al.Quote, sentence: int, partial: int | None) -> bool:
    """Whether a quotation has at least the number of words that is asked of its kind."""
    if quote.kind is al.QuoteKind.SENTENCE:
        return _count_words(doc.slice(quote.inner)) >= sentence
    if quote.kind is al.QuoteKind.PARTIAL and partial is not None:
        return _count_words(doc.slice(quote.inner)) >= partial
    return False


class _QuoteContext:
    """The blocks of a document with their quotations, except those inside others."""

    def __init__(self, doc: al.Document) -> None:
        self._doc = doc
        self._block_starts = [block.span.start for block in doc.blocks]
        self._quotes: dict[int, list[al.Quote]] = {}
        for quote in doc.quotes:
            if quote.depth == 0:
                self._quotes.setdefault(self.block_of(quote), []).append(quote)

    def block_of(self, quote: al.Quote) -> int:
        """Return the index of a quotation's block."""
        return bisect_right(self._block_starts, quote.span.start) - 1

    def needs_speaker(self, quote: al.Quote, number: int) -> bool:
        """Whether a quotation without attribution, in the block with this index, ought to have one."""
        block = self._doc.blocks[number]
        if block.kind not in _PROSE or self._is_left_open(quote, number):
            return False
        if not self._stands_alone(quote, block):
            return False
        return not self._is_pull_quote(quote) and number not in self._dialogue

    def _is_left_open(self, quote: al.Quote, number: int) -> bool:
        """Whether a quotation, or the one before it in its block, lacks its closing mark by mistake."""
        quotes = self._quotes[number]
        at = bisect_left(quotes, quote.span, key=lambda other: other.span)
        return any(not (other.closed or other.continued) for other in quotes[max(0, at - 1) : at + 1])

    def _stands_alone(self, quote: al.Quote, block: al.Block) -> bool:
        """Whether a quoted sentence stands on its own, outside any sentence of the writer's."""
        if quote.kind is not al.QuoteKind.SENTENCE:
            return True
        text = self._doc.text
        before = text[max(block.span.start, quote.span.start - 4) : quote.span.start].rstrip("([ \u00a0\n")
        after = text[quote.span.end : min(block.span.end, quote.span.end + 4)].lstrip(")] \u00a0\n")
        return before[-1:] in {"", ".", "!", "?", "…", "”", '"', "’", "*"} and not (
            after[:1].islower() or after[:1] == "%"
        )

    def _is_pull_quote(self, quote: al.Quote) -> bool:
        """Whether the article has the same words elsewhere, with their speaker."""
        words = self._first_words(quote)
        return len(words) == _PULL_QUOTE_WORDS and words in self._attributed_words

    def _first_words(self, quote: al.Quote) -> tuple[str, ...]:
        """Return the first words of a quotation, without case."""
        words = _WORD.findall(self._doc.slice(quote.inner)[:200])
        return tuple(word.casefold() for word in words[:_PULL_QUOTE_WORDS])

    @cached_property
    def _attributed_words(self) -> set[tuple[str, ...]]:
        """The first words of all quotations that have a speaker."""
        found: set[tuple[str, ...]] = set()
        for quote in self._doc.attributions:
            block = self._doc.block_at(quote.span.start)
            if quote.kind is not al.QuoteKind.TITLE and block.kind is not al.BlockKind.HEADLINE:
                found.add(self._first_words(quote))
        return found

    @cached_property
    def _dialogue(self) -> set[int]:
        """The indexes of the blocks that are turns of a dialogue in which somebody is named."""
        found: set[int] = set()
        row: list[int] = []
        for number in range(len(self._doc.blocks)):
            if self._is_turn(number):
                row.append(number)
                continue
            found.update(self._turns_with_speaker(row))
            row = []
        found.update(self._turns_with_speaker(row))
        return found

    def _is_turn(self, number: int) -> bool:
        """Whether a block opens with a quotation and is short."""
        quotes = self._quotes.get(number)
        if not quotes or quotes[0].span.start != self._block_starts[number]:
            return False
        span = self._doc.blocks[number].span
        return len(span) <= _TURN_LENGTH and _count_words(self._doc.slice(span)) <= _TURN_WORDS

    def _turns_with_speaker(self, row: list[int]) -> list[int]:
        """Return a row of turns if it is long enough and one has a speaker, otherwise an empty list."""
        named = any(quote in self._doc.attributions for turn in row for quote in self._quotes[turn])
        return row if named and len(row) >= _TURNS else []

    def speech_near(self, quote: al.Quote, number: int) -> bool:
        """
        Whether a quotation may be taken for one of the paragraph before or after it.

        A quotation that opens its paragraph is, if somebody is quoted in the paragraph before, or speaks in
        the last sentence of that; one that ends its paragraph, if somebody is quoted in the paragraph after.
        A verb of saying in a subordinate clause does not count: "as he said two years ago".
        """
        opens, ends = self._place_in_block(quote, number)
        before = self._neighbour(number, -1) if opens else None
        after = self._neighbour(number, 1) if ends else None
        for other in (before, after):
            if other is not None and any(q in self._doc.attributions for q in self._quotes.get(other, ())):
                return True
        if before is None:
            return False
        last = self._doc.sentences_in(self._doc.blocks[before].span)[-1:]
        return any(_SAID.search(self._doc.slice(sentence.span)) for sentence in last)

    def _place_in_block(self, quote: al.Quote, number: int) -> tuple[bool, bool]:
        """Whether a block has only quoted words before a quotation, and whether it has only such after it."""
        block = self._doc.blocks[number].span
        before, after = "", ""
        start = block.start
        for other in self._quotes[number]:
            between = self._doc.text[start : other.span.start]
            if other.span.start <= quote.span.start:
                before += between
            else:
                after += between
            start = other.span.end
        after += self._doc.text[start : block.end]
        return not _WORD.search(before), not _WORD.search(after)

    def _neighbour(self, number: int, step: int) -> int | None:
        """
        Return the index of the paragraph before (``step`` -1) or after (1) a block.

        Captions, tables and the like are skipped; None where a heading or the end of the article comes first.
        """
        blocks = self._doc.blocks
        number += step
        while 0 <= number < len(blocks):
            block = blocks[number]
            if block.kind not in _SKIPPED and self._doc.slice(block.span) != _PICTURE:
                return None if block.kind in _HEADINGS else number
            number += step
        return None


def _is_place(name: al.Name) -> bool:
    """Whether a name of one word, without a title, is known as that of a place and of nothing else."""
    kinds = al.gazetteer.name_kinds(name.last.lower())
    return len(name.words) == 1 and name.title is None and bool(kinds) and kinds <= _GEOGRAPHIC


class NamedSpeakers:
    """The speakers that an article names, for messages."""

    def __init__(self, doc: al.Document) -> None:
        self._doc = doc
        self._block_starts = [block.span.start for block in doc.blocks]
        self._names = [name for name in doc.names if name.sure]
        name_starts = [name.span.start for name in self._names]
        speakers = {a.speaker for a in doc.attributions.values() if a.speaker is not None}
        # A speaker without a name in it is a pronoun or a noun; that of a place does not speak.
        self._spans = [
            span
            for span in sorted(speakers)
            if any(
                not _is_place(name)
                for name in self._names[
                    bisect_left(name_starts, span.start) : bisect_left(name_starts, span.end)
                ]
            )
        ]

    def last_before(self, quote: al.Quote) -> al.Span | None:
        """Return the speaker who is named last before a quotation; pronouns do not count."""
        at = bisect_left(self._spans, quote.span)
        return self._spans[at - 1] if at else None

    def several_near(self, quote: al.Quote) -> bool:
        """Whether the paragraph of a quotation and the one before it name two different speakers."""
        number = bisect_right(self._block_starts, quote.span.start) - 1
        start = self._block_starts[max(number - 1, 0)]
        end = self._doc.blocks[number].span.end
        near = self._spans[
            bisect_left(self._spans, al.Span(start, 0)) : bisect_left(self._spans, al.Span(end, 0))
        ]
        return len({self._surname(speaker) for speaker in near}) > 1

    def _surname(self, speaker: al.Span) -> str:
        """Return the last word of the name in a speaker, so that Amal Haddad and Ms Haddad are one."""
        at = bisect_left(self._names, speaker.end, key=lambda name: name.span.start)
        return self._names[at - 1].last

    def describe(self, speaker: al.Span, quote: al.Quote) -> str:
        """Return a speaker and the distance to the quotation: “Amal Haddad, two paragraphs up”."""
        up = bisect_right(self._block_starts, quote.span.start)
        up -= bisect_right(self._block_starts, speaker.start)
        name = " ".join(self._doc.slice(speaker).split())
        if up == 0:
            return f"{name}, in this paragraph"
        return f"{name}, {_PARAGRAPHS[up] if up < len(_PARAGRAPHS) else f'{up} paragraphs'} up"
