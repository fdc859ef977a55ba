"""
Capitals inside sentences, of words that English also writes without one.

The rules missing-full-stop and stray-capital ask the reader about each of them: a sentence begins there, or
the capital is one too many.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import articlelint as al

MARKS_BEFORE = frozenset({",", ")", "]", "%"})
"""Marks that a word inside a sentence may stand behind; after others, a capital is a matter of style."""
FEWEST_WORDS = 4
"""A sentence of fewer tokens is a label."""


def inner_capitals(doc: al.Document) -> Iterator[tuple[al.Reading, int]]:
    """Yield the tokens with a capital that is in doubt, each with the reading of its sentence."""
    found: defaultdict[al.Sentence, list[int]] = defaultdict(list)
    starts = [sentence.tokens.start for sentence in doc.sentences]
    for spelling in doc.spellings:
        if not _may_be_small(spelling):
            continue
        for token in doc.positions[spelling.lower()]:
            sentence = doc.sentences[bisect_right(starts, token) - 1]
            if doc.tokens.texts[token] == spelling and _is_inside(doc, sentence, token):
                found[sentence].append(token)
    for sentence, reading in doc.readings(sorted(found)):
        for token in sorted(found[sentence]):
            yield reading, token


def _may_be_small(word: str) -> bool:
    """Whether a word with one capital, its first letter, is in a small dictionary without it; "I" is not."""
    if not word[0].isupper() or (len(word) > 1 and not word[1:].replace("’", "'").islower()):
        return False
    lower = word.lower().replace("’", "'")
    return lower.partition("'")[0] != "i" and al.lexicon.is_common(lower.partition("'")[0])


def _is_inside(doc: al.Document, sentence: al.Sentence, token: int) -> bool:
    """Whether a token stands inside a sentence and a line, behind a word, a figure or a comma."""
    if token == sentence.tokens.start:
        return False
    before = doc.tokens.texts[token - 1]
    return (
        "\n" not in doc.text[doc.tokens.ends[token - 1] : doc.tokens.starts[token]]
        and len(sentence.tokens) >= FEWEST_WORDS
        and doc.blocks[sentence.block].kind in al.BODY
        and doc.tokens.kinds[token] is al.TokenKind.WORD
        and (before[-1].isalnum() or before in MARKS_BEFORE)
    )
