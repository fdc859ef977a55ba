"""The dialect of an article, for entries that apply only to some dialects."""

from __future__ import annotations

from functools import lru_cache

import articlelint as al
from articlelint_house.entries import Entry


def counts(doc: al.Document, span: al.Span, entry: Entry) -> bool:
    """Whether an entry applies to a place in a document, by its scope and its dialect."""
    return entry.scope.holds(doc, span) and (not entry.dialect or dialect_of(doc) in entry.dialect)


@lru_cache(maxsize=1)
def dialect_of(doc: al.Document) -> str:
    """The dialect of the configuration, else the one that nearly all words of the article suggest, or ""."""
    if doc.house.dialect != "auto":
        return doc.house.dialect
    from articlelint_rules.spelling.dialects import uses, written_in
    from articlelint_rules.spelling.word_variants import word_families

    return written_in([use for use in uses(word_families(doc).values()) if not doc.in_quote(use.span)])
