"""``repetition``: the same word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.actions import written
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.patterns import Expression
from articlelint_vale.views import CODE, Unit, Views
from articlelint_vale.vocabulary import Exceptions, Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table


class Repetition(ValeRule):
    """Reports a match of its tokens that equals the match before."""

    KEYS = frozenset({"tokens", "max", "ignorecase", "alpha", "vocab", "exceptions"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the tokens, as one pattern."""
        self.exceptions = Exceptions.of(table, vocabulary)
        self.most = int(table.number("max"))
        self.alpha = table.flag("alpha")
        self.folded = table.flag("ignorecase")
        tokens = [token for token in table.strings("tokens") if token]
        if not tokens:
            raise UnsupportedError("the key 'tokens' is missing or empty")
        before = "(?i)(?:" if self.folded else "(?:"
        # Vale puts all tokens into one group, which is the first.
        at, pattern = table.at("tokens"), "|".join(tokens)
        self.expression = Expression(pattern, at, before=before, after=")", groups_before=1)
        self.expression.check_reference(self.expression.groups + 1)

    def compile(self) -> None:
        """Compile every pattern."""
        self.exceptions.compile()
        _ = self.expression.compiled

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding about each repetition, from the first word to the last."""
        del hits
        for unit in self.units(views):
            if self.expression.may_match(views.lowered(raw=unit.raw)):
                yield from self._in_unit(views, unit)

    def _in_unit(self, views: Views, unit: Unit) -> Iterator[al.Finding]:
        before, start, count = "", 0, 0
        for match in self.expression.all(unit.text):
            word = match.group().strip()
            key = word.lower() if self.folded else word
            same = (
                bool(word) and key == before and not (self.alpha and not word.isalpha()) and CODE not in word
            )
            count = count + 1 if same else 0
            if same and count > self.most:
                found = unit.text[start : match.end()]
                if "\n" not in found and not self.exceptions.cover_at(unit.text, start, match.end()):
                    action = self.definition.action
                    instead = written(action, found) if action is not None else ()
                    message = fill(self.definition.message, word, *instead)
                    yield self.finding(views, unit, start, match.end(), message)
                    count = 0
            before, start = key, match.start()
