"""
The phonetic form of a name: what two spellings of one name have in common, however it is transliterated.

The phonetic key is in the manner of Lawrence Philips' Metaphone (1990): a letter for each sound, computed by
rewriting groups of letters in order. The groups are those of the romanisations of Russian, Ukrainian, Arabic,
Chinese, Japanese and Korean. The consonant skeleton keeps only the classes of the key's consonants, as Robert
Russell's Soundex (1918) does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import articlelint as al

SHORTEST = 4
"""The fewest letters of a name that is compared: shorter names are alike by chance."""
LONGEST = 60
"""The most letters; the longest name of a village in Wales has 58."""
VOWELS = frozenset("aeiou")
_LONG_SKELETON, _LONG_WORD = 4, 5
"""From so many consonants, or letters, on, a name is also looked up with one of them missing."""
_ACRONYM = re.compile(r"[A-Z]{2,}s?")
"""A name in capitals: NATO, APIs."""
_NO_DECOMPOSITION = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th",
        "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ħ": "h",
        "\u00ad": None, "‑": "-", "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'",
    }
)  # fmt: skip
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
# Rewritten in this order; capitals stand for sounds that have no letter of their own.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
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
]
_REPEATED = re.compile(r"(.)(?=\1)")
_DOUBLED = re.compile(r"(.)\1+")
_CONSONANT_CLASSES = str.maketrans(
    {letter: group[0] for group in ("kg", "vfb", "sSzJC", "td", "rl", "mn") for letter in group}
    | dict.fromkeys("aeiouh", "")
)
"""One letter for each class of consonants, none for vowels and h."""


@dataclass(frozen=True, slots=True)
class PhoneticForm:
    """A word of a name, with everything that it is compared by."""

    text: str
    """The word as it is written."""
    plain: str
    """In lower case without accents, see ``plain``."""
    bare: str
    """Its letters alone, see ``bare``."""
    key: str
    """Its phonetic key: a letter for each sound, none twice in a row."""
    skeleton: str
    """Its consonant skeleton: a letter for each class of consonants, none twice in a row."""
    lookup_keys: tuple[str, ...]
    """What to look it up by, see ``_lookup_keys``."""
    doubled: frozenset[str]
    """The letters that it has twice in a row."""
    place: str
    """The place that it may name, by the spelling that the table lists first; "" where it names none."""

    @property
    def may_vary(self) -> bool:
        """Whether it may be a variant of another name: of some length, and no acronym (NATO, APIs)."""
        return SHORTEST <= len(self.bare) <= LONGEST and not _ACRONYM.fullmatch(self.text)

    @property
    def consonant_count(self) -> int:
        """How many of its sounds are consonants."""
        return sum(sound not in VOWELS for sound in self.key)

    @property
    def with_umlauts_written_out(self) -> str:
        """Its letters alone, with German and Nordic umlauts written out: ``mueller``, ``haakon``."""
        return bare(self.text.translate(_GERMANIC))


@lru_cache(maxsize=8192)
def phonetic_form(text: str) -> PhoneticForm:
    """Return the phonetic form of a word."""
    without_accents, letters = plain(text), bare(text)
    key = _phonetic_key(letters)
    skeleton = _consonant_skeleton(key)
    return PhoneticForm(
        text,
        without_accents,
        letters,
        key,
        skeleton,
        _lookup_keys(letters, skeleton),
        frozenset(_DOUBLED.findall(letters)),
        al.places.place_of(without_accents),
    )


def plain(word: str) -> str:
    """Return a word in lower case without accents; its apostrophes and hyphens are made straight."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(_NO_DECOMPOSITION))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=2048)
def bare(word: str) -> str:
    """Return a word's letters alone: in lower case, without accents, apostrophes and hyphens."""
    return plain(word).replace("'", "").replace("-", "")


def _phonetic_key(letters: str) -> str:
    """Return one letter for each sound of a word in ``bare`` letters, none twice in a row."""
    for pattern, sound in _SOUNDS:
        letters = pattern.sub(sound, letters)
    return _REPEATED.sub("", letters)


def _consonant_skeleton(key: str) -> str:
    """Return the classes of the consonants of a phonetic key, none twice in a row."""
    return _REPEATED.sub("", key.translate(_CONSONANT_CLASSES))


def _lookup_keys(letters: str, skeleton: str) -> tuple[str, ...]:
    """
    Return what to look a word up by: two words that may be one name share at least one key.

    The keys are the skeleton, a long skeleton with any one consonant missing, the letters after a "*", and
    the letters of a long word with any one missing. So a slip in one letter, or two letters swapped, leaves a
    key in common.
    """
    marked = f"*{letters}"
    keys = [skeleton, marked]
    if _LONG_SKELETON <= len(skeleton) <= LONGEST:
        keys += [skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton))]
    if _LONG_WORD < len(marked) <= LONGEST:
        keys += [marked[:i] + marked[i + 1 :] for i in range(1, len(marked))]
    return tuple(dict.fromkeys(keys))
