"""How a name sounds, its transliteration taken off: keys to find candidates by, and a distance."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import accumulate
from math import inf

import articlelint as al

LONG_SKELETON, LONG_WORD = 4, 5
"""From so many consonants, or letters, on, words are also looked up with one of them missing."""
VOWELS = frozenset("aeiou")
_NO_DECOMPOSITION = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th",
        "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ħ": "h",
        "\u00ad": None, "‑": "-", "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'",
    }
)  # fmt: skip
_MARKS = al.compile_pattern(r"['-]")
# One sound, many letters: from the romanisations of Russian, Ukrainian, Arabic, Chinese, Japanese and Korean.
_SOUNDS = tuple(
    (al.compile_pattern(pattern), letter)
    for pattern, letter in (
        (r"tsch|tch|tsh", "C"),
        (r"^x(?=[aeiou])", "S"),
        (r"x", "ks"),
        (r"shch|stch|sch|sh|sz", "S"),
        (r"cz|tj|ch|ci(?=[aou])", "C"),
        (r"dzh|dj|zh|j(?=[aeiou])", "J"),
        (r"ph", "f"),
        (r"(?<=[aeiou])c$", "C"),
        (r"ck|kh|gh|q|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"tz|ts", "z"),
        (r"th|dt", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"w", "v"),
        (r"(?<=[oei])(?:ff|f|u)$", "v"),
        (r"(?:skyy|skyi|skiy|skij|skii|ski|sky)$", "ski"),
        (r"(?:yi|iy|ij|yy|ii|ey|ei)$", "i"),
        (r"[yj]", "i"),
        (r"(?<=[aeiou])i(?=[aeou])", ""),
        (r"(?<![aeiou])(?<!^)h|h(?![aeiou])", ""),
    )
)
_DOUBLED = al.compile_pattern(r"(.)\1+")
_DOUBLING = 0.15
_CLASSES = {letter: group[0] for group in ("kgh", "vfb", "sSzJC", "td", "rl", "mn") for letter in group}
_CLOSE_VOWELS = frozenset(map(frozenset, ("ie", "ou", "ae", "ao")))
_CLOSE_CONSONANTS = frozenset(
    map(
        frozenset,
        ("kg", "kh", "gh", "vf", "Jz", "Ss", "zs", "CS", "JC", "Jg", "bv", "zC", "Ck", "JS", "rl", "Ji"),
    )
)


@lru_cache(maxsize=1 << 13)
def plain(word: str) -> str:
    """A word in lower case without accents; apostrophes and hyphens straight."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(_NO_DECOMPOSITION))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


_GERMANIC = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ø": "oe",
        "å": "aa",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Ø": "Oe",
        "Å": "Aa",
    }
)


def written_out(word: str) -> str:
    """A word's letters alone, with German and Nordic umlauts written out: ``mueller``, ``haakon``."""
    return bare(word if word.isascii() else word.translate(_GERMANIC))


@lru_cache(maxsize=1 << 13)
def bare(word: str) -> str:
    """A word's letters alone: in lower case, without accents, apostrophes and hyphens."""
    return _MARKS.sub("", plain(word))


@lru_cache(maxsize=1 << 13)
def sounds(word: str) -> str:
    """A word spelled by sound: one letter for each sound, no letter twice in a row."""
    text = bare(word)
    for pattern, letter in _SOUNDS:
        text = pattern.sub(letter, text)
    return _DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=1 << 13)
def skeleton(word: str) -> str:
    """The consonant classes of a word."""
    consonants = "".join(_CLASSES.get(c, c) for c in sounds(word) if c not in VOWELS and c != "h")
    return _DOUBLED.sub(r"\1", consonants)


@lru_cache(maxsize=1 << 12)
def keys(word: str) -> frozenset[str]:
    """
    What to look a word up by: two words that may be one share at least one key.

    These are the skeleton, a long skeleton with any one consonant missing, and a long word with any one
    letter missing; so a slip in one letter, or two letters swapped, leaves a key in common.
    """
    bones = skeleton(word)
    found = {bones}
    if len(bones) >= LONG_SKELETON:
        found.update(bones[:i] + bones[i + 1 :] for i in range(len(bones)))
    letters = bare(word)
    found.add(f"*{letters}")
    if len(letters) >= LONG_WORD:
        found.update(f"*{letters[:i]}{letters[i + 1 :]}" for i in range(len(letters)))
    return frozenset(found)


def _change(a: str, b: str) -> float:
    """What it costs to hear one sound as another."""
    if a == b:
        return 0.0
    if a in VOWELS and b in VOWELS:
        return 0.3 if frozenset((a, b)) in _CLOSE_VOWELS else 0.45
    return 0.5 if frozenset((a, b)) in _CLOSE_CONSONANTS else 1.0


def _loss(sound: str) -> float:
    """What it costs to lose or add a sound."""
    return 0.3 if sound == "i" else 0.4 if sound in VOWELS else 0.6 if sound == "h" else 1.0


_CHANGES = al.PerWord(lambda pair: _change(pair[0], pair[1]))
"""``_change`` by the two sounds in one string."""
_LOSSES = al.PerWord(_loss)


def distance(a: str, b: str, most: float = inf) -> float:
    """
    The weighted edit distance of two words by sound: vowels cost little, consonants of one class half.

    Levenshtein's, with Damerau's swap of two neighbours at the price of one consonant. Above ``most`` it is
    infinite: most pairs differ so soon that the rest need not be looked at.
    """
    doubled = set(_DOUBLED.findall(bare(a))) ^ set(_DOUBLED.findall(bare(b)))
    a, b = sounds(a), sounds(b)
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    doubling = _DOUBLING * len(doubled)
    return doubling + _edits(a[start : len(a) - end], b[start : len(b) - end], most - doubling)


def _edits(a: str, b: str, most: float) -> float:
    """The weighted edit distance of what two words do not have in common; infinite above ``most``."""
    losses = [_LOSSES[y] for y in b]
    row = [0.0, *accumulate(losses)]
    before = row
    for i, x in enumerate(a):
        loss = _LOSSES[x]
        last, before, cost = before, row, row[0] + loss
        row = [cost]
        for j, y in enumerate(b):
            cost = min(before[j] + _CHANGES[x + y], before[j + 1] + loss, cost + losses[j])
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
