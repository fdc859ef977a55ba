"""Ranges: 10-15, $5-10 million, between 5 and 10, 18- to 24-year-olds."""

from __future__ import annotations

from collections.abc import Sequence

from articlelint.text.quantities import QuantityKind, Unit
from articlelint.text.quantities_numbers import Number, Piece, after_hyphen, joined, word_at
from articlelint.text.quantities_parts import Part, currency_at, read_part

HYPHENS = frozenset("-–—‑")
_YEARS = range(1000, 2101)
_YEAR_DIGITS = 4
_PLURALS = frozenset({"people", "men", "women", "children"})


def may_be_year(text: str) -> bool:
    """Whether figures may be a year: 1948, not 1,948."""
    return text.isdecimal() and len(text) == _YEAR_DIGITS and int(text) in _YEARS


def read_range(
    pieces: Sequence[Piece], low: Part, *, between: bool, apart: bool, aged: bool
) -> tuple[Part, Part] | None:
    """
    Return both ends of the range that begins with a number: the number twice if it is alone.

    Return None if it is a year, a score or the like. ``between``, ``apart`` and ``aged`` say that "between",
    "from" or "aged" stands before the number. What goes "from 5 to 10 per cent" is no range: the number stays
    alone, and has the unit of the other one.
    """
    if low.kind is QuantityKind.COUNT and low.stop == 1 and may_be_year(pieces[0].text):
        return None
    on_both_sides = joined(pieces, low.stop) and joined(pieces, low.stop + 1)
    hyphen = on_both_sides and word_at(pieces, low.stop) in HYPHENS
    at = low.stop + 1 if hyphen else _after_joining_word(pieces, low.stop, between=between)
    figures = word_at(pieces, at)[:1].isdecimal()
    money, second = currency_at(pieces, at)
    high = read_part(pieces, second, money or _passed_on(low, hyphen=hyphen)) if at > low.stop else None
    if high is None:
        # "3 to 5pm" and "555-0100a" are no quantities; "a 3-a-side game" has a three.
        return None if figures else (low, low)
    scaled = _with_unit_of(low, high)
    fits = (scaled.kind, scaled.unit) == (high.kind, high.unit) and scaled.number.value < high.number.value
    if hyphen and low.kind is high.kind is QuantityKind.COUNT:
        # "A 3-5 defeat" and "555-1234" are no ranges, "3-5 goals" is one.
        return (scaled, high) if fits and (aged or _is_plural(word_at(pieces, high.stop))) else None
    if not fits:
        return None if hyphen and figures else (low, low)
    return (scaled, scaled) if apart and not hyphen else (scaled, high)


def _after_joining_word(pieces: Sequence[Piece], at: int, *, between: bool) -> int:
    """Return the index after "to", "or", or "and" after "between"; the same index where there is none."""
    suspended = word_at(pieces, at) == "-" and joined(pieces, at) and not joined(pieces, at + 1)
    word = at + 1 if suspended else after_hyphen(pieces, at)
    joining = {"and"} if between else {"to", "or"}
    return after_hyphen(pieces, word + 1) if word_at(pieces, word) in joining else at


def _passed_on(low: Part, *, hyphen: bool) -> Unit | None:
    """The currency of the first number, where its sign counts for the second one: $5-10m."""
    return low.unit if hyphen and low.kind is QuantityKind.MONEY else None


def _with_unit_of(low: Part, high: Part) -> Part:
    """Return the first number of a range with what only the second one says: 5 to 10 million miles."""
    number = low.number
    multiple = high.number.multiple
    if number.multiple == 1 < multiple and number.value * multiple < high.number.value:
        number = Number(number.value * multiple, number.step * multiple, number.stop, multiple)
    if low.kind is QuantityKind.COUNT:
        return low._replace(number=number, kind=high.kind, unit=high.unit)
    return low._replace(number=number)


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural."""
    return word in _PLURALS or (
        word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )
