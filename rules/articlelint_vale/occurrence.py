"""``occurrence``: something that occurs too often, or not often enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.patterns import Expression
from articlelint_vale.views import CODE, Unit, Views
from articlelint_vale.vocabulary import Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table


class Occurrence(ValeRule):
    """Counts its token in each unit of its scope: sentences, paragraphs, headings ..."""

    KEYS = frozenset({"token", "max", "min", "ignorecase"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the token and the limits."""
        del vocabulary
        self.most = int(table.number("max"))
        self.least = int(table.number("min"))
        if not table.string("token"):
            raise UnsupportedError("the key 'token' is missing")
        if self.most <= 0 and self.least <= 0:
            raise UnsupportedError("neither 'max' nor 'min' is above 0, so that it allows everything")
        before = "(?i)(?:" if table.flag("ignorecase") else "(?:"
        self.expression = Expression(table.string("token"), table.at("token"), before=before, after=")")

    def compile(self) -> None:
        """Compile the pattern of the token."""
        _ = self.expression.compiled

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield the first token of each unit with too many or too few; without a token, the first word."""
        del hits
        for unit in self.units(views):
            counted = 0
            first: tuple[int, int] | None = None
            if self.expression.may_match(views.lowered(raw=unit.raw)):
                for match in self.expression.all(unit.text):
                    counted += 1
                    if first is None and match.group().strip(f"{CODE} \n\t"):
                        first = match.span()
            if not (0 < self.most < counted or counted < self.least):
                continue
            if counted and first is None:  # only code
                continue
            start, end = first or first_word(unit)
            yield self.finding(views, unit, start, end, fill(self.definition.message, str(counted)))


def first_word(unit: Unit) -> tuple[int, int]:
    """The first word of a unit, for findings about the whole unit."""
    words = unit.text.split(maxsplit=1)
    if not words:
        return 0, 0
    start = unit.text.find(words[0])
    return start, start + len(words[0])
