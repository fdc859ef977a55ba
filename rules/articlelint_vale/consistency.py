"""``consistency``: the same thing written in two ways in one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import articlelint as al
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.patterns import Expression
from articlelint_vale.views import Unit, Views
from articlelint_vale.vocabulary import Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table


class _Pair(NamedTuple):
    either: Expression
    first: Expression
    """Tells which of the two forms a match of ``either`` is."""


class Consistency(ValeRule):
    """
    Reports every place of the form that comes second in the article, with the place of the first.

    Vale reports one place in each block after it has seen both forms, whichever of them stands there.
    """

    KEYS = frozenset({"either", "ignorecase", "nonword"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the pairs."""
        del vocabulary
        edge = "" if table.flag("nonword") else r"\b"
        flags = "(?im)" if table.flag("ignorecase") else "(?m)"
        self.pairs: list[_Pair] = []
        for one, other, line in table.pairs("either"):
            if not one or not other:
                raise UnsupportedError(f"a pair in 'either' (line {line}) has only one form")
            at = f"{table.shown}:{line}"
            either = Expression(f"(?:{one})|(?:{other})", at, before=f"{flags}{edge}(?:", after=f"){edge}")
            first = Expression(one, at, before=f"{flags}{edge}(?:", after=f"){edge}")
            self.pairs.append(_Pair(either, first))
        if not self.pairs:
            raise UnsupportedError("the key 'either' is missing")

    def compile(self) -> None:
        """Compile every pattern."""
        for pair in self.pairs:
            _ = pair.either.compiled, pair.first.compiled

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield the places that differ from the form that stands first in the article."""
        del hits
        units = self.units(views)
        for pair in self.pairs:
            opening: tuple[bool, al.Span, str] | None = None
            for unit, match in pair.either.in_units(views, units):
                form = _is_first(pair, unit, match.start(), match.end())
                if opening is None:
                    opening = form, views.span(unit, *match.span()), match.group()
                elif form != opening[0]:
                    message = fill(self.definition.message, match.group())
                    other = al.Related(opening[1], f"“{opening[2]}” here")
                    yield self.finding(views, unit, *match.span(), message, related=(other,))


def _is_first(pair: _Pair, unit: Unit, start: int, end: int) -> bool:
    """Whether a match is the first form of a pair."""
    found = pair.first.search(unit.text, start)
    return found is not None and found.span() == (start, end)
