"""
How near two spellings of a place sound, and whether they are only two forms of one word.

The shipped table was made with this distance. The rule that compares names in an article has another one by
now, which is tuned to people's names; a table that followed it would change whenever the rule does.
"""

from __future__ import annotations

import re

from articlelint_rules.spelling.phonetic import bare

VOWELS = frozenset("aeiou")
# One sound, many letters: from the romanisations of Russian, Ukrainian, Arabic, Chinese, Japanese and Korean.
SOUNDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"tsch|tch|tsh", "C"),
        (r"^x(?=[aeiou])", "S"),
        (r"x", "ks"),
        (r"shch|stch|sch|sh|sz", "S"),
        (r"cz|tj|ch|ci(?=[aou])", "C"),
        (r"dzh|dj|zh|j(?=[aeou])", "J"),
        (r"ph", "f"),
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
DOUBLED = re.compile(r"(.)\1+")
CLOSE_VOWELS = frozenset(map(frozenset, ("ie", "ou", "ae", "ao")))
CLOSE_CONSONANTS = frozenset(
    map(frozenset, ("kg", "kh", "gh", "vf", "Jz", "Ss", "zs", "CS", "JC", "Jg", "bv", "zC", "Ck", "JS", "rl"))
)

# Ways to write the end of one name: Donbas and Donbass, Kolkhozny and Kolkhoznyi.
SAME_END = frozenset({"", "i", "y", "yi", "iy", "yy", "ii", "ij", "j", "e", "ey", "ei", "ee", "ie"})
LONG_VOWELS = frozenset({"ou", "oh", "uu", "ah", "oo"})
Y_BEFORE_E = re.compile(r"(?<=[aeiou])[yj]e")
SHORTEST_STEM = 3
ENDINGS = frozenset(
    """
    a e i o u y s n r m ia an ian ans ians ic ics ish ean ese ns es ist ists ism ar ur us um in ina ine ins ev
    ov eva ova evo ovo ka ki ko sk sky ski skiy skyi skoye skaya en er ers el on ne na ite ites al is as os it
    id t d em om ami ina inni inu ins innar inum ens et
    """.split()
)


def sounds(name: str) -> str:
    """A name with one letter for each sound, and no letter twice in a row."""
    text = bare(name)
    for pattern, letter in SOUNDS:
        text = pattern.sub(letter, text)
    return DOUBLED.sub(r"\1", text)


def change_cost(a: str, b: str) -> float:
    """What it costs to replace one sound by another."""
    if a == b:
        return 0.0
    if a in VOWELS and b in VOWELS:
        return 0.25 if frozenset((a, b)) in CLOSE_VOWELS else 0.4
    return 0.5 if frozenset((a, b)) in CLOSE_CONSONANTS else 1.0


def loss_cost(sound: str) -> float:
    """What it costs to lose or add a sound."""
    if sound == "i":
        return 0.3
    if sound in VOWELS:
        return 0.4
    return 0.6 if sound == "h" else 1.0


def distance(first: str, second: str) -> float:
    """
    The weighted edit distance of two names by sound: vowels cost little, consonants of one class half.

    Levenshtein's distance, with Damerau's swap of two neighbours at the price of one consonant.
    """
    a, b = sounds(first), sounds(second)
    row = [0.0]
    for sound in b:
        row.append(row[-1] + loss_cost(sound))
    before = row
    for i, x in enumerate(a):
        last, before, row = before, row, [row[0] + loss_cost(x)]
        for j, y in enumerate(b):
            cost = min(before[j] + change_cost(x, y), before[j + 1] + loss_cost(x), row[j] + loss_cost(y))
            if i and j and x == b[j - 1] and y == a[i - 1] and x != y:
                cost = min(cost, last[j - 1] + 1.0)
            row.append(cost)
    return row[-1]


def inflected(first: str, second: str) -> bool:
    """
    Whether two names have one stem and differ in their ending only, as Ukraine and Ukrainian do.

    An ending that is only written in another way (``-sky``, ``-skyi``) does not count.
    """
    a, b = bare(first), bare(second)
    return _differ_in_ending(a, b) or _differ_in_ending(Y_BEFORE_E.sub("e", a), Y_BEFORE_E.sub("e", b))


def _differ_in_ending(a: str, b: str) -> bool:
    """Whether two words in plain letters have one stem and two endings."""
    shorter, longer = sorted((a, b), key=len)
    if shorter == longer:
        return False
    stem = 0
    while stem < len(shorter) and shorter[stem] == longer[stem]:
        stem += 1
    if _same_ending(longer, shorter, stem):
        return False
    if stem == len(shorter):
        return True
    return stem >= SHORTEST_STEM and longer[stem:] in ENDINGS and shorter[stem:] in ENDINGS


def _same_ending(longer: str, shorter: str, stem: int) -> bool:
    """Whether what follows the common stem is one ending written in two ways."""
    a, b = longer[stem:], shorter[stem:]
    if a in SAME_END and b in SAME_END and ("" not in {a, b} or shorter[-1:] in "iyj"):
        return True
    return not b and len(a) == 1 and (a in {"h", shorter[-1:]} or shorter[-1:] + a in LONG_VOWELS)
