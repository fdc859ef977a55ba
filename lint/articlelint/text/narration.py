"""The narration of an article: the passages outside quotation marks, in which the speakers are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from articlelint.model import Block, Span
from articlelint.text.attribution import Attribution, Where
from articlelint.text.sentences import Sentence
from articlelint.text.speakers import Cue, SpeakerFinder, Strength
from articlelint.text.tokens import Tokens

NEAR_TOKENS = 4
"""How far a cue may stand from the quotation that it introduces or points back to."""
STAND_IN = "\ufffc"
"""What parsers put where markup shows something that is not prose: a picture, a template's output."""
CREDIT_OPENERS = frozenset({*"—–―-~[(@{", "--", "---"})


class Passage(NamedTuple):
    """
    A stretch of narration before, between or after the quotations of a paragraph.

    It has the tokens ``[first, last)``, the cues among them, and the indexes of the tokens that begin a
    sentence.
    """

    first: int
    last: int
    cues: list[Cue]
    sentence_starts: list[int]

    @property
    def last_sentence(self) -> int:
        """The token with which the last sentence of the passage begins."""
        return self.sentence_starts[-1] if self.sentence_starts else self.first


class ArticleNarration:
    """The narration of an article, and the attributions that its cues make."""

    def __init__(
        self, text: str, blocks: Sequence[Block], tokens: Tokens, sentences: Sequence[Sentence]
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.tokens = tokens
        self.speakers = SpeakerFinder(tokens)
        self.sentences = sentences
        self.sentence_starts = [sentence.tokens.start for sentence in sentences]

    def passage(self, start: int, end: int, *, after_comma: bool = False) -> Passage:
        """The passage between two offsets; ``after_comma`` if it follows a quotation that ends with one."""
        first, last = bisect_left(self.tokens.starts, start), bisect_left(self.tokens.starts, end)
        starts = self.sentence_starts[
            bisect_left(self.sentence_starts, first) : bisect_left(self.sentence_starts, last)
        ]
        return Passage(first, last, self.speakers.cues(first, last, after_comma=after_comma), starts)

    def span(self, tokens: tuple[int, int] | None) -> Span | None:
        """The span of the tokens ``[first, last)``; None for None."""
        if tokens is None:
            return None
        starts, last = self.tokens.starts, tokens[1] - 1
        return Span(starts[tokens[0]], starts[last] + len(self.tokens.texts[last]))

    def attribution(self, cue: Cue, first: int, last: int, where: Where) -> Attribution:
        """The attribution that a cue makes in its sentence, which has the tokens ``[first, last)``."""
        speaker = self.speakers.speaker(cue, first, last)
        return Attribution(self.span(speaker), self.span((cue.first, cue.last)), where)

    def lead_in(self, passage: Passage) -> Attribution:
        """The attribution that a passage makes whose last token is a colon."""
        begin, colon = passage.last_sentence, passage.last - 1
        cues = [cue for cue in passage.cues if cue.first >= begin]
        near = [
            cue
            for cue in cues
            if passage.last - cue.last <= NEAR_TOKENS and cue.strength is not Strength.NOUN
        ]
        saying = [cue for cue in cues if cue.strength is Strength.SAYING]
        if near or saying:
            return self.attribution((near or saying)[-1], begin, colon, Where.LEAD_IN)
        speaker = None
        if colon > begin:
            speaker = self.speakers.phrase_before(colon - 1, begin)
            speaker = speaker or self.speakers.phrase_after(begin, colon)
        return Attribution(self.span(speaker), self.span((colon, passage.last)), Where.LEAD_IN)
