"""Narration for the search for speakers: the stretches of prose outside quotation marks, with their cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from articlelint.model import Span
from articlelint.text.attribution import Attribution, Where
from articlelint.text.speakers import Cue, Narration, Strength

if TYPE_CHECKING:
    from articlelint.model import Block
    from articlelint.text.sentences import Sentence
    from articlelint.text.tokens import Tokens

NEAR_TOKENS = 4
"""How far a cue may stand from the quotation that it introduces or points back to."""
STAND_IN = "\ufffc"
"""What parsers put where markup shows something that is not prose: a picture, a template's output."""
CREDIT_OPENERS = frozenset({*"—–―-~[(@{", "--", "---"})


class Gap(NamedTuple):
    """The narration between two quotations of a paragraph: token indices, cues, where sentences begin."""

    first: int
    last: int
    cues: list[Cue]
    starts: list[int]

    @property
    def sentence(self) -> int:
        """Where the last sentence of the gap begins."""
        return self.starts[-1] if self.starts else self.first


class Prose:
    """An article's prose, as the search for speakers reads it."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        tokens: Tokens,
        lowered: Sequence[str],
        sentences: Sequence[Sentence],
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.tokens = tokens
        self.narration = Narration(tokens, lowered)
        self.sentence_starts = [sentence.tokens.start for sentence in sentences]

    def gap(self, start: int, end: int, *, spoken: bool = False) -> Gap:
        """The narration between two offsets; ``spoken`` where a quotation with a comma precedes."""
        first, last = bisect_left(self.tokens.starts, start), bisect_left(self.tokens.starts, end)
        begins = self.sentence_starts[
            bisect_left(self.sentence_starts, first) : bisect_left(self.sentence_starts, last)
        ]
        return Gap(first, last, self.narration.cues(first, last, spoken=spoken), begins)

    def made(self, cue: Cue, first: int, last: int, where: Where) -> Attribution:
        """An attribution by a cue in the sentence ``[first, last)``."""
        return Attribution(
            self.span(self.narration.speaker(cue, first, last)), self.span((cue.first, cue.last)), where
        )

    def span(self, tokens: tuple[int, int] | None) -> Span | None:
        """Where a range of tokens stands; None for None."""
        if tokens is None:
            return None
        starts, last = self.tokens.starts, tokens[1] - 1
        return Span(starts[tokens[0]], starts[last] + len(self.tokens.texts[last]))

    def colon(self, gap: Gap) -> Attribution:
        """The attribution by a stretch of narration that ends with a colon."""
        begin = gap.sentence
        told = [cue for cue in gap.cues if cue.first >= begin]
        near = [
            cue for cue in told if gap.last - cue.last <= NEAR_TOKENS and cue.strength is not Strength.NOUN
        ]
        said = [cue for cue in told if cue.strength is Strength.SAYING]
        for cue in (near or said)[-1:]:
            return self.made(cue, begin, gap.last - 1, Where.LEAD_IN)
        speaker = None
        if gap.last - 1 > begin:
            speaker = self.narration.phrase_before(gap.last - 2, begin)
            speaker = speaker or self.narration.phrase_after(begin, gap.last - 1)
        return Attribution(self.span(speaker), self.span((gap.last - 1, gap.last)), Where.LEAD_IN)
