"""
The gazetteer: what words name when they are written with a capital, and how some names are written.

The names come from GeoNames, Unicode CLDR, the census of the United States and SCOWL, see the notices in
``data``. ``tools/build.py`` makes the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from articlelint.text.lexicon import DATA
from articlelint.text.tables import Table

NAMES = Table(DATA / "names.table")
"""For each single word in lower case the kinds of names that it is, with a space between."""
LONG_NAMES = Table(DATA / "long-names.table")
"""For the first two words of long names in lower case the names as they are written, with ``|`` between."""
INNER_CAPITALS = Table(DATA / "inner-capitals.table")
"""For each name with a capital inside, in lower case, the name as it is written."""


class NameKind(StrEnum):
    """What a single word may name."""

    GIVEN = "given"
    """A person, by a first name."""
    SURNAME = "surname"
    PLACE = "place"
    """A city, or a state of the United States."""
    COUNTRY = "country"
    """A country, a territory or a continent."""
    PEOPLE = "people"
    """The people of a country, or their language."""


@lru_cache(maxsize=2048)
def name_kinds(lower: str) -> frozenset[NameKind]:
    """
    What a word names where it has a capital; empty where no list has it.

    ``lower`` is the word in lower case, without a possessive ending.
    """
    return frozenset(map(NameKind, NAMES.get(lower, "").split()))


def inner_capital(lower: str) -> str:
    """A name with a capital inside as it is written: "github" gives "GitHub"; ``""`` for any other word."""
    return INNER_CAPITALS.get(lower, "")


def long_names() -> Iterator[str]:
    """Names of places in several words, of which at least one is an ordinary word: "New York"."""
    for names in LONG_NAMES.values():
        yield from names.split("|")
