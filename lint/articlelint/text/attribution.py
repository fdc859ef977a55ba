"""Attributions: who said a quotation, and which words say so. ``attribution_search`` finds them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text.quotes import Quote


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

    ``speaker`` is the name, pronoun or noun phrase of who spoke; ``cue`` is the words that report speech.
    Either is None if there is none: a speaker may act instead of speak, and a sign has no name.
    """

    speaker: Span | None
    cue: Span | None
    where: Where


class Attributions(NamedTuple):
    """The outer quotations of an article: those that somebody has said, and the others."""

    found: Mapping[Quote, Attribution]
    missing: Mapping[Quote, float]
    """For each quotation that nobody in reach has said, the probability that an editor would ask who did."""
