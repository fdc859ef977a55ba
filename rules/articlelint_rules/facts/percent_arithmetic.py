"""percent-arithmetic: a change that is not the percentage that it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

import articlelint as al
from articlelint_rules.facts.rounding import rounding, three_digits

_CHANGES = frozenset(
    """
    rise increase gain jump growth surge leap climb fall drop decrease decline reduction cut slump plunge dip
    """.split()
)
_LEADING = frozenset({"a", "an", "up", "down", "or", "of", "by", "the"}) | al.words.numbers.INEXACT
_JOINT = re.compile(r"(?:,|\s[(–—-]|,?\s[–—-]|—)\s?(?P<words>[a-z ]*)")
_WHEN = re.compile(
    rf"\s?\b(?:in (?:(?:{'|'.join(al.words.calendar.MONTHS)})(?: \d{{4}})?|\d{{4}})"
    r"|(?:last|this|the previous) year|a year (?:ago|before|earlier))(?=\s|,|\Z)"
)
"""When a number was so: from 40 in 2019 to 50 in 2023, a rise of 25 per cent."""
_HUNDRED = 100
_TOLERANCE = Fraction(1, 10)
"""The share by which a percentage may be off if one of the numbers is inexact."""


class _Change(NamedTuple):
    """A number, what it became, and by how much per cent."""

    old: al.Quantity
    new: al.Quantity
    percent: al.Quantity


class PercentArithmetic(al.Rule[al.NoOptions]):
    """
    A number rose or fell by a percentage that is not the difference of the two numbers.

    "From 40 to 50, a rise of 20 per cent": from 40 to 50 is a rise of 25 per cent; it is a fifth of 50. The
    rule reads three numbers that stand together: "from 40 to 50, a rise of 25 per cent", "rose 25 per cent
    from 40 to 50", "rose 25 per cent to 50 from 40". Years may stand between them: "from 40 in 2019 to 50 in
    2023, up 25 per cent". All three numbers may be rounded.

    Left alone are percentages in other clauses, shares that change ("from 40 per cent to 50 per cent"), and
    ranges.
    """

    meta = al.Meta("percent-arithmetic", "a change that is another percentage", since="0.1")
    examples = (
        al.Flagged("Fares went from [[£40 to £50, a rise of 20 per cent]], in May."),
        al.Flagged("Sales rose by [[30 per cent from 40 to 50]]."),
        al.Flagged("Profit rose [[25% to $60m from $40m]]."),
        al.Flagged("The number of ferries fell from [[50 to 40, a 25 per cent drop]]."),
        al.Flagged("Sales grew from [[40 in May 2019 to 50 last year, up 20 per cent]], it said."),
        al.Clean("Sales grew from 40 in 2019 to 50 in 2023, up 25 per cent, and 9 per cent to 54 this year."),
        al.Clean(
            "Fares went from £40 to £50, a rise of 25 per cent. Sales rose by 25 per cent from 40 to 50."
        ),
        al.Clean("Profit rose 12% to $4.5m from $4m. It fell by about a third, or 33%, from 300 to 200."),
        al.Clean("Sales rose from 40 to 50, and 20 per cent of them were made at night."),
        al.Clean("His share rose from 40 per cent to 50 per cent, a rise of 10 percentage points."),
        al.Clean("The price went from 40 to 50, a 20 per cent share of which is tax."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each change that is another percentage."""
        if "from" not in doc.positions or ("%" not in doc.text and "cent" not in doc.text):
            return
        quantities = doc.quantities
        for three in zip(quantities, quantities[1:], quantities[2:], strict=False):
            change = _change(doc, three)
            if change is None or _is_right(change):
                continue
            old, new = doc.slice(change.old.span), doc.slice(change.new.span)
            right = float((change.new.value - change.old.value) * _HUNDRED / change.old.value)
            span = al.Span(three[0].span.start, _end(doc, three))
            yield self.finding(
                span,
                f"“{doc.slice(span)}”: {old} to {new} is a {'rise' if right >= 0 else 'fall'} of "
                f"{three_digits(abs(right))} per cent; check which number is right",
            )


def _change(doc: al.Document, three: tuple[al.Quantity, al.Quantity, al.Quantity]) -> _Change | None:
    """Return the change that three neighbouring numbers tell of; None if they do not belong together."""
    first, second, third = three
    if any(quantity.is_range for quantity in three):
        return None
    between = tuple(
        _WHEN.sub("", doc.text[one.span.end : other.span.start], count=1)
        for one, other in ((first, second), (second, third))
    )
    percent = al.QuantityKind.PERCENT
    if first.kind is percent and _is_pair(second, third):
        joints = tuple(joint.lstrip(",").strip() for joint in between)
        if joints == ("from", "to"):
            return _Change(second, third, first)
        return _Change(third, second, first) if joints == ("to", "from") else None
    if third.kind is not percent or not _is_pair(first, second) or between[0].strip() != "to":
        return None
    begins = first.tokens.start > 0 and doc.lowered[first.tokens.start - 1] == "from"
    return _Change(first, second, third) if begins and _tells_change(doc, between[1], third) else None


def _is_pair(one: al.Quantity, other: al.Quantity) -> bool:
    """Whether two quantities are of the same thing, so that one can become the other."""
    kinds = {al.QuantityKind.COUNT, al.QuantityKind.MONEY, al.QuantityKind.MEASURE}
    return one.kind in kinds and (one.kind, one.unit) == (other.kind, other.unit) and one.value > 0


def _tells_change(doc: al.Document, joint: str, percent: al.Quantity) -> bool:
    """Whether the words before and after a percentage say that it is the change: a rise of, up, or; drop."""
    match = _JOINT.fullmatch(joint)
    if match is None:
        return False
    words = match["words"].split()
    if not words or not all(word in _LEADING | _CHANGES for word in words):
        return False
    after = doc.lowered[percent.tokens.stop] if percent.tokens.stop < len(doc.lowered) else ""
    return words[0] in {"up", "down"} or not _CHANGES.isdisjoint(words) or after in _CHANGES


def _is_right(change: _Change) -> bool:
    """Whether the percentage may be right, if all numbers are rounded."""
    old, new, percent = change
    low, high = sorted(_possible(old, new))
    slack = percent.step + (_TOLERANCE * percent.value if any(q.approximate for q in change) else 0)
    stated = abs(percent.value)
    sizes = sorted((abs(low), abs(high)))
    smallest = Fraction(0) if low < 0 < high else sizes[0]
    return smallest - slack <= stated <= sizes[1] + slack


def _possible(old: al.Quantity, new: al.Quantity) -> Iterator[Fraction]:
    """Yield the largest and the smallest change in per cent between two numbers that may be rounded."""
    old_half, new_half = rounding(old) / 2, rounding(new) / 2
    for old_value, new_value in (
        (old.value + old_half, new.value - new_half),
        (old.value - old_half, new.value + new_half),
    ):
        yield (new_value - old_value) * _HUNDRED / old_value


def _end(doc: al.Document, three: tuple[al.Quantity, al.Quantity, al.Quantity]) -> int:
    """The end of the flagged words: that of the last number, with the word for the change after it."""
    last = three[2]
    following = last.tokens.stop
    if (
        last.kind is al.QuantityKind.PERCENT
        and following < len(doc.lowered)
        and doc.lowered[following] in _CHANGES
    ):
        return doc.tokens.ends[following]
    return last.span.end
