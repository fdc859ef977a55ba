"""Compounds: written with a hyphen, as one word, or as two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import articlelint as al
from articlelint_rules.spelling.compounds import NOT_FIRST, SHORTEST_PART, compound_stem
from articlelint_rules.spelling.mixed_hyphenation import may_be_compound, words_without_names

_PREFIXES = frozenset("anti co counter e extra inter mega micro mid mini multi non over post pre semi sub super ultra under".split())  # fmt: skip  # noqa: E501
"""Prefixes that some houses join with a hyphen."""


def compounds(doc: al.Document) -> Iterator[al.Written]:
    """Yield the compounds; the key is the compound as one word."""
    tokens = doc.tokens
    words = words_without_names(doc)
    for i, word in enumerate(words):
        key = _key(word)
        if key:
            yield al.Written(key, word, al.Span(tokens.starts[i], tokens.starts[i] + len(word)))
    for i, (first, second) in enumerate(pairwise(words)):
        if _is_one_word(first, second):
            start, end = tokens.starts[i], tokens.starts[i + 1] + len(second)
            if doc.text[tokens.ends[i] : tokens.starts[i + 1]] == " ":
                yield al.Written(first + second, f"{first} {second}", al.Span(start, end))


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    """Return a compound as one word; "" for a word that is none."""
    if "-" in word:
        return word.replace("-", "") if compound_stem(word) else ""
    if not word.isalpha():
        return ""
    parts = ((word[:at], word[at:]) for at in range(1, len(word) - SHORTEST_PART + 1))
    return word if any(_are_parts(first, second) for first, second in parts) else ""


def _are_parts(first: str, second: str) -> bool:
    """Whether two parts of a word are a prefix or a word, and a word."""
    if first in _PREFIXES:
        return al.lexicon.is_common(second)
    return may_be_compound(first, second) and al.lexicon.is_common(first) and al.lexicon.is_common(second)


def _is_one_word(first: str, second: str) -> bool:
    """Whether two words are written as one, too. What is looked up comes last: most pairs are none."""
    if len(first) < SHORTEST_PART or len(second) <= SHORTEST_PART or first in NOT_FIRST:
        return False
    return al.lexicon.is_common(first + second) and may_be_compound(first, second)
