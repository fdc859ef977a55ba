"""``conditional``: if the first occurs, the second must too, such as an abbreviation and its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.patterns import Expression
from articlelint_vale.views import Views
from articlelint_vale.vocabulary import Exceptions, Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table


class Conditional(ValeRule):
    """
    Reports a match of ``first`` that no group of ``second`` has matched, in this unit or before it.

    Where ``second`` has no groups, each match of ``first`` in a unit without a match of ``second``.
    """

    KEYS = frozenset({"first", "second", "exceptions", "ignorecase", "vocab"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the two patterns."""
        self.exceptions = Exceptions.of(table, vocabulary)
        self.folded = table.flag("ignorecase")
        for key in ("first", "second"):
            if not table.string(key):
                raise UnsupportedError(f"the key '{key}' is missing")
        flags = "(?i)" if self.folded else ""
        self.first = Expression(table.string("first"), table.at("first"), before=flags)
        self.second = Expression(table.string("second"), table.at("second"), before=flags)

    def compile(self) -> None:
        """Compile every pattern."""
        self.exceptions.compile()
        _ = self.first.compiled, self.second.compiled

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding about each first without its second."""
        del hits
        units = self.units(views)
        known: set[str] = set()
        for unit in units:
            if self.second.may_match(views.lowered(raw=unit.raw)):
                if not self.second.groups and self.second.search(unit.text) is not None:
                    continue
                for match in self.second.all(unit.text):
                    known.update(self._key(group) for group in match.groups() if group)
            if not self.first.may_match(views.lowered(raw=unit.raw)):
                continue
            for match in self.first.all(unit.text):
                text = match.group()
                excepted = self._key(text) in known or self.exceptions.cover_at(unit.text, *match.span())
                if text and not excepted:
                    message = fill(self.definition.message, text)
                    yield self.finding(views, unit, *match.span(), message)

    def _key(self, text: str) -> str:
        return text.lower() if self.folded else text
