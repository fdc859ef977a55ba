"""How a name sounds, its transliteration taken off, and keys to find those by that may be the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONG_SKELETON, LONG_WORD = 4, 5
"""From so many consonants, or letters, on, words are also looked up with one of them missing."""
VOWELS = frozenset("aeiou")
ACRONYM = re.compile(r"[A-Z]{2,}s?")
"""A name in capitals: NATO, APIs."""
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
    (frozenset(some), (frozenset(others), re.compile(pattern), letter))
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
_REPEATED = re.compile(r"(.)(?=\1)")
_BONES = str.maketrans(
    {letter: group[0] for group in ("kg", "vfb", "sSzJC", "td", "rl", "mn") for letter in group}
    | dict.fromkeys("aeiouh", "")
)
"""What is left of the sounds of a word: one letter for each class of consonants."""


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


def bare(word: str) -> str:
    """A word's letters alone: in lower case, without accents, apostrophes and hyphens."""
    if word.isalpha() and word.isascii():
        return word.lower()
    return plain(word).replace("'", "").replace("-", "")


@lru_cache(maxsize=1 << 10)
def _sounds_of(letters: frozenset[str]) -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    """The patterns that may match a word with these letters: for most names three or four."""
    return tuple(rest for some, rest in _SOUNDS if not letters.isdisjoint(some))


def sounds(letters: str) -> str:
    """A word's letters, as ``bare`` gives them, by sound: one letter for each sound, none twice in a row."""
    for others, pattern, letter in _sounds_of(_CHANGING.intersection(letters)):
        if not others.isdisjoint(letters):
            letters = pattern.sub(letter, letters)
    return _REPEATED.sub("", letters)


def skeleton(heard: str) -> str:
    """The consonant classes of a word's sounds."""
    return _REPEATED.sub("", heard.translate(_BONES))


def keys(letters: str, bones: str) -> tuple[str, ...]:
    """
    What to look a word up by, each once: two words that may be one share at least one key.

    These are the skeleton, a long skeleton with any one consonant missing, and a long word with any one
    letter missing; so a slip in one letter, or two letters swapped, leaves a key in common.
    """
    marked = f"*{letters}"
    found = [bones, marked]
    if len(bones) >= LONG_SKELETON:
        found += [bones[:i] + bones[i + 1 :] for i in range(len(bones))]
    if len(marked) > LONG_WORD:
        found += [marked[:i] + marked[i + 1 :] for i in range(1, len(marked))]
    return tuple(dict.fromkeys(found))
