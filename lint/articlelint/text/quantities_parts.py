"""One number with its unit: "$5 million", "10 miles", "6ft 2in", "34-year-old", "21st"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from articlelint.text.quantities import Dimension, QuantityKind, Unit
from articlelint.text.quantities_numbers import (
    Number,
    Piece,
    after_hyphen,
    joined,
    read_number,
    word_at,
)
from articlelint.text.quantities_units import SYMBOLS, first_words, unit_named
from articlelint.text.words import numbers, units
from articlelint.text.words.word_set import word_set

_LONGEST_UNIT = 5
"""How many pieces the name of a unit has at most: "degrees", "Fahrenheit"; "sq", ".", "ft"."""
_LETTERS_OF_CODES = 3
_PERCENT = frozenset({"%", "percent", "pct", "pc"})
_TIMES = word_set("am pm a.m p.m o'clock o’clock gmt bst noon midday midnight")
_AFTER_METRES = units.DIMENSIONS | {"above", "below", "across", "(", ")"}
"""They show that 5m is no five million."""
_WITH_SMALLER_UNITS = frozenset({Dimension.LENGTH, Dimension.MASS, Dimension.TIME})
_POUNDS = frozenset({"lb", "lbs", "pound", "pounds"})
_ELEVEN = 11
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


class Part(NamedTuple):
    """A number with its unit: its kind, and the index of the piece after it."""

    number: Number
    kind: QuantityKind
    unit: Unit | None
    stop: int


def currency_at(pieces: Sequence[Piece], at: int) -> tuple[Unit | None, int]:
    """Return the currency whose sign stands at a piece, and the index of the piece after it: $, US$, EUR."""
    if at + 1 >= len(pieces):
        return None, at
    sign = pieces[at].text
    if sign in SYMBOLS:
        return unit_named(sign), at + 1
    if pieces[at + 1].text == "$" and joined(pieces, at + 1):
        return unit_named(sign + "$"), at + 2
    unit = currency_code(sign)
    return (None, at) if unit is None else (unit, at + 1)


def currency_code(word: str) -> Unit | None:
    """Return the currency of a code such as EUR; None if the word is none."""
    unit = unit_named(word) if len(word) == _LETTERS_OF_CODES and word.isupper() else None
    return unit if unit is not None and unit.dimension is Dimension.MONEY else None


def read_part(pieces: Sequence[Piece], at: int, money: Unit | None, *, joins: bool = True) -> Part | None:
    """
    Return the number at a piece, with its unit; None if there is none, or if it is a time or a code.

    ``money`` is the currency whose sign stands before the number. ``joins`` says whether "and" may be inside
    the number.
    """
    number = read_number(pieces, at, joins=joins, money=money is not None)
    if number is None:
        return _ordinal(pieces, at, Fraction(0))
    if money is not None:
        return Part(number, QuantityKind.MONEY, money, number.stop)
    behind = after_hyphen(pieces, number.stop)
    word, following = word_at(pieces, behind), word_at(pieces, behind + 1)
    if word in _PERCENT:
        return Part(number, QuantityKind.PERCENT, None, behind + 1)
    if word == "per" and following == "cent":
        return Part(number, QuantityKind.PERCENT, None, behind + 2)
    if word == "percentage" and following.startswith("point"):
        return Part(number, QuantityKind.PERCENTAGE_POINT, None, behind + 2)
    if word == "st" and joined(pieces, behind) and _is_weight(pieces, number, behind + 1):
        part = Part(number, QuantityKind.MEASURE, unit_named("stone"), behind + 1)
        return _with_smaller_unit(pieces, part)
    if word in _ORDINAL_ENDINGS and joined(pieces, behind) and number.stop == at + 1:
        return Part(number, QuantityKind.ORDINAL, None, behind + 1)
    ordinal = _ordinal(pieces, behind, number.value) if number.value % 10 == 0 else None
    if ordinal is not None:
        return ordinal
    if word in _TIMES:
        return None
    measured = _measured(pieces, number, behind)
    if measured is not None or _is_code(pieces, number.stop):
        return measured
    return Part(number, QuantityKind.COUNT, None, number.stop)


def _is_weight(pieces: Sequence[Piece], number: Number, at: int) -> bool:
    """Whether "st" behind a number stands for stones: 12st 7lb, and 12st, which is no ordinal."""
    pounds = read_number(pieces, at)
    if pounds is not None:
        return word_at(pieces, after_hyphen(pieces, pounds.stop)) in _POUNDS
    return number.value % 10 != 1 or number.value % 100 == _ELEVEN


def _ordinal(pieces: Sequence[Piece], at: int, tens: Fraction) -> Part | None:
    """Return the ordinal in words at a piece, with the tens before it: fifth, twenty-first."""
    word = word_at(pieces, at)
    if word not in numbers.ORDINALS or after_hyphen(pieces, at + 1) > at + 1:
        return None
    value = numbers.ORDINALS.index(word) + 1
    if tens and (value > len(numbers.ONES) or pieces[0].text[0].isdecimal()):
        return None
    return Part(Number(tens + value, Fraction(1), at + 1), QuantityKind.ORDINAL, None, at + 1)


def _is_code(pieces: Sequence[Piece], at: int) -> bool:
    """Whether letters or figures follow directly, so that the figures are part of a code or a time of day."""
    if not joined(pieces, at):
        return False
    if pieces[at].text[0].isalnum():
        return True
    joins = pieces[at].text in {":", "/", "."} and joined(pieces, at + 1)
    return joins and pieces[at + 1].text[0].isdecimal()


def _measured(pieces: Sequence[Piece], number: Number, behind: int) -> Part | None:
    """Return a number with the unit at a piece, or the age that it makes with "old"."""
    unit, stop = _unit_at(pieces, behind)
    if unit is None:
        return None
    if unit.dimension is Dimension.MONEY:
        return Part(number, QuantityKind.MONEY, unit, stop)
    if unit.name in units.CALENDAR_UNITS:
        old = after_hyphen(pieces, stop)
        if word_at(pieces, old) in {"old", "olds"}:
            return Part(number, QuantityKind.AGE, unit, old + 1)
        if (word_at(pieces, stop), word_at(pieces, stop + 1)) == ("of", "age"):
            return Part(number, QuantityKind.AGE, unit, stop + 2)
    return _with_smaller_unit(pieces, Part(number, QuantityKind.MEASURE, unit, stop))


def _with_smaller_unit(pieces: Sequence[Piece], part: Part) -> Part:
    """Return a measure with the smaller ones after it: 6ft 2in, 6 feet, 2 inches."""
    if part.unit is None or part.unit.dimension not in _WITH_SMALLER_UNITS:
        return part
    between = word_at(pieces, part.stop)
    in_time = part.unit.dimension is Dimension.TIME
    at = part.stop + (between == "," or (in_time and between == "and"))
    number = read_number(pieces, at)
    unit, stop = (None, at) if number is None else _unit_at(pieces, after_hyphen(pieces, number.stop))
    if number is None or unit is None or unit.dimension is not part.unit.dimension:
        return part
    share = unit.scales[0].factor / part.unit.scales[0].factor
    if unit.system is not part.unit.system or share >= 1 or number.value * share >= 1:
        return part
    whole = Number(part.number.value + number.value * share, number.step * share, number.stop)
    return _with_smaller_unit(pieces, Part(whole, part.kind, part.unit, stop))


def _unit_at(pieces: Sequence[Piece], at: int) -> tuple[Unit | None, int]:
    """Return the unit whose name begins at a piece, the longest there is, and the index after it."""
    if word_at(pieces, at) not in first_words():
        return None, at
    for length in range(min(_LONGEST_UNIT, len(pieces) - at), 0, -1):
        name = _name_of(pieces, at, at + length)
        unit = unit_named(name)
        if unit is None and len(name) > 1:
            unit = unit_named(name.lower())
        if unit is not None and _is_unit(pieces, at, name):
            return unit, at + length
    return None, at


def _name_of(pieces: Sequence[Piece], first: int, stop: int) -> str:
    """Return the text of the pieces, without full stops of abbreviations and with spaces for hyphens."""
    name = pieces[first].text
    for at in range(first + 1, stop):
        text = pieces[at].text
        if text == "-":
            name += " "
        elif text != "." or at == stop - 1:
            name += text if joined(pieces, at) and pieces[at - 1].text not in {"-", "."} else f" {text}"
    return " ".join(name.split())


def _is_unit(pieces: Sequence[Piece], at: int, name: str) -> bool:
    """Whether a short name is a unit where it stands: "in" may be a preposition, and 5m five million."""
    if name == "in":
        return joined(pieces, at)
    if name != "m" or not joined(pieces, at):
        return True
    return word_at(pieces, at + 1) in _AFTER_METRES
