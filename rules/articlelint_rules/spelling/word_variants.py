"""Which words of an article are spelled two ways: protester and protestors, colour and colorful."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.word_senses import is_meant
from articlelint_rules.spelling.tables import words
from articlelint_rules.spelling.traits import base, notable

_LINKS = frozenset({"of", "for", "and", "the", "on", "in", "&"})


class Family:
    """
    A word with all its inflections and derivations, whose two spellings differ in the same letters.

    ``places`` are where each side of the table's rows is used: the spelling as it stands, and its span.
    ``dialects`` are those that accept the two sides, a hexadecimal digit each (see ``dialects.BITS``), in the
    family's first row; ``accepted`` says the same of each word and its counterpart, in that order.
    """

    __slots__ = ("accepted", "counterparts", "dialects", "places")

    def __init__(self, dialects: str) -> None:
        self.dialects = dialects
        self.places: tuple[list[tuple[str, al.Span]], list[tuple[str, al.Span]]] = ([], [])
        self.counterparts: dict[str, str] = {}
        self.accepted: dict[str, tuple[int, int]] = {}

    def add(self, row: Row, word: str, span: al.Span) -> None:
        """A place of a word in lower case, which is the first or the second of a row of the table."""
        side = int(word == row.second_lower)
        (shown, accepted), (other, by_others) = row.sides[side], row.sides[1 - side]
        self.places[side].append((shown, span))
        self.counterparts[shown] = other
        self.accepted[shown] = accepted, by_others


class Row(NamedTuple):
    """A row of the table: its family, the two spellings and who accepts them, see ``Family``."""

    family: tuple[str, str, str]
    dialects: str
    second_lower: str
    sides: tuple[tuple[str, int], tuple[str, int]]


def _row(line: str) -> Row:
    first, second, dialects = line.split(" ")
    sides = ((first, int(dialects[0], 16)), (second, int(dialects[1], 16)))
    return Row(key(first.lower(), second.lower()), dialects, second.lower(), sides)


@lru_cache(maxsize=4096)
def _rows(word: str) -> tuple[Row, ...]:
    """The rows of a word that is in the table."""
    return tuple(_row(line) for line in words()[word].split("|"))


def key(first: str, second: str) -> tuple[str, str, str]:
    """What all rows of a family share: the letters before the difference, and the two differences."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    changed = first[start : len(first) - end], second[start : len(second) - end]
    stem = (
        first[:start] if start > 1 else f"{first[:start]}-{first[len(first) - end :].removesuffix('s')[:4]}"
    )
    return stem, *changed


def listed_rows(doc: al.Document) -> list[tuple[str, Row]]:
    """The article's words that are in the table, once for every row with it, whether used as words or not."""
    parts = {word for traits in notable(doc) for _, word in traits.listed}
    return [(word, row) for word in parts for row in _rows(word)]


@lru_cache(maxsize=1)
def families(doc: al.Document) -> dict[tuple[str, str, str], Family]:
    """
    The families of the article's words that have two spellings, whether or not it uses both.

    Two rules ask one after the other; the answer for the last article is kept.
    """
    found: dict[tuple[str, str, str], Family] = {}
    tokens = doc.tokens
    listed = {traits.word: traits.listed for traits in notable(doc) if traits.listed}
    if not listed:
        return found
    places = sorted(i for word in listed for i in doc.positions[word])
    starts = {sentence.tokens.start for sentence in doc.sentences}
    names = {
        base(tokens.texts[i]) for i in places if _is_title(tokens.texts[i]) and not _opens(doc, i, starts)
    }
    for i in places:
        text = tokens.texts[i]
        if not _is_word_here(doc, i, starts) or (_is_title(text) and base(text) in names):
            continue
        for at, word in listed[doc.lowered[i]]:
            if not is_meant(doc, i, word):
                continue
            span = al.Span(tokens.starts[i] + at, tokens.starts[i] + at + len(word))
            for row in _rows(word):
                family = found.get(row.family)
                if family is None:
                    family = found[row.family] = Family(row.dialects)
                family.add(row, word, span)
    return found


def _is_title(text: str) -> bool:
    """Whether only the first letter is a capital."""
    return text[:1].isupper() and text[1:].islower()


def _opens(doc: al.Document, i: int, starts: set[int]) -> bool:
    """Whether a token has its capital from the sentence that it opens."""
    return i in starts or (i - 1 in starts and not doc.tokens.texts[i - 1][0].isalnum())


def _is_word_here(doc: al.Document, i: int, starts: set[int]) -> bool:
    """Whether a token is a word and no part of a name: in lower case, or with a sentence start's capital."""
    texts = doc.tokens.texts
    # "Center Street", "Center for Research"
    following = next((text for text in texts[i + 1 : i + 3] if text not in _LINKS), "")
    named = following[:1].isupper()
    if texts[i] == "OK":
        # "Tulsa, OK" and "OK! magazine" are names.
        return not named and "," not in texts[max(i - 1, 0) : i] and "!" not in texts[i + 1 : i + 2]
    if texts[i].islower():
        return True
    return texts[i][1:].islower() and _opens(doc, i, starts) and not named
