"""What may be spelled in two ways in an article: told of each word once, for the rules that compare them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.compounds import compound_stem
from articlelint_rules.spelling.tables import words


class Traits(NamedTuple):
    """
    What concerns some rule of a word in lower case.

    ``base`` is the word without a possessive ending, ``listed`` its parts that are in the table of words,
    each with where it begins (``colour-blind`` has two). ``stem`` is that of a compound with one hyphen, as
    if it had none.
    """

    word: str
    base: str
    listed: tuple[tuple[int, str], ...]
    stem: str


def base(text: str) -> str:
    """A token in lower case, without a possessive ending."""
    lower = text.lower()
    if lower.endswith(("'s", "’s")):
        return lower[:-2]
    return lower.rstrip("'’")


@lru_cache(maxsize=4096)
def traits_of(word: str) -> Traits | None:
    """The traits of a word in lower case; none if there is nothing to say of it."""
    plain = word if word.isalpha() else base(word)
    if "-" in plain:
        return Traits(word, plain, _listed_parts(word), compound_stem(plain))
    listed = ((0, plain),) if plain in words() else ()
    return Traits(word, plain, listed, "") if listed or plain != word else None


def _listed_parts(word: str) -> tuple[tuple[int, str], ...]:
    """The parts of a word with hyphens that are in the table, and where they begin."""
    found: list[tuple[int, str]] = []
    at = 0
    for part in word.split("-"):
        if base(part) in words():
            found.append((at, base(part)))
        at += len(part) + 1
    return tuple(found)


@lru_cache(maxsize=1)
def notable(doc: al.Document) -> list[Traits]:
    """The traits of the article's words that have any; several rules ask one after the other."""
    return list(filter(None, map(traits_of, doc.positions)))
