"""Names of several words that have lost a capital: New york, the justice Department, Harvard university."""

from __future__ import annotations

from typing import NamedTuple

import articlelint as al
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.derivation import PREFIXES
from articlelint_rules.capitals.facts import plain
from articlelint_rules.capitals.function_words import FUNCTION, PREPOSITIONS
from articlelint_rules.capitals.gazetteer import Names, compounds, names, needs_capital
from articlelint_rules.capitals.name_words import (
    BUREAUS,
    COMPLETING,
    HEADS,
    LANDMARKS,
    LAST_WORDS,
    MODIFIERS,
    STREETS,
)

SHORTEST_HALF = 4
PLACED = STREETS | {"university"}
"""Words that a place may stand before."""


class Slip(NamedTuple):
    """Words without their capitals: from which token to which, how they should read, and why."""

    first: int
    last: int
    better: str
    reason: str
    safe: bool = False


def compound_slip(context: Context, i: int) -> Slip | None:
    """A known name that begins at a token, and has some of its capitals and has lost others."""
    for words in compounds().get((context.word(i).plain, context.word(i + 1).plain), ()):
        last = i + len(words) - 1
        found = [context.at(k) for k in range(i, last + 1)]
        if any(plain(t) != w.lower() for t, w in zip(found, words, strict=True)):
            continue
        lost = [w for t, w in zip(found, words, strict=True) if w[0].isupper() and t[0].islower()]
        if not lost or not _is_meant(context, i, words, lost):
            return None
        better = " ".join(
            t[0].upper() + t[1:] if w[0].isupper() else t for t, w in zip(found, words, strict=True)
        )
        shown = " ".join(found)
        return Slip(i, last, better, f"“{shown}” is a name")
    return None


def _is_meant(context: Context, i: int, words: list[str], lost: list[str]) -> bool:
    """Whether the words are the name: "New forest paths" at the start of a sentence are new paths."""
    if any(needs_capital(word.lower()) for word in lost):
        return True
    kept = [k for k, word in enumerate(words) if word[0].isupper() and word not in lost]
    if any(not context.is_initial(i + k) or not al.lexicon.is_word(words[k].lower()) for k in kept):
        return True
    return bool(kept) and context.tag(i) == "PROPN"


def part_slip(context: Context, i: int, lower: str) -> Slip | None:
    """A word that is part of a name whose other words have their capitals."""
    if not context.word(i).part and lower not in COMPLETING and "l" not in context.word(i + 1).part:
        return None  # as nearly always
    before, after = context.at(i - 1), context.at(i + 1)
    own = context.at(i)
    capital = own[0].upper() + own[1:]
    if lower in PLACED and _names_place(context, i, lower):
        return Slip(i, i, capital, "This is part of a name")
    if (
        lower in BUREAUS
        and before[:1].isupper()
        and before.lower() in MODIFIERS
        and not context.is_initial(i - 1)
    ):
        return Slip(i, i, capital, f"“{before}” has a capital, “{lower}” has none")
    if lower in COMPLETING and _ends_name(context, i):
        return Slip(i, i, capital, "This is part of a name")
    if not after[:1].isupper() or not after[1:].islower():
        return None
    if lower not in FUNCTION and _is_inside(context, i):
        return Slip(i, i, capital, "This stands inside a name")
    goes_on = context.at(i + 2)[:1].isupper() or context.at(i + 2) in {"of", "for"}
    if lower in MODIFIERS and after.lower() in HEADS and not goes_on:
        return Slip(i, i + 1, f"{capital} {after}", f"“{after}” has a capital, “{lower}” has none")
    if lower in LANDMARKS and names(plain(after)) and not al.lexicon.is_word(plain(after)):
        return Slip(i, i, capital, "This is part of the name of a place")
    return None


def half_slip(context: Context, i: int) -> Slip | None:
    """A double name whose first half has lost its capital: joliot-Curie."""
    first, _, rest = context.at(i).partition("-")
    lost = first.islower() and rest[:1].isupper() and rest[1:].islower() and len(first) >= SHORTEST_HALF
    if not lost or al.lexicon.is_word(first) or first in PREFIXES:
        return None
    return Slip(i, i, f"{first.capitalize()}-{rest}", "The first half of the name has no capital")


def _is_inside(context: Context, i: int) -> bool:
    """Whether a word stands between the capitals of one name: "the Second opium War"."""
    before = context.at(i - 1)
    if context.at(i + 1).lower() not in LAST_WORDS or not before[:1].isupper() or not before[1:].islower():
        return False
    if plain(before) != before.lower() or context.is_initial(i - 1) or before.lower() in FUNCTION:
        return False
    return context.tag(i) == "PROPN" or (
        context.tag(i) == "NOUN" and not names(before.lower()) & Names.PEOPLE
    )


def _ends_name(context: Context, i: int) -> bool:
    """Whether a word ends a name of three: "the Royal Gold medal". The word before is no name by itself."""
    before, two_before = context.at(i - 1), context.at(i - 2)
    if not (before[:1].isupper() and two_before[:1].isupper()) or context.is_initial(i - 1):
        return False
    if before.lower() in LAST_WORDS:
        return False  # the Columbia University department
    everyday = al.lexicon.is_common(before.lower()) and not al.lexicon.name_size(before.lower())
    return everyday and context.tag(i) == "PROPN"


def _names_place(context: Context, i: int, lower: str) -> bool:
    """Whether "university" or "avenue" stands with the name of its place and nothing else."""
    before, after, two_before = context.at(i - 1), context.at(i + 1), context.at(i - 2).lower()
    if lower == "university" and after == "of" and before == "the":
        place = context.at(i + 2)
        return place[:1].isupper() and bool(names(plain(place)) & (Names.PLACE | Names.COUNTRY))
    form = before.lower()
    if (
        not before[:1].isupper()
        or not before[1:].islower()
        or plain(before) != form
        or al.lexicon.is_common(form)
    ):
        return False
    bare = not two_before or two_before in PREPOSITIONS or not two_before[0].isalpha()
    return bare and not names(form) & Names.PEOPLE and (not after[:1].isalpha() or after in FUNCTION)
