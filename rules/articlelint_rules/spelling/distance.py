"""How far apart two names are: by sound, or by one slip of the typist."""

from __future__ import annotations

from articlelint_rules.spelling.phonetic import VOWELS, bare, phonetic_form

_DOUBLING = 0.15
"""What it costs where only one of two words has a letter twice in a row."""
_SWAP = 1.0
_CLOSE_VOWELS = {frozenset(pair) for pair in ("ie", "ou", "ae", "ao")}
# J and i are two ways to write one sound: Jelena and Yelena.
_CLOSE_CONSONANTS = {frozenset(pair) for pair in "kg kh gh vf Jz Ss zs CS JC Jg bv zC Ck JS rl Ji".split()}


def distance(a: str, b: str) -> float:
    """
    Return the weighted edit distance of two words by sound: how much the sounds of one must change.

    It is Levenshtein's distance (1966) between the phonetic keys, with Damerau's swap of neighbours (1964).
    Changing or losing a vowel costs less than a consonant, and changing a sound to a close one costs half.
    What the words have in common at their beginning and end costs nothing.
    """
    x, y = phonetic_form(a), phonetic_form(b)
    start = common_start(x.key, y.key)
    end = common_end(x.key, y.key, start)
    changed = _edit_distance(x.key[start : len(x.key) - end], y.key[start : len(y.key) - end])
    return _DOUBLING * len(x.doubled ^ y.doubled) + changed


def _edit_distance(a: str, b: str) -> float:
    """Return the weighted edit distance of two phonetic keys."""
    # costs[i][j] is what it costs to turn the first i sounds of a into the first j sounds of b.
    costs = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, start=1):
        costs[i][0] = costs[i - 1][0] + _loss(x)
    for j, y in enumerate(b, start=1):
        costs[0][j] = costs[0][j - 1] + _loss(y)
    for i, x in enumerate(a, start=1):
        for j, y in enumerate(b, start=1):
            costs[i][j] = min(
                costs[i - 1][j - 1] + _change(x, y),
                costs[i - 1][j] + _loss(x),
                costs[i][j - 1] + _loss(y),
            )
            swapped = i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2] and x != y
            if swapped:
                costs[i][j] = min(costs[i][j], costs[i - 2][j - 2] + _SWAP)
    return costs[-1][-1]


def _change(a: str, b: str) -> float:
    """Return what it costs to change one sound to another."""
    if a == b:
        return 0.0
    if a in VOWELS and b in VOWELS:
        return 0.3 if frozenset((a, b)) in _CLOSE_VOWELS else 0.45
    return 0.5 if frozenset((a, b)) in _CLOSE_CONSONANTS else 1.0


def _loss(sound: str) -> float:
    """Return what it costs to lose or add a sound."""
    if sound == "i":
        return 0.3
    if sound in VOWELS:
        return 0.4
    return 0.6 if sound == "h" else 1.0


def one_slip(a: str, b: str) -> bool:
    """Whether two words differ by one typing slip: a letter too many, too few or changed, or two swapped."""
    a, b = bare(a), bare(b)
    if a == b:
        return False
    start = common_start(a, b)
    rest_a, rest_b = a[start:], b[start:]
    changed = rest_a[1:] == rest_b[1:]
    missing = rest_a[1:] == rest_b or rest_a == rest_b[1:]
    swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return changed or missing or swapped


def common_start(a: str, b: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    length = 0
    while length < min(len(a), len(b)) and a[length] == b[length]:
        length += 1
    return length


def common_end(a: str, b: str, start: int) -> int:
    """Return how many letters two words have in common at their end, after the first ``start`` letters."""
    length = 0
    while length < min(len(a), len(b)) - start and a[-1 - length] == b[-1 - length]:
        length += 1
    return length
