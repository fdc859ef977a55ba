"""Finds who said each quotation of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from articlelint.text.attribution import Attribution, Where
from articlelint.text.attribution_nearby import Neighbours
from articlelint.text.narration import CREDIT_OPENERS, STAND_IN, Gap
from articlelint.text.speakers import Cue, Strength

if TYPE_CHECKING:
    from articlelint.text.narration import Prose
    from articlelint.text.quotes import Quote


def find_attributions(prose: Prose, quotes: Sequence[Quote]) -> dict[Quote, Attribution]:
    """
    The attributions of the outer quotations that have one.

    A quotation is attributed by words outside all quotation marks: first by those of its own sentence, then
    by its paragraph, then by a lead-in or a credit next to its paragraph, then by the rest of its chain.
    """
    outer = [quote for quote in quotes if quote.depth == 0]
    finder = _Finder(prose)
    found: dict[Quote, Attribution] = {}
    at = 0
    for number, block in enumerate(prose.blocks):
        first = at
        while at < len(outer) and outer[at].span.start < block.span.end:
            at += 1
        if at > first:
            finder.read(number, outer[first:at], found)
    _share_in_chains(outer, found)
    return found


def _share_in_chains(outer: Sequence[Quote], found: dict[Quote, Attribution]) -> None:
    """Give each link of a chain that has no attribution of its own that of the chain."""
    chains: dict[int, Attribution] = {}
    for quote in outer:
        if quote.chain is not None and quote in found:
            chains.setdefault(quote.chain, found[quote])
    for quote in outer:
        if quote.chain in chains and quote not in found:
            found[quote] = chains[quote.chain]._replace(where=Where.CHAIN)


_BEFORE_CREDIT = frozenset({*"—–―-~", "--", "---", STAND_IN})
_MOST_PARTS = 8
"""How many quotations of one sentence may share a cue that stands before them."""


class _Nearest(NamedTuple):
    """For each gap of a paragraph, the last cue up to it and the first cue from it on, with their gaps."""

    earlier: list[tuple[Cue, Gap] | None]
    later: list[tuple[Cue, Gap] | None]


def _nearest(gaps: Sequence[Gap], strength: Strength) -> _Nearest:
    earlier: list[tuple[Cue, Gap] | None] = []
    later: list[tuple[Cue, Gap] | None] = []
    seen: tuple[Cue, Gap] | None = None
    for gap in gaps:
        for cue in gap.cues:
            if cue.strength is strength:
                seen = cue, gap
        earlier.append(seen)
    seen = None
    for gap in reversed(gaps):
        for cue in reversed(gap.cues):
            if cue.strength is strength:
                seen = cue, gap
        later.append(seen)
    return _Nearest(earlier, later[::-1])


class _Finder:
    """Reads one paragraph after another."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._tokens = prose.tokens
        self._neighbours = Neighbours(prose)

    def read(self, number: int, quotes: Sequence[Quote], found: dict[Quote, Attribution]) -> None:
        """Attribute the outer quotations of a block."""
        block = self._prose.blocks[number]
        gaps: list[Gap] = []
        end, comma = block.span.start, False
        for quote in quotes:
            gaps.append(self._prose.gap(end, quote.span.start, spoken=comma))
            end, comma = quote.span.end, self._prose.text[quote.inner.end - 1] == ","
        gaps.append(self._prose.gap(end, block.span.end, spoken=comma))
        cues: dict[Strength, _Nearest] = {}
        before: Attribution | None = None
        anyone: list[Attribution | None] = []  # found once for all quotations of the block
        for at, quote in enumerate(quotes):
            attribution = (
                self._introduced(gaps, at)
                or self._after(quote, gaps[at + 1])
                or self._before(quotes, gaps, at)
            )
            if attribution is None:
                attribution = self._elsewhere(gaps, cues, at) or before
            if attribution is None:
                anyone = anyone or [self._anyone(gaps) or self._neighbours.attribution(number, gaps)]
                attribution = anyone[0]
            if attribution is not None:
                attribution = found[quote] = self._completed(attribution, before)
            before = attribution

    def _completed(self, attribution: Attribution, before: Attribution | None) -> Attribution:
        """A participle without a subject has that of the quotation before: She said “no,” adding “never”."""
        cue = attribution.cue
        if attribution.speaker is not None or before is None or cue is None:
            return attribution
        if not self._prose.text.endswith("ing", cue.start, cue.end):
            return attribution
        return attribution._replace(speaker=before.speaker)

    def _introduced(self, gaps: list[Gap], at: int) -> Attribution | None:
        """A lead-in with a colon."""
        gap = gaps[at]
        if gap.last == gap.first or self._tokens.texts[gap.last - 1] != ":":
            return None
        return self._prose.colon(gap)

    def _after(self, quote: Quote, gap: Gap) -> Attribution | None:
        """A cue or a credit behind the quotation, in the same sentence."""
        if gap.first == gap.last:
            return None
        texts = self._tokens.texts
        if texts[gap.first] in CREDIT_OPENERS or texts[gap.first] == STAND_IN:
            credit = self._credit(gap)
            if credit is not None:
                return credit
        if (
            self._prose.text[quote.inner.start : quote.inner.end].rstrip().endswith(".")
            and not texts[gap.first][0].islower()
        ):
            return None
        end = next((start for start in gap.starts if start > gap.first), gap.last)
        told = [cue for cue in gap.cues if cue.first < end and cue.strength is not Strength.NOUN]
        said = [cue for cue in told if cue.strength is Strength.SAYING]
        for cue in (said or told)[:1]:
            return self._prose.made(cue, gap.first, end, Where.AFTER)
        return None

    def _credit(self, gap: Gap) -> Attribution | None:
        """A credit line: “We won.” — Amal Haddad, “We won.” [Reuters]"""
        texts = self._tokens.texts
        cue = self._prose.span((gap.first, gap.first + 1))
        if gap.last == gap.first + 1 or texts[gap.first + 1] == STAND_IN or texts[gap.first] == STAND_IN:
            return Attribution(None, cue, Where.CREDIT) if texts[gap.first] in _BEFORE_CREDIT else None
        behind = texts[gap.first + 1]
        if not behind[0].isupper() and behind != "{" and texts[gap.first] not in {"@", "{"}:
            return None
        if texts[gap.first] in _BEFORE_CREDIT and any(told.strength is Strength.SAYING for told in gap.cues):
            return None
        speaker = self._prose.narration.phrase_after(gap.first + 1, gap.last) or (
            gap.first + 1,
            gap.first + 2,
        )
        return Attribution(self._prose.span(speaker), cue, Where.CREDIT)

    def _before(self, quotes: Sequence[Quote], gaps: list[Gap], at: int) -> Attribution | None:
        """A cue before the quotation, in the same sentence; it may stand before other quotations, too."""
        for number in range(at, max(at - _MOST_PARTS, -1), -1):
            gap = gaps[number]
            if gap.first < gap.last and self._tokens.texts[gap.last - 1] in {".", "!", "?"}:
                return None
            begin = gap.sentence
            told = [cue for cue in gap.cues if cue.first >= begin]
            spoken = [cue for cue in told if cue.strength is not Strength.NOUN] or told
            if spoken:
                between = number > 0 and not gap.starts and not self._ends_sentence(quotes[number - 1])
                return self._prose.made(
                    spoken[-1], begin, gap.last, Where.BETWEEN if between else Where.BEFORE
                )
            if gap.starts or (number and self._ends_sentence(quotes[number - 1])):
                return None
        return None

    def _ends_sentence(self, quote: Quote) -> bool:
        return self._prose.text[quote.inner.start : quote.inner.end].rstrip().endswith((".", "!", "?"))

    def _elsewhere(self, gaps: Sequence[Gap], cues: dict[Strength, _Nearest], at: int) -> Attribution | None:
        """A cue in an earlier or else a later sentence of the paragraph; ``cues`` keeps what was found."""
        for strength in (Strength.SAYING, Strength.REACTING):
            if strength not in cues:
                cues[strength] = _nearest(gaps, strength)
            nearest = cues[strength]
            if (earlier := nearest.earlier[at]) is not None:
                return self._in_sentence(*earlier, Where.EARLIER_SENTENCE)
            if (later := nearest.later[at + 1]) is not None:
                return self._in_sentence(*later, Where.LATER_SENTENCE)
        return None

    def _in_sentence(self, cue: Cue, gap: Gap, where: Where) -> Attribution:
        at = bisect_right(gap.starts, cue.first)
        begin = gap.starts[at - 1] if at else gap.first
        end = gap.starts[at] if at < len(gap.starts) else gap.last
        return self._prose.made(cue, begin, end, where)

    def _anyone(self, gaps: list[Gap]) -> Attribution | None:
        """Somebody who acts in the paragraph: Haddad shrugged. “We won.”"""
        for gap in gaps:
            named = self._prose.narration.somebody(gap.first, gap.last)
            if named is not None:
                return Attribution(self._prose.span(named), None, Where.EARLIER_SENTENCE)
        return None
