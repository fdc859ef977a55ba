"""``substitution``: words, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.actions import expanded, replaced
from articlelint_vale.characters import PatternError
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill, one_of
from articlelint_vale.patterns import whole_match
from articlelint_vale.shapes import forms
from articlelint_vale.syntax import translate
from articlelint_vale.tokens import Found, Token, Tokens
from articlelint_vale.views import Views
from articlelint_vale.vocabulary import Exceptions, Vocabulary, is_phrase
from articlelint_vale.words import Form, Hit
from articlelint_vale.yaml_table import Table

_GROUP = re.compile(r"\$(?:\d|\{\w)")


class Substitution(ValeRule):
    """Reports each key of ``swap``. Of two keys at the same place, the longer one (as written) counts."""

    KEYS = frozenset({"swap", "exceptions", "ignorecase", "nonword", "vocab", "capitalize", "pos"})
    OF_WORDS = True

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the swaps, longest key first."""
        self.exceptions = Exceptions.of(table, vocabulary)
        self.folded = table.flag("ignorecase")
        self.capitalize = table.flag("capitalize")
        swaps = {key: (value, line) for key, value, line in table.pairs("swap") if key.strip()}
        if not swaps:
            raise UnsupportedError("the key 'swap' is missing or empty")
        self.swaps = sorted(swaps.items(), key=lambda swap: -len(swap[0]))
        self.tokens = Tokens(
            [Token(key, f"{table.shown}:{line}", self.folded) for key, (_, line) in self.swaps],
            words=not table.flag("nonword"),
            joined=False,
        )

    @property
    def forms(self) -> Sequence[Form]:
        """The keys that are literal words."""
        return self.tokens.forms

    def compile(self) -> None:
        """Compile every pattern."""
        self.exceptions.compile()
        self.tokens.compile()

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding about each key that is not written as it should be."""
        for found in self.tokens.find(views, self.definition.scopes, hits, self.definition.finer):
            text = found.text.strip()
            expected = self._expected(found, text)
            if _is(text, expected) or self.exceptions.cover_at(found.unit.text, found.start, found.end):
                continue
            action = self.definition.action
            message = self.definition.message
            options: tuple[str, ...] = ()
            if action is not None and action.name == "replace" and not action.params:
                options = tuple(self._cased(option, text) for option in expected.split("|"))
                expected = one_of(options)
                message = _unquoted(message)
            elif not is_phrase(expected):
                expected = _spelled(expected, text)
            message = fill(message, expected, text)
            yield self.finding(views, found.unit, found.start, found.end, message, writes=options)

    def _expected(self, found: Found, text: str) -> str:
        """What to write instead of a match, with its groups filled in."""
        key, (value, _) = self.swaps[found.entry]
        expected = self._cased(value, text)
        if not _GROUP.search(expected):
            return expected
        if found.match is not None:
            return expanded(expected, found.match)
        return replaced(f"(?i){key}" if self.folded else key, expected, text)

    def _cased(self, word: str, found: str) -> str:
        """The replacement, with the capital of the words found if the rule says so."""
        if self.capitalize and found[:1] == found[:1].upper():
            return word[:1].upper() + word[1:]
        return word


def _is(text: str, expected: str) -> bool:
    """Whether a text is already right; the expected text may be a pattern, such as ``a|b``."""
    return text == expected if is_phrase(expected) else whole_match(expected, text)


def _spelled(pattern: str, text: str) -> str:
    """The text with the capitals that a pattern gives it: ``OAuth2?`` makes OAuth of oauth."""
    try:
        written = forms(translate(pattern).shape) or ()
    except PatternError:
        return pattern
    return next((form for form in written if form.lower() == text.lower()), pattern)


def _unquoted(message: str) -> str:
    """The message without quotation marks around its first ``'%s'``; the words bring their own."""
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:  # noqa: PLR2004 - the new and the old word
            message = message.replace(quoted, "%s", 1)
    return message
