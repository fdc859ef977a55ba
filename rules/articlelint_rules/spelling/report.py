"""From forms that disagree to findings: the rarer ones are reported, each at every place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import articlelint as al


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling as the article uses it: how it is shown, where it stands, and what stands there."""

    text: str
    places: tuple[al.Span, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """The most frequent first, of those the one used first."""
        return -len(self.places), self.places[0].start


def clusters(pairs: Iterable[tuple[Spelling, Spelling]]) -> list[list[Spelling]]:
    """The spellings that the pairs connect, each cluster with the preferred spelling first."""
    parent: dict[Spelling, Spelling] = {}

    def root(item: Spelling) -> Spelling:
        while parent.setdefault(item, item) is not item:
            parent[item] = item = parent[parent[item]]
        return item

    for a, b in pairs:
        first, second = sorted((root(a), root(b)), key=lambda s: s.rank)
        parent[second] = first
    groups: dict[Spelling, list[Spelling]] = {}
    for item in parent:
        groups.setdefault(root(item), []).append(item)
    return [
        sorted(group, key=lambda s: s.rank) for _, group in sorted(groups.items(), key=lambda g: g[0].rank)
    ]


def message(form: Spelling, others: list[Spelling]) -> str:
    """One line that names the form, the other forms, and how often each occurs."""
    first, *rest = (f"'{other.text}' ({len(other.places)})" for other in others)
    line = (
        f"'{form.text}' ({len(form.places)}) is spelled {first.replace(' (', ' elsewhere in this article (')}"
    )
    return f"{line}, and {', '.join(rest)}" if rest else line
