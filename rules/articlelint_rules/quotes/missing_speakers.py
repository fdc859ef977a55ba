"""Quotations that nobody is said to have spoken, and what stands near them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

import articlelint as al

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SAID = re.compile(
    r"^(?:(?!\b(?:that|as|while|who|which|what|when|if|because|after|before)\b).)*?"
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|according\s+to)\b",
    re.DOTALL,
)
_READ = frozenset({al.BlockKind.PARAGRAPH, al.BlockKind.BLOCKQUOTE, al.BlockKind.STANDFIRST})
_PASSED_OVER = frozenset({al.BlockKind.CAPTION, al.BlockKind.TABLE_CELL})
_APART = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD})
_STAND_IN = "\ufffc"
_PULLED_WORDS = 6
_TURNS = 3
_TURN_WORDS = 25
_TURN_LENGTH = 300


class Orphan(NamedTuple):
    """A quotation without a speaker; ``speech_near`` where somebody speaks in a paragraph beside it."""

    quote: al.Quote
    block: int
    speech_near: bool


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def orphans(doc: al.Document, minimum_words: int, minimum_partial: int | None = None) -> list[Orphan]:
    """
    The quotations with no speaker in reach, from ``minimum_words`` on; the first of paragraphs in a row.

    Part of a sentence counts only where ``minimum_partial`` is given, from so many words on.
    """
    quotes = [quote for quote in doc.quotes if quote.depth == 0]
    if len(doc.attributions) == len(quotes):
        return []
    reader = _Reader(doc, quotes)
    found: list[Orphan] = []
    reported = -2
    for quote in quotes:
        if quote in doc.attributions or not _is_long_enough(doc, quote, minimum_words, minimum_partial):
            continue
        number = reader.block_of(quote)
        if number == reported or quote.continues or not reader.is_orphan(quote, number):
            continue
        in_row, reported = number - reported <= 1, number
        if in_row:
            continue
        found.append(Orphan(quote, number, reader.speech_near(number)))
    return found


def _is_long_enough(doc: al.Document, quote: al.Quote, sentence: int, partial: int | None) -> bool:
    if quote.kind is al.QuoteKind.SENTENCE:
        return words_in(doc.slice(quote.inner)) >= sentence
    if quote.kind is al.QuoteKind.PARTIAL and partial is not None:
        return words_in(doc.slice(quote.inner)) >= partial
    return False


class _Reader:
    """What the paragraphs of a document say about its quotations."""

    def __init__(self, doc: al.Document, quotes: list[al.Quote]) -> None:
        self._doc = doc
        self._starts = [block.span.start for block in doc.blocks]
        self._quotes: dict[int, list[al.Quote]] = {}
        for quote in quotes:
            self._quotes.setdefault(self.block_of(quote), []).append(quote)
        self._left_open = {self.block_of(quote) for quote in quotes if not (quote.closed or quote.continued)}
        self._openings = {
            self._opening(quote)
            for quote in doc.attributions
            if quote.kind is not al.QuoteKind.TITLE
            and doc.block_at(quote.span.start).kind is not al.BlockKind.HEADLINE
        }

    def block_of(self, quote: al.Quote) -> int:
        """The index of a quotation's block."""
        return bisect_right(self._starts, quote.span.start) - 1

    def _opening(self, quote: al.Quote) -> tuple[str, ...]:
        return tuple(w.casefold() for w in _WORD.findall(self._doc.slice(quote.inner)[:200])[:_PULLED_WORDS])

    def is_orphan(self, quote: al.Quote, number: int) -> bool:
        """Whether a quotation without attribution stands on its own and ought to have one."""
        block = self._doc.blocks[number]
        if block.kind not in _READ or number in self._left_open or not self._stands_alone(quote, block):
            return False
        return not self._is_pulled(quote) and number not in self._dialogue

    def _stands_alone(self, quote: al.Quote, block: al.Block) -> bool:
        """Whether it is a sentence of its own, not part of the writer's: questions like “Why?” are common."""
        if quote.kind is not al.QuoteKind.SENTENCE:
            return True
        text = self._doc.text
        before = text[max(block.span.start, quote.span.start - 4) : quote.span.start].rstrip("([ \u00a0\n")
        behind = text[quote.span.end : min(block.span.end, quote.span.end + 4)].lstrip(")] \u00a0\n")
        return before[-1:] in {"", ".", "!", "?", "…", "”", '"', "’", "*"} and not (
            behind[:1].islower() or behind[:1] == "%"
        )

    def _is_pulled(self, quote: al.Quote) -> bool:
        """Whether the article has the same words elsewhere, with their speaker: a pull quote."""
        opening = self._opening(quote)
        return len(opening) == _PULLED_WORDS and opening in self._openings

    @cached_property
    def _dialogue(self) -> set[int]:
        """The paragraphs in rows of short turns that each open with a quotation, where somebody is named."""
        found: set[int] = set()
        row: list[int] = []
        for number in [*(n for n in sorted(self._quotes) if self._is_turn(n)), -1]:
            if row and number != row[-1] + 1:
                named = any(quote in self._doc.attributions for turn in row for quote in self._quotes[turn])
                if len(row) >= _TURNS and named:
                    found.update(row)
                row = []
            row.append(number)
        return found

    def _is_turn(self, number: int) -> bool:
        """Whether a paragraph opens with a quotation and is short."""
        if self._quotes[number][0].span.start != self._starts[number]:
            return False
        span = self._doc.blocks[number].span
        return len(span) <= _TURN_LENGTH and words_in(self._doc.slice(span)) <= _TURN_WORDS

    def speech_near(self, number: int) -> bool:
        """
        Whether somebody is quoted in a paragraph beside it, or speaks in the last sentence before it.

        Not in a clause of it: of what he said two years ago, the quotation is no part.
        """
        before, behind = self._neighbour(number, -1), self._neighbour(number, 1)
        for other in (before, behind):
            if other is not None and any(q in self._doc.attributions for q in self._quotes.get(other, ())):
                return True
        if before is None:
            return False
        last = self._doc.sentences_in(self._doc.blocks[before].span)[-1:]
        return any(_SAID.search(self._doc.slice(sentence.span)) for sentence in last)

    def _neighbour(self, number: int, step: int) -> int | None:
        """The paragraph before or behind, pictures passed over; a heading stands between."""
        blocks = self._doc.blocks
        number += step
        while 0 <= number < len(blocks) and (
            blocks[number].kind in _PASSED_OVER or self._doc.slice(blocks[number].span) == _STAND_IN
        ):
            number += step
        return number if 0 <= number < len(blocks) and blocks[number].kind not in _APART else None


_NUMBERS = ("", "one paragraph", "two paragraphs", "three paragraphs", "four paragraphs", "five paragraphs")


class Speakers:
    """The speakers that an article names, for messages."""

    def __init__(self, doc: al.Document) -> None:
        self._doc = doc
        self._starts = [block.span.start for block in doc.blocks]
        names = [name.span for name in doc.names if name.sure]
        starts = [span.start for span in names]
        said = sorted({a.speaker for a in doc.attributions.values() if a.speaker is not None})
        self._named = [
            span for span in said if bisect_left(starts, span.end) > bisect_left(starts, span.start)
        ]

    def last(self, quote: al.Quote) -> al.Span | None:
        """The speaker named last before a quotation, pronouns passed over."""
        at = bisect_left(self._named, quote.span)
        return self._named[at - 1] if at else None

    def described(self, speaker: al.Span, quote: al.Quote) -> str:
        """A speaker and how far up: “Amal Haddad, two paragraphs up”."""
        up = bisect_right(self._starts, quote.span.start) - bisect_right(self._starts, speaker.start)
        name = " ".join(self._doc.slice(speaker).split())
        if up == 0:
            return f"{name}, in this paragraph"
        return f"{name}, {_NUMBERS[up] if up < len(_NUMBERS) else f'{up} paragraphs'} up"
