"""A name in the ways that two are compared: worked out once, for a name meets many."""

from __future__ import annotations

import re
from functools import lru_cache

import articlelint as al
from articlelint_rules.spelling.phonetic import (
    ACRONYM,
    VOWELS,
    bare,
    keys,
    plain,
    skeleton,
    sounds,
    written_out,
)

SHORTEST = 4
"""Letters of a name: shorter ones differ by chance."""
_KEPT = 2048
"""Names at least: most are of one article only, and what is kept of a name is much."""
_DOUBLED = re.compile(r"(.)\1+")


class Heard:
    """
    A word of a name as written (``text``), without accents (``plain``), and its letters alone (``bare``).

    ``sounds`` and ``skeleton`` are what is heard of it; ``place`` is the place that it may name, by the
    spelling that its row of the table lists first, and empty where it names none. ``compared`` is false for
    short names and those in capitals, such as NATO and APIs: they are no other name's variant.
    """

    __slots__ = ("_doubled", "_keys", "bare", "compared", "place", "plain", "skeleton", "sounds", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        self.bare = letters = bare(text)
        self.place = al.places.place_of(self.plain)
        self.compared = len(letters) >= SHORTEST and not ACRONYM.fullmatch(text)
        self.sounds = heard = sounds(letters)
        self.skeleton = skeleton(heard)
        self._keys: tuple[str, ...] | None = None
        self._doubled: frozenset[str] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What to look it up by, see ``skeleton.keys``."""
        if self._keys is None:
            self._keys = keys(self.bare, self.skeleton)
        return self._keys

    @property
    def doubled(self) -> frozenset[str]:
        """The letters that it has twice in a row."""
        if self._doubled is None:
            self._doubled = frozenset(_DOUBLED.findall(self.bare))
        return self._doubled

    @property
    def written_out(self) -> str:
        """Its letters with German and Nordic umlauts written out."""
        return self.bare if self.text.isascii() else written_out(self.text)

    @property
    def consonants(self) -> int:
        """How many of its sounds are consonants."""
        return len(self.sounds) - sum(map(self.sounds.count, VOWELS))


heard_word = lru_cache(maxsize=_KEPT)(Heard)
