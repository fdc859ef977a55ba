"""Spellings that disagree: which belong together, which is preferred, and what the findings say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import articlelint as al


class Spelling(NamedTuple):
    """One of the ways an article spells something."""

    places: tuple[al.Span, ...]
    """Its places, in reading order."""
    texts: tuple[str, ...]
    """The text at each place; they differ where a word is inflected."""

    def __hash__(self) -> int:
        # The first place, which no other spelling has, is enough; a name may have thousands.
        return hash((self.places[:1], self.texts[:1], len(self.places)))

    @classmethod
    def of(cls, text: str, places: Iterable[al.Span]) -> Spelling:
        """Return a spelling that has the same text at all its places."""
        spans = tuple(places)
        return cls(spans, (text,) * len(spans))

    @property
    def text(self) -> str:
        """The text that messages show: the commonest, of equally common ones the first."""
        return Counter(self.texts).most_common(1)[0][0]

    @property
    def rank(self) -> tuple[int, int]:
        """A sort key: the most frequent spelling first, of equally frequent ones the one that comes first."""
        return -len(self.places), self.places[0].start


def connected(pairs: Iterable[tuple[Spelling, Spelling]]) -> list[list[Spelling]]:
    """
    Return the groups of spellings that the pairs connect, in order of rank, and so the spellings in each.

    It is the union-find algorithm of Galler and Fischer (1964).
    """
    parent: dict[Spelling, Spelling] = {}

    def root(item: Spelling) -> Spelling:
        parent.setdefault(item, item)
        while parent[item] is not item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        first, second = sorted((root(a), root(b)), key=lambda s: s.rank)
        parent[second] = first
    groups: dict[Spelling, list[Spelling]] = {}
    for item in parent:
        groups.setdefault(root(item), []).append(item)
    ranked = [sorted(group, key=lambda s: s.rank) for group in groups.values()]
    return sorted(ranked, key=lambda group: group[0].rank)


def message(text: str, form: Spelling, others: Sequence[tuple[str, Spelling]]) -> str:
    """Return a finding's message: the text of a spelling, those of the others, and how often each occurs."""
    (first, best), *rest = others
    line = (
        f"“{text}” ({len(form.places)}) is spelled “{first}” elsewhere in this article ({len(best.places)})"
    )
    if not rest:
        return line
    return f"{line}, and {', '.join(f'“{other}” ({len(s.places)})' for other, s in rest)}"


def match_case(text: str, like: str) -> str:
    """Return a text with the capitals of another: "colour" like "Color" is "Colour"."""
    if like.isupper() and len(like) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


def name_in_case_of(name: str, like: str) -> str:
    """Return a name in all capitals where another is, and in small letters where it is not: a dateline."""
    if like.isupper():
        return name.upper()
    return name.title() if name.isupper() else name


@lru_cache(maxsize=2048)
def without_possessive(token: str) -> str:
    """Return a token in lower case without a possessive ending."""
    lower = token.lower()
    if lower.endswith(("'s", "’s")):
        return lower[:-2]
    return lower.rstrip("'’")
