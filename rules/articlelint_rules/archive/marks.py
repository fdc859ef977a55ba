"""Quotation marks and apostrophes."""

from __future__ import annotations

from collections.abc import Iterator

import articlelint as al

_SINGLE, _CURLY, _STRAIGHT = frozenset("'‘’‛"), frozenset("“”„‟"), '"'
_APOSTROPHES = {"'": "straight '", "’": "curly ’"}


def quote_marks(doc: al.Document) -> Iterator[al.Written]:
    """Yield the marks of quotations, whether speech is in single or double ones, and the apostrophes."""
    for quote in doc.quotes:
        if not quote.closed or quote.depth:
            continue
        before = al.Span(max(quote.span.start - 1, 0), quote.span.start)  # the marks are the writer's choice
        if quote.opening in _CURLY:
            yield al.Written("marks", "curly “”", before)
        elif quote.opening == _STRAIGHT:
            yield al.Written("marks", 'straight ""', before)
        if quote.kind is al.QuoteKind.SENTENCE:
            yield al.Written("speech", "single" if quote.opening in _SINGLE else "double", before)
    tokens = doc.tokens
    for text in doc.spellings:
        for mark, form in _APOSTROPHES.items():
            if mark in text[1:-1]:
                at = next(i for i in doc.positions[text.lower()] if tokens.texts[i] == text)
                yield al.Written("apostrophe", form, al.Span(tokens.starts[at], tokens.ends[at]))
