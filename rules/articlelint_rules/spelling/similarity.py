"""How far two spellings alone, by their letters, speak for one name."""

from __future__ import annotations

import articlelint as al
from articlelint_rules.spelling.distance import apart, one_slip
from articlelint_rules.spelling.heard import SHORTEST, Heard, heard_word
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.phonetic import VOWELS

# Beliefs are added up and compared with name_variants.ENOUGH. They were set by hand, watching labelled
# articles (bench/accuracy_spelling.py) and edited news; little changes for ENOUGH from 0.45 to 0.5.
ACCENTS = 0.9
"""The spellings differ in accents only."""
MARKS = 0.85
"""They differ in apostrophes, hyphens or written-out umlauts only."""
SOUND = 0.75
"""They sound the same."""
PER_SHARE = 2.5
"""What is lost where they sound different, per share of the length that changes."""
THRESHOLD = 0.17
"""The largest share of a name's length that may change."""
FEW = 2
"""Names of so few consonants sound alike by chance."""
MOST_LETTERS = 3
"""How many letters longer the one may be."""
SLIP, PER_LETTER, CHANGED, FIRST = 0.22, 0.04, 0.14, 0.2
LAST, WORD = 0.2, 0.3


def likeness(a: str, b: str) -> float:
    """How far the letters speak for one name: 0 not at all, 0.9 where only accents differ."""
    return alike(heard_word(a), heard_word(b))


def alike(x: Heard, y: Heard) -> float:
    """The same of two names that have been heard."""
    if x.text.lower() == y.text.lower():
        return 0.0
    if x.plain == y.plain:
        return ACCENTS
    if x.bare == y.bare or x.written_out == y.written_out:
        return MARKS
    longest = max(len(x.bare), len(y.bare))
    if 2 * longest - len(x.bare) - len(y.bare) > MOST_LETTERS or not _may_begin_alike(x, y):
        return 0.0
    belief = max(_by_sound(x, y, longest), _by_slip(x.bare, y.bare, longest))
    if belief <= 0 or inflected(x.text, y.text):
        return 0.0
    return belief - LAST * _differ_at_the_end(x, y) - WORD * any(map(al.lexicon.is_common, (x.bare, y.bare)))


def _may_begin_alike(x: Heard, y: Heard) -> bool:
    """Whether the first sounds are two vowels or of one class: cheap, and rules most pairs out."""
    first, second = x.sounds[:1], y.sounds[:1]
    if first == second or (first in VOWELS and second in VOWELS):
        return True
    return one_slip(x.bare, y.bare) or (
        first not in VOWELS and second not in VOWELS and x.skeleton[:1] == y.skeleton[:1]
    )


def _by_sound(x: Heard, y: Heard, longest: int) -> float:
    """The belief that the two are one sound in two romanisations."""
    limit = _limit(x, y)
    if limit <= 0:
        return 0.0
    # A hair above the limit: what is exactly on it must not fall to rounding.
    share = apart(x, y, limit * longest + 1e-9) / longest
    return SOUND - PER_SHARE * share if share <= limit else 0.0


def _limit(x: Heard, y: Heard) -> float:
    """How much of a name may sound different: less where there is little to go by."""
    first, second = x.sounds[:1], y.sounds[:1]
    if first != second and not (first in VOWELS and second in VOWELS):
        return THRESHOLD * 0.6 if x.skeleton[:1] == y.skeleton[:1] else 0.0
    consonants = min(x.consonants, y.consonants)
    limit = THRESHOLD if x.skeleton == y.skeleton else THRESHOLD * 0.8
    return limit * (1.0 if consonants > FEW else 0.6 if consonants == FEW else 0.3)


def _by_slip(x: str, y: str, longest: int) -> float:
    """
    The belief that one typing slip explains the difference: the longer the words, the rarer the chance.

    A changed letter makes another name more often than a lost, added or swapped one; and nobody mistypes
    the first.
    """
    if longest <= SHORTEST or not one_slip(x, y):
        return 0.0
    changed = len(x) == len(y) and sorted(x) != sorted(y)
    return SLIP + PER_LETTER * longest - CHANGED * changed - FIRST * (x[0] != y[0])


def _differ_at_the_end(x: Heard, y: Heard) -> bool:
    """Whether the last sound is another one, as endings are: a vowel, or a consonant of another class."""
    first, second = x.sounds, y.sounds
    if first == second or first[:-1] != second[:-1]:
        return False
    return x.skeleton != y.skeleton or first[-1:] in VOWELS
