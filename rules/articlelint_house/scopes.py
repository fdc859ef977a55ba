"""The parts of an article that an entry applies to: kinds of blocks, inside or outside quotations."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import articlelint as al

_K = al.BlockKind
_REGIONS = {
    "body": frozenset(_K) - {_K.HEADLINE, _K.CROSSHEAD, _K.STANDFIRST, _K.CAPTION, _K.BLOCKQUOTE},
    "headline": frozenset({_K.HEADLINE, _K.CROSSHEAD}),
    "standfirst": frozenset({_K.STANDFIRST}),
    "caption": frozenset({_K.CAPTION}),
    "list": frozenset({_K.LIST_ITEM}),
    "blockquote": frozenset({_K.BLOCKQUOTE}),
}
_ALL = frozenset(_K)


class Scope(NamedTuple):
    """Kinds of blocks, and whether words inside and outside quotation marks are included."""

    kinds: frozenset[al.BlockKind]
    inside: bool
    outside: bool

    def holds(self, doc: al.Document, span: al.Span) -> bool:
        """Whether a place of a document is in the scope."""
        if len(self.kinds) < len(_ALL) and doc.block_at(span.start).kind not in self.kinds:
            return False
        return (self.inside if doc.in_quote(span) else self.outside) or (self.inside and self.outside)

    def overlaps(self, other: Scope) -> bool:
        """Whether a place can be in both scopes."""
        quoting = (self.inside and other.inside) or (self.outside and other.outside)
        return quoting and not self.kinds.isdisjoint(other.kinds)

    def covers(self, other: Scope) -> bool:
        """Whether every place in the other scope is in this one, too."""
        quoting = (self.inside or not other.inside) and (self.outside or not other.outside)
        return quoting and other.kinds <= self.kinds


@lru_cache(maxsize=256)
def scope_of(names: tuple[str, ...]) -> Scope:
    """
    The scope that several names stand for together.

    Regions are joined; without a region, all blocks are included, but block quotations only with "quotes".
    "quotes" and "outside-quotes" are joined, too; without either, words in quotation marks are left out.
    """
    if "everywhere" in names:
        return Scope(_ALL, inside=True, outside=True)
    inside = "quotes" in names
    outside = "outside-quotes" in names or not inside
    regions = [_REGIONS[name] for name in names if name in _REGIONS]
    every = _ALL if inside else _ALL - _REGIONS["blockquote"]
    return Scope(frozenset[al.BlockKind]().union(*regions) if regions else every, inside, outside)
