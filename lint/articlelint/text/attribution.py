"""Attribution: who said a quotation, and which words say so."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from articlelint.model import Span


class Where(StrEnum):
    """Where the words that attribute a quotation stand."""

    BEFORE = "before"
    """In its own sentence, before it: Haddad said, “We won.”"""
    AFTER = "after"
    """In its own sentence, after it: “We won,” said Haddad."""
    BETWEEN = "between"
    """Between two parts of it: “We won,” Haddad said, “and won well.”"""
    LEAD_IN = "lead-in"
    """Before it, with a colon: The verdict of the mayor: “We won.”"""
    EARLIER_SENTENCE = "earlier-sentence"
    LATER_SENTENCE = "later-sentence"
    CREDIT = "credit"
    """Behind it, with a dash or in brackets: “We won.” — Amal Haddad"""
    NEIGHBOURING_PARAGRAPH = "neighbouring-paragraph"
    CHAIN = "chain"
    """In another paragraph of a quotation that runs over several."""


class Attribution(NamedTuple):
    """
    Who said a quotation.

    ``speaker`` is the name, pronoun or noun phrase that says who, ``cue`` the words that say that they
    spoke; either is None where there is none (a speaker can act instead of speak; a sign has no name).
    """

    speaker: Span | None
    cue: Span | None
    where: Where
