"""Quotation marks: which characters may be one, and whether their neighbours make them open or close."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text.tokens import places_of
from articlelint.text.words.word_set import word_set


class Family(Enum):
    """Marks that pair with each other: a straight mark may close a curly one, never a guillemet."""

    DOUBLE = 1
    SINGLE = 2
    GUILLEMET = 3


class Look(Enum):
    """Whether a mark can open or close a quotation, by its neighbours."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


class Mark(NamedTuple):
    """
    A character that may be a quotation mark.

    ``measure`` is true if it stands after a digit and may mean inches or feet. ``weak`` is true for a closing
    single mark that may be a plural possessive or stand for a dropped letter (``the boys’ room``,
    ``goin’ home``).
    """

    start: int
    end: int
    text: str
    family: Family
    look: Look
    measure: bool = False
    weak: bool = False


_SINGLES = "'’‘‛"
_DOUBLES = '"“”„‟″'
_ALL = _SINGLES + _DOUBLES
# How many marks may touch, as in ’”. A limit keeps the time linear in a row of marks.
_TOUCHING = 3
_FEET_AND_INCHES = re.compile(r"\d\s?(?:['’′]|ft\.?|feet)\s?-?\d{1,2}(?:[.,]\d+|\s?[½¼¾⅛⅜⅝⅞])?\Z")
_OPENS_AFTER = frozenset("([{<—–-/|*")
_CLOSES_BEFORE = frozenset(")]}>.,;:!?…—–-/|*")
_FRACTIONS = frozenset("½¼¾⅓⅔⅛⅜⅝⅞")


# Words that begin with a dropped letter, without it: those that are no words in their own right, so that
# ‘round and ‘cause are left to the pairing, which drops an opening mark that nothing closes.
ELISIONS = word_set(
    """
    allo appen ave bama bouts burb burbs cept cos coz cuz ead ello em er fraid gainst im kay lectric
    mericans merica mid mongst murica murican nam neath nother nough nuff ome ouse ow puter scuse sfar spose
    taters tato tho til tis tisn twas twasn tween twere twill twixt twould tude urricane usband ve ll wot zat
    """
)
_WORD = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d\d(?:s\b|\b(?![-.,]?\d))")
_LONE_N = re.compile(r"['’‘]?[nN]['’]")


def find_places(text: str) -> list[int]:
    """Return the offsets of the characters that may be quotation marks, in order."""
    return places_of(text, f"{_ALL}«»‹›`")


def find_marks(text: str, block: Span, places: Sequence[int]) -> list[Mark]:
    """
    Return the possible quotation marks of a block, without what is certainly an apostrophe or a prime.

    ``places`` are the offsets that ``find_places`` returns for the whole text.
    """
    marks: list[Mark] = []
    after = block.start
    for number in range(bisect_left(places, block.start), bisect_left(places, block.end)):
        start = places[number]
        if start < after:
            continue
        symbol = text[start]
        if symbol in "'`" and text.startswith(symbol, start + 1):
            after = _end_of_row(text, block, start)
            mark = _double(text, block, start, after) if after - start == len("''") else None
        elif symbol in _SINGLES:
            mark = None if _inside_word(text, block, start) else _single(text, block, start)
        elif symbol in "«»‹›":
            mark = Mark(start, start + 1, symbol, Family.GUILLEMET, _look(text, block, start, start + 1))
        else:
            mark = None if symbol == "`" else _double(text, block, start, start + 1)
        if mark is not None:
            marks.append(mark)
    return marks


def _end_of_row(text: str, block: Span, start: int) -> int:
    """Where a row of the same mark ends: two are a typewriter's double mark, three or more a fence."""
    end = start + 1
    while end < block.end and text[end] == text[start]:
        end += 1
    return end


def _inside_word(text: str, block: Span, at: int) -> bool:
    """Whether a mark stands between two letters or digits: an apostrophe."""
    return block.start < at < block.end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _neighbours(text: str, block: Span, start: int, end: int) -> tuple[str, str]:
    """The characters left and right of a mark and of the marks that touch it; "" at the ends of the block."""
    left, right = start - 1, end
    while left >= block.start and text[left] in _ALL and start - left <= _TOUCHING:
        left -= 1
    while right < block.end and text[right] in _ALL and right - end < _TOUCHING:
        right += 1
    return (
        text[left] if left >= block.start else "",
        text[right] if right < block.end else "",
    )


def _look(text: str, block: Span, start: int, end: int) -> Look:
    left, right = _neighbours(text, block, start, end)
    may_open = not left or left.isspace() or left in _OPENS_AFTER
    may_close = not right or right.isspace() or right in _CLOSES_BEFORE
    if may_open and not may_close:
        return Look.OPENS
    if may_close and not may_open:
        return Look.CLOSES
    return Look.EITHER


def _double(text: str, block: Span, start: int, end: int) -> Mark | None:
    look = _look(text, block, start, end)
    if look is Look.OPENS:
        return Mark(start, end, text[start:end], Family.DOUBLE, look)
    beside = text[start - 1] if start > block.start else ""
    if beside and not (beside.isspace() or beside.isdigit() or beside in _FRACTIONS):
        return Mark(start, end, text[start:end], Family.DOUBLE, look)
    spaced = start + 1 < block.end and text[start - 1].isspace() and text[end : end + 2] in {" (", ", ", ". "}
    before = text[max(block.start, start - 1 - spaced) : start].strip()
    measure = before.isdigit() or before in _FRACTIONS
    if measure and _FEET_AND_INCHES.search(text, max(block.start, start - 12), start):
        return None
    return Mark(start, end, text[start:end], Family.DOUBLE, look, measure)


def _single(text: str, block: Span, start: int) -> Mark | None:
    """A single mark, unless it is an apostrophe that a word begins with."""
    symbol = text[start]
    left, right = _neighbours(text, block, start, start + 1)
    leads = not left or left.isspace()
    trails = not right or right.isspace()
    if leads and trails:
        return None
    if not leads and (trails or left not in _OPENS_AFTER):
        return _closing_single(text, block, start, left, right)
    if symbol == "’":
        return None
    word = _WORD.match(text, start + 1, block.end)
    if word is not None and word.group().casefold() in ELISIONS:
        return None
    if _DECADE.match(text, start + 1, block.end) or _LONE_N.match(text, start + 1, block.end):
        return None
    return Mark(start, start + 1, symbol, Family.SINGLE, Look.OPENS)


def _closing_single(text: str, block: Span, start: int, left: str, right: str) -> Mark | None:
    if right.isalnum() or text[start] in "‘‛":
        return None
    if _LONE_N.match(text, max(block.start, start - 2), start + 1):
        return None
    dropped = (
        left in "sSzZxX" or left.isdigit() or text[max(block.start, start - 2) : start].casefold() in _DROPPED
    )
    follows = text[start + 1 : min(start + 3, block.end)]
    weak = dropped and follows[:1] in {" ", "\n", "\u00a0", "-"} and follows[1:].isalnum()
    return Mark(start, start + 1, text[start], Family.SINGLE, Look.CLOSES, left.isdigit(), weak)


# The last letters of words that drop one: goin’, an’, th’, o’, wi’, ol’.
_DROPPED = frozenset({"in", "an", "th", " o", "wi", "ol", "mo", "lo", "ya", "yo"})
