"""A guess whether text is in English, by its function words and its letters."""

from __future__ import annotations

import re
from collections import Counter

from articlelint.text.function_words import FUNCTION_WORDS
from articlelint.text.words import auxiliaries, conjunctions, determiners, prepositions, pronouns

_ENGLISH = (
    determiners.BASIC
    | determiners.QUANTIFIERS
    | pronouns.SUBJECTS
    | pronouns.OBJECTS
    | pronouns.RELATIVES
    | pronouns.QUESTION_ADVERBS
    | prepositions.FREQUENT
    | auxiliaries.AUXILIARIES
    | conjunctions.COORDINATING
    | conjunctions.SUBORDINATING
    | {"not", "there"}
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
FEWEST_WORDS = 8
"""Shorter text has no guess: a caption may be all names."""
_FEWEST_LETTERS = 10
_ENGLISH_SHARE = 0.2
"""Text with so many function words of English is English; in prose, they are a third of the words or more."""
_SHARE = 0.15
_DISTINCT = 3
"""How many different function words another language must have: "de la" is in many names."""
_TIMES = 2
"""How many times more function words another language must have than English, without those of both."""


def guess_other_language(text: str) -> str:
    """Return the language of a text if it is not English: a name, or "another script"; "" if it may be."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if not text.isascii() and letters >= _FEWEST_LETTERS and 2 * len(_NOT_LATIN.findall(text)) > letters:
        return "another script"
    if len(words) < FEWEST_WORDS:
        return ""
    # Words with capitals are parts of names more often than not.
    english = sum(word in _ENGLISH for word in words)
    if english >= _ENGLISH_SHARE * len(words):
        return ""
    counts = Counter(word for word in words if word.islower())
    best, most = "", 0
    for language, listed in FUNCTION_WORDS.items():
        own = (listed - _ENGLISH) & counts.keys()
        found = sum(counts[word] for word in own)
        only_english = english - sum(counts[word] for word in listed & _ENGLISH & counts.keys())
        enough = len(own) >= _DISTINCT and found >= _SHARE * len(words) and found >= _TIMES * only_english
        if enough and found > most:
            best, most = language, found
    return best
