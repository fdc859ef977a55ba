"""
Places with several English spellings.

GeoNames lists every name of a city in any language. Of these an English text may use a name that is in the
word lists of SCOWL, or a romanisation of a name in another script. A name that is also a person's, a word's
or another city's is left out, and so is one that does not resemble the city's (Leningrad, Bombay), because an
article has reasons to use both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articlelint import lexicon
from articlelint_rules.spelling.phonetic import bare, plain
from tables.inputs import Inputs
from tables.names import census_lines, cities
from tables.scowl import word_lists
from tables.sounds import distance, inflected

OTHER_SCRIPTS = frozenset(
    """UA RU BY BG MK RS ME KZ KG TJ UZ TM MN GE AM AZ GR CY IL PS LB SY JO IQ IR KW SA YE OM AE QA BH EG SD
    SS LY TN DZ MA MR AF PK IN NP BT BD LK MM TH KH LA CN HK MO TW KR KP JP ET ER DJ SO""".split()
)
"""Countries whose names reach English through a romanisation, and so in several forms."""
FOREIGN = re.compile(
    r"sch|tsch|cz|sz|rz|[^aeiou]j|j[^aeiou]|dzs|gy$|ij$|ou|eau|ch$|[^aeiou]w$|iu$|as$|os$|us$|[^s]k[ao]$|ii|aa|oe|ue|q(?!u|$)"
)
"""Spellings of German, Polish, Hungarian, French, Lithuanian and Finnish rather than English."""
CONFUSABLE = frozenset(
    """grenada monterey cambria philly nicaea torrens louisburg bienne bethlehem sulu mosel musil bala hama
    pola stalingrad bozen napoli torino genova padova praha wien lisboa beograd moskva mosca habana
    brunswick karlsbad orlean toyoda gloster luik bono bona nappa albia ammon aran moville kura lassa
    constantia caesarea galla madura habana girgenti pergamum brundisium ariminum iconium manawa vienne
    chama gikuyu gand anvers joppa yafo""".split()
)
"""Other places, or names of another time or tongue (a club is called Napoli), however near they sound."""
REGIONS = (
    ("mallorca", "majorca"), ("menorca", "minorca"), ("donbas", "donbass"), ("dnipro", "dnieper", "dnepr"),
    ("tyrol", "tirol"), ("transnistria", "transdniestria", "pridnestrovie"),
    ("punjab", "panjab"), ("darfur", "darfour"),
    ("hercegovina", "herzegovina"),
)  # fmt: skip
"""Regions, islands and rivers; GeoNames' extract has cities only."""
TERRITORIES = (
    ("cape verde", "cabo verde"), ("cote d'ivoire", "ivory coast"), ("czechia", "czech republic"),
    ("eswatini", "swaziland"), ("new zealand", "aotearoa new zealand"), ("timor-leste", "east timor"),
    ("turkiye", "turkey"),
)  # fmt: skip
"""The territories that Unicode CLDR 48 gives a second English name."""
LARGEST_LIST = 90
"""The lists of SCOWL above that size have every name that was ever seen."""


@dataclass(frozen=True)
class Options:
    """What is taken for another spelling, see ``tools/sources.toml``."""

    smallest: int
    """Inhabitants of a city; smaller ones have one spelling in English, if any."""
    rival: float
    """Another city of that name with this share of the inhabitants makes the name ambiguous."""
    farthest: float
    """How far a name may sound from the city's, as a share of its length."""
    surnames: float
    """The commonest surnames that are no places, by the share of people who have one of them."""


def build(inputs: Inputs, **options: Any) -> dict[str, str]:
    """For each spelling of a place the one that stands for the place."""
    regions = [list(group) for group in (*REGIONS, *TERRITORIES)]
    groups = merged([*regions, *CitySpellings(inputs, Options(**options)).groups()])
    return {spelling: group[0] for group in groups for spelling in group}


def merged(groups: list[list[str]]) -> list[list[str]]:
    """The groups in alphabetical order; a form that several have stays with the first, the largest city."""
    taken: set[str] = set()
    result: list[list[str]] = []
    for group in groups:
        left = [form for form in group if form not in taken]
        if left and left[0] == group[0] and len(left) > 1:
            result.append(left)
            taken.update(left)
    return sorted(result)


class CitySpellings:
    """The spellings of cities that GeoNames has and an English text may use."""

    def __init__(self, inputs: Inputs, options: Options) -> None:
        self.inputs = inputs
        self.options = options

    @cached_property
    def people(self) -> set[str]:
        """Given names and the commonest surnames of the United States, in lower case."""
        shares = {
            "dist.male.first": 100.0,
            "dist.female.first": 100.0,
            "dist.all.last": self.options.surnames,
        }
        return {
            name.lower()
            for file, most in shares.items()
            for name, _, share, _ in census_lines(self.inputs, file)
            if float(share) <= most
        }

    @cached_property
    def listed(self) -> set[str]:
        """The names that SCOWL lists, in lower case."""
        return {
            word.lower()
            for listed in word_lists(self.inputs)
            if listed.kind in {"upper", "proper-names"} and listed.size <= LARGEST_LIST
            for word in listed.words
        }

    def groups(self) -> Iterator[list[str]]:
        """The spellings of each city that has more than one, its own name first; the largest city first."""
        by_size: list[dict[str, Any]] = sorted(
            cities(self.inputs), key=lambda city: (-int(city["population"]), city["geonameid"])
        )
        largest: dict[str, int] = {}
        for city in by_size:
            largest.setdefault(bare(city["name"]), city["population"])
        for city in by_size:
            own = city["name"]
            if city["population"] < self.options.smallest or not latin(own) or bare(own) in self.people:
                continue
            forms = {bare(own): own}
            for other in city["alternatenames"]:
                key = bare(other)
                if latin(other) and key not in forms and self.is_spelling(other, city, largest):
                    forms[key] = other
            if len(forms) > 1:
                yield [plain(form) for form in forms.values()]

    def is_spelling(self, other: str, city: Mapping[str, Any], largest: Mapping[str, int]) -> bool:
        """Whether a name is another spelling of a city's, and of nothing else."""
        key, own = bare(other), city["name"]
        if key in self.people or key in CONFUSABLE or lexicon.is_word(key):
            return False
        if largest.get(key, 0) > self.options.rival * city["population"]:
            return False
        if not self.is_english(other, own, city["countrycode"]):
            return False
        if plain(other) not in self.listed and inflected(own, other):
            return False
        return distance(own, other) <= self.options.farthest * max(len(key), len(bare(own)))

    def is_english(self, name: str, own: str, country: str) -> bool:
        """Whether an English text may use this name of a city."""
        if plain(name) in self.listed:
            return True
        # Where the city's own name is an English word, such as Moscow, others are of other languages.
        if plain(own) in self.listed or country not in OTHER_SCRIPTS:
            return False
        return name.isascii() and not FOREIGN.search(name.lower())


def latin(name: str) -> bool:
    """Whether a name is one capitalised word of plain letters, accents aside."""
    letters = unicodedata.normalize("NFKD", name)
    return bool(re.fullmatch(r"[A-Z][A-Za-z'’\u0300-\u036f-]{3,}", letters)) and not name.isupper()
