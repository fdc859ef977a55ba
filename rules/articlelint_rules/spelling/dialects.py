"""The dialects of English: which words speak for one, and which of them an article is written in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.word_variants import Dialects, WordFamily

NAMES = {"en-US": "American", "en-GB": "British", "en-CA": "Canadian", "en-AU": "Australian"}
AMERICAN, BRITISH, CANADIAN = "en-US", "en-GB", "en-CA"
FEWEST = 3
"""How many different words must speak for a dialect before an article counts as written in it."""
LEAD = 4
"""How many times more words must speak for it than for the other."""


class Use(NamedTuple):
    """A place where a word is used that only some dialects accept."""

    word: str
    span: al.Span
    counterpart: str
    """The spelling of the other dialects."""
    accepted: Dialects
    """The dialects that accept the word."""
    counterpart_accepted: Dialects
    """The dialects that accept its counterpart."""

    def speaks_for(self, dialect: str, rival: str) -> bool:
        """Whether a dialect accepts the word and its rival does not, but accepts the counterpart."""
        return dialect in self.accepted and rival not in self.accepted and rival in self.counterpart_accepted

    def decided_by(self, dialect: str) -> bool:
        """Whether a dialect accepts exactly one of the word and its counterpart."""
        return (dialect in self.accepted) != (dialect in self.counterpart_accepted)


def may_be_canadian(text: str, strays: Iterable[Use]) -> bool:
    """
    Whether an article that looks British but for some words may be Canadian.

    Canadians write colour and centre, but tire and aluminum. An article that mentions Canada and has no word
    that is wrong there is taken for Canadian.
    """
    return "Canad" in text and all(CANADIAN in use.accepted for use in strays)


def decides(family: WordFamily, dialect: str) -> bool:
    """Whether a dialect accepts exactly one side of a family of words."""
    first, second = family.dialects
    return (dialect in first) != (dialect in second)


def uses(families: Iterable[WordFamily]) -> list[Use]:
    """Return the uses of the words of these families that not every dialect accepts, in reading order."""
    found: list[Use] = []
    for family in families:
        for side in family.places:
            for word, span in side:
                accepted, counterpart_accepted = family.accepted[word]
                if accepted != counterpart_accepted:
                    use = Use(word, span, family.counterparts[word], accepted, counterpart_accepted)
                    found.append(use)
    return sorted(found, key=lambda use: use.span)


def written_in(found: list[Use]) -> str:
    """Return the dialect that nearly all of the words speak for, ``en-US`` or ``en-GB``; "" where unclear."""
    american = [use for use in found if use.speaks_for(AMERICAN, BRITISH)]
    british = [use for use in found if use.speaks_for(BRITISH, AMERICAN)]
    for dialect, own, others in ((AMERICAN, american, british), (BRITISH, british, american)):
        if len({use.word for use in own}) >= FEWEST and len(own) >= LEAD * max(len(others), 1):
            return dialect
    return ""
