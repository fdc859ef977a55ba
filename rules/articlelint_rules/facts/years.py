"""Sentences that say anything of years: what they tell may be of another time than the article."""

from __future__ import annotations

import re

import articlelint as al

_YEARS = frozenset({"year", "years", "anniversary", "decade", "decades", "century"})
_YEAR = re.compile(r"[12]\d{3}")


def years_near(doc: al.Document, span: al.Span) -> set[int]:
    """Return the years in figures in the sentence of a span."""
    return {int(word) for word in _words(doc, span) if is_year(word)}


def is_year(word: str) -> bool:
    """Whether a word is a year in figures."""
    return _YEAR.fullmatch(word) is not None


def mentions_years(doc: al.Document, span: al.Span) -> bool:
    """Whether the sentence of a span has a year in figures, or a word such as "years" or "anniversary"."""
    return bool(years_near(doc, span)) or not _YEARS.isdisjoint(_words(doc, span))


def years_of(doc: al.Document) -> set[int]:
    """Return the year of the article; if it has no date, all years in its text, one of which it may be."""
    if doc.published is not None:
        return {doc.published.year}
    return {int(word) for word in doc.positions if is_year(word)}


def _words(doc: al.Document, span: al.Span) -> list[str]:
    """Return the words, in lower case, of the sentences that a span is in."""
    return [
        word
        for sentence in doc.sentences_in(span)
        for word in doc.lowered[sentence.tokens.start : sentence.tokens.stop]
    ]
