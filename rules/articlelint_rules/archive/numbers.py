"""Numbers in words and in figures, with and without a comma; and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

import articlelint as al

_ONES = al.words.numbers.ONES[1:]
_TENS = (*al.words.numbers.TEN_TO_NINETEEN, *al.words.numbers.TENS)
_MEASURES = frozenset(map(al.words.units.plural, al.words.units.UNITS)) | {"per", "times"}
"""What follows a number that many houses write in figures, whatever its size."""
_PEOPLE = frozenset({"people", "men", "women", "children"})
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_SCALES = al.words.numbers.SHORT_SCALES
_SCALE = re.compile(
    r"(?<![\d.,])\d[\d.,]*(?P<written>[ \u00a0-](?:million|billion|trillion)"
    rf"|{'|'.join(_SCALES)})\b"
)
_MONTH = re.compile(rf"(?P<month>{al.words.calendar.MONTH_PATTERN})(?P<stop>\.?)")
_WITH_DAY = {al.DateForm.DAY_MONTH: "5{} June", al.DateForm.MONTH_DAY: "June 5{}"}
"""How a date is written in which the month is a word and a day stands beside it."""
_DECADE = re.compile(r"\b(?:1[0-9]|20)\d0(?P<written>['’]?s)\b")
_SHORT = al.words.calendar.SHORT_MONTHS


def numbers(doc: al.Document) -> Iterator[al.Written]:
    """Yield the numbers before things that are counted, and those of millions, by their size."""
    tokens = doc.tokens
    for i, text in enumerate(tokens.texts[:-1]):
        if tokens.kinds[i] is al.TokenKind.NUMBER or tokens.lowered[i] in _WRITTEN:
            found = _style(text)
            if found and _is_counted(doc, i + 1):
                yield al.Written(*found, al.Span(tokens.starts[i], tokens.ends[i]))
    for match in _SCALE.finditer(doc.text):
        written = match["written"]
        scale = _SCALES.get(written) or written[1:]
        form = f"5{written[0]}{scale}" if written not in _SCALES else f"5{written}"
        yield al.Written(scale, form.replace("\u00a0", " "), al.Span(*match.span()))


_WRITTEN = frozenset((*_ONES, *_TENS))


def _style(text: str) -> tuple[str, str] | None:
    """The key and form of a number: ``("2 to 9", "in words")``; None for one that houses write alike."""
    if text.lower() in _ONES:
        return "2 to 9", "in words"
    if text.lower() in _TENS:
        return "10 to 99", "in words"
    if _THOUSANDS.fullmatch(text):
        return "thousands", "1,000"
    if not text.isdecimal():
        return None
    if len(text) == len("1000"):
        return "thousands", "1000"
    return {1: ("2 to 9", "in figures"), 2: ("10 to 99", "in figures")}.get(len(text.lstrip("0")))


def _is_counted(doc: al.Document, i: int) -> bool:
    """Whether a token names things that are counted, and no unit of measurement."""
    word = doc.tokens.texts[i]
    if not word.islower() or not word.isalpha() or word in _MEASURES:
        return False
    return word in _PEOPLE or (word.endswith("s") and al.lexicon.is_common(word))


def dates(doc: al.Document) -> Iterator[al.Written]:
    """Yield the order of day and month, the months that some houses shorten, and the decades."""
    for date in doc.dates:
        month = _MONTH.search(doc.text, date.span.start, date.span.end)
        if date.form in _WITH_DAY and month is not None:
            form = _WITH_DAY[date.form].format("th" if date.ordinal else "")
            yield al.Written("day and month", form, date.span)
            name = month["month"]
            yield al.Written(f"month {_SHORT.get(name, name)}", name + month["stop"], date.span)
    for match in _DECADE.finditer(doc.text):
        yield al.Written("decade", "1990s" if match["written"] == "s" else "1990's", al.Span(*match.span()))
