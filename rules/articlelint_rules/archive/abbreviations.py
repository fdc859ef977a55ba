"""Abbreviations with and without full stops: U.N. and UN, Mr. and Mr, a.m. and am; and per cent."""

from __future__ import annotations

from collections.abc import Iterator

import articlelint as al
from articlelint_rules.numbers.mixed_percent import percentages
from articlelint_rules.spelling.mixed_abbreviation import DOTTED, forms_without_initials, is_initials
from articlelint_rules.spelling.spellings import without_possessive

_SHORTEST, _LONGEST = 2, 5
"""The letters of an abbreviation that stands without full stops."""


def abbreviations(doc: al.Document) -> Iterator[al.Written]:
    """Yield the abbreviations; the key of initials are their letters."""
    for key, forms in forms_without_initials(doc).items():
        yield from (al.Written(key, form, span) for form, places in forms.items() for span in places)
    tokens = doc.tokens
    for text in doc.spellings:
        letters = _letters(text)
        if letters:
            for i in doc.positions[text.lower()]:
                if tokens.texts[i] == text and is_initials(tokens, i) and not _goes_on(tokens, i):
                    form = text[: len(without_possessive(text))]
                    yield al.Written(letters, form, al.Span(tokens.starts[i], tokens.starts[i] + len(form)))


def percent(doc: al.Document) -> Iterator[al.Written]:
    """Yield the percentages with figures, as a sign or in words."""
    yield from (al.Written("percent", sign, span) for span, sign in percentages(doc))


def _letters(text: str) -> str:
    """Return the letters of initials in capitals, with or without full stops; "" for other words."""
    base = text[: len(without_possessive(text))]
    if "." in base:
        return base.replace(".", "") if base.isupper() and DOTTED.fullmatch(base) else ""
    return base if _SHORTEST <= len(base) <= _LONGEST and base.isalpha() and base.isupper() else ""


def _goes_on(tokens: al.Tokens, i: int) -> bool:
    """Whether a mark joins what follows to a token: GOV.UK."""
    joined = range(i + 1, i + 3)
    return joined[-1] < len(tokens) and tokens.texts[i + 1] == "." and all(map(tokens.adjoins, joined))
