"""Which names of an article are one person's: by first name, surname and suffix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text import lexicon
from articlelint.text.words.name_particles import PARTICLES
from articlelint.text.words.titles import COURTESY_TITLES
from articlelint.text.words.word_set import word_set

SUFFIXES = word_set("jr sr ii iii iv")
"""What stands behind a surname, in lower case."""
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


class Candidate(NamedTuple):
    """A name that may be a person's: the tokens ``[first, last)`` with its words, and its titles."""

    span: Span
    words: tuple[str, ...]
    first: int
    last: int
    titles: tuple[str, ...]
    begin: int
    """The token at which the titles begin."""


class FullKey(NamedTuple):
    """A full name as it is compared, in lower case."""

    given: str
    surname: str
    suffix: str

    def may_be(self, other: FullKey) -> bool:
        """Whether one of two names has an initial where the other has a first name."""
        initial = len(self.given) == 1 or len(other.given) == 1
        return initial and self.given[0] == other.given[0] and self.suffix == other.suffix


class Groups:
    """The candidates that name one person, by first name, surname and suffix."""

    def __init__(self) -> None:
        self._people: dict[FullKey, list[Candidate]] = {}
        self._by_surname: dict[str, list[FullKey]] = {}

    def found(self) -> list[list[Candidate]]:
        """The groups, each with at least one candidate."""
        return list(self._people.values())

    def add_full(self, candidate: Candidate) -> None:
        """Add a full name to the person that it names: J. Doe may be Jane Doe, if only one Doe has a J."""
        key = full_key(candidate.words)
        known = self._by_surname.setdefault(key.surname, [])
        if key not in self._people:
            alike = [other for other in known if key.may_be(other)]
            if len(alike) == 1:
                key = alike[0]
            else:
                known.append(key)
        self._people.setdefault(key, []).append(candidate)

    def add_surname(self, candidate: Candidate) -> None:
        """Add a surname to the only person who has it; with a title, it may be that of somebody new."""
        surname = key_of(candidate.words[0])
        known = self._by_surname.get(surname, [])
        if len(known) == 1:
            self._people[known[0]].append(candidate)
        elif not known and candidate.titles and _may_follow_title(candidate):
            key = FullKey("", surname, "")
            self._people.setdefault(key, []).append(candidate)


@lru_cache(maxsize=2048)
def key_of(word: str) -> str:
    """Return a word as it is compared: in lower case, with straight apostrophes."""
    return word.lower().translate(_APOSTROPHES)


def full_key(words: Sequence[str]) -> FullKey:
    """Return the parts of a full name."""
    names = [key_of(word) for word in words if key_of(word) not in PARTICLES] or [key_of(words[-1])]
    suffix = names.pop() if names[-1] in SUFFIXES and len(names) > 1 else ""
    return FullKey(names[0], names[-1], suffix)


def _may_follow_title(candidate: Candidate) -> bool:
    """Whether a surname with a title is one: Mr Bell and Justice Nervo are, Justice Department is not."""
    courtesy = not COURTESY_TITLES.isdisjoint(candidate.titles)
    return courtesy or not lexicon.is_common(key_of(candidate.words[0]))
