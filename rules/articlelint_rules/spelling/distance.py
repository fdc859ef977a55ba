"""How far apart two names are: by sound, or by one slip of the hand."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import inf

from articlelint_rules.spelling.heard import Heard, heard_word
from articlelint_rules.spelling.phonetic import VOWELS, bare

_DOUBLING = 0.15
"""What it costs where only one of them has a letter twice in a row."""
_OPEN_VOWELS = VOWELS - {"i"}
_CLOSE_VOWELS = frozenset(map(frozenset, ("ie", "ou", "ae", "ao")))
_CLOSE_CONSONANTS = frozenset(
    map(
        frozenset,
        ("kg", "kh", "gh", "vf", "Jz", "Ss", "zs", "CS", "JC", "Jg", "bv", "zC", "Ck", "JS", "rl", "Ji"),
    )
)


@lru_cache(maxsize=4096)
def _change(a: str, b: str) -> float:
    """What it costs to hear one sound as another."""
    if a == b:
        return 0.0
    if a in VOWELS and b in VOWELS:
        return 0.3 if frozenset((a, b)) in _CLOSE_VOWELS else 0.45
    return 0.5 if frozenset((a, b)) in _CLOSE_CONSONANTS else 1.0


@lru_cache(maxsize=4096)
def _loss(sound: str) -> float:
    """What it costs to lose or add a sound."""
    return 0.3 if sound == "i" else 0.4 if sound in VOWELS else 0.6 if sound == "h" else 1.0


def distance(a: str, b: str, most: float = inf) -> float:
    """
    The weighted edit distance of two words by sound: vowels cost little, consonants of one class half.

    Levenshtein's, with Damerau's swap of two neighbours at the price of one consonant. Above ``most`` it is
    infinite: most pairs differ so soon that the rest need not be looked at.
    """
    return apart(heard_word(a), heard_word(b), most)


def apart(x: Heard, y: Heard, most: float) -> float:
    """The same of two words that have been heard."""
    a, b = x.sounds, y.sounds
    # What only one of them has costs at least this: a change, of a vowel 0.3, rids them of two sounds.
    alone = set(a) ^ set(b)
    if 0.15 * len(alone & VOWELS) + 0.25 * len(alone - VOWELS) > most:
        return inf
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    doubling = _DOUBLING * len(x.doubled ^ y.doubled)
    return doubling + _edits(a[start : len(a) - end], b[start : len(b) - end], most - doubling)


def _at_least(a: str, b: str) -> float:
    """
    What it costs at least to turn one word into another, by the sounds that only one of them has.

    One change rids them of two: of consonants it costs 0.5 and more, of vowels 0.3 and more, save that an
    ``i`` comes with a consonant for nothing.
    """
    gone, come = set(a).difference(b), set(b).difference(a)
    consonants = max(len(gone - VOWELS), len(come - VOWELS))
    return 0.5 * consonants + 0.15 * len((gone | come) & _OPEN_VOWELS)


def _edits(a: str, b: str, most: float) -> float:
    """The weighted edit distance of what two words do not have in common; infinite above ``most``."""
    if not (a and b):
        lost = sum(map(_loss, a or b))
        return lost if lost <= most else inf
    if _at_least(a, b) > most:
        return inf
    losses = [_loss(y) for y in b]
    row = [0.0, *accumulate(losses)]
    before = row
    for i, x in enumerate(a):
        loss = _loss(x)
        last, before, cost = before, row, row[0] + loss
        row = [cost]
        for j, y in enumerate(b):
            cost += losses[j]
            other = before[j] + _change(x, y)
            if other < cost:  # noqa: PLR1730 - here the time goes, and a call takes three times as long
                cost = other
            other = before[j + 1] + loss
            if other < cost:  # noqa: PLR1730 - likewise
                cost = other
            if i and j and x == b[j - 1] and y == a[i - 1] and x != y:
                cost = min(cost, last[j - 1] + 1.0)
            row.append(cost)
        # A swap may still come from the row before.
        if min(row) > most and min(before) > most:
            return inf
    return row[-1] if row[-1] <= most else inf


def one_slip(a: str, b: str) -> bool:
    """Whether one typing slip lies between: a letter too many, too few or changed, or two swapped."""
    a, b = bare(a), bare(b)
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
