"""Number words, in the order of what they stand for, and the words that say how exact a number is."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

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

SHORT_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}
"""The word that letters after figures stand for: £5m."""

NUMBER_WORDS = (*ONES, *TEN_TO_NINETEEN, *TENS, *SCALES)

ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", *(word + "th" for word in TEN_TO_NINETEEN[3:])),
)
"""The ordinals from one to nineteen."""

DENOMINATORS = ("half", "third", "quarter", *ORDINALS[4:10])
"""The words for the parts of a whole, from two to ten."""

INEXACT = word_set(
    "about above almost approximately around below circa estimated nearly over roughly some under"
)
"""Words before a number that say that it is no exact one."""

INEXACT_PAIRS = frozenset(
    {"at least", "at most", "more than", "less than", "fewer than", "up to", "close to", "upwards of"}
    | {"as many", "many as", "much as", "few as", "excess of", "well over", "just over", "just under"}
)
"""Pairs of words before a number that say that it is no exact one."""
