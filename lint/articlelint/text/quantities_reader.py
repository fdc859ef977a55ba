"""Finds the quantities of a text: numbers with what stands before and after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from articlelint.model import Block, BlockKind, Span
from articlelint.text.quantities import Quantity, QuantityKind, Unit
from articlelint.text.quantities_context import (
    ends_inexact,
    is_age_after_name,
    is_aged,
    is_date,
    is_inexact,
    is_pronoun,
    names_something,
)
from articlelint.text.quantities_numbers import AFTER_ARTICLE, STARTS, Piece, joined, pieces_from, word_at
from articlelint.text.quantities_parts import Part, currency_code, read_part
from articlelint.text.quantities_ranges import HYPHENS, may_be_year, read_range
from articlelint.text.quantities_units import SYMBOLS, unit_named
from articlelint.text.sentences import Sentence
from articlelint.text.tokens import TokenKind, Tokens
from articlelint.text.words import numbers

_MINUS = frozenset("-−–")
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD})


class _QuantityReader:
    """Reads the quantities of one text."""

    def __init__(
        self, text: str, blocks: Sequence[Block], tokens: Tokens, sentences: Sequence[Sentence]
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._sentence_starts = frozenset(sentence.tokens.start for sentence in sentences)
        self._headings = [block.span for block in blocks if block.kind in _HEADINGS]

    def quantities(self, positions: Mapping[str, Sequence[int]]) -> Iterator[Quantity]:
        """Yield the quantities in order; ``positions`` has the indexes of the tokens by their lower case."""
        done = 0
        for first in self._candidates(positions):
            if first >= done and not self._continues(first):
                quantity, done = self._read(first)
                if quantity is not None:
                    yield quantity

    def _candidates(self, positions: Mapping[str, Sequence[int]]) -> list[int]:
        """The indexes of the tokens that a number may begin with, in order."""
        starts = STARTS | set(numbers.ORDINALS)
        words = (word for word in positions if word.partition("-")[0] in starts)
        found = [at for word in words for at in positions[word]]
        found += [at for at, kind in enumerate(self._tokens.kinds) if kind is TokenKind.NUMBER]
        return sorted(found)

    def _continues(self, first: int) -> bool:
        """Whether a number belongs to the figures before it, which are no quantity: 24/7, 3-2, 020 7946."""
        tokens = self._tokens
        if first < 1 or not tokens.texts[first][0].isdecimal():
            return False
        before = tokens.texts[first - 1]
        if not tokens.adjoins(first):
            return before.isdecimal() and not may_be_year(before)
        if before[-1].isalnum():
            return True
        return (
            before in HYPHENS | {":", "/", "⁄", ".", "+"}
            and first > 1
            and tokens.texts[first - 2][-1].isdecimal()
        )

    def _read(self, first: int) -> tuple[Quantity | None, int]:
        """Return the quantity that begins at a token, if any, and the index of the token after it."""
        tokens = self._tokens
        begin, money, sign = self._before(first)
        pieces = pieces_from(self._text, tokens.starts[first if money is not None else begin])
        part = read_part(pieces, 0, money, joins=self._word_before(begin) != "between")
        if part is None:
            return None, first + 1
        first_word = self._word_before(begin)
        found = read_range(
            pieces,
            part,
            between=first_word == "between",
            apart=first_word == "from",
            aged=is_aged(tokens, begin),
        )
        after = self._token_after(pieces[(found[1] if found else part).stop - 1].end)
        if found is None or not self._is_quantity(pieces, begin, found):
            return None, after
        start = pieces[0].start if money is None else tokens.starts[begin]
        return self._quantity(pieces, begin, start, found, sign), after

    def _token_after(self, end: int) -> int:
        """The index of the first token that begins at an offset or after it."""
        return bisect_left(self._tokens.starts, end)

    def _word_before(self, token: int) -> str:
        """The token before another one, in lower case."""
        return self._tokens.lowered[token - 1] if token else ""

    def _before(self, first: int) -> tuple[int, Unit | None, int]:
        """Return the first token of what belongs to a number, the currency before it, and its sign."""
        tokens = self._tokens
        before = self._word_before(first)
        if tokens.lowered[first].partition("-")[0] in AFTER_ARTICLE and before in {"a", "an"}:
            return first - 1, None, 1
        if before in SYMBOLS and tokens.adjoins(first):
            prefix = tokens.texts[first - 2] if first > 1 and tokens.adjoins(first - 1) else ""
            of_country = unit_named(prefix + before) if prefix else None
            return (first - 1, unit_named(before), 1) if of_country is None else (first - 2, of_country, 1)
        code = currency_code(tokens.texts[first - 1]) if first else None
        if code is not None:
            return first - 1, code, 1
        negative = (
            before in _MINUS and tokens.adjoins(first) and (first == 1 or not tokens.adjoins(first - 1))
        )
        return first, None, (-1 if negative or before == "minus" else 1)

    def _is_quantity(self, pieces: Sequence[Piece], begin: int, found: tuple[Part, Part]) -> bool:
        """Whether a number counts something, and is no part of a date, a name or a list, and no pronoun."""
        _, high = found
        if high.kind not in {QuantityKind.COUNT, QuantityKind.ORDINAL}:
            return True
        if is_aged(self._tokens, begin):
            return True
        tokens, after = self._tokens, high.stop
        in_heading = any(span.start <= pieces[0].start < span.end for span in self._headings)
        if names_something(tokens, begin, self._sentence_starts, in_heading=in_heading):
            return False
        if is_date(pieces, after, high.number.value) or is_pronoun(tokens, begin, pieces, after):
            return False
        figures = pieces[0].text[0].isdecimal()
        if figures and begin in self._sentence_starts and word_at(pieces, after) in {")", "."}:
            return not joined(pieces, after)
        # Figures after figures are parts of a telephone number or of a table.
        return not (figures and word_at(pieces, after)[:1].isdecimal())

    def _quantity(
        self, pieces: Sequence[Piece], begin: int, start: int, found: tuple[Part, Part], sign: int
    ) -> Quantity:
        """Return the quantity of a number or a range; ``start`` is where its currency or number begins."""
        low, high = found
        kind, unit = high.kind, high.unit
        tokens = self._tokens
        aged = kind in {QuantityKind.COUNT, QuantityKind.MEASURE} and is_aged(tokens, begin)
        if aged or (kind is QuantityKind.COUNT and is_age_after_name(tokens, begin, pieces, high)):
            kind, unit = QuantityKind.AGE, unit or unit_named("year")
        ends = sorted((low.number.value * sign, high.number.value * sign))
        return Quantity(
            Span(start, pieces[high.stop - 1].end),
            Span(pieces[0].start, pieces[high.number.stop - 1].end),
            range(begin, self._token_after(pieces[high.stop - 1].end)),
            kind,
            ends[0],
            ends[1],
            high.number.step,
            unit,
            is_inexact(tokens, begin) or ends_inexact(pieces, high.stop),
        )


def find_quantities(
    text: str,
    blocks: Sequence[Block],
    tokens: Tokens,
    sentences: Sequence[Sentence],
    positions: Mapping[str, Sequence[int]],
) -> tuple[Quantity, ...]:
    """
    Return the quantities of a text, in order; none overlaps another.

    Years, dates, times of day, scores, telephone numbers, codes and numbers that are part of a name are left
    out, and so is what may be one of these.
    """
    return tuple(_QuantityReader(text, blocks, tokens, sentences).quantities(positions))
