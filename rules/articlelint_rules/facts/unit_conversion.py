"""unit-conversion: a measure and the same in other units that are not equal: 10 miles (25 km)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import articlelint as al
from articlelint_rules.facts.exchange import Rate, exchanged, rates_in
from articlelint_rules.facts.rounding import rounding, three_digits

_CANDIDATE = re.compile(r"(?:\(|\sor\s)\D{0,20}\d")
_JOINT = re.compile(r"\.?\s?\((?P<bracketed>[\w’' ]*)|,?\sor(?P<plain>\s[\w’' ]*)")
_END = re.compile(r"\s?[),;.]")
_HEDGES = al.words.numbers.INEXACT | {
    word for pair in al.words.numbers.INEXACT_PAIRS for word in pair.split()
}
_COARSEST = Fraction(1, 20)
"""The share of a number by which it may be off: what factors such as 1.6 km to the mile cost, and more."""


_AT_A_RATE = 0.8
"""The confidence for sums of money, which may be of a time with another rate."""


class Options(NamedTuple):
    """How exact conversions must be."""

    tolerance: float = float(_COARSEST)
    """The share of a number, from 0 to 1, by which it may differ from what the other one makes."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if not 0 <= self.tolerance < 1:
            raise ValueError(f"tolerance must be from 0 to below 1, not {self.tolerance}")


class UnitConversion(al.Rule[Options]):
    """
    A measure is followed by the same in other units, and the two are not equal.

    "10 miles (25 km)" should be 16 km. The rule compares a metric measure with one in customary units that
    stands after it in brackets or after "or": lengths, areas, volumes, masses, speeds and temperatures. A
    name that several units share, such as gallon, pint, ton and ounce, may be any of them, and so may a
    difference of temperatures.

    Of two ranges, both ends are compared. Sums of money are compared where the article gives the rate of the
    two currencies (“$1 = 0.80 euros”, “a rate of 1.25 dollars to the euro”). That is a warning, because a sum
    of another year may have another rate.

    Either number may be rounded: to its last place, to a tenth where it ends with noughts, and by the
    tolerance of the options. Left alone are a range beside a number, measures of different things ("10 miles
    (2 km of it on foot)"), and what has no fixed factor, such as years, or money without a rate.
    """

    meta = al.Meta("unit-conversion", "a measure converted wrongly", since="0.1", error_from=0.9)
    options_type = Options
    examples = (
        al.Flagged("The ferry sails [[10 miles (25 km)]] to Tarn."),
        al.Flagged("It was [[20C (86F)]] in the shade."),
        al.Flagged("The stone weighs [[150 pounds, or 86 kilograms]]."),
        al.Flagged("He is [[6ft 2in (1.68m)]] tall."),
        al.Flagged("The park covers [[500 hectares (12,000 acres)]]."),
        al.Flagged("The tank holds [[50 gallons (500 litres)]]."),
        al.Flagged("The ferry sails [[10 to 15 miles (16 to 34 km)]] a day."),
        al.Flagged(
            "The bridge cost [[$10 million (5 million euros)]]. ($1 = 0.80 euros)",
            severity=al.Severity.WARNING,
        ),
        al.Clean("The bridge cost $10 million (8 million euros), the road €4m ($5m). ($1 = 0.80 euros)"),
        al.Clean("The bridge cost $10 million (5 million euros), the road 10 to 15 miles (16 to 24 km)."),
        al.Clean("The ferry sails 10 miles (16 km) to Tarn, and 100 miles (160 km) to Oban."),
        al.Clean("The tank holds 50 gallons (190 litres), the other 50 gallons (227 litres)."),
        al.Clean("It was 20C (68F). The sea has warmed by 1.5 degrees Celsius (2.7 degrees Fahrenheit)."),
        al.Clean("The ferry sails 10 miles (25 km by road) to Tarn, or 10-15 miles (16-24 km)."),
        al.Clean("It is more than 3,000 feet (1,000 metres) high and six feet (2m) wide."),
        al.Clean("The pole is eleven feet and nine inches (3.58 m) long."),
        al.Clean("A gold bar weighs 400 ounces (12.4 kilograms)."),
        al.Clean("It is 97 miles (161 km) away."),
        al.Flagged("He weighs [[12st 7lb (97kg)]], and his brother 12st 7lb (79kg) or 12st (76kg)."),
        al.Flagged("It is [[97 miles (161 km)]] away.", options={"tolerance": 0}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each pair of measures that are not equal."""
        if _CANDIDATE.search(doc.text) is None:
            return
        rates = list(rates_in(doc))
        rest: al.Quantity | None = None
        for first, second in pairwise(doc.quantities):
            is_rest, rest = rest is first, second if _adds_to(doc, first, second) else None
            if is_rest or not _is_beside(doc, first, second):
                continue
            if not self._agree(first, second, rates):
                one, other = doc.slice(first.span), doc.slice(second.span)
                closed = doc.text[second.span.end : second.span.end + 1] == ")"
                yield self.finding(
                    al.Span(first.span.start, second.span.end + closed),
                    f"“{one}” is {_converted(doc, first, second, rates)}, not {other}: "
                    "check which number is right",
                    confidence=_AT_A_RATE if first.kind is al.QuantityKind.MONEY else None,
                )

    def _agree(self, first: al.Quantity, second: al.Quantity, rates: Sequence[Rate]) -> bool:
        """Whether one of two measures, as written, is the other one, rounded; of ranges, both ends."""
        pairs = [(first, second)]
        if first.is_range:
            pairs.append((first._replace(low=first.high), second._replace(low=second.high)))
        return all(self._is_equal(*pair, rates) for pair in pairs)

    def _is_equal(self, first: al.Quantity, second: al.Quantity, rates: Sequence[Rate]) -> bool:
        """Whether the numbers of two measures are equal in any unit of their names, or cannot be compared."""
        tolerance = Fraction(self.options.tolerance)
        if first.approximate or second.approximate:
            tolerance *= 2
        compared = [
            (measure, converted)
            for measure, other in ((first, second), (second, first))
            for converted in _conversions(other, measure, rates)
        ]
        return not compared or any(
            abs(measure.value - converted) <= max(rounding(measure), tolerance * abs(measure.value))
            for measure, converted in compared
        )


def _is_beside(doc: al.Document, first: al.Quantity, second: al.Quantity) -> bool:
    """Whether the second of two quantities stands after the first as the same in other units."""
    one, other = first.unit, second.unit
    if one is None or other is None or one.dimension is not other.dimension:
        return False
    if first.is_range != second.is_range or one.name == other.name:
        return False
    systems = {one.system, other.system}
    if one.dimension is not al.Dimension.MONEY and systems != {
        al.UnitSystem.METRIC,
        al.UnitSystem.CUSTOMARY,
    }:
        return False
    match = _JOINT.fullmatch(doc.text, first.span.end, second.span.start)
    if match is None or _END.match(doc.text, second.span.end) is None:
        return False
    between = (match["bracketed"] or match["plain"] or "").lower().split()
    return all(word in _HEDGES or word == "or" for word in between)


def _adds_to(doc: al.Document, first: al.Quantity, second: al.Quantity) -> bool:
    """Whether a measure is the rest of the one before it: eleven feet and nine inches."""
    joined = doc.text[first.span.end : second.span.start] == " and "
    return joined and first.unit is not None and second.unit is not None


def _conversions(measure: al.Quantity, to: al.Quantity, rates: Sequence[Rate]) -> list[Fraction]:
    """
    Return a measure in the unit of another one, once for each unit that the two names may stand for.

    For money, it is once for each rate of the two currencies that the article gives.
    """
    assert measure.unit is not None
    assert to.unit is not None
    if measure.unit.dimension is al.Dimension.MONEY:
        sums = [exchanged(measure, to, rate) for rate in rates]
        return [value for value in sums if value is not None]
    found: list[Fraction] = []
    for scale in measure.unit.scales:
        for other in to.unit.scales:
            found.append((measure.value * scale.factor + scale.offset - other.offset) / other.factor)
            # A difference of temperatures has no offset.
            found.append(measure.value * scale.factor / other.factor)
    return found


def _converted(doc: al.Document, measure: al.Quantity, to: al.Quantity, rates: Sequence[Rate]) -> str:
    """Return a measure in the unit of another one: "about 16.1 km", "about 16.1 to 24.1 km"."""
    ends = [measure, measure._replace(low=measure.high)] if measure.is_range else [measure]
    values = [_conversions(end, to, rates)[0] for end in ends]
    if to.kind is al.QuantityKind.MONEY:
        return f"about {' to '.join(f'{float(value):,.0f}' for value in values)} by the rate in the text"
    unit = doc.text[to.number.end : to.span.end].strip(" -\u00a0")
    if to.unit is not None and any(letter.isalpha() for letter in doc.slice(to.number)):
        unit = al.words.units.plural(to.unit.name)  # 5ft 9in
    return f"about {' to '.join(three_digits(float(value)) for value in values)} {unit}"
