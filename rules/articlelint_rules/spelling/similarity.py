"""How similar the spellings of two names are, by their letters alone."""

from __future__ import annotations

from functools import lru_cache

import articlelint as al
from articlelint_rules.spelling.distance import distance, one_slip
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.phonetic import SHORTEST, VOWELS, PhoneticForm, phonetic_form

# Scores are added up and compared with name_variants.ENOUGH. They were set by hand on labelled articles
# (bench/accuracy_spelling.py) and edited news; little changes for ENOUGH from 0.45 to 0.5.
ACCENTS = 0.9
"""The score of spellings that differ only in accents."""
MARKS = 0.85
"""The score of spellings that differ only in apostrophes, hyphens, inner capitals or written-out umlauts."""
SAME_SOUND = 0.75
"""The score of spellings that sound the same."""
PER_SHARE = 2.5
"""Subtracted from ``SAME_SOUND`` where they sound different: times the share of the length that changes."""
THRESHOLD = 0.17
"""The largest share of a name's length that may change."""
FEW_CONSONANTS = 2
"""Names with so few consonants sound alike by chance."""
MOST_LETTERS = 3
"""How many letters longer one name may be than the other."""
SLIP = 0.22
"""The score of spellings that differ by one typing slip, before the following additions and subtractions."""
PER_LETTER = 0.04
"""Added to ``SLIP`` for each letter of the longer word: long words are rarely alike by chance."""
CHANGED_LETTER = 0.14
"""Subtracted from ``SLIP`` where a letter is changed: that often makes another name."""
FIRST_LETTER = 0.2
"""Subtracted from ``SLIP`` where the first letter differs: it is seldom mistyped."""
LAST_SOUND = 0.2
"""Subtracted from any score where only the last sound differs, as in endings."""
COMMON_WORD = 0.3
"""Subtracted from any score where one of the spellings is a common English word."""


@lru_cache(maxsize=8192)
def similarity(one: str, other: str) -> float:
    """Return how similar two names are by their letters: 0 not at all, 0.9 if only the accents differ."""
    if one.lower() == other.lower():
        # GitHub and Github, but not NATO and Nato: an abbreviation may be a word in one place.
        in_capitals = one.isupper() or other.isupper()
        return 0.0 if one == other or in_capitals or one[0] != other[0] else MARKS
    a, b = phonetic_form(one), phonetic_form(other)
    if a.plain == b.plain:
        return ACCENTS
    if a.bare == b.bare or a.with_umlauts_written_out == b.with_umlauts_written_out:
        return MARKS
    if abs(len(a.bare) - len(b.bare)) > MOST_LETTERS or not _begin_alike(a, b):
        return 0.0
    score = max(_score_by_sound(a, b), _score_by_slip(a.bare, b.bare))
    if score <= 0 or inflected(one, other):
        return 0.0
    if _differ_in_last_sound(a, b):
        score -= LAST_SOUND
    if al.lexicon.is_common(a.bare) or al.lexicon.is_common(b.bare):
        score -= COMMON_WORD
    return score


def _begin_alike(a: PhoneticForm, b: PhoneticForm) -> bool:
    """Whether the first sounds are two vowels or of one class, or the names differ by one typing slip."""
    first, second = a.key[:1], b.key[:1]
    if first in VOWELS and second in VOWELS:
        return True
    same_class = first not in VOWELS and second not in VOWELS and a.skeleton[:1] == b.skeleton[:1]
    return first == second or same_class or one_slip(a.bare, b.bare)


def _score_by_sound(a: PhoneticForm, b: PhoneticForm) -> float:
    """Return the score of two romanisations of one sound."""
    limit = _limit(a, b)
    if limit <= 0:
        return 0.0
    share = distance(a.text, b.text) / max(len(a.bare), len(b.bare))
    return SAME_SOUND - PER_SHARE * share if share <= limit else 0.0


def _limit(a: PhoneticForm, b: PhoneticForm) -> float:
    """Return the share of the length that may sound different: less where the names have few consonants."""
    first, second = a.key[:1], b.key[:1]
    if first != second and not (first in VOWELS and second in VOWELS):
        return THRESHOLD * 0.6 if a.skeleton[:1] == b.skeleton[:1] else 0.0
    limit = THRESHOLD if a.skeleton == b.skeleton else THRESHOLD * 0.8
    consonants = min(a.consonant_count, b.consonant_count)
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


def _differ_in_last_sound(a: PhoneticForm, b: PhoneticForm) -> bool:
    """Whether the last sounds are two vowels, or all that differs and of two classes."""
    first, second = a.key, b.key
    if first[-1:] == second[-1:]:
        return False
    if first[-1:] in VOWELS and second[-1:] in VOWELS:
        return True
    return first[:-1] == second[:-1] and (a.skeleton != b.skeleton or first[-1:] in VOWELS)
