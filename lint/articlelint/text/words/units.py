"""Units of measurement, of time and of money."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

CALENDAR_UNITS = frozenset({"day", "week", "month", "year"})
"""Units that an age is given in."""

UNITS = CALENDAR_UNITS | word_set(
    """
    hour minute decade century
    mile metre meter kilometre kilometer centimetre centimeter millimetre millimeter nanometre foot inch yard
    acre hectare litre liter gallon tonne ton kilo kilogram pound kilowatt megawatt gigawatt degree
    dollar euro rouble ruble
    storey bedroom
    """
)
"""Units in the singular that form a compound with the number before them: a 10-year deal."""

SYMBOLS = word_set("km cm mm kg mph")
"""Abbreviations that have no plural form."""

SHORT_UNITS = SYMBOLS | word_set("in ft sq cu min mins hr hrs lb lbs oz mi yd yds gal tsp tbsp sec secs deg")
"""Abbreviated units, without their full stop. They are abbreviations only after a number."""
