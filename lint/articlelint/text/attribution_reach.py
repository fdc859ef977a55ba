"""The possible speakers around a quotation: whether one is in reach, and how sure it is that none is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from articlelint.model import BlockKind
from articlelint.text.narration import ArticleNarration
from articlelint.text.possible_speakers import PossibleSpeakers, Presence
from articlelint.text.quotes import Quote

_FURTHEST = 4
"""How many sentences away a possible speaker still counts. The end of a paragraph counts as a sentence."""
_CERTAINTY = 0.97
"""The confidence where nobody is near."""
_WEIGHTS = {Presence.NOBODY: 0.0, Presence.MENTIONED: 0.2, Presence.SUBJECT: 0.45, Presence.SPEAKS: 0.6}
"""
What a possible speaker takes from the confidence in the nearest sentence. In the second nearest it takes half
of that, in the third a third.
"""
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD})


class _Neighbour(NamedTuple):
    """A sentence near a quotation that has words outside quotation marks."""

    distance: int
    presence: Presence
    same_paragraph: bool


class Surroundings:
    """The sentences around the quotations of an article, and the possible speakers in them."""

    def __init__(self, narration: ArticleNarration, outer: Sequence[Quote]) -> None:
        self._narration = narration
        self._starts = narration.sentence_starts
        self._speakers = PossibleSpeakers(narration.tokens, self._starts, narration.speakers)
        tokens = narration.tokens.starts
        self._quoted = [(bisect_left(tokens, q.span.start), bisect_left(tokens, q.span.end)) for q in outer]
        self._presences: dict[int, Presence] = {}

    def mark_attributed(self, quote: Quote) -> None:
        """Note that somebody speaks in the sentence of a quotation, because a cue beside it says so."""
        first, last = self._sentences_of(quote)
        for number in range(first, last + 1):
            self._presences[number] = Presence.SPEAKS

    def is_in_reach(self, quote: Quote) -> bool:
        """
        Whether the reader sees who may have said a quotation.

        That is somebody in the sentence that the quotation stands in, else the subject of the sentence before
        it, or of the one after it if it opens the paragraph.
        """
        first, last = self._sentences_of(quote)
        if any(self._presence(number) > Presence.NOBODY for number in range(first, last + 1)):
            return True
        nearest = next(self._neighbours(first, -1), None)
        if nearest is None or not nearest.same_paragraph:
            nearest = next(self._neighbours(last, 1), None)
        return nearest is not None and nearest.same_paragraph and nearest.presence >= Presence.SUBJECT

    def confidence(self, quote: Quote) -> float:
        """The probability that an editor would ask who said a quotation that nobody in reach has said."""
        first, last = self._sentences_of(quote)
        near = [*self._neighbours(first, -1), *self._neighbours(last, 1)]
        lost = max((_WEIGHTS[other.presence] / other.distance for other in near), default=0.0)
        return round(min(_CERTAINTY, 1 - lost), 2)

    def _sentences_of(self, quote: Quote) -> tuple[int, int]:
        """The numbers of the sentences in which a quotation begins and ends."""
        tokens = self._narration.tokens.starts
        first, last = bisect_left(tokens, quote.span.start), bisect_left(tokens, quote.span.end) - 1
        return bisect_right(self._starts, first) - 1, bisect_right(self._starts, last) - 1

    def _neighbours(self, number: int, step: int) -> Iterator[_Neighbour]:
        """The sentences with narration before (``step`` -1) or after (1) a sentence, the nearest first."""
        sentences = self._narration.sentences
        own = paragraph = sentences[number].block
        at = bisect_left(self._narrated, number) - 1 if step < 0 else bisect_right(self._narrated, number)
        distance = 0
        while 0 <= at < len(self._narrated):
            other = self._narrated[at]
            block = sentences[other].block
            distance += 1 + abs(block - paragraph)
            if distance > _FURTHEST or self._is_heading_between(paragraph, block):
                return
            yield _Neighbour(distance, self._presence(other), block == own)
            paragraph = block
            at += step

    def _is_heading_between(self, one: int, other: int) -> bool:
        """Whether one of two blocks, or a block between them, is a heading."""
        blocks = self._narration.blocks[min(one, other) : max(one, other) + 1]
        return any(block.kind in _HEADINGS for block in blocks)

    @cached_property
    def _narrated(self) -> list[int]:
        """The numbers of the sentences that have narration, in order."""
        return [number for number in range(len(self._starts)) if any(self._narration_of(number))]

    def _presence(self, number: int) -> Presence:
        """What part a possible speaker has in the narration of a sentence."""
        found = self._presences.get(number)
        if found is None:
            found = self._speakers.presence(list(self._narration_of(number)))
            self._presences[number] = found
        return found

    def _narration_of(self, number: int) -> Iterator[tuple[int, int]]:
        """The ranges of a sentence's tokens outside quotation marks that have a word."""
        texts = self._narration.tokens.texts
        tokens = self._narration.sentences[number].tokens
        first = tokens.start
        at = bisect_right(self._quoted, first, key=lambda quoted: quoted[1])
        while first < tokens.stop:
            begin, end = self._quoted[at] if at < len(self._quoted) else (tokens.stop, tokens.stop)
            last = min(begin, tokens.stop)
            if any(texts[index][0].isalnum() for index in range(first, last)):
                yield first, last
            first = max(first, end)
            at += 1
