"""``existence``: words that should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.actions import written
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill, one_of
from articlelint_vale.patterns import Expression
from articlelint_vale.tokens import Found, Token, Tokens
from articlelint_vale.views import Unit, Views
from articlelint_vale.vocabulary import Exceptions, Vocabulary
from articlelint_vale.words import Form, Hit
from articlelint_vale.yaml_table import Table


class Existence(ValeRule):
    """Reports each of its tokens, or the matches of its ``raw`` parts joined to one pattern."""

    KEYS = frozenset({"tokens", "raw", "exceptions", "ignorecase", "nonword", "append", "vocab"})
    OF_WORDS = True

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the tokens, or a raw pattern with the tokens after it (before it with ``append``)."""
        self.exceptions = Exceptions.of(table, vocabulary)
        folded = table.flag("ignorecase")
        words = not table.flag("nonword")
        tokens = [text for text in table.strings("tokens") if text.strip()]
        raw = "".join(table.strings("raw"))
        if not tokens and not raw.strip():
            raise UnsupportedError("it has nothing to look for: 'tokens' and 'raw' are missing or empty")
        self.tokens = Tokens((), words=words)
        self.expression: Expression | None = None
        if not raw:
            at = table.at("tokens")
            self.tokens = Tokens([Token(text, at, folded) for text in tokens], words=words)
            return
        edge = r"\b" if words and tokens else ""
        listed = f"{edge}(?:{'|'.join(tokens)}){edge}" if tokens else ""
        # The flag m applies to the tokens; to the raw pattern only if it comes after them.
        whole = f"(?m){listed}{raw}" if table.flag("append") else f"{raw}(?m){listed}"
        self.expression = Expression(whole, table.at("raw"), before="(?i)" if folded else "")

    @property
    def forms(self) -> Sequence[Form]:
        """The tokens that are literal words."""
        return self.tokens.forms

    def compile(self) -> None:
        """Compile every pattern."""
        self.exceptions.compile()
        self.tokens.compile()
        if self.expression is not None:
            _ = self.expression.compiled

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding about each match that no exception covers."""
        for unit, start, end in self._matches(views, hits):
            text = unit.text[start:end]
            if not self.exceptions.cover_at(unit.text, start, end):
                yield self.finding(views, unit, start, end, self._message(text))

    def _matches(self, views: Views, hits: Sequence[Hit]) -> Iterator[tuple[Unit, int, int]]:
        if self.expression is None:
            found: Found
            scopes, finer = self.definition.scopes, self.definition.finer
            for found in self.tokens.find(views, scopes, hits, finer):
                yield found.unit, found.start, found.end
            return
        for unit, match in self.expression.in_units(views, self.units(views)):
            yield unit, match.start(), match.end()

    def _message(self, text: str) -> str:
        action = self.definition.action
        if action is None:
            return fill(self.definition.message, text)
        options = written(action, text)
        instead = one_of(options) if len(options) > 1 else options[0] if options else ""
        return fill(self.definition.message, text, instead)
