"""Finds who said each quotation of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from articlelint.text.attribution import Attribution, Attributions, Where
from articlelint.text.attribution_nearby import NearbyBlocks
from articlelint.text.attribution_reach import Surroundings
from articlelint.text.narration import CREDIT_OPENERS, STAND_IN, ArticleNarration, Passage
from articlelint.text.quote_kinds import QuoteKind
from articlelint.text.quotes import Quote
from articlelint.text.speakers import Cue, Strength


def find_attributions(narration: ArticleNarration, quotes: Sequence[Quote]) -> Attributions:
    """
    Return who said the outer quotations, and which of them nobody in reach has said.

    A quotation is attributed by words outside all quotation marks: those of its own sentence; else those of
    its paragraph; else a lead-in or a credit beside its paragraph; else the other paragraphs of a quotation
    that runs over several. A quoted sentence is attributed by its paragraph only if the possible speaker is
    in reach, see ``Surroundings.is_in_reach``.
    """
    outer = [quote for quote in quotes if quote.depth == 0]
    surroundings = Surroundings(narration, outer)
    finder = _Finder(narration, surroundings)
    found: dict[Quote, Attribution] = {}
    at = 0
    for number, block in enumerate(narration.blocks):
        first = at
        while at < len(outer) and outer[at].span.start < block.span.end:
            at += 1
        if at > first:
            finder.attribute(number, outer[first:at], found)
    _share_in_chains(outer, found)
    missing = {quote: surroundings.confidence(quote) for quote in outer if quote not in found}
    return Attributions(found, missing)


def _share_in_chains(outer: Sequence[Quote], found: dict[Quote, Attribution]) -> None:
    """Give a quotation of a chain that has no attribution of its own the attribution of the chain."""
    chains: dict[int, Attribution] = {}
    for quote in outer:
        if quote.chain is not None and quote in found:
            chains.setdefault(quote.chain, found[quote])
    for quote in outer:
        if quote.chain in chains and quote not in found:
            found[quote] = chains[quote.chain]._replace(where=Where.CHAIN)


_BEFORE_CREDIT = frozenset({*"—–―-~", "--", "---", STAND_IN})
_MOST_PARTS = 8
"""How many quotations of one sentence may share a cue that stands before them all."""


class _NearestCues(NamedTuple):
    """
    For each passage of a paragraph, the nearest cue up to its end and the nearest from its start.

    Each cue comes with the passage that it stands in; None where there is no cue.
    """

    before: list[tuple[Cue, Passage] | None]
    after: list[tuple[Cue, Passage] | None]


def _nearest_cues(passages: Sequence[Passage], strength: Strength) -> _NearestCues:
    before: list[tuple[Cue, Passage] | None] = []
    nearest: tuple[Cue, Passage] | None = None
    for passage in passages:
        for cue in passage.cues:
            if cue.strength is strength:
                nearest = cue, passage
        before.append(nearest)
    after: list[tuple[Cue, Passage] | None] = []
    nearest = None
    for passage in reversed(passages):
        for cue in reversed(passage.cues):
            if cue.strength is strength:
                nearest = cue, passage
        after.append(nearest)
    after.reverse()
    return _NearestCues(before, after)


class _Finder:
    """Attributes the quotations of one paragraph after another."""

    def __init__(self, narration: ArticleNarration, surroundings: Surroundings) -> None:
        self._narration = narration
        self._surroundings = surroundings
        self._texts = narration.tokens.texts
        self._nearby = NearbyBlocks(narration)

    def attribute(self, number: int, quotes: Sequence[Quote], found: dict[Quote, Attribution]) -> None:
        """Add the attributions of the outer quotations of a block to ``found``."""
        passages = self._passages(number, quotes)
        cues = {
            Strength.SAYING: _nearest_cues(passages, Strength.SAYING),
            Strength.REACTING: _nearest_cues(passages, Strength.REACTING),
        }
        previous: Attribution | None = None
        for at, quote in enumerate(quotes):
            attribution = (
                self._lead_in(passages[at])
                or self._after(quote, passages[at + 1])
                or self._before(quotes, passages, at)
            )
            if attribution is not None:
                self._surroundings.mark_attributed(quote)
            elif self._may_be_in_reach(quote):
                attribution = self._in_other_sentence(cues, at) or previous
                if attribution is None and at == 0:
                    # This does not depend on the quotation: what fails for the first fails for the others.
                    attribution = self._anybody(passages)
            elif passages[at].first == passages[at].last:
                attribution = previous
            if attribution is None and at == 0:
                attribution = self._nearby.attribution(number, passages)
            if attribution is not None:
                attribution = found[quote] = self._with_subject(attribution, previous)
            previous = attribution

    def _may_be_in_reach(self, quote: Quote) -> bool:
        """Whether the paragraph may tell who said a quotation: always so for a part of a sentence."""
        return quote.kind is not QuoteKind.SENTENCE or self._surroundings.is_in_reach(quote)

    def _passages(self, number: int, quotes: Sequence[Quote]) -> list[Passage]:
        """The narration before, between and after the quotations of a block: one passage more than those."""
        block = self._narration.blocks[number]
        passages: list[Passage] = []
        end, comma = block.span.start, False
        for quote in quotes:
            passages.append(self._narration.passage(end, quote.span.start, after_comma=comma))
            end, comma = quote.span.end, self._narration.text[quote.inner.end - 1] == ","
        passages.append(self._narration.passage(end, block.span.end, after_comma=comma))
        return passages

    def _with_subject(self, attribution: Attribution, before: Attribution | None) -> Attribution:
        """Give a participle the subject of the quotation before: She said “no,” adding “never”."""
        cue = attribution.cue
        if attribution.speaker is not None or before is None or cue is None:
            return attribution
        if not self._narration.text.endswith("ing", cue.start, cue.end):
            return attribution
        return attribution._replace(speaker=before.speaker)

    def _lead_in(self, passage: Passage) -> Attribution | None:
        """The attribution by a passage that ends with a colon."""
        if passage.last == passage.first or self._texts[passage.last - 1] != ":":
            return None
        return self._narration.lead_in(passage)

    def _after(self, quote: Quote, passage: Passage) -> Attribution | None:
        """The attribution by a credit or a cue after the quotation, in the same sentence."""
        first = passage.first
        if first == passage.last:
            return None
        if self._texts[first] in CREDIT_OPENERS or self._texts[first] == STAND_IN:
            credit = self._credit(passage)
            if credit is not None:
                return credit
        quoted = self._narration.text[quote.inner.start : quote.inner.end].rstrip()
        if quoted.endswith(".") and not self._texts[first][0].islower():
            return None
        end = next((start for start in passage.sentence_starts if start > first), passage.last)
        cues = [cue for cue in passage.cues if cue.first < end and cue.strength is not Strength.NOUN]
        saying = [cue for cue in cues if cue.strength is Strength.SAYING]
        if not cues:
            return None
        return self._narration.attribution((saying or cues)[0], first, end, Where.AFTER)

    def _credit(self, passage: Passage) -> Attribution | None:
        """The attribution by a credit line: “We won.” — Amal Haddad, or “We won.” [Reuters]"""
        texts, first, last = self._texts, passage.first, passage.last
        opener = texts[first]
        cue = self._narration.span((first, first + 1))
        if last == first + 1 or texts[first + 1] == STAND_IN or opener == STAND_IN:
            return Attribution(None, cue, Where.CREDIT) if opener in _BEFORE_CREDIT else None
        following = texts[first + 1]
        if not following[0].isupper() and following != "{" and opener not in {"@", "{"}:
            return None
        if opener in _BEFORE_CREDIT and any(cue.strength is Strength.SAYING for cue in passage.cues):
            return None
        speaker = self._narration.speakers.phrase_after(first + 1, last) or (first + 1, first + 2)
        return Attribution(self._narration.span(speaker), cue, Where.CREDIT)

    def _before(self, quotes: Sequence[Quote], passages: list[Passage], at: int) -> Attribution | None:
        """The attribution by a cue before the quotation in its sentence, perhaps before other quotations."""
        for number in range(at, max(at - _MOST_PARTS, -1), -1):
            passage = passages[number]
            if passage.first < passage.last and self._texts[passage.last - 1] in {".", "!", "?"}:
                return None
            begin = passage.last_sentence
            cues = [cue for cue in passage.cues if cue.first >= begin]
            verbs = [cue for cue in cues if cue.strength is not Strength.NOUN]
            after_part = number > 0 and not self._ends_sentence(quotes[number - 1])
            if cues:
                between = after_part and not passage.sentence_starts
                where = Where.BETWEEN if between else Where.BEFORE
                return self._narration.attribution((verbs or cues)[-1], begin, passage.last, where)
            if passage.sentence_starts or (number > 0 and not after_part):
                return None
        return None

    def _ends_sentence(self, quote: Quote) -> bool:
        """Whether the quoted words end with a full stop, question mark or exclamation mark."""
        return self._narration.text[quote.inner.start : quote.inner.end].rstrip().endswith((".", "!", "?"))

    def _in_other_sentence(self, cues: dict[Strength, _NearestCues], at: int) -> Attribution | None:
        """The attribution by a cue in an earlier, or else a later, sentence of the paragraph."""
        for strength in (Strength.SAYING, Strength.REACTING):
            earlier, later = cues[strength].before[at], cues[strength].after[at + 1]
            if earlier is not None:
                return self._in_sentence(*earlier, Where.EARLIER_SENTENCE)
            if later is not None:
                return self._in_sentence(*later, Where.LATER_SENTENCE)
        return None

    def _in_sentence(self, cue: Cue, passage: Passage, where: Where) -> Attribution:
        """The attribution by a cue, whose speaker stands in the same sentence of the passage."""
        starts = passage.sentence_starts
        at = bisect_right(starts, cue.first)
        begin = starts[at - 1] if at else passage.first
        end = starts[at] if at < len(starts) else passage.last
        return self._narration.attribution(cue, begin, end, where)

    def _anybody(self, passages: list[Passage]) -> Attribution | None:
        """The attribution by the first person who acts in the paragraph: Haddad shrugged. “We won.”"""
        for passage in passages:
            speaker = self._narration.speakers.first_named(passage.first, passage.last)
            if speaker is not None:
                return Attribution(self._narration.span(speaker), None, Where.EARLIER_SENTENCE)
        return None
