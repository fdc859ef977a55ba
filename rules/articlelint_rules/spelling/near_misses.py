"""Words of an article's names that are nearly, but not quite, words of a list of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.name_variants import ENOUGH, names_match
from articlelint_rules.spelling.phonetic import SHORTEST, bare, phonetic_form, plain
from articlelint_rules.spelling.similarity import similarity

SAME_NEIGHBOUR = 0.35
"""Added to the score of a word if a name beside it also stands beside the listed word."""
KNOWN_NAME = -0.3
"""Added to the score of a word that stands alone, if it is a known name or an English word."""


class ListedWord(NamedTuple):
    """One word of a name on the list, with the words beside it, their letters alone."""

    word: str
    before: frozenset[str]
    after: frozenset[str]
    name: str


class NearMiss(NamedTuple):
    """A word of an article, its place, and the listed word that is probably meant."""

    word: str
    span: al.Span
    listed: ListedWord


class NameList:
    """A list of names as the house spells them; ``accepted`` are further names that are right as they are."""

    def __init__(self, names: Iterable[str], accepted: Iterable[str] = ()) -> None:
        listed = [word for name in names for word in _listed_words(name)]
        self._accepted = {entry.word for entry in listed}
        self._accepted.update(word.word for name in accepted for word in _listed_words(name))
        self._by_key: dict[str, list[ListedWord]] = {}
        for entry in listed:
            for key in phonetic_form(entry.word).lookup_keys:
                self._by_key.setdefault(key, []).append(entry)

    def near_misses(self, doc: al.Document) -> Iterator[NearMiss]:
        """Yield the words of a document's names that are probably meant as listed ones, in reading order."""
        for name in doc.names:
            for i, word in enumerate(name.words):
                if word not in self._accepted:
                    entry = self._nearest(name, i)
                    if entry is not None:
                        yield NearMiss(word, name.word_spans[i], entry)

    def _nearest(self, name: al.Name, i: int) -> ListedWord | None:
        """Return the listed word that the word of a name at an index probably is, or None."""
        word = name.words[i]
        keys = phonetic_form(word).lookup_keys
        candidates = {entry for key in keys for entry in self._by_key.get(key, ())}
        before = {bare(w) for w in name.words[:i]}
        after = {bare(w) for w in name.words[i + 1 :]}
        scored = [(_score(word, before, after, entry), entry.word, entry) for entry in candidates]
        score, _, entry = max(scored, default=(0.0, "", None), key=lambda s: (s[0], s[1]))
        return entry if score >= ENOUGH else None


def _listed_words(name: str) -> Iterator[ListedWord]:
    """Yield the words of a name, except particles and initials."""
    words = name.split()
    for i, word in enumerate(words):
        if len(bare(word)) >= SHORTEST and word[0].isupper():
            before = frozenset(bare(w) for w in words[:i])
            after = frozenset(bare(w) for w in words[i + 1 :])
            yield ListedWord(word, before, after, name)


def _score(word: str, before: set[str], after: set[str], entry: ListedWord) -> float:
    """Return how probably a word is meant to be a listed one, by its letters and the names beside it."""
    similar = similarity(word, entry.word)
    if not similar:
        return 0.0
    if names_match(before, entry.before) or names_match(after, entry.after):
        return similar + SAME_NEIGHBOUR
    if before or after:
        return 0.0
    known = al.lexicon.name_size(plain(word)) > 0 or al.lexicon.is_word(plain(word))
    return similar + KNOWN_NAME if known else similar
