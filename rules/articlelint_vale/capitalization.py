"""``capitalization``: the capitals of headlines, or of another scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.casing import Caser, Style
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.patterns import Expression
from articlelint_vale.views import Views
from articlelint_vale.vocabulary import Exceptions, Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table


class Capitalization(ValeRule):
    """Reports text that is not in ``$title``, ``$sentence``, ``$lower`` or ``$upper`` case, or no match."""

    KEYS = frozenset({"match", "style", "exceptions", "indicators", "threshold", "vocab", "prefix"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the case, the exceptions and the style."""
        self.exceptions = Exceptions.of(table, vocabulary)
        self.match = table.string("match")
        if not self.match:
            raise UnsupportedError("the key 'match' is missing")
        self.caser: Caser | None = None
        self.expression: Expression | None = None
        style = table.string("style", "AP")
        if style not in {"AP", "Chicago"}:
            raise UnsupportedError(f"the style '{style}' is unknown; Vale knows AP and Chicago")
        if self.match in {"$title", "$sentence"}:
            if table.string("prefix"):
                Expression(table.string("prefix"), table.at("prefix"))
            wanted = Style(
                title=self.match == "$title",
                chicago=style == "Chicago",
                indicators=table.strings("indicators"),
                prefix=table.string("prefix"),
                threshold=table.number("threshold") or 0.8,
            )
            self.caser = Caser(wanted, self.exceptions, table.at("exceptions"))
        elif self.match not in {"$lower", "$upper"}:
            self.expression = Expression(self.match, table.at("match"))

    def compile(self) -> None:
        """Compile every pattern."""
        self.exceptions.compile()
        if self.expression is not None:
            _ = self.expression.compiled

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding about each unit in the wrong case; it covers the whole unit."""
        del hits
        for unit in self.units(views):
            expected, good = self._judged(unit.text)
            if not good:
                message = fill(self.definition.message, unit.text, expected)
                writes = (expected,) if self.caser is not None else ()
                yield self.finding(views, unit, 0, len(unit.text), message, writes=writes)

    def _judged(self, text: str) -> tuple[str, bool]:
        """The text as it should be, and whether it is right as it stands."""
        if self.caser is not None:
            expected = self.caser.expected(text)
            return expected, self.caser.good(text, expected)
        if self.expression is not None:
            good = self.expression.search(text) is not None
            return self.match, good or self.exceptions.cover(text)
        expected = text.lower() if self.match == "$lower" else text.upper()
        return expected, text == expected or self.exceptions.cover(text)
