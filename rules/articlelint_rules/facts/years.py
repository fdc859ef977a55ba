"""Sentences that say anything of years: what they tell may be of another time than the article."""

from __future__ import annotations

import re

import articlelint as al

_YEARS = frozenset({"year", "years", "anniversary", "decade", "decades", "century"})
_YEAR = re.compile(r"[12]\d{3}")


def has_year(doc: al.Document, span: al.Span) -> bool:
    """Whether the sentence of a span has a year in figures."""
    return any(map(_YEAR.fullmatch, _words(doc, span)))


def mentions_years(doc: al.Document, span: al.Span) -> bool:
    """Whether the sentence of a span has a year in figures, or a word such as "years" or "anniversary"."""
    return has_year(doc, span) or not _YEARS.isdisjoint(_words(doc, span))


def _words(doc: al.Document, span: al.Span) -> list[str]:
    """Return the words, in lower case, of the sentences that a span is in."""
    return [
        word
        for sentence in doc.sentences_in(span)
        for word in doc.lowered[sentence.tokens.start : sentence.tokens.stop]
    ]
