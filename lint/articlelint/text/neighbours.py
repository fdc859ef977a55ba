"""Attribution from the paragraphs beside a quotation: a lead-in before it, a credit behind it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from articlelint.model import Block, BlockKind
from articlelint.text.attribution import Attribution, Where
from articlelint.text.prose import CREDIT_OPENERS, NEAR_TOKENS, STAND_IN, Gap
from articlelint.text.speakers import Strength
from articlelint.text.words import saying

if TYPE_CHECKING:
    from articlelint.text.prose import Prose

_CREDIT_TOKENS = 16
_BRACKETED_TOKENS = 6
_ANSWER_BLOCKS = 4
_REACTION_TOKENS = 16
_COPULAS = frozenset(
    {"was", "were", "is", "are", "been", "wasn’t", "wasn't", "seemed", "looked", "sounded", "felt"}
)
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
        if gaps[0].first == gaps[0].last:
            attribution = self._asked(number) if before is None else self._led_in(before)
            if attribution is None and self._prose.blocks[number].kind is BlockKind.BLOCKQUOTE:
                attribution = self._set_off(number)
            attribution = attribution or self._answer(number)
        if attribution is None and behind is not None and gaps[-1].first == gaps[-1].last:
            attribution = self._credited(self._prose.blocks[behind])
            if attribution is None and before is None:
                attribution = self._opening(behind)
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

    def _answer(self, number: int) -> Attribution | None:
        """The turn of an interview: the paragraphs behind a question are the answer."""
        blocks = self._prose.blocks
        for at in range(number - 1, max(number - 1 - _ANSWER_BLOCKS, -1), -1):
            if blocks[at].kind is BlockKind.QA_TURN:
                return Attribution(None, None, Where.NEIGHBOURING_PARAGRAPH)
            if blocks[at].kind in _APART:
                return None
        return None

    def _opening(self, behind: int) -> Attribution | None:
        """An article that opens with a quotation, and says whose it is in the sentence after it."""
        span = self._prose.blocks[behind].span
        gap = self._prose.gap(span.start, span.end)
        end = gap.starts[1] if len(gap.starts) > 1 else gap.last
        speaker = self._prose.narration.somebody(gap.first, end)
        told = [cue for cue in gap.cues if cue.first < end]
        if speaker is None and not told:
            return None
        return Attribution(self._prose.span(speaker), None, Where.NEIGHBOURING_PARAGRAPH)

    def _asked(self, number: int) -> Attribution | None:
        """A question as a heading, or a line that ends with a cue: the quotation under it is the answer."""
        block = self._prose.blocks[number - 1] if number else None
        if block is None or block.kind not in _APART:
            return None
        last = bisect_left(self._prose.tokens.starts, block.span.end) - 1
        word = self._prose.narration.lower[last]
        if word not in {"?", ":"} and (word not in saying.saying_verbs() or word in saying.NOUN_VERBS):
            return None
        return Attribution(None, self._prose.span((last, last + 1)), Where.NEIGHBOURING_PARAGRAPH)

    def _last_sentence(self, number: int) -> Gap:
        """The last sentence of a block."""
        span, starts = self._prose.blocks[number].span, self._prose.sentence_starts
        first = bisect_left(self._prose.tokens.starts, span.start)
        last = bisect_left(self._prose.tokens.starts, span.end)
        begin = max(starts[max(bisect_left(starts, last) - 1, 0)], first)
        return Gap(begin, last, self._prose.narration.cues(begin, last), [begin])

    def _led_in(self, number: int) -> Attribution | None:
        """Her father disagreed. | Asked why, he smiled: | The letter said"""
        gap = self._last_sentence(number)
        stop = self._prose.tokens.texts[gap.last - 1]
        if stop == ":":
            return self._prose.colon(gap)._replace(where=Where.NEIGHBOURING_PARAGRAPH)
        if gap.cues and gap.cues[-1].last == gap.last and gap.cues[-1].strength is not Strength.NOUN:
            return self._prose.made(gap.cues[-1], gap.first, gap.last, Where.NEIGHBOURING_PARAGRAPH)
        if gap.last - gap.first > _REACTION_TOKENS or stop not in {".", "…"}:
            return None
        return self._reaction(gap)

    def _reaction(self, gap: Gap) -> Attribution | None:
        """A short sentence in which somebody reacts: Her father disagreed. The mayor was not convinced."""
        narration = self._prose.narration
        for at in range(gap.first + 1, gap.last):
            word = narration.lower[at]
            attitude = word in saying.ATTITUDES
            if not attitude and word not in saying.TURNS:
                continue
            end = at - 1
            while end > gap.first and (narration.lower[end] == "not" or narration.lower[end].endswith("ly")):
                end -= 1
            if attitude == (narration.lower[end] in _COPULAS):
                speaker = narration.phrase_before(end - attitude, gap.first)
                if speaker is not None and narration.somebody(*speaker) is not None:
                    cue = self._prose.span((at, at + 1))
                    return Attribution(self._prose.span(speaker), cue, Where.NEIGHBOURING_PARAGRAPH)
        return None

    def _set_off(self, number: int) -> Attribution | None:
        """Somebody in the sentence that a block quotation, or a row of them, is set off from."""
        while number > 0 and self._prose.blocks[number].kind is BlockKind.BLOCKQUOTE:
            number -= 1
        gap = self._last_sentence(number)
        speaker = self._prose.narration.somebody(gap.first, gap.last)
        if speaker is None or self._prose.blocks[number].kind in _APART:
            return None
        return Attribution(self._prose.span(speaker), None, Where.NEIGHBOURING_PARAGRAPH)

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
        bracketed = texts[first] in {"(", "[", "{"}
        if texts[first] in CREDIT_OPENERS and not (bracketed and last - first > _BRACKETED_TOKENS):
            speaker = self._prose.narration.phrase_after(first + 1, last)
            return Attribution(self._prose.span(speaker), self._prose.span((first, first + 1)), Where.CREDIT)
        plain = texts[last - 1] not in {".", "!", "?", ":"} and all(
            c.strength is Strength.NOUN for c in gap.cues
        )
        speaker = self._prose.narration.phrase_after(first, last) if plain else None
        if speaker is None or self._prose.blocks[0] is block:
            return None
        return Attribution(self._prose.span(speaker), None, Where.CREDIT)
