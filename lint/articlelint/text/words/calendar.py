"""Days and months, with a capital, in full and as newspapers shorten them."""

from __future__ import annotations

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SHORT_DAYS = frozenset("Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun".split())
"""Abbreviations of days, without their full stop."""

SHORT_MONTHS = {month[:3]: month for month in MONTHS if month != "May"} | {"Sept": "September"}
"""The month of each abbreviation, without its full stop. May has none."""

LOWER_DAYS = frozenset(day.lower() for day in DAYS)
LOWER_MONTHS = frozenset(month.lower() for month in MONTHS)

MONTH_PATTERN = "|".join(sorted((*MONTHS, *SHORT_MONTHS), key=len, reverse=True))
"""A regular expression for a month in full or shortened; the longest alternatives stand first."""

DAY_PATTERN = "|".join(sorted((*DAYS, *SHORT_DAYS), key=len, reverse=True))
"""A regular expression for a day in full or shortened; the longest alternatives stand first."""

MONTH_NUMBERS = {
    name.lower(): number
    for number, month in enumerate(MONTHS, start=1)
    for name in (month, *(short for short, full in SHORT_MONTHS.items() if full == month))
}
"""The number of each month, from 1 to 12, by its names in lower case, in full and shortened."""

WEEKDAY_NUMBERS = {
    name.lower(): number
    for number, day in enumerate(DAYS)
    for name in (day, *(short for short in SHORT_DAYS if short[:3] == day[:3]))
}
"""The number of each day, 0 for Monday as in ``datetime``, by its names in lower case."""
