"""Quantities: the numbers of a text, with their units, as news copy writes them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from articlelint.model import Span

if TYPE_CHECKING:  # the classes are public; rationals are imported when a document is asked
    from fractions import Fraction


class QuantityKind(StrEnum):
    """What a number says."""

    COUNT = "count"
    """How many there are of something, or a fraction of it: three people, 1,200, two thirds."""
    MEASURE = "measure"
    """How much there is in a unit: 10 miles, half an hour."""
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage-point"
    AGE = "age"
    """How old somebody or something is, in years, months, weeks or days: aged 34, 34-year-old."""
    ORDINAL = "ordinal"
    """Which one it is in order: 21st, fifth."""


class Dimension(StrEnum):
    """What a unit measures. Two quantities can be compared if their units have the same dimension."""

    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    POWER = "power"
    TIME = "time"
    CALENDAR = "calendar"
    """Months and years, which have no fixed number of days."""
    MONEY = "money"


class UnitSystem(StrEnum):
    """The system that a unit belongs to."""

    METRIC = "metric"
    CUSTOMARY = "customary"
    """Units of the United States and the imperial units of the United Kingdom."""
    OTHER = "other"
    """Units of time and money."""


class Scale(NamedTuple):
    """How a number of units becomes a number of SI units: ``number * factor + offset``."""

    factor: Fraction
    offset: Fraction


class Unit(NamedTuple):
    """
    A unit of measure or of money.

    ``name`` is its name in the singular: "mile" for mi and miles. ``scales`` has more than one
    member if several units share the name, such as the US and the UK gallon; it is empty for money. The
    scales of the calendar count in months.
    """

    name: str
    dimension: Dimension
    system: UnitSystem
    scales: tuple[Scale, ...]

    def in_si(self, value: Fraction) -> tuple[Fraction, ...]:
        """Return a number of these units in SI units, once for each scale."""
        return tuple(value * scale.factor + scale.offset for scale in self.scales)


class Quantity(NamedTuple):
    """
    A number and what it counts or measures: "$5 million", "10-15 miles", "34-year-old".

    ``span`` has the number and its unit, ``number`` the number alone, and ``tokens`` are the indexes of the
    tokens that ``span`` touches. ``low`` and ``high`` are the ends of a range, and the same for a single
    number; they are exact. ``step`` is what one more in the last written place is worth: a hundred thousand
    for "2.5 million", 1 for "1,200". ``approximate`` says that a word such as "about" or "more than" makes
    the number inexact. ``unit`` is None for counts, percentages and ordinals.
    """

    span: Span
    number: Span
    tokens: range
    kind: QuantityKind
    low: Fraction
    high: Fraction
    step: Fraction
    unit: Unit | None = None
    approximate: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it is a range: 10-15, between 5 and 10."""
        return self.low != self.high

    @property
    def value(self) -> Fraction:
        """The number; of a range its lower end."""
        return self.low
