"""
Places that have several English spellings: Kyiv and Kiev.

The names come from GeoNames and Unicode CLDR, see the notice in ``data``. ``tools/build.py`` makes the table.
"""

from __future__ import annotations

from articlelint.text.lexicon import DATA
from articlelint.text.tables import Table

PLACES = Table(DATA / "places.table")
"""For each spelling of a place, in lower case without accents, the spelling that stands for the place."""


def place_of(plain: str) -> str:
    """
    The place that a name may stand for, by one of its spellings; ``""`` where it is no such place.

    Two names are spellings of one place where both give the same answer. ``plain`` is a name in lower case
    without accents.
    """
    return PLACES.get(plain, "")
