"""Capitals: of names of several words, of words for institutions, and of headlines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.heading_case import FEW, SENTENCE_SHARE, TITLE_SHARE, capital_share
from articlelint_rules.spelling.mixed_capitals import (
    NAME_NOUNS,
    TITLE_KINDS,
    in_title,
    opens_clause,
    phrases_in_capitals,
    places_in_any_case,
)

_HEADINGS = (al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD)


def capitals(doc: al.Document) -> Iterator[al.Written]:
    """
    Yield the names of several words that have capitals, and those forms of them that lack some.

    Of names that may have no capital at all, "the supreme court" and "the government" are found, too.
    """
    full: dict[str, str] = {}
    for span, words in phrases_in_capitals(doc):
        text = " ".join(words)
        if not text.isupper() and doc.slice(span) == text:
            full[text.lower()] = text
            yield al.Written(text.lower(), text, span)
    for key, places in places_in_any_case(doc, full).items():
        yield from (
            al.Written(key, doc.slice(span), span)
            for span in places
            if doc.slice(span) != full[key] and _is_chosen(doc, span)
        )
    yield from _institutions(doc, full)


def _institutions(doc: al.Document, known: dict[str, str]) -> Iterator[al.Written]:
    """Yield the names of two words that end in "court" and the like, and single words after "the"."""
    texts, starts, ends = doc.tokens.texts, doc.tokens.starts, doc.tokens.ends
    for noun in NAME_NOUNS:
        for i in doc.positions.get(noun, ()):
            span = al.Span(starts[i - 1], ends[i]) if i else al.Span(0, 0)
            text = doc.slice(span)
            before = texts[i - 1].lower() if i else ""
            is_name = before.isalpha() and " " in text and al.lexicon.is_common(before)
            if is_name and before not in _LINKS and text.lower() not in known and _is_chosen(doc, span):
                yield al.Written(text.lower(), text, span)
    for i in doc.positions.get("the", ()):
        word = texts[i + 1] if i + 1 < len(texts) else ""
        following = texts[i + 2] if i + 2 < len(texts) else ""
        if _may_have_capital(word.lower()) and not following[:1].isupper():
            span = al.Span(starts[i + 1], ends[i + 1])
            if not word.isupper() and _is_chosen(doc, span):
                yield al.Written(f"the {word.lower()}", word, span)


_LINKS = (
    al.words.determiners.BASIC
    | al.words.determiners.QUANTIFIERS
    | al.words.prepositions.COMMON
    | al.words.conjunctions.COORDINATING
)


@lru_cache(maxsize=8192)
def _may_have_capital(lower: str) -> bool:
    """Whether dictionaries have a word with a capital and without: internet, government, parliament."""
    if not lower.isalpha():
        return False
    size, name_size = al.lexicon.sizes(lower)
    return size > 0 < name_size and not al.gazetteer.name_kinds(lower)


def _is_chosen(doc: al.Document, span: al.Span) -> bool:
    """Whether the writer has chosen the capitals: not in a heading, a line in capitals, or at the start."""
    return (
        not doc.slice(span).isupper()
        and doc.block_at(span.start).kind not in TITLE_KINDS
        and not in_title(doc, span)
        and not opens_clause(doc, span)
    )


def headline_case(doc: al.Document) -> Iterator[al.Written]:
    """Yield the case of each headline and crosshead that is in one: title, sentence, or capitals."""
    for block in doc.blocks_of(*_HEADINGS):
        if doc.slice(block.span).isupper():
            yield al.Written(block.kind.value, "capitals", block.span)
            continue
        share = capital_share(doc, block)
        if share is None:
            continue
        if share.of_words <= SENTENCE_SHARE:
            yield al.Written(block.kind.value, "sentence", block.span)
        elif share.of_words >= TITLE_SHARE and share.capitals > FEW:
            yield al.Written(block.kind.value, "title", block.span)
