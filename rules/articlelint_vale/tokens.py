"""Finds the tokens of a rule as one pattern of alternatives would find them, but looks literal words up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from articlelint_vale.patterns import Expression
from articlelint_vale.scopes import Kind, Scope
from articlelint_vale.shapes import forms
from articlelint_vale.views import Unit, Views
from articlelint_vale.words import Form, Hit, is_form, stands

if TYPE_CHECKING:
    import regex

_WORD = (r"(?m)\b(?:", r")\b")
_PARTS_OF_PROSE = frozenset({Kind.BLOCK, Kind.PARAGRAPH, Kind.SENTENCE})
_ANYWHERE = ("(?m)(?:", ")")


class Token(NamedTuple):
    """A token as it stands in the file of its rule."""

    text: str
    at: str
    folded: bool


class Found(NamedTuple):
    """The place of a token in a unit; ``entry`` is its number among the tokens of the rule."""

    unit: Unit
    start: int
    end: int
    entry: int
    match: regex.Match[str] | None = None

    @property
    def text(self) -> str:
        """The words found."""
        return self.unit.text[self.start : self.end]


class _Alternative(NamedTuple):
    entry: int
    expression: Expression


class Tokens:
    """
    The tokens of a rule. If two begin at the same place, the one that comes first in the list is found.

    Whole words that stand for a short list of literal texts become forms, which are looked up for all rules
    together. The other tokens are patterns.
    """

    def __init__(self, tokens: Iterable[Token], *, words: bool, joined: bool = True) -> None:
        """
        With ``words``, a token must stand between word boundaries. Raises SettingsError.

        With ``joined``, the groups of all tokens are numbered together, as Vale does.
        """
        self.forms: list[Form] = []
        self.alternatives: list[_Alternative] = []
        before, after = _WORD if words else _ANYWHERE
        groups = 0
        expressions: list[Expression] = []
        for index, token in enumerate(tokens):
            text, folded = _unflagged(token)
            prefix = "(?i)" if folded else ""
            earlier = groups if joined else None
            expression = Expression(
                text, token.at, before=prefix + before, after=after, groups_before=earlier
            )
            groups += expression.groups
            expressions.append(expression)
            literals = forms(expression.shape) if words else None
            if literals and all(map(is_form, literals)):
                self.forms += (
                    Form(literal, folded, index, (index, order)) for order, literal in enumerate(literals)
                )
            else:
                self.alternatives.append(_Alternative(index, expression))
        for expression in expressions if joined else ():
            expression.check_reference(groups)

    def compile(self) -> None:
        """Compile every pattern. Raises SettingsError for one that cannot be compiled."""
        for alternative in self.alternatives:
            _ = alternative.expression.compiled

    def find(
        self, views: Views, scopes: tuple[Scope, ...], hits: Sequence[Hit], finer: tuple[Scope, ...] = ()
    ) -> Iterator[Found]:
        """
        Find the tokens in the units of some scopes. ``hits`` are the places of the forms in the prose.

        ``finer`` are the scopes before them, in which patterns are looked for; see ``finer_scopes``.
        """
        active = {
            raw: [a for a in self.alternatives if a.expression.may_match(views.lowered(raw=raw))]
            for raw in {scope.kind.in_source for scope in scopes}
        }
        if all(scope.kind in _PARTS_OF_PROSE for scope in scopes):
            # A pattern that matches nowhere in the prose matches in no block and no sentence.
            active = {raw: [a for a in found if _anywhere(a, views)] for raw, found in active.items()}
        if not hits and not any(active.values()) and not (self.forms and True in active):
            return
        # Words that are looked up are the same in a sentence and in its block.
        for unit in views.units((*finer, *scopes) if any(active.values()) else scopes):
            literal = self._literal(unit, hits)
            alternatives = active[unit.raw]
            if literal or alternatives:
                yield from _merged(unit, literal, alternatives)

    def _literal(self, unit: Unit, hits: Sequence[Hit]) -> list[Hit]:
        """The places of the forms in a unit, relative to its start."""
        if unit.raw:
            return sorted(_in_raw(unit, self.forms))
        at = bisect_left(hits, (unit.start,))
        found: list[Hit] = []
        for hit in hits[at:]:
            if hit.start >= unit.end:
                break
            if hit.end <= unit.end:
                found.append(Hit(hit.start - unit.start, hit.order, hit.end - unit.start, hit.entry))
        return found


def _unflagged(token: Token) -> tuple[str, bool]:
    """The token without a leading ``(?i)``, and whether it matches in any case."""
    if token.text.startswith("(?i)"):
        return token.text[4:], True
    return token.text, token.folded


def _anywhere(alternative: _Alternative, views: Views) -> bool:
    """Whether a pattern may match in some block."""
    expression = alternative.expression
    return not expression.local or expression.search(views.text) is not None


def _in_raw(unit: Unit, wanted: Iterable[Form]) -> Iterator[Hit]:
    """Find forms in a part of the source, which has no tokens, with str.find()."""
    lowered = unit.text.lower()
    if len(lowered) != len(unit.text):
        lowered = unit.text
    for form in wanted:
        sought = form.text.lower() if form.folded else form.text
        text = lowered if form.folded else unit.text
        at = text.find(sought)
        while at >= 0:
            if stands(unit.text, at, form, sought):
                yield Hit(at, form.order, at + len(sought), form.entry)
            at = text.find(sought, at + 1)


def _merged(unit: Unit, literal: Sequence[Hit], alternatives: list[_Alternative]) -> Iterator[Found]:
    """What one pattern with all alternatives would find: the leftmost matches that do not overlap."""
    at, following = 0, 0
    heads: list[tuple[int, tuple[int, int], regex.Match[str], Expression]] = []
    pending = alternatives
    while True:
        for entry, expression in pending:
            match = _next(expression, unit.text, at)
            if match is not None:
                heads.append((match.start(), (entry, 0), match, expression))
        while following < len(literal) and literal[following].start < at:
            following += 1
        head = min(heads, key=lambda h: h[:2], default=None)
        hit = literal[following] if following < len(literal) else None
        if head is None and hit is None:
            return
        if hit is not None and (head is None or (hit.start, hit.order) < head[:2]):
            found = Found(unit, hit.start, hit.end, hit.entry)
        else:
            assert head is not None
            found = Found(unit, *head[2].span(), head[1][0], head[2])
        yield found
        at = found.end
        pending = [_Alternative(h[1][0], h[3]) for h in heads if h[0] < at]
        heads = [h for h in heads if h[0] >= at]


def _next(expression: Expression, text: str, at: int) -> regex.Match[str] | None:
    """The next match that is not empty."""
    match = expression.search(text, at)
    while match is not None and match.end() == match.start():
        if match.end() >= len(text):
            return None
        match = expression.search(text, match.end() + 1)
    return match
