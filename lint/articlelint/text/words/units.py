"""Units of measurement, of time and of money."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

CALENDAR_UNITS = frozenset({"day", "week", "month", "year"})
"""Units that an age is given in."""

LENGTHS = word_set("mile metre meter foot inch yard")
"""Units of length, without those with a prefix such as "kilo"."""

EVERYDAY_UNITS = LENGTHS | word_set(
    "kilometre kilometer acre hectare litre liter tonne ton pound degree dollar euro"
)
"""The units that news copy uses most, without those of time."""

UNITS = (
    CALENDAR_UNITS
    | EVERYDAY_UNITS
    | word_set(
        """
        hour minute decade century
        centimetre centimeter millimetre millimeter nanometre
        gallon kilo kilogram kilowatt megawatt gigawatt
        rouble ruble
        storey bedroom
        """
    )
)
"""Units in the singular that form a compound with the number before them: a 10-year deal."""

SYMBOLS = word_set("km cm mm kg mph")
"""Abbreviations that have no plural form."""

SHORT_UNITS = SYMBOLS | word_set("in ft sq cu min mins hr hrs lb lbs oz mi yd yds gal tsp tbsp sec secs deg")
"""Abbreviated units, without their full stop. They are abbreviations only after a number."""

COOKING_UNITS = word_set(
    """
    g gram grams kg ml cl dl l litre litres liter liters oz ounce ounces lb lbs pound pounds pint pints fl
    tsp tsps teaspoon teaspoons tbsp tbsps tablespoon tablespoons cup cups quart quarts
    pinch pinches dash clove cloves slice slices bunch bunches handful handfuls sprig sprigs stick sticks
    can cans tin tins packet packets jar jars
    """
)
"""Units in which recipes measure ingredients."""

DIMENSIONS = word_set("long high wide deep tall thick")
"""Adjectives after a length: 20 feet high."""


def plural(unit: str) -> str:
    """Return the plural of a unit: feet for foot, miles for mile."""
    if unit == "foot":
        return "feet"
    return unit + "es" if unit.endswith("ch") else unit + "s"
