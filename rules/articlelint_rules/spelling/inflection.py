"""Whether two words are forms of one word and so no variants: Ukraine and Ukrainian, Helga and Helgi."""

from __future__ import annotations

import re

from articlelint_rules.spelling.distance import common_start
from articlelint_rules.spelling.phonetic import bare, phonetic_form

# Different spellings of one ending: Zaluzhny and Zaluzhnyi, Johokuko and Johokukou, Donbas and Donbass.
_SAME_END = frozenset({"", "i", "y", "yi", "iy", "yy", "ii", "ij", "j", "e", "ey", "ei", "ee", "ie"})
_LONG_VOWELS = frozenset({"ou", "oh", "uu", "ah", "oo"})
_IOTATED = re.compile(r"(?<=[aeiou])[yj]e")
_DOUBLED = re.compile(r"(.)\1+")
SHORTEST_STEM = 3
MANY_CONSONANTS = 5
"""From so many consonants on, a last vowel seldom makes another name."""
_ENDINGS = frozenset(
    """a e i o u y s n r m ia an ian ans ians ic ics ish ean ese es ns ist ists ism ar ur um ina ine ins ev ov
    eva ova evo ovo ka ki ko sk sky ski skiy skyi skoye skaya ne na ite ites as id t d em om ami inni inu
    innar inum ens et""".split()
)


def inflected(a: str, b: str) -> bool:
    """
    Whether two words have one stem and different endings.

    Inflections, demonyms, feminine names and derived names do. Two spellings of one ending (``-sky`` and
    ``-skyi``) are no inflection, nor are two ways to write one long sound (Aadhaar and Aadhar).
    """
    x, y = bare(a), bare(b)
    simple = _simplified(x), _simplified(y)
    if simple[0] == simple[1] or _differ_in_last_vowel(*simple):
        return False
    return _differ_in_ending(x, y) or _differ_in_ending(*simple)


def _differ_in_last_vowel(a: str, b: str) -> bool:
    """
    Whether two names of many consonants differ only in a last "a" or "o".

    Romanisations of one vowel do so: Lukashenka. Other names are two: Mario and Maria, Haruka and Haruko.
    """
    if a[:-1] != b[:-1] or {a[-1:], b[-1:]} != {"a", "o"}:
        return False
    return phonetic_form(a).consonant_count >= MANY_CONSONANTS


def _simplified(text: str) -> str:
    """Return a word without doubled letters and without the glide that some romanisations write before e."""
    return _DOUBLED.sub(r"\1", _IOTATED.sub("e", text))


def _same_ending(longer: str, shorter: str, stem: int) -> bool:
    """Whether what follows the common stem of two words is one ending spelled in two ways."""
    a, b = longer[stem:], shorter[stem:]
    if a in _SAME_END and b in _SAME_END and ("" not in {a, b} or shorter[-1:] in "iyj"):
        return True
    return not b and len(a) == 1 and (a in {"h", shorter[-1:]} or shorter[-1:] + a in _LONG_VOWELS)


def _differ_in_ending(a: str, b: str) -> bool:
    """Whether two words, their letters alone, have one stem and different endings."""
    shorter, longer = sorted((a, b), key=len)
    if shorter == longer:
        return False
    stem = common_start(shorter, longer)
    if _same_ending(longer, shorter, stem):
        return False
    if stem == len(shorter):
        return True
    return any(
        longer[cut:] in _ENDINGS and shorter[cut:] in _ENDINGS
        for cut in range(stem, max(stem - 3, SHORTEST_STEM - 1), -1)
    )
