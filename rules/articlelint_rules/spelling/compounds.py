"""Compounds: their stems, and the words that are no part of one that may be written in several ways."""

from __future__ import annotations

import re
from functools import lru_cache

import articlelint as al

# Two words each: "re-sign" and "resign", "co-op" and "coop". Before e, o and u, "re-" is written both ways.
_TWO_WORDS = re.compile(r"re-(?![eou])|un-|co-ops?$|pre-sent|pro-|in-|dis-")
_DERIVED = re.compile(r"(?<=[a-z]{4}at)(?:ions?|ing|ives?|ively|es?|ed|ors?)$")
"""The endings in which cooperate, cooperation and cooperative differ."""
NOT_FIRST = (
    al.words.determiners.ARTICLES
    | al.words.determiners.POSSESSIVES
    | (al.words.determiners.QUANTIFIERS - {"both"})
    | al.words.pronouns.SUBJECTS
    | (al.words.prepositions.SHORTEST - {"of"})
    | al.words.phrasal_particles.PARTICLES
    | frozenset(al.words.numbers.ONES)
    | (al.words.auxiliaries.BE - {"being"})
    | frozenset(
        """
        this that what how who when where may can could would will under as so too very more most not and or
        but if ten long short high low full part new old big small good best better worst hard soft free open
        close black white red green blue brown hot cold dry wet fast slow real broad common fine great large
        right left first second last next main mean many much other same still sweet wild wise young past
        through after before time
        """.split()
    )
)
NOT_SECOND = al.words.phrasal_particles.PARTICLES | frozenset(
    """
    back away through to for around about along across together time times day days one ones body thing
    where be self selves it some fold more ever how way ways like
    """.split()
)
PREDICATIVE = ("ly", "ed", "ing")
"""Endings of words that are no first half of a compound."""
SHORTEST_PART = 3


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """Return a word without the commonest endings, the same for its inflections and derivations."""
    derived = _DERIVED.sub("", word)
    if derived != word:
        return derived
    for ending, replacement in (("ies", "y"), ("ing", ""), ("es", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST_PART:
            word = word.removesuffix(ending) + replacement
            break
    return word.removesuffix("e")


def compound_stem(word: str) -> str:
    """Return the stem of the closed form of a compound with one hyphen; "" for other words with hyphens."""
    text = word.replace("-", "", 1)
    return stem(text) if text.isalpha() and not _TWO_WORDS.match(word) else ""
