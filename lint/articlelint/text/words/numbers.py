"""Number words, in the order of what they stand for."""

from __future__ import annotations

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEN_TO_NINETEEN = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ("hundred", "thousand", "million", "billion", "trillion")

SHORT_SCALES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
"""What newspapers write directly after a figure, in lower case: £5m."""

NUMBER_WORDS = (*ONES, *TEN_TO_NINETEEN, *TENS, *SCALES)
