"""Whether a word, a number or an abbreviation begins with a vowel when it is read aloud."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import articlelint as al

_VOWELS = frozenset("aeiou")
_VOWEL_NAMES = frozenset("aefhilmnorsx")
"""The letters whose names begin with a vowel."""
# What may follow a first letter in a word, for the letters whose names begin with a vowel and whose sounds do
# not: no word begins like FBI or NGO.
_SECOND_LETTERS = {
    "f": "aeiouylr",
    "h": "aeiouy",
    "l": "aeiouy",
    "m": "aeiouy",
    "n": "aeiouy",
    "r": "aeiouyh",
    "s": "aeiouychklmnpqtw",
    "x": "aeiouy",
}

# Vowels that sound like "you" or "won".
_CONSONANT = re.compile(
    r"u(?:bi|fo|ga|k|nanim|ni(?!n|m|d(?!ir)|ll|ss|r|sol)|r[aei]|s[aeiu]|t[aeio]|v)|eu(?!ler)"
    r"|ewes?$|one(?:s|self|ness|time)?$|once$|oui"
)
_SILENT_H = re.compile(r"hour(?!i)|honest|hono(?:u?r(?!é)|ur)|heir|hors$")
# Both are in use: before an h whose syllable has no stress ("a historic" and "an historic"), "an herb" in
# America, and words and names that few know how to say (an Nvidia chip, a Mbappé goal).
_EITHER = re.compile(
    r"h(?:abitu|allucin|armon[io]|erb|ered|eroic|ilari|istori[ac]|omage$|on$|oriz|orren|orrif|otel|ypno|ypoth|yster)"
    r"|ew|eul|oua|oax|u(?:ber|h|i|lul|lys|ru|y)|x|y[^aeiou]|m[^aeiouyn]|n[^aeiouy]"
)
_NO_VOWEL = re.compile(r"[^aeiouy]+")

_CAPITALS = re.compile(r"([A-Z]{2,}|[A-Z]+&[A-Z]+)(?:s|['’]s|['’])?\d*")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?")
_LETTER = re.compile(r"([A-Za-z])(?:\d.*)?")
_INITIALS = 2
_LONGEST_NO_WORD = 3
"""A word in capitals that is longer, and that the lexicon has, is no abbreviation."""
SAID_AS_WORDS = frozenset(
    """
    FEMA FIFA FTSE HUD LAN LASER MENA MERS NAFTA NASA NASCAR NASDAQ NATO NIMBY RADAR RAM REIT RICO SARS SEAL
    SIDS SIM SONAR SWAT
    """.split()
)
"""Well-known abbreviations that are said as words, and whose first letter has a name like a vowel."""
SPELLED_OUT = frozenset("HIV LED LGBT MEP MIT MOT MOU NIH RAF RUC SAS SEC SIU SUV".split())
"""Well-known abbreviations that could be said as words, and are not."""
# States, countries and the fiscal year are read in full: a NSW court, a NZ team.
READ_IN_FULL = frozenset("FY MN NC ND NH NJ NM NSW NY NZ RI".split())

# The first group of digits, those with commas, and what follows.
_NUMBER = re.compile(r"(\d+)((?:,\d{3})*)(.*)")
_LIKE_ELEVEN = ("11", "18")
_YEAR_DIGITS = 4
_GROUP = 3


def begins_with_vowel(text: str, *, shouted: bool = False) -> bool | None:
    """
    Whether a token begins with a vowel sound; None if both are in use, or nobody can tell.

    ``shouted`` says that it stands among words in capitals, where it may be a word or an abbreviation.
    """
    if text[0].isdigit():
        return _number(text)
    first = text.replace("‑", "-").split("-")[0]
    letter = _LETTER.fullmatch(first)
    if letter:
        return letter[1].lower() in _VOWEL_NAMES
    capitals = _CAPITALS.fullmatch(first)
    letters = capitals[1] if capitals else first.replace(".", "") if _DOTTED.fullmatch(first) else ""
    if not letters:
        return _word(first)
    if letters in READ_IN_FULL:
        return None
    if not capitals:
        return letters[0].lower() in _VOWEL_NAMES
    spelled = _abbreviation(letters)
    if shouted or (len(letters) > _LONGEST_NO_WORD and al.lexicon.is_word(first.lower())):
        return spelled if spelled == _word(first.lower()) else None
    return spelled


@lru_cache(maxsize=2048)
def _word(word: str) -> bool | None:
    """The answer for a word, by its letters."""
    plain = unicodedata.normalize("NFD", word.lower())
    letters = "".join(letter for letter in plain if letter.isalpha())
    if not letters.isascii() or not letters or not word[1:].islower():
        return None
    if _SILENT_H.match(letters):
        return True
    if _CONSONANT.match(letters):
        return False
    if _EITHER.match(letters) or _NO_VOWEL.fullmatch(letters):
        return None
    if letters[0] == "u" and word[0].isupper() and not _VOWELS.isdisjoint(letters[1:3]):
        # Names such as Umar and Uefa.
        return None
    return letters[0] in _VOWELS


def _abbreviation(letters: str) -> bool | None:
    """The answer for an abbreviation: by the name of its first letter, unless it may be said as a word."""
    spelled = letters[0].lower() in _VOWEL_NAMES
    if letters in SAID_AS_WORDS:
        return False
    if len(letters) == _INITIALS or letters in SPELLED_OUT:
        return spelled
    if letters.startswith("EU"):
        return None
    lower = letters.lower()
    is_no_word = _NO_VOWEL.fullmatch(lower) or lower[1] not in _SECOND_LETTERS.get(lower[0], "")
    return spelled if is_no_word else None


def _number(text: str) -> bool | None:
    """The answer for a number: eight, eleven and eighteen begin with a vowel, and so does what they begin."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    digits, groups, rest = match.groups()
    if digits[0] == "8":
        return True
    if digits[0] == "0":
        # "Oh" or "nought".
        return None
    if not (digits + groups.replace(",", "")).startswith(_LIKE_ELEVEN):
        return False
    if len(digits) % _GROUP == len(_LIKE_ELEVEN[0]):
        return True
    if len(digits) != _YEAR_DIGITS:
        # 1,800 may be "eighteen hundred".
        return None if len(groups) == _YEAR_DIGITS and len(digits) == 1 else False
    # 1847 is a year; 1100 and 1800 may be hundreds or thousands, 1800s are years.
    is_year = digits[:2] == "18" and (digits[2:] != "00" or rest.startswith("s"))
    return True if is_year else None
