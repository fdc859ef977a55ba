"""Slips that articlelint does not claim to find: those that checkers of spelling and grammar are for."""

from __future__ import annotations

from random import Random

from planted.model import Planted, plants, replaced
from planted.text import group, matches

CONFUSED = {
    "their": "there", "there": "their", "its": "it's", "than": "then", "lose": "loose", "whose": "who's",
    "effect": "affect", "affect": "effect", "too": "to", "your": "you're", "passed": "past", "led": "lead",
}  # fmt: skip


@plants("", "spelling", "Two letters of a word are swapped, or one is lost or doubled")
def word_mistyped(article: str, random: Random) -> Planted | None:
    """A word of six letters or more in lower case."""
    found = matches(r"\b[a-z]{6,}\b", article)
    if not found:
        return None
    chosen = random.choice(found)
    word = chosen[0]
    at = random.choice([i for i in range(1, len(word) - 2) if word[i] != word[i + 1]] or [1])
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    wrong = random.choice([swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])
    return replaced(article, group(chosen), wrong)


@plants("", "grammar", "A word is taken for another that sounds like it")
def word_confused(article: str, random: Random) -> Planted | None:
    """Their for there, its for it's, than for then, lose for loose and the like."""
    found = [m for m in matches(r"(?<=[a-z] )[a-z]+(?= [a-z])", article) if m[0] in CONFUSED]
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), CONFUSED[chosen[0]])


@plants("", "grammar", "A verb does not agree with its subject")
def agreement_lost(article: str, random: Random) -> Planted | None:
    """After a pronoun at the start of a sentence: was for were, has for have, and the reverse."""
    other = {"was": "were", "were": "was", "has": "have", "have": "has", "is": "are", "are": "is"}
    found = matches(r"(?<=[.] )(?:He|She|It|They|We) (was|were|has|have|is|are)\b(?= [a-z])", article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen, 1), other[chosen[1]], reach=group(chosen))
