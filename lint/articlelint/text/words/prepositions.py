"""Prepositions."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

SHORTEST = word_set("of in on at by for from to with")
"""The prepositions that nearly every sentence has, which titles write in lower case."""

COMMON = SHORTEST | {"into"}

FREQUENT = COMMON | word_set("about after before during since over under against between")

LONGER = (FREQUENT - COMMON) | word_set(
    """
    among above across along around through within without toward towards upon onto below until despite
    throughout amid
    """
)
"""Prepositions that some styles write with a capital in a title."""
