"""Attribution from the paragraphs beside a quotation: a lead-in before it, a credit behind it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from articlelint.model import Block, BlockKind, Span
from articlelint.text.attribution import Attribution, Where
from articlelint.text.prose import CREDIT_OPENERS, NEAR_TOKENS, STAND_IN, Gap
from articlelint.text.speakers import Strength

if TYPE_CHECKING:
    from articlelint.text.prose import Prose

_CREDIT_TOKENS = 16
_REACTION_TOKENS = 12
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_POINTING_BACK = frozenset({"so", "those", "these", "thus", "such"})
_STANDS_ASIDE = frozenset({BlockKind.CAPTION, BlockKind.TABLE_CELL})
_APART = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD})


class Neighbours:
    """Looks for a speaker in the blocks before and behind a paragraph."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose

    def attribution(self, number: int, gaps: list[Gap]) -> Attribution | None:
        """A lead-in at the end of the paragraph before, or a credit that begins the one behind."""
        attribution = None
        before, behind = self._neighbour(number, -1), self._neighbour(number, 1)
        if before is not None and gaps[0].first == gaps[0].last:
            attribution = self._led_in(self._prose.blocks[before])
        elif gaps[0].first == gaps[0].last:
            attribution = self._asked(number)
        if attribution is None and behind is not None and gaps[-1].first == gaps[-1].last:
            attribution = self._credited(self._prose.blocks[behind])
        return attribution

    def _neighbour(self, number: int, step: int) -> int | None:
        """The block before or behind, pictures passed over; a heading stands between."""
        number += step
        while 0 <= number < len(self._prose.blocks) and self._stands_aside(self._prose.blocks[number]):
            number += step
        inside = 0 <= number < len(self._prose.blocks) and self._prose.blocks[number].kind not in _APART
        return number if inside else None

    def _stands_aside(self, block: Block) -> bool:
        """Whether a block is a picture or stands under one."""
        return block.kind in _STANDS_ASIDE or self._prose.text[block.span.start : block.span.end] == STAND_IN

    def _asked(self, number: int) -> Attribution | None:
        """A question as a heading: the quotation under it is the answer."""
        block = self._prose.blocks[number - 1] if number else None
        if block is None or block.kind not in _APART or self._prose.text[block.span.end - 1] not in "?:":
            return None
        return Attribution(None, Span(block.span.end - 1, block.span.end), Where.NEIGHBOURING_PARAGRAPH)

    def _led_in(self, block: Block) -> Attribution | None:
        """Her father disagreed. | Asked why, he smiled:"""
        last = bisect_left(self._prose.tokens.starts, block.span.end)
        block_first = bisect_left(self._prose.tokens.starts, block.span.start)
        first = max(
            self._prose.sentence_starts[max(bisect_left(self._prose.sentence_starts, last) - 1, 0)],
            block_first,
        )
        gap = Gap(first, last, self._prose.narration.cues(first, last), [first])
        if self._prose.tokens.texts[last - 1] == ":":
            return replace(self._prose.colon(gap), where=Where.NEIGHBOURING_PARAGRAPH)
        if last - first > _REACTION_TOKENS or self._prose.tokens.texts[last - 1] not in {".", "…"}:
            return None
        for cue in gap.cues:
            if cue.strength is Strength.REACTING and self._prose.narration.lower[cue.first].endswith("ed"):
                speaker = self._prose.narration.speaker(cue, first, cue.first)
                near = speaker is not None and cue.first - speaker[1] <= 1
                near = near and self._prose.narration.lower[cue.first - 1] not in _PASSIVE
                return self._prose.made(cue, first, last, Where.NEIGHBOURING_PARAGRAPH) if near else None
        return None

    def _credited(self, block: Block) -> Attribution | None:
        """— Amal Haddad, mayor | Those were the words of Amal Haddad."""
        first = bisect_left(self._prose.tokens.starts, block.span.start)
        last = bisect_left(self._prose.tokens.starts, block.span.end)
        texts = self._prose.tokens.texts
        gap = Gap(first, last, self._prose.narration.cues(first, min(last, first + _CREDIT_TOKENS)), [first])
        near = [cue for cue in gap.cues if cue.first - first <= NEAR_TOKENS]
        if self._prose.narration.lower[first] in _POINTING_BACK and near:
            return self._prose.made(near[0], first, last, Where.NEIGHBOURING_PARAGRAPH)
        if last - first > _CREDIT_TOKENS:
            return None
        if texts[first] in CREDIT_OPENERS:
            speaker = self._prose.narration.phrase_after(first + 1, last)
            return Attribution(self._prose.span(speaker), self._prose.span((first, first + 1)), Where.CREDIT)
        plain = texts[last - 1] not in {".", "!", "?", ":"} and all(
            c.strength is Strength.NOUN for c in gap.cues
        )
        speaker = self._prose.narration.phrase_after(first, last) if plain else None
        if speaker is None or self._prose.blocks[0] is block:
            return None
        return Attribution(self._prose.span(speaker), None, Where.CREDIT)
