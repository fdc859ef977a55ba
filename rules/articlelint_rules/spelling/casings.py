"""Which words of an article stand with a capital here and without it there, in the same company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import articlelint as al
from articlelint_rules.spelling.traits import base, notable

_LINKS = ("of", "the")
"""Words inside names that are no names themselves; for "for" and "van" see ``Document.name_words``."""
_LONGEST_PARTICLE = 5
_NO_PARTICLES = (
    (al.words.prepositions.SHORTEST - {"of", "for"})
    | (al.words.pronouns.SUBJECTS - {"you"})
    | al.words.auxiliaries.FINITE_BE
    | frozenset(
        """
        a about after an and as be but had has her his if into its my no not or our over said say says so than
        that this up what when who will
        """.split()
    )
)
"""Common words that join no name to another."""


def some_vary(doc: al.Document) -> bool:
    """
    Whether a word of a name also stands with other capitals beside the same neighbour.

    Where none does, no name of several words lacks a capital. What has one form in the whole article, and
    that is most, is told by the article's distinct words.
    """
    positions = doc.positions
    named = {*map(str.lower, doc.name_words), *_LINKS}
    odd: dict[str, list[int]] = {}
    for traits in notable(doc):
        if (traits.base != traits.word or "-" in traits.word) and (end := _end(traits.word)) in named:
            odd.setdefault(end, []).extend(positions[traits.word])
    twice = named & doc.spellings
    if len(named) < len(doc.name_words) + len(_LINKS):
        twice = named
    found = twice | (named & odd.keys())
    return any(_varies(doc, word, [*positions.get(word, ()), *odd.get(word, ())]) for word in found)


@lru_cache(maxsize=4096)
def _end(lower: str) -> str:
    """The part of a token that may be a name: after a hyphen, without a possessive ending."""
    return base(lower).rpartition("-")[2]


def _varies(doc: al.Document, word: str, places: list[int]) -> bool:
    """Whether a word has other capitals beside the same neighbour, by all its places."""
    texts, lowered = doc.tokens.texts, doc.lowered
    forms: dict[str, list[int]] = {}
    for i in [i for i in places if texts[i] != word]:
        at = lowered[i].rfind(word)
        form = texts[i][at : at + len(word)]
        if not form.islower():
            forms.setdefault(form, []).append(i)
    for capitals in forms.values():
        # Most capitals stand behind a full stop: no name leads to them.
        led = [i for i in capitals if i and texts[i - 1][0].isalpha()]
        before = {_end(lowered[i - 1]) for i in led if _may_lead(texts, i - 1)}
        others = set(places).difference(capitals) if before else ()
        if any(i and _end(lowered[i - 1]) in before for i in others):
            return True
    if len(forms) < 2:  # noqa: PLR2004 - McDonald and Mcdonald, the first word of a name
        return False
    after = Counter(following for capitals in forms.values() for following in _following(lowered, capitals))
    return any(count > 1 for count in after.values())


def _following(lowered: Sequence[str], places: list[int]) -> set[str]:
    """The words behind these places."""
    return {base(text) for i in places for text in lowered[i + 1 : i + 2]}


def _may_lead(texts: Sequence[str], i: int) -> bool:
    """Whether a word may stand in a name before another one of it: a capital, "of", "of the", "van"."""
    text = texts[i]
    if text == "the":
        return texts[i - 1] == "of"
    return not text.islower() or (len(text) <= _LONGEST_PARTICLE and text not in _NO_PARTICLES)
