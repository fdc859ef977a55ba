"""The ages of people: numbers that stand beside a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text import cues
from articlelint.text.quantities import Quantity, QuantityKind
from articlelint.text.words import conjunctions, determiners, numbers, prepositions, pronouns


class Age(NamedTuple):
    """An age beside a name; ``past`` is true if it is not the age at the time of the article."""

    years: int
    span: Span
    past: bool


STOPPERS = (
    prepositions.FREQUENT | determiners.BASIC | pronouns.RELATIVES | conjunctions.COORDINATING | {"that"}
)
"""Words that do not stand inside a role."""
_NUMBER = rf"(?=\d|(?:{'|'.join((*numbers.ONES, *numbers.TEN_TO_NINETEEN, *numbers.TENS))})\b)"
"""Where a number begins."""
_BEFORE = re.compile(r"(?P<old>old)(?P<role>(?: [\w’'-]+){0,3}) \Z")
"""What may stand between an age and a name: 34-year-old student Jane Doe."""
_THEN = re.compile(r"\bthen[- ]\Z")
_OPENING = re.compile(
    rf"(?:,\s|\s\(|\s(?=aged?\s))(?P<past>who was |then |was )?(?:aged? |who is )?{_NUMBER}"
)
"""What stands between a name and an age: "Jane Doe, 34," and "Jane Doe (34)"."""
_APPOSED = re.compile(rf", an? {_NUMBER}")
"""What stands between a name and an age before a role: "Jane Doe, a 34-year-old nurse"."""
_ROLE_BEHIND = re.compile(r"(?P<role>(?: [\w’'-]+){0,3}?)(?:[,.;)]| who\b| from\b)")
_CLOSING = re.compile(r"[,;)]|\.(?!\d)| who\b|(?P<past>\s(?:at the time|then|when)\b)")
_STATING = re.compile(rf"(?:,? (?:now|today|currently),?| who)? (?P<verb>is|was|turned|turns) {_NUMBER}")
_STATED = re.compile(r" years old\b|[.,;](?!\d)")
_THEN_REACH = 6
_REACH = 60
"""How many characters before a name are searched for an age."""
_OLDEST = 120


class AgeFinder:
    """
    Finds the ages beside names among the quantities of a text.

    ``quantities`` returns them; it is called only if something that may be an age stands beside a name,
    because few articles have ages and reading the numbers takes time.
    """

    def __init__(self, text: str, quantities: Callable[[], Sequence[Quantity]]) -> None:
        self._text = text
        self._quantities = quantities

    @cached_property
    def _whole(self) -> list[Quantity]:
        return [quantity for quantity in self._quantities() if _may_be_age(quantity)]

    @cached_property
    def _by_number(self) -> dict[int, Quantity]:
        return {quantity.number.start: quantity for quantity in self._whole}

    @cached_property
    def _by_end(self) -> dict[int, Quantity]:
        """Those with "old" behind the number, by the end of the whole."""
        return {
            q.span.end: q for q in self._whole if q.kind is QuantityKind.AGE and q.span.end > q.number.end
        }

    def beside(self, span: Span) -> Iterator[Age]:
        """Yield the ages beside the name with a span: "34-year-old Jane Doe", "Jane Doe, 34,"."""
        before = _BEFORE.search(self._text, max(span.start - _REACH, 0), span.start)
        quantity = self._by_end.get(before.end("old")) if before is not None else None
        if before is not None and quantity is not None and _is_role(before["role"]):
            start = quantity.span.start
            then = _THEN.search(self._text, max(start - _THEN_REACH, 0), start)
            yield _age(quantity, past=then is not None)
        yield from self._behind(span)

    def _behind(self, span: Span) -> Iterator[Age]:
        """Yield the age behind a name: "Jane Doe, 34,", "Jane Doe is 34"."""
        opening = _OPENING.match(self._text, span.end)
        quantity = self._by_number.get(opening.end()) if opening is not None else None
        if opening is not None and quantity is not None:
            closing = _CLOSING.match(self._text, quantity.number.end)
            if closing is not None:
                yield _age(quantity, past=opening["past"] is not None or closing["past"] is not None)
        apposed = _APPOSED.match(self._text, span.end)
        quantity = self._by_number.get(apposed.end()) if apposed is not None else None
        if quantity is not None and quantity.span.end in self._by_end:
            behind = _ROLE_BEHIND.match(self._text, quantity.span.end)
            if behind is not None and _is_role(behind["role"]):
                yield _age(quantity, past=False)
        stating = _STATING.match(self._text, span.end)
        quantity = self._by_number.get(stating.end()) if stating is not None else None
        if stating is not None and quantity is not None and _STATED.match(self._text, quantity.number.end):
            yield _age(quantity, past=stating["verb"] != "is")


def _may_be_age(quantity: Quantity) -> bool:
    """Whether a number may be the age of somebody in years."""
    in_years = quantity.unit is None or quantity.unit.name == "year"
    whole = not quantity.is_range and quantity.value.denominator == 1 and 0 < quantity.value <= _OLDEST
    return in_years and whole and quantity.kind in {QuantityKind.AGE, QuantityKind.COUNT}


def _is_role(words: str) -> bool:
    """Whether what stands between an age and a name is nothing, or a role."""
    listed = words.split()
    return not listed or (cues.speaks(listed[-1]) and STOPPERS.isdisjoint(listed))


def _age(quantity: Quantity, *, past: bool) -> Age:
    """Return a number as an age."""
    return Age(int(quantity.value), quantity.number, past)
