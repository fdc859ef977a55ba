"""Which dialects accept a spelling, and which of them an article is written in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.word_variants import Family

BITS = {"en-US": 1, "en-GB": 2, "en-CA": 4, "en-AU": 8}
NAMES = {"en-US": "American", "en-GB": "British", "en-CA": "Canadian", "en-AU": "Australian"}
AMERICAN, BRITISH = BITS["en-US"], BITS["en-GB"]
FEWEST = 3
"""How many different words must speak for a dialect before an article counts as written in it."""
LEAD = 4
"""How many times more words of the one dialect than of the other a dialect must have."""


class Use(NamedTuple):
    """A word that only some dialects accept, where it stands, and what the others write."""

    word: str
    span: al.Span
    counterpart: str
    accepted: int
    """The dialects that accept it, as a sum of ``BITS``."""
    other: int
    """The dialects that accept its counterpart."""

    def only(self, dialect: int, rival: int) -> bool:
        """Whether one dialect accepts this word and the rival does not, and the other way round."""
        return bool(self.accepted & dialect) and not self.accepted & rival and bool(self.other & rival)


def canadian(text: str, strays: Iterable[Use]) -> bool:
    """
    Whether an article that looks British but for these words is Canadian.

    Canadians write colour and centre, but tire and aluminum; an article that speaks of Canada, and has no
    word that is wrong there, is taken for one of theirs.
    """
    return "Canad" in text and all(use.accepted & BITS["en-CA"] for use in strays)


def decides(family: Family, dialect: str) -> bool:
    """Whether a dialect accepts one side of a family and not the other."""
    bit = BITS.get(dialect, 0)
    return bool(bit) and [bool(int(d, 16) & bit) for d in family.dialects].count(True) == 1


def uses(families: Iterable[Family]) -> list[Use]:
    """The words of these families that not every dialect accepts, in reading order."""
    found = [
        Use(word, span, family.counterparts[word], *family.accepted[word])
        for family in families
        for side in family.places
        for word, span in side
    ]
    return sorted((use for use in found if use.accepted != use.other), key=lambda use: use.span)


def written_in(found: list[Use]) -> str:
    """The dialect that nearly all of the words speak for, ``en-US`` or ``en-GB``; empty where unclear."""
    american = [use for use in found if use.only(AMERICAN, BRITISH)]
    british = [use for use in found if use.only(BRITISH, AMERICAN)]
    for name, ours, theirs in (("en-US", american, british), ("en-GB", british, american)):
        if len({use.word for use in ours}) >= FEWEST and len(ours) >= LEAD * max(len(theirs), 1):
            return name
    return ""
