"""Rates of exchange that an article gives itself: $1 = 0.80 euros, 1.25 dollars to the pound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import articlelint as al

_EQUALS = re.compile(r"\s?=\s?")
_TO_THE = re.compile(r"\sto\s(?:the|a|one)\s(?P<currency>[a-z]+)\b")


class Rate(NamedTuple):
    """How many units of a second currency one of the first is worth; both are names of units."""

    one: str
    other: str
    value: Fraction


def rates_in(doc: al.Document) -> Iterator[Rate]:
    """Yield the rates of exchange that an article gives."""
    if "rate" not in doc.positions and "=" not in doc.positions:
        return
    money = [quantity for quantity in doc.quantities if quantity.kind is al.QuantityKind.MONEY]
    for first, second in pairwise(money):
        equal = _EQUALS.fullmatch(doc.text, first.span.end, second.span.start)
        if equal is not None and first.value == 1 and first.unit and second.unit and not second.is_range:
            yield Rate(first.unit.name, second.unit.name, second.value)
    for quantity in money:
        match = _TO_THE.match(doc.text, quantity.span.end)
        sentence = doc.lowered[slice_of(doc.sentence_of(quantity.tokens.start))]
        if match is not None and "rate" in sentence and quantity.unit and not quantity.is_range:
            yield Rate(match["currency"], quantity.unit.name, quantity.value)


def slice_of(sentence: al.Sentence) -> slice:
    """Return the tokens of a sentence as a slice."""
    return slice(sentence.tokens.start, sentence.tokens.stop)


def exchanged(sum_of_money: al.Quantity, to: al.Quantity, rate: Rate) -> Fraction | None:
    """Return a sum in the currency of another one; None if the rate is not of the two."""
    assert sum_of_money.unit is not None
    assert to.unit is not None
    if _is(sum_of_money.unit, rate.one) and _is(to.unit, rate.other):
        return sum_of_money.value * rate.value
    if _is(sum_of_money.unit, rate.other) and _is(to.unit, rate.one) and rate.value:
        return sum_of_money.value / rate.value
    return None


def _is(unit: al.Unit, name: str) -> bool:
    """Whether a currency has a name: pound sterling is the pound."""
    return unit.name == name or unit.name.startswith(f"{name} ")
