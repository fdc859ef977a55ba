"""Attributions by the blocks beside a paragraph with quotations: a lead-in before it, a credit after it."""

from __future__ import annotations

from bisect import bisect_left

from articlelint.model import Block, BlockKind
from articlelint.text import cues
from articlelint.text.attribution import Attribution, Where
from articlelint.text.narration import CREDIT_OPENERS, NEAR_TOKENS, STAND_IN, ArticleNarration, Passage
from articlelint.text.possible_speakers import PossibleSpeakers, Presence
from articlelint.text.speakers import Strength
from articlelint.text.words import determiners, saying

_CREDIT_TOKENS = 16
_BRACKETED_TOKENS = 6
_PHRASE_TOKENS = 4
_ANSWER_BLOCKS = 4
_REACTION_TOKENS = 16
_COPULAS = frozenset(
    {"was", "were", "is", "are", "been", "wasn’t", "wasn't", "seemed", "looked", "sounded", "felt"}
)
_POINTING_BACK = frozenset({"so", "those", "these", "thus", "such"})
_STANDS_ASIDE = frozenset({BlockKind.CAPTION, BlockKind.TABLE_CELL, BlockKind.TICKER})
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD})
_APART = _HEADINGS | {BlockKind.TIMESTAMP, BlockKind.BREADCRUMB}
_TURNS = frozenset({BlockKind.QA_TURN, BlockKind.SPEAKER_LABEL})


class NearbyBlocks:
    """Looks for the speaker of a paragraph's quotations in the blocks before and after it."""

    def __init__(self, narration: ArticleNarration) -> None:
        self._narration = narration
        self._possible = PossibleSpeakers(narration.tokens, narration.sentence_starts, narration.speakers)
        self._speakers = narration.speakers
        self._blocks = narration.blocks
        self._texts = narration.tokens.texts

    def attribution(self, number: int, passages: list[Passage]) -> Attribution | None:
        """
        The attribution by a lead-in at the end of the block before, or by a credit that begins the next.

        ``number`` is the paragraph's block and ``passages`` is its narration. Where it begins with a
        quotation, the block before is looked at; where it ends with one, the next.
        """
        attribution = None
        before, following = self._beside(number, -1), self._beside(number, 1)
        if passages[0].first == passages[0].last:
            attribution = self._asked(number) if before is None else self._led_in(before)
            if attribution is None and self._blocks[number].kind is BlockKind.BLOCKQUOTE:
                attribution = self._set_off(number)
            attribution = attribution or self._answer(number)
        if attribution is None and following is not None and passages[-1].first == passages[-1].last:
            attribution = self._credited(self._blocks[following])
            if attribution is None and before is None:
                attribution = self._opening(following)
        return attribution

    def _beside(self, number: int, step: int) -> int | None:
        """The next block in a direction, pictures and tables passed over; None at a heading."""
        number += step
        while 0 <= number < len(self._blocks) and self._stands_aside(self._blocks[number]):
            number += step
        if not 0 <= number < len(self._blocks) or self._blocks[number].kind in _APART:
            return None
        return number

    def _stands_aside(self, block: Block) -> bool:
        """Whether a block is a picture, its caption or part of a table."""
        text = self._narration.text[block.span.start : block.span.end]
        return block.kind in _STANDS_ASIDE or text == STAND_IN

    def _answer(self, number: int) -> Attribution | None:
        """The attribution of an answer in an interview: the paragraphs after a question or a name."""
        for at in range(number - 1, max(number - 1 - _ANSWER_BLOCKS, -1), -1):
            if self._blocks[at].kind in _TURNS:
                return Attribution(None, None, Where.NEIGHBOURING_PARAGRAPH)
            if self._blocks[at].kind in _APART:
                return None
        return None

    def _opening(self, following: int) -> Attribution | None:
        """The attribution of a quotation that opens the article, by the first sentence after it."""
        span = self._blocks[following].span
        passage = self._narration.passage(span.start, span.end)
        starts = passage.sentence_starts
        end = starts[1] if len(starts) > 1 else passage.last
        speaker = self._speakers.first_named(passage.first, end)
        if speaker is None and not any(cue.first < end for cue in passage.cues):
            return None
        return Attribution(self._narration.span(speaker), None, Where.NEIGHBOURING_PARAGRAPH)

    def _asked(self, number: int) -> Attribution | None:
        """The attribution by a heading that asks a question, or that ends with a colon or a cue."""
        block = self._blocks[number - 1] if number else None
        if block is None or block.kind not in _HEADINGS:
            return None
        last = bisect_left(self._narration.tokens.starts, block.span.end) - 1
        word = self._speakers.lowered[last]
        if word not in {"?", ":"} and (word not in saying.saying_verbs() or word in saying.NOUN_VERBS):
            return None
        return Attribution(None, self._narration.span((last, last + 1)), Where.NEIGHBOURING_PARAGRAPH)

    def _last_sentence(self, number: int) -> Passage:
        """The last sentence of a block, as a passage."""
        span, starts = self._blocks[number].span, self._narration.sentence_starts
        first = bisect_left(self._narration.tokens.starts, span.start)
        last = bisect_left(self._narration.tokens.starts, span.end)
        begin = max(starts[max(bisect_left(starts, last) - 1, 0)], first)
        return Passage(begin, last, self._speakers.cues(begin, last), [begin])

    def _led_in(self, number: int) -> Attribution | None:
        """The attribution by the end of a block: Her father disagreed. | He smiled: | The letter said"""
        passage = self._last_sentence(number)
        ending = self._texts[passage.last - 1]
        if ending == ":":
            return self._narration.lead_in(passage)._replace(where=Where.NEIGHBOURING_PARAGRAPH)
        cue = passage.cues[-1] if passage.cues else None
        if cue is not None and cue.last == passage.last and cue.strength is not Strength.NOUN:
            return self._narration.attribution(cue, passage.first, passage.last, Where.NEIGHBOURING_PARAGRAPH)
        if passage.last - passage.first > _REACTION_TOKENS or ending not in {".", "…"}:
            return None
        return self._reaction(passage) or self._remarked(passage) or self._published(passage)

    def _remarked(self, passage: Passage) -> Attribution | None:
        """The attribution by a short sentence that ends with what somebody says: He went on with his joke."""
        cue = passage.cues[-1] if passage.cues else None
        if cue is None or cue.strength is not Strength.NOUN or cue.last != passage.last - 1:
            return None
        owners = self._speakers.lowered[max(passage.first, cue.first - _PHRASE_TOKENS) : cue.first]
        if determiners.POSSESSIVES.isdisjoint(owners):
            return None
        if self._possible.presence([(passage.first, cue.first)]) < Presence.SUBJECT:
            return None
        speaker = self._speakers.first_named(passage.first, cue.first)
        span = self._narration.span((cue.first, cue.last))
        return Attribution(self._narration.span(speaker), span, Where.NEIGHBOURING_PARAGRAPH)

    def _published(self, passage: Passage) -> Attribution | None:
        """The attribution by a short sentence about a text: He issued a statement. | Here is her letter."""
        lowered = self._speakers.lowered
        cue = next((cue for cue in passage.cues if cue.strength is Strength.NOUN), None)
        if cue is None:
            return None
        before = lowered[passage.first : cue.first]
        is_subject = len(before) <= _PHRASE_TOKENS and cues.DETERMINERS.issuperset(before[:1])
        presented = lowered[cue.first] in saying.DOCUMENTS and (is_subject or before[:1] == ("here",))
        subject = self._possible.presence([(passage.first, cue.first)]) >= Presence.SUBJECT
        if not presented and not (subject and not saying.PUBLISHING.isdisjoint(before)):
            return None
        speaker = self._speakers.first_named(passage.first, passage.last)
        span = self._narration.span((cue.first, cue.last))
        return Attribution(self._narration.span(speaker), span, Where.NEIGHBOURING_PARAGRAPH)

    def _reaction(self, passage: Passage) -> Attribution | None:
        """The attribution by a short sentence in which somebody reacts: The mayor was not convinced."""
        lowered = self._speakers.lowered
        for at in range(passage.first + 1, passage.last):
            attitude = lowered[at] in saying.ATTITUDES
            if not attitude and lowered[at] not in saying.TURNS:
                continue
            end = at - 1
            while end > passage.first and (lowered[end] == "not" or lowered[end].endswith("ly")):
                end -= 1
            # An attitude needs a copula before it ("was convinced"), a verb must have none ("disagreed").
            if attitude != (lowered[end] in _COPULAS):
                continue
            speaker = self._speakers.phrase_before(end - 1 if attitude else end, passage.first)
            if speaker is not None and self._speakers.first_named(*speaker) is not None:
                cue = self._narration.span((at, at + 1))
                return Attribution(self._narration.span(speaker), cue, Where.NEIGHBOURING_PARAGRAPH)
        return None

    def _set_off(self, number: int) -> Attribution | None:
        """The attribution by the sentence that one or several block quotations are set off from."""
        while number > 0 and self._blocks[number].kind is BlockKind.BLOCKQUOTE:
            number -= 1
        passage = self._last_sentence(number)
        speaker = self._speakers.first_named(passage.first, passage.last)
        if speaker is None or self._blocks[number].kind in _APART:
            return None
        return Attribution(self._narration.span(speaker), None, Where.NEIGHBOURING_PARAGRAPH)

    def _credited(self, block: Block) -> Attribution | None:
        """The attribution by a block: — Amal Haddad, mayor | Those were the words of Amal Haddad."""
        narration, texts = self._narration, self._texts
        first = bisect_left(narration.tokens.starts, block.span.start)
        last = bisect_left(narration.tokens.starts, block.span.end)
        found = self._speakers.cues(first, min(last, first + _CREDIT_TOKENS))
        near = [cue for cue in found if cue.first - first <= NEAR_TOKENS]
        if self._speakers.lowered[first] in _POINTING_BACK and near:
            return narration.attribution(near[0], first, last, Where.NEIGHBOURING_PARAGRAPH)
        if last - first > _CREDIT_TOKENS:
            return None
        too_long = texts[first] in {"(", "[", "{"} and last - first > _BRACKETED_TOKENS
        if texts[first] in CREDIT_OPENERS and not too_long:
            speaker = self._speakers.phrase_after(first + 1, last)
            return Attribution(narration.span(speaker), narration.span((first, first + 1)), Where.CREDIT)
        speaker = self._speakers.phrase_after(first, last)
        if speaker is None or self._blocks[0] is block:
            return None
        # The markup has taken the dash of "- Sanders." for that of a list.
        is_name = block.kind is BlockKind.LIST_ITEM and speaker[1] == last - 1
        is_sentence = texts[last - 1] in {".", "!", "?", ":"} and not is_name
        if is_sentence or any(cue.strength is not Strength.NOUN for cue in found):
            return None
        return Attribution(narration.span(speaker), None, Where.CREDIT)
