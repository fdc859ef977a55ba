"""Words that have two spellings: protester and protestor, colour and color, with all their inflections."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import articlelint as al
from articlelint_rules.spelling.distance import common_end, common_start
from articlelint_rules.spelling.spellings import without_possessive
from articlelint_rules.spelling.tables import words
from articlelint_rules.spelling.word_senses import SENSES, is_meant

Dialects: TypeAlias = frozenset[str]
"""The names of dialects, such as ``en-GB``."""
FamilyKey: TypeAlias = tuple[str, str, str, str]
Places: TypeAlias = list[tuple[str, al.Span]]
"""Spellings as the table has them, each with a place where it is used."""

_DIALECT_FLAGS = {"en-US": 1, "en-GB": 2, "en-CA": 4, "en-AU": 8}
"""What the hexadecimal digits of the table are sums of."""
_LINKS = frozenset({"of", "for", "and", "the", "on", "in", "&"})


class Side(NamedTuple):
    """One of the two spellings in a row of the table, and the dialects that accept it."""

    text: str
    dialects: Dialects


class Row(NamedTuple):
    """A row of the table of words."""

    family: FamilyKey
    sides: tuple[Side, Side]


@dataclass(slots=True, eq=False)
class WordFamily:
    """
    A word with its inflections and derivations, whose two spellings all differ in the same letters.

    All of them belong to the same dialects: "canceled" is American, but "cancellation" is not British.
    """

    dialects: tuple[Dialects, Dialects]
    """The dialects that accept each of the two sides."""
    places: tuple[Places, Places] = field(default_factory=lambda: ([], []))
    """The places of each of the two sides."""
    counterparts: dict[str, str] = field(default_factory=dict[str, str])
    """The other spelling of each word."""
    accepted: dict[str, tuple[Dialects, Dialects]] = field(
        default_factory=dict[str, tuple[Dialects, Dialects]]
    )
    """The dialects that accept each word, and those that accept its counterpart."""

    def add(self, row: Row, word: str, span: al.Span) -> None:
        """Add a place of a word in lower case that is one of the sides of a row."""
        first, second = row.sides
        own, other = (second, first) if word == second.text.lower() else (first, second)
        self.places[row.sides.index(own)].append((own.text, span))
        self.counterparts[own.text] = other.text
        self.accepted[own.text] = own.dialects, other.dialects


@lru_cache(maxsize=2048)
def _rows(word: str) -> tuple[Row, ...]:
    """Return the rows of a word that is in the table."""
    return tuple(_row(line) for line in words()[word].split("|"))


def _row(line: str) -> Row:
    """Return the row of a line: two spellings, and a hexadecimal digit for the dialects of each."""
    first, second, digits = line.split(" ")
    sides = Side(first, _dialects(digits[0])), Side(second, _dialects(digits[1]))
    return Row((*_family_key(first.lower(), second.lower()), digits), sides)


def _dialects(digit: str) -> Dialects:
    """Return the dialects that a hexadecimal digit of the table stands for."""
    return frozenset(name for name, flag in _DIALECT_FLAGS.items() if int(digit, 16) & flag)


def _family_key(first: str, second: str) -> tuple[str, str, str]:
    """Return what the words of a family share: the letters before the difference, and both differences."""
    start = common_start(first, second)
    end = common_end(first, second, start)
    before, after = first[:start], first[len(first) - end :]
    # One letter before the difference says little: the letters after it, without a plural's, are added.
    stem = before if start > 1 else f"{before}-{after.removesuffix('s')[:4]}"
    return stem, first[start : len(first) - end], second[start : len(second) - end]


@lru_cache(maxsize=2048)
def _listed_parts(token: str) -> tuple[tuple[int, str], ...]:
    """Return the parts of a token that are in the table, with their offsets: ``colour-blind`` has one."""
    found: list[tuple[int, str]] = []
    offset = 0
    for part in token.split("-"):
        word = without_possessive(part)
        if word in words():
            found.append((offset, word))
        offset += len(part) + 1
    return tuple(found)


@lru_cache(maxsize=1)
def word_families(doc: al.Document, *, unread: bool = False) -> dict[FamilyKey, WordFamily]:
    """
    Return the families of the article's words that have two spellings, whether or not it uses both.

    Words are left out where they are part of a name or have another sense; with ``unread``, nothing is read,
    and all words with other senses are left out. The families of the last document are kept, as several rules
    ask for them.
    """
    found: dict[FamilyKey, WordFamily] = {}
    tokens = doc.tokens
    listed = {token: parts for token in doc.positions if (parts := _listed_parts(token))}
    indexes = sorted(i for token in listed for i in doc.positions[token])
    starts = {sentence.tokens.start for sentence in doc.sentences}
    names = {
        without_possessive(tokens.texts[i])
        for i in indexes
        if _is_title(tokens.texts[i]) and not _opens_sentence(doc, i, starts)
    }
    for i in indexes:
        text = tokens.texts[i]
        if not _is_word_here(doc, i, starts) or (_is_title(text) and without_possessive(text) in names):
            continue
        for offset, word in listed[doc.lowered[i]]:
            if word in SENSES and (unread or not is_meant(doc, i, word)):
                continue
            start = tokens.starts[i] + offset
            for row in _rows(word):
                if row.family not in found:
                    first, second = row.sides
                    found[row.family] = WordFamily((first.dialects, second.dialects))
                found[row.family].add(row, word, al.Span(start, start + len(word)))
    return found


def _is_title(text: str) -> bool:
    """Whether only the first letter is a capital."""
    return text[:1].isupper() and text[1:].islower()


def _opens_sentence(doc: al.Document, i: int, starts: set[int]) -> bool:
    """Whether a token is the first word of a sentence and has its capital for that reason."""
    return i in starts or (i - 1 in starts and not doc.tokens.texts[i - 1][0].isalnum())


def _is_word_here(doc: al.Document, i: int, starts: set[int]) -> bool:
    """Whether a token is a word and no part of a name: in lower case, or at the start of a sentence."""
    texts = doc.tokens.texts
    # "Center Street", "Center for Research"
    following = next((text for text in texts[i + 1 : i + 3] if text not in _LINKS), "")
    named = following[:1].isupper()
    if texts[i] == "OK":
        # "Tulsa, OK" and "OK! magazine" are names.
        return not named and "," not in texts[max(i - 1, 0) : i] and "!" not in texts[i + 1 : i + 2]
    if texts[i].islower():
        return True
    return texts[i][1:].islower() and _opens_sentence(doc, i, starts) and not named
