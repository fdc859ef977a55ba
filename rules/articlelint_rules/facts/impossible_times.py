"""Whether numbers are a date or a time of day; imported only where one that does not exist is found."""

from __future__ import annotations

import re

import articlelint as al

_LAST_HOUR = 24
_QUARTERS = frozenset({"00", "15", "30", "45"})
_MAY_FOLLOW = (
    al.words.prepositions.COMMON
    | al.words.conjunctions.COORDINATING
    | al.words.conjunctions.SUBORDINATING
    | al.words.pronouns.RELATIVES
    | al.words.auxiliaries.AUXILIARIES
)
"""Words that may stand behind a date, but not between a number and its noun."""
_BEFORE_DATE = re.compile(
    r"\b(?:on|by|until|till|from|since|before|after|through|between|born|died)(?: the)? $", re.IGNORECASE
)
"""What stands before a date, but not before a number and its noun."""
_DETERMINERS = "|".join(sorted(al.words.determiners.POSSESSIVES | {"the", "whose"}))
_BEFORE_MONTH = re.compile(rf"\b(?:{_DETERMINERS}|\w+[’']s) $", re.IGNORECASE)
"""What stands before a date that describes a noun: the June 31 vote."""
_IN = re.compile(r"\b[Ii]n $")
_REACH = 12
_BEFORE_CLOCK = re.compile(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill) (?:about |around |exactly )?$")
_AT = re.compile(r"\b[Aa]t (?:about |around |exactly )?$")
_CLOCK_REACH = 20
_HALF = r"[ap](?:\.\s?m\b|m\b)"
_ZONE = r"(?:GMT|UTC|[BCEMP]S?[DST]T|CES?T)\b"
_AFTER_MARKED = re.compile(rf"\s?(?:{_HALF}|{_ZONE}|[CEMP]T\b)")
"""What stands behind a time, and behind no price, result or other number with a mark."""
_AFTER_PLAIN = re.compile(rf"\s?(?:{_ZONE})")
"""What stands behind a time of four digits without a mark, as in 1130 GMT."""
_DIGITS = 4
_YEARS = range(1800, 2100)
"""What four digits may be instead: by 1972 UTC was in use."""
_AFTER_CLOCK = re.compile(
    rf"\s?(?:{_HALF}|{_ZONE}|[CEMP]T\b|local time|o[’']clock|hours\b"
    rf"|(?:on )?(?:{al.words.calendar.DAY_PATTERN})\b|to(?:day|night|morrow)\b|yesterday\b)"
)
_NOT_CLOCK = re.compile(r"[\w:]|\s(?:of|into|mark|minutes?|min|left|remaining|in the)\b|[:.]\d|-")


def is_date(doc: al.Document, date: al.Date) -> bool:
    """Whether a number and a month are a date, and not a month and a number of things."""
    if date.year is not None or date.weekday is not None:
        return True
    if date.form is al.DateForm.MONTH_DAY and "," in doc.slice(date.span):
        return False  # In August, 38th Corps was transferred
    if date.form is al.DateForm.DAY_MONTH and date.ordinal:
        return True
    if doc.slice(date.span).split()[0].endswith("."):
        return True  # Sept. 31: a shortened month stands in dates only
    start = max(date.span.start - _REACH, 0)
    before = doc.text[start : date.span.start]
    if _BEFORE_DATE.search(before):
        return True
    if date.form is al.DateForm.MONTH_DAY and _BEFORE_MONTH.search(before):
        return True
    if _IN.search(before):
        return False
    following = doc.text[date.span.end : date.span.end + _CLOCK_REACH].split(maxsplit=1)
    word = following[0] if following else ""
    adjoins = not doc.text[date.span.end : date.span.end + 1].isspace()
    return adjoins or not word[:1].isalpha() or word in _MAY_FOLLOW


def is_clock(doc: al.Document, match: re.Match[str]) -> bool:
    """Whether two numbers, with a mark between or without, are a time of day, and no result or reference."""
    start, end = match.span()
    before = doc.text[max(start - _CLOCK_REACH, 0) : start]
    if match["mark"] == ".":
        return _AFTER_MARKED.match(doc.text, end) is not None
    if not match["mark"]:
        may_be_year = int(match[0]) in _YEARS and _AT.search(before) is None
        return len(match[0]) == _DIGITS and not may_be_year and _AFTER_PLAIN.match(doc.text, end) is not None
    if _AFTER_CLOCK.match(doc.text, end):
        return True
    if int(match["hour"]) > _LAST_HOUR and match["minute"] not in _QUARTERS:
        return False  # "at 25:08" may be a place in a recording
    return _BEFORE_CLOCK.search(before) is not None and not _NOT_CLOCK.match(doc.text, end)
