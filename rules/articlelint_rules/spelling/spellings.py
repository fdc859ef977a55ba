"""From spellings that disagree to findings: the rarer ones are reported, each at every place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import articlelint as al


class Spelling(NamedTuple):
    """
    One of the ways an article spells something.

    ``places`` are where, in reading order; ``texts`` what stands at each of them, which differs where a
    word is inflected.
    """

    places: tuple[al.Span, ...]
    texts: tuple[str, ...]

    def __hash__(self) -> int:
        # By its first place, which no other spelling has; a name may have thousands.
        return hash((self.places[:1], self.texts[:1], len(self.places)))

    @property
    def text(self) -> str:
        """How it is shown: the commonest of its texts, of those the first."""
        first = self.texts[0]
        alike = self.texts.count(first) == len(self.texts)
        return first if alike else Counter(self.texts).most_common(1)[0][0]

    @property
    def rank(self) -> tuple[int, int]:
        """The most frequent first, of those the one used first."""
        return -len(self.places), self.places[0].start


def clusters(pairs: Iterable[tuple[Spelling, Spelling]]) -> list[list[Spelling]]:
    """The spellings that the pairs connect, each cluster with the preferred spelling first."""
    parent: dict[Spelling, Spelling] = {}

    def root(item: Spelling) -> Spelling:
        parent.setdefault(item, item)
        while parent[item] is not item:
            parent[item] = item = parent[parent[item]]
        return item

    for a, b in pairs:
        first, second = sorted((root(a), root(b)), key=lambda s: s.rank)
        parent[second] = first
    groups: dict[Spelling, list[Spelling]] = {}
    for item in parent:
        groups.setdefault(root(item), []).append(item)
    return sorted((sorted(group, key=lambda s: s.rank) for group in groups.values()), key=lambda g: g[0].rank)


def message(text: str, form: Spelling, others: Sequence[tuple[str, Spelling]]) -> str:
    """One line that names a form, the other forms, and how often each occurs."""
    (first, best), *rest = others
    line = (
        f"“{text}” ({len(form.places)}) is spelled “{first}” elsewhere in this article ({len(best.places)})"
    )
    if not rest:
        return line
    return f"{line}, and {', '.join(f'“{other}” ({len(s.places)})' for other, s in rest)}"


def cased(text: str, like: str) -> str:
    """The text with the capitals of another: ``COLOUR`` like ``Color`` is ``Colour``."""
    if like.isupper() and len(like) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if like[:1].isupper() else text
