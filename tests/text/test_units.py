"""
The factor of each unit against the number that the standards print.

The numbers are those of NIST Special Publication 811 (2008), appendix B.8, and of NIST Handbook 44, appendix
C; where they print a number in bold as exact, the factor must be equal to it.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from articlelint.text.quantities_units import _rows, unit_named
from articlelint.text.words import units

EXACT = {
    "inch": "0.0254",
    "foot": "0.3048",
    "yard": "0.9144",
    "mile": "1609.344",
    "nautical mile": "1852",
    "furlong": "201.168",
    "fathom": "1.8288",
    "nanometre": "0.000000001",
    "millimetre": "0.001",
    "centimetre": "0.01",
    "metre": "1",
    "kilometre": "1000",
    "square inch": "0.00064516",
    "square foot": "0.09290304",
    "square yard": "0.83612736",
    "square mile": "2589988.110336",
    "acre": "4046.8564224",
    "square metre": "1",
    "hectare": "10000",
    "square kilometre": "1000000",
    "cubic inch": "0.000016387064",
    "cubic foot": "0.028316846592",
    "cubic yard": "0.764554857984",
    "millilitre": "0.000001",
    "centilitre": "0.00001",
    "litre": "0.001",
    "cubic metre": "1",
    "barrel": "0.158987294928",
    "acre foot": "1233.48183754752",
    "US gallon": "0.003785411784",
    "imperial gallon": "0.00454609",
    "short ton": "907.18474",
    "long ton": "1016.0469088",
    "pound": "0.45359237",
    "stone": "6.35029318",
    "milligram": "0.000001",
    "gram": "0.001",
    "kilogram": "1",
    "tonne": "1000",
    "mile per hour": "0.44704",
    "foot per second": "0.3048",
    "metre per second": "1",
    "kilojoule": "1000",
    "kilocalorie": "4184",
    "kilowatt hour": "3600000",
    "megawatt hour": "3600000000",
    "gigawatt hour": "3600000000000",
    "kilowatt": "1000",
    "megawatt": "1000000",
    "gigawatt": "1000000000",
    "second": "1",
    "minute": "60",
    "hour": "3600",
    "day": "86400",
    "week": "604800",
    "fortnight": "1209600",
    "month": "1",
    "year": "12",
    "decade": "120",
    "century": "1200",
}
"""Units that have one scale."""

SEVERAL = {
    # The US and the imperial unit.
    "fluid ounce": ("0.0000295735295625", "0.0000284130625"),
    "pint": ("0.000473176473", "0.00056826125"),
    "quart": ("0.000946352946", "0.0011365225"),
    "gallon": ("0.003785411784", "0.00454609"),
    # The avoirdupois and the troy ounce.
    "ounce": ("0.028349523125", "0.0311034768"),
    # The short, the long and the metric ton.
    "ton": ("907.18474", "1016.0469088", "1000"),
}

ROUNDED = {"knot": "0.5144444", "kilometre per hour": "0.2777778"}
"""Factors that are no finite decimal, as printed."""


@pytest.mark.parametrize(("name", "factor"), EXACT.items())
def test_a_unit_has_the_factor_of_the_standard(name: str, factor: str) -> None:
    unit = unit_named(name.lower())
    assert unit is not None
    assert unit.in_si(Fraction(1)) == (Fraction(factor),)


@pytest.mark.parametrize(("name", "factors"), SEVERAL.items())
def test_a_name_of_several_units_has_all_their_factors(name: str, factors: tuple[str, ...]) -> None:
    unit = unit_named(name)
    assert unit is not None
    assert unit.in_si(Fraction(1)) == tuple(map(Fraction, factors))


@pytest.mark.parametrize(("name", "factor"), ROUNDED.items())
def test_a_factor_that_is_no_decimal(name: str, factor: str) -> None:
    unit = unit_named(name)
    assert unit is not None
    assert unit.in_si(Fraction(1))[0] == pytest.approx(float(factor), rel=1e-6)


@pytest.mark.parametrize(
    ("name", "value", "kelvin"),
    [
        ("degree Celsius", 0, ["273.15"]),
        ("degree Celsius", 100, ["373.15"]),
        ("degree Fahrenheit", 32, ["273.15"]),
        ("degree Fahrenheit", 212, ["373.15"]),
        ("degree Fahrenheit", -40, ["233.15"]),
        ("degree", 0, ["273.15", "255.3722222"]),
    ],
)
def test_temperatures(name: str, value: int, kelvin: list[str]) -> None:
    unit = unit_named(name.lower())
    assert unit is not None
    assert [float(one) for one in unit.in_si(Fraction(value))] == pytest.approx([float(k) for k in kelvin])


def test_how_units_are_defined_by_each_other() -> None:
    def factor(name: str, which: int = 0) -> Fraction:
        unit = unit_named(name)
        assert unit is not None
        return unit.scales[which].factor

    assert factor("foot") == 12 * factor("inch") == factor("yard") / 3 == factor("mile") / 5280
    assert factor("ounce") * 16 == factor("pound") == factor("stone") / 14
    assert (factor("ton"), factor("ton", 1)) == (2000 * factor("pound"), 2240 * factor("pound"))
    assert factor("acre") == factor("square mile") / 640 == 4840 * factor("square yard")
    assert factor("gallon") == 231 * factor("cubic inch") == 128 * factor("fluid ounce")
    assert factor("gallon", 1) == 160 * factor("fluid ounce", 1)
    assert factor("pint") * 8 == factor("quart") * 4 == factor("gallon")
    assert factor("pint", 1) * 8 == factor("quart", 1) * 4 == factor("gallon", 1)
    assert factor("barrel") == 42 * factor("gallon")
    assert factor("acre foot") == factor("acre") * factor("foot")
    assert factor("knot") == factor("nautical mile") / factor("hour")
    assert factor("ounce", 1) == Fraction("31.1034768") / 1000


def test_every_unit_is_tested() -> None:
    tested = (
        EXACT.keys() | SEVERAL.keys() | ROUNDED.keys() | {"degree", "degree Celsius", "degree Fahrenheit"}
    )
    found = {unit.name for name in _rows() if (unit := unit_named(name)) and unit.scales}
    assert found == tested


@pytest.mark.parametrize("name", ["sq km", "square miles", "feet", "°f", "US$", "£", "mi", "kwh", "L", "l"])
def test_names_of_units(name: str) -> None:
    assert unit_named(name) is not None


def test_the_units_of_compounds_have_factors_or_are_rooms() -> None:
    """The units that missing-hyphen knows are units here, too."""
    unknown = {unit for unit in units.UNITS if unit_named(unit) is None}
    assert unknown == {"storey", "bedroom"}
