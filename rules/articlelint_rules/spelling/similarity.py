"""How similar the spellings of two names are, by their letters alone."""

from __future__ import annotations

import articlelint as al
from articlelint_rules.spelling.distance import distance, one_slip
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.phonetic import SHORTEST, VOWELS, PhoneticForm, phonetic_form

# Scores are added up and compared with name_variants.ENOUGH. They were set by hand on labelled articles
# (bench/accuracy_spelling.py) and edited news; little changes for ENOUGH from 0.45 to 0.5.
ACCENTS = 0.9
"""The score of spellings that differ in accents only."""
MARKS = 0.85
"""Of those that differ in apostrophes, hyphens or written-out umlauts only."""
SAME_SOUND = 0.75
"""Of those that sound the same."""
PER_SHARE = 2.5
"""What is subtracted where they sound different, per share of the length that changes."""
THRESHOLD = 0.17
"""The largest share of a name's length that may change."""
FEW_CONSONANTS = 2
"""Names with so few consonants sound alike by chance."""
MOST_LETTERS = 3
"""How many letters longer one name may be than the other."""
SLIP = 0.22
"""The score of spellings that differ by one typing slip, to which more is added and subtracted:"""
PER_LETTER = 0.04
"""For each letter of the longer word, as long words are rarely alike by chance."""
CHANGED_LETTER = 0.14
"""Subtracted where a letter is changed: that often makes another name."""
FIRST_LETTER = 0.2
"""Subtracted where the first letter differs: it is seldom mistyped."""
LAST_SOUND = 0.2
"""Subtracted from any score where only the last sound differs, as in endings."""
COMMON_WORD = 0.3
"""Subtracted from any score where one of the spellings is a common English word."""


def similarity(a: str, b: str) -> float:
    """Return how similar two names are by their letters: 0 not at all, 0.9 if only the accents differ."""
    if a.lower() == b.lower():
        return 0.0
    x, y = phonetic_form(a), phonetic_form(b)
    if x.plain == y.plain:
        return ACCENTS
    if x.bare == y.bare or x.with_umlauts_written_out == y.with_umlauts_written_out:
        return MARKS
    if abs(len(x.bare) - len(y.bare)) > MOST_LETTERS or not _begin_alike(x, y):
        return 0.0
    score = max(_score_by_sound(x, y), _score_by_slip(x.bare, y.bare))
    if score <= 0 or inflected(a, b):
        return 0.0
    if _differ_in_last_sound(x, y):
        score -= LAST_SOUND
    if al.lexicon.is_common(x.bare) or al.lexicon.is_common(y.bare):
        score -= COMMON_WORD
    return score


def _begin_alike(x: PhoneticForm, y: PhoneticForm) -> bool:
    """Whether the first sounds are two vowels or of one class, or the names differ by one typing slip."""
    first, second = x.key[:1], y.key[:1]
    if first in VOWELS and second in VOWELS:
        return True
    same_class = first not in VOWELS and second not in VOWELS and x.skeleton[:1] == y.skeleton[:1]
    return first == second or same_class or one_slip(x.bare, y.bare)


def _score_by_sound(x: PhoneticForm, y: PhoneticForm) -> float:
    """Return the score of two romanisations of one sound."""
    limit = _limit(x, y)
    share = distance(x.text, y.text) / max(len(x.bare), len(y.bare))
    return SAME_SOUND - PER_SHARE * share if limit > 0 and share <= limit else 0.0


def _limit(x: PhoneticForm, y: PhoneticForm) -> float:
    """Return the share of the length that may sound different: less where the names have few consonants."""
    first, second = x.key[:1], y.key[:1]
    if first != second and not (first in VOWELS and second in VOWELS):
        return THRESHOLD * 0.6 if x.skeleton[:1] == y.skeleton[:1] else 0.0
    limit = THRESHOLD if x.skeleton == y.skeleton else THRESHOLD * 0.8
    consonants = min(x.consonant_count, y.consonant_count)
    if consonants < FEW_CONSONANTS:
        return limit * 0.3
    return limit * 0.6 if consonants == FEW_CONSONANTS else limit


def _score_by_slip(a: str, b: str) -> float:
    """Return the score of two words, their letters alone, that differ by one typing slip."""
    longest = max(len(a), len(b))
    if longest <= SHORTEST or not one_slip(a, b):
        return 0.0
    score = SLIP + PER_LETTER * longest
    if len(a) == len(b) and sorted(a) != sorted(b):
        score -= CHANGED_LETTER
    if a[0] != b[0]:
        score -= FIRST_LETTER
    return score


def _differ_in_last_sound(x: PhoneticForm, y: PhoneticForm) -> bool:
    """Whether only the last sound differs, and is a vowel or a consonant of another class."""
    first, second = x.key, y.key
    if first == second or first[:-1] != second[:-1]:
        return False
    return x.skeleton != y.skeleton or first[-1:] in VOWELS
