"""The names that the rules about capitals know: people, places, peoples, and names of several words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import articlelint as al
from articlelint_rules import DATA

ENDINGS = ("", "'s", "’s", "'", "’")
"""Those of possessives, the last two behind an "s"; and none."""

PEOPLE_AND_THINGS = frozenset(
    """
    arabic roman swiss brussels venetian russian turkish balkan scotch bohemian spartan byzantine
    platonic herculean quixotic victorian orwellian freudian manila titanic sisyphean kleenex wifi
    frisbee velcro jacuzzi plexiglas kevlar teflon styrofoam gothic romanesque cyrillic celsius
    fahrenheit gauss ohm volt watt
    """.split()
)
"""Words that name a people or a firm with a capital and a thing without: roman type, venetian blinds."""

FRENCH_THINGS = frozenset(
    """
    fries fry toast bread door doors window windows kiss kisses press bean beans horn horns braid braids
    cuff cuffs knot onion dressing twist bulldog
    """.split()
)


class Names:
    """What a single word may name, as bits: an ``IntFlag`` takes ten times as long to ask."""

    GIVEN: Final = 1
    SURNAME: Final = 2
    PLACE: Final = 4
    COUNTRY: Final = 8
    PEOPLE: Final = 16


_BITS = {kind: getattr(Names, kind.name) for kind in al.gazetteer.NameKind}
PLACES = Names.PLACE | Names.COUNTRY | Names.PEOPLE


@lru_cache(maxsize=2048)
def names(lower: str) -> int:
    """What a word names when it has a capital; ``lower`` has none, and no possessive ending."""
    return sum(_BITS[kind] for kind in al.gazetteer.name_kinds(lower))


def needs_capital(lower: str, following: str = "") -> bool:
    """
    Whether English never writes the word without a capital, whatever it stands for.

    ``following`` is the next word, for the things that peoples lend their names to.
    """
    if lower in PEOPLE_AND_THINGS or len(lower) < SHORTEST:
        return False
    size, name_size = al.lexicon.size(lower), al.lexicon.name_size(lower)
    if lower == "french":
        return following not in FRENCH_THINGS
    if size == 0:
        return 0 < name_size <= KNOWN_NAME or bool(names(lower) & (Names.COUNTRY | Names.PEOPLE))
    # "english" and "german" without a capital are entries of large dictionaries only.
    if size == LARGEST:
        return 0 < name_size <= FAIR_NAME and names(lower) != 0
    return (
        size >= RARE_WORD
        and 0 < name_size <= FREQUENT_NAME
        and bool(names(lower) & (Names.PEOPLE | Names.COUNTRY))
    )


SHORTEST = 4
KNOWN_NAME = 60
RARE_WORD = 60
FREQUENT_NAME = 40
FAIR_NAME = 50
LARGEST = 70


def written(word: str) -> str:
    """A name as it is written, from a word in lower case: "github's" gives "GitHub's"."""
    for stem, ending in ((word, ""), (word[:-2], word[-2:])):
        name = al.gazetteer.inner_capital(stem)
        if name:
            return name + ending
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=1)
def compounds() -> dict[tuple[str, str], list[list[str]]]:
    """Names of several words by the first two of them in lower case, the longest first."""
    found: dict[tuple[str, str], list[list[str]]] = {}
    lines = (DATA / "well-known-names.txt").read_text(encoding="utf-8").splitlines()
    well_known = [line for line in lines if line and not line.startswith("#")]
    for name in [*al.gazetteer.long_names(), *well_known]:
        words = name.split()
        found.setdefault((words[0].lower(), words[1].lower()), []).append(words)
    for rest in found.values():
        rest.sort(key=len, reverse=True)
    return found


@lru_cache(maxsize=1)
def seconds() -> frozenset[str]:
    """The second words of those names in lower case, with any possessive ending."""
    words = {second for _, second in compounds()}
    return frozenset([w + ending for w in words for ending in (ENDINGS if w[-1] == "s" else ENDINGS[:3])])
