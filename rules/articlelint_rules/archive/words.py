"""Words that have two spellings, and the dialect that they belong to."""

from __future__ import annotations

from collections.abc import Iterator

import articlelint as al
from articlelint_rules.spelling.dialects import uses, written_in
from articlelint_rules.spelling.word_variants import word_families


def variants(doc: al.Document) -> Iterator[al.Written]:
    """Yield the words that have another spelling, such as colour: the key is ``color/colour``."""
    for family in word_families(doc, unread=True).values():
        for side in family.places:
            for word, span in side:
                key = "/".join(sorted((word, family.counterparts[word])))
                yield al.Written(key, word, span)


def dialect(doc: al.Document) -> Iterator[al.Written]:
    """Yield the dialect that nearly all words of the article belong to, at the first of them."""
    families = word_families(doc, unread=True).values()
    found = [use for use in uses(families) if not doc.may_be_quoted(use.span)]
    written = written_in(found)
    if written:
        yield al.Written("dialect", written, found[0].span)
