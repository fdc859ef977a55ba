"""Numbers, in figures and in words: the pieces of text that they are written in, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from math import gcd
from typing import NamedTuple

from articlelint.text.words import numbers

_VULGAR = "½ 1/2 ⅓ 1/3 ⅔ 2/3 ¼ 1/4 ¾ 3/4 ⅕ 1/5 ⅖ 2/5 ⅗ 3/5 ⅘ 4/5 ⅙ 1/6 ⅚ 5/6 ⅛ 1/8 ⅜ 3/8 ⅝ 5/8 ⅞ 7/8".split()
_VULGAR_FRACTIONS = dict(zip(_VULGAR[::2], _VULGAR[1::2], strict=True))
_LETTER = rf"[^\W\d_{''.join(_VULGAR_FRACTIONS)}]"
_PIECE = re.compile(rf"\d+(?:[.,]\d+)*|{_LETTER}+(?:[.'’]{_LETTER}+)*|\S")
_FIGURES = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?")
_GAPS = frozenset({"", " ", "\n", "\u00a0", "\u2009", "\u202f"})
_MOST_DIGITS = 30
"""Figures that are longer are no number of anything; Python does not read those of 4,300 digits."""
_MOST_PIECES = 24
"""How many pieces, from the first of a number on, are looked at."""

_SMALL = {word: value for value, word in enumerate((*numbers.ONES, *numbers.TEN_TO_NINETEEN), start=1)}
_TENS = {word: 10 * value for value, word in enumerate(numbers.TENS, start=2)}
_SCALES = {"hundred": 100} | {word: 1000**power for power, word in enumerate(numbers.SCALES[1:], start=1)}
_HUNDRED = _SCALES["hundred"]
_MULTIPLES = _SCALES | {"dozen": 12}
_SHORT_SCALES = {short: _SCALES[word] for short, word in numbers.SHORT_SCALES.items()}
_PART = {word: value for value, word in enumerate(numbers.DENOMINATORS, start=2)} | {"fourth": 4}
_PARTS = _PART | {f"{word}s": value for word, value in _PART.items() if word != "half"} | {"halves": 2}
_FRACTION_BARS = (["/"], ["⁄"])
_FIGURES_BELOW = frozenset({"2", "3", "4", "8", "16"})
"""The denominators of fractions in figures; with another one, figures are a date or a mark: 7/10."""
AFTER_ARTICLE = frozenset({*_MULTIPLES, *_PARTS})
"""The words that "a" may stand before as a number."""
STARTS = AFTER_ARTICLE | {*_SMALL, *_TENS}
"""The words that a number may begin with, maybe after "a"."""


class Piece(NamedTuple):
    """A word, figures or a mark; a hyphen and what stands beside it are different pieces."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


class Number(NamedTuple):
    """
    A number that was read, and the index of the piece after it.

    ``step`` is what one more in its last place is worth: a hundred thousand for "2.5 million". ``multiple``
    is what its word for thousands or millions, or its fraction, stands for; 1 without such a word.
    """

    value: Fraction
    step: Fraction
    stop: int
    multiple: int = 1


def pieces_from(text: str, start: int) -> list[Piece]:
    """Return the pieces of a text from an offset on, up to a gap wider than a space or a line break."""
    found: list[Piece] = []
    for match in islice(_PIECE.finditer(text, start), _MOST_PIECES):
        if found and text[found[-1].end : match.start()] not in _GAPS:
            break
        found.append(Piece(match.group(), *match.span()))
    return found


def joined(pieces: Sequence[Piece], at: int) -> bool:
    """Whether no space stands between a piece and the one before it."""
    return 0 < at < len(pieces) and pieces[at - 1].end == pieces[at].start


def word_at(pieces: Sequence[Piece], at: int) -> str:
    """Return the piece at an index in lower case; "" behind the last."""
    return pieces[at].lower if at < len(pieces) else ""


def after_hyphen(pieces: Sequence[Piece], at: int) -> int:
    """Return the index of the next word of a compound: the piece at the index, or after a hyphen there."""
    if word_at(pieces, at) in {"-", "‑"} and joined(pieces, at) and joined(pieces, at + 1):
        return at + 1
    return at


def read_number(
    pieces: Sequence[Piece], at: int, *, joins: bool = True, money: bool = False
) -> Number | None:
    """
    Return the number that begins at a piece; None if there is none.

    ``joins`` says whether "and" may be inside it: "between one hundred and two hundred" has two numbers.
    ``money`` says that the sign of a currency stands before it: £5m is millions, and 5m may be metres.
    """
    if at >= len(pieces):
        return None
    number = _figures(pieces, at) if pieces[at].text[0].isnumeric() else _words(pieces, at, joins=joins)
    if number is None:
        return None
    number = _with_half(pieces, number)
    number = _with_multiple(pieces, number, money=money)
    # "A million and a half" is more than a million.
    return None if _half_after(pieces, number.stop) else number


def _figures(pieces: Sequence[Piece], at: int) -> Number | None:
    """Return the number in figures at a piece: 1,200, 2.5, ½, 2½, 1/2, 2 1/2."""
    if len(pieces[at].text) > _MOST_DIGITS:
        return None
    fraction = _fraction_in_figures(pieces, at)
    if fraction is not None:
        return fraction
    text = pieces[at].text
    if _FIGURES.fullmatch(text) is None:
        return None
    decimals = len(text.partition(".")[2])
    value = Fraction(text.replace(",", ""))
    added = _fraction_in_figures(pieces, after_hyphen(pieces, at + 1))
    if added is not None and not decimals:
        return Number(value + added.value, added.step, added.stop)
    return Number(value, Fraction(1, 10**decimals), at + 1)


def _fraction_in_figures(pieces: Sequence[Piece], at: int) -> Number | None:
    """Return the fraction at a piece: ½ or 1/2."""
    texts = [piece.text for piece in pieces[at : at + 3]]
    if texts and texts[0] in _VULGAR_FRACTIONS:
        value = Fraction(_VULGAR_FRACTIONS[texts[0]])
        return Number(value, value, at + 1)
    if texts[1:2] not in _FRACTION_BARS or texts[-1] not in _FIGURES_BELOW or not texts[0].isdecimal():
        return None
    whole = int(texts[0]) < int(texts[2]) and joined(pieces, at + 1) and joined(pieces, at + 2)
    if not whole or texts[0][0] == "0" or (word_at(pieces, at + 3) == "/" and joined(pieces, at + 3)):
        return None
    return Number(Fraction(int(texts[0]), int(texts[2])), Fraction(1, int(texts[2])), at + 3)


def _words(pieces: Sequence[Piece], at: int, *, joins: bool) -> Number | None:
    """Return the number in words at a piece: twenty-three, a hundred and five, two thirds, half a million."""
    word = word_at(pieces, at)
    if word == "half" and word_at(pieces, at + 1) in {"a", "an"}:
        return Number(Fraction(1, 2), Fraction(1, 2), at + 2)
    if word in {"a", "an"}:
        return _after_article(pieces, at)
    number = _cardinal(pieces, at, joins=joins)
    return None if number is None else _as_fraction(pieces, number)


def _after_article(pieces: Sequence[Piece], at: int) -> Number | None:
    """Return the number that "a" begins: a hundred and five, a dozen, a third of."""
    word = word_at(pieces, at + 1)
    if word in _PARTS:
        ends = word_at(pieces, at + 2) == "of" and word != "half"
        part = Fraction(1, _PARTS[word])
        return Number(part, part, at + 2) if ends else None
    if word == "dozen":
        return Number(Fraction(12), Fraction(1), at + 2, multiple=12)
    return _cardinal(pieces, at + 1, joins=True, value=1) if word in _SCALES else None


def _cardinal(pieces: Sequence[Piece], at: int, *, joins: bool, value: int = 0) -> Number | None:
    """
    Return the whole number in words at a piece: groups below a thousand, each with its scale.

    ``value`` is the number that the scale at the piece multiplies: 1 after "a".
    """
    total, previous = 0, 0
    step = Fraction(1)
    while True:
        group = _group(pieces, at, joins=joins, value=value)
        if group is None:
            break
        value, step, at = 0, group.step, group.stop
        scale = _SCALES.get(word_at(pieces, after_hyphen(pieces, at)), 0)
        if scale <= _HUNDRED or (previous and scale >= previous):
            return Number(total + group.value, step, at, group.multiple)
        total += int(group.value) * scale
        step *= scale
        previous = scale
        at = after_hyphen(pieces, at) + 1
    return Number(Fraction(total), step, at, previous) if total else None


def _group(pieces: Sequence[Piece], at: int, *, joins: bool, value: int) -> Number | None:
    """Return the number below a thousand at a piece: three hundred; the ``value`` may stand before it."""
    joined_by_and = at > 0 and joins and word_at(pieces, at) == "and" and pieces[at - 1].lower in _SCALES
    if not value:
        value, at = _below_hundred(pieces, at + 1 if joined_by_and else at)
    multiple = 1
    behind = after_hyphen(pieces, at)
    if value and word_at(pieces, behind) == "hundred":
        after_and = behind + 1 + (joins and word_at(pieces, behind + 1) == "and")
        rest, stop = _below_hundred(pieces, after_hyphen(pieces, after_and))
        value = value * _HUNDRED + rest
        multiple, at = (1, stop) if rest else (_HUNDRED, behind + 1)
    return Number(Fraction(value), Fraction(multiple), at, multiple) if value else None


def _below_hundred(pieces: Sequence[Piece], at: int) -> tuple[int, int]:
    """Return the number from 1 to 99 at a piece, 0 if there is none, and the index of the piece after it."""
    word = word_at(pieces, at)
    if word in _SMALL:
        return _SMALL[word], at + 1
    if word not in _TENS:
        return 0, at
    second = after_hyphen(pieces, at + 1)
    ones = _SMALL.get(word_at(pieces, second), 0)
    return (_TENS[word] + ones, second + 1) if 0 < ones <= len(numbers.ONES) else (_TENS[word], at + 1)


def _as_fraction(pieces: Sequence[Piece], number: Number) -> Number:
    """Return a number with the part of a whole after it: two thirds, three-quarters, one third of."""
    at = after_hyphen(pieces, number.stop)
    word = word_at(pieces, at)
    if word not in _PARTS or number.value >= _PARTS[word] or gcd(int(number.value), _PARTS[word]) != 1:
        return number
    if number.value == 1:
        # "One third of" is a fraction, "one quarter" may be three months.
        if word_at(pieces, at + 1) != "of" and at == number.stop:
            return number
    elif not word.endswith("s"):
        return number
    part = Fraction(1, _PARTS[word])
    return Number(number.value * part, part, at + 1)


def _half_after(pieces: Sequence[Piece], at: int) -> Number | None:
    """Return the fraction of "and a half", "and three-quarters" at a piece."""
    if word_at(pieces, at) != "and" or word_at(pieces, at + 1) not in {"a", "three", "two"}:
        return None
    word, second = word_at(pieces, at + 1), after_hyphen(pieces, at + 2)
    part = word_at(pieces, second)
    if part not in _PARTS or (word == "a") == (part.endswith("s")):
        return None
    step = Fraction(1, _PARTS[part])
    return Number(step * {"a": 1, "two": 2, "three": 3}[word], step, second + 1)


def _with_half(pieces: Sequence[Piece], number: Number) -> Number:
    """Return a whole number with the fraction after it: two and a half."""
    whole = number.multiple == 1 and number.value.denominator == 1
    half = _half_after(pieces, number.stop) if whole else None
    if half is None:
        return number
    return Number(number.value + half.value, half.step, half.stop)


def _with_multiple(pieces: Sequence[Piece], number: Number, *, money: bool) -> Number:
    """Return a number with the words for thousands or millions after it: 2.5 million, 5bn, two dozen."""
    at = after_hyphen(pieces, number.stop)
    word = word_at(pieces, at)
    scale = _MULTIPLES.get(word, 0)
    if not scale and word in _SHORT_SCALES and _is_short_scale(pieces, at, money=money):
        scale = _SHORT_SCALES[word]
    if not scale or number.multiple >= scale:
        return number
    return Number(number.value * scale, number.step * scale, at + 1, scale)


def _is_short_scale(pieces: Sequence[Piece], at: int, *, money: bool) -> bool:
    """Whether the letters of a piece, directly after figures, stand for thousands, millions or more."""
    if not pieces[at - 1].text[0].isdecimal() or not joined(pieces, at):
        return False
    return money or pieces[at].text not in {"m", "b"}
