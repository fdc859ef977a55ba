"""How a name sounds, its transliteration taken off: keys to find candidates by, and a distance."""

from __future__ import annotations

import re
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
# One sound, many letters: from the romanisations of Russian, Ukrainian, Arabic, Chinese, Japanese and Korean.
# Before each pattern stand letters: where it matches, a word has one of either group as it is written.
_SOUNDS = tuple(
    (frozenset(some), (frozenset(others), al.compile_pattern(pattern), letter))
    for some, others, pattern, letter in (
        ("h", "t", r"tsch|tch|tsh", "C"),
        ("x", "x", r"^x(?=[aeiou])", "S"),
        ("x", "x", r"x", "ks"),
        ("hz", "sx", r"shch|stch|sch|sh|sz", "S"),
        ("cj", "zthi", r"cz|tj|ch|ci(?=[aou])", "C"),
        ("hj", "zj", r"dzh|dj|zh|j(?=[aeiou])", "J"),
        ("h", "p", r"ph", "f"),
        ("c", "c", r"(?<=[aeiou])c$", "C"),
        ("chq", "ckhgq", r"ck|kh|gh|q|c(?![eiy])", "k"),
        ("c", "c", r"c", "s"),
        ("t", "zscx", r"tz|ts", "z"),
        ("t", "hd", r"th|dt", "t"),
        ("h", "d", r"dh", "d"),
        ("h", "b", r"bh", "b"),
        ("w", "w", r"w", "v"),
        ("fup", "oei", r"(?<=[oei])(?:ff|f|u)$", "v"),
        ("iy", "kcqghx", r"(?:skyy|skyi|skiy|skij|skii|ski|sky)$", "ski"),
        ("iyj", "iye", r"(?:yi|iy|ij|yy|ii|ey|ei)$", "i"),
        ("yj", "yj", r"[yj]", "i"),
        ("iyj", "aeiou", r"(?<=[aeiou])i(?=[aeou])", ""),
        ("h", "h", r"(?<![aeiou])(?<!^)h|h(?![aeiou])", ""),
    )
)
_CHANGING = frozenset("cfhijpqtuwxyz")
"""The letters in the first groups."""
_DOUBLED = al.compile_pattern(r"(.)\1+")
_REPEATED = al.compile_pattern(r"(.)(?=\1)")
_DOUBLING = 0.15
_BONES = str.maketrans(
    {letter: group[0] for group in ("kg", "vfb", "sSzJC", "td", "rl", "mn") for letter in group}
    | dict.fromkeys("aeiouh", "")
)
"""What is left of the sounds of a word: one letter for each class of consonants."""
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
    if word.isalpha() and word.isascii():
        return word.lower()
    return plain(word).replace("'", "").replace("-", "")


@lru_cache(maxsize=1 << 10)
def _sounds_of(letters: frozenset[str]) -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    """The patterns that may match a word with these letters: for most names three or four."""
    return tuple(rest for some, rest in _SOUNDS if not letters.isdisjoint(some))


@lru_cache(maxsize=1 << 13)
def sounds(word: str) -> str:
    """A word spelled by sound: one letter for each sound, no letter twice in a row."""
    text = bare(word)
    for others, pattern, letter in _sounds_of(_CHANGING.intersection(text)):
        if not others.isdisjoint(text):
            text = pattern.sub(letter, text)
    return _REPEATED.sub("", text)


@lru_cache(maxsize=1 << 13)
def skeleton(word: str) -> str:
    """The consonant classes of a word."""
    return _REPEATED.sub("", sounds(word).translate(_BONES))


@lru_cache(maxsize=1 << 12)
def keys(word: str) -> frozenset[str]:
    """
    What to look a word up by: two words that may be one share at least one key.

    These are the skeleton, a long skeleton with any one consonant missing, and a long word with any one
    letter missing; so a slip in one letter, or two letters swapped, leaves a key in common.
    """
    bones, letters = skeleton(word), f"*{bare(word)}"
    found = [bones, letters]
    if len(bones) >= LONG_SKELETON:
        found += [bones[:i] + bones[i + 1 :] for i in range(len(bones))]
    if len(letters) > LONG_WORD:
        found += [letters[:i] + letters[i + 1 :] for i in range(1, len(letters))]
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


@lru_cache(maxsize=1 << 13)
def _doubled(word: str) -> frozenset[str]:
    """The letters that a word has twice in a row."""
    return frozenset(_DOUBLED.findall(bare(word)))


def distance(a: str, b: str, most: float = inf) -> float:
    """
    The weighted edit distance of two words by sound: vowels cost little, consonants of one class half.

    Levenshtein's, with Damerau's swap of two neighbours at the price of one consonant. Above ``most`` it is
    infinite: most pairs differ so soon that the rest need not be looked at.
    """
    doubled = _doubled(a) ^ _doubled(b)
    a, b = sounds(a), sounds(b)
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
