"""Words of an article's names that nearly, but not quite, are words of a list of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.heard import SHORTEST, heard_word
from articlelint_rules.spelling.similarity import likeness
from articlelint_rules.spelling.name_variants import ENOUGH, meet
from articlelint_rules.spelling.phonetic import bare, plain


class Listed(NamedTuple):
    """One word of a name on the list, with the words beside it."""

    word: str
    before: frozenset[str]
    after: frozenset[str]
    name: str


class NearMiss(NamedTuple):
    """A word of an article, where it stands, and what on the list it nearly is."""

    word: str
    span: al.Span
    listed: Listed


class NameList:
    """Names as the house spells them; ``accepted`` are others that are right as they are."""

    def __init__(self, names: Iterable[str], accepted: Iterable[str] = ()) -> None:
        listed = [entry for name in names for entry in _words(name)]
        self._accepted = {entry.word for entry in listed}
        self._accepted.update(entry.word for name in accepted for entry in _words(name))
        self._by_key: dict[str, list[Listed]] = {}
        for entry in listed:
            for key in heard_word(entry.word).keys:
                self._by_key.setdefault(key, []).append(entry)

    def near_misses(self, doc: al.Document) -> Iterator[NearMiss]:
        """The words of a document's names that are meant to be on the list, in reading order."""
        for name in doc.names:
            for i, word in enumerate(name.words):
                if word not in self._accepted:
                    entry = self._nearest(name, i)
                    if entry is not None:
                        yield NearMiss(word, name.word_spans[i], entry)

    def _nearest(self, name: al.Name, i: int) -> Listed | None:
        """What one word of a name nearly is."""
        word = name.words[i]
        candidates = {entry for key in heard_word(word).keys for entry in self._by_key.get(key, ())}
        before = {bare(w) for w in name.words[:i]}
        after = {bare(w) for w in name.words[i + 1 :]}
        judged = [(_belief(word, before, after, entry), entry.word, entry) for entry in candidates]
        belief, _, entry = max(judged, default=(0.0, "", None), key=lambda j: (j[0], j[1]))
        return entry if belief >= ENOUGH else None


def _words(name: str) -> Iterator[Listed]:
    """The words of a name, particles and initials left out."""
    words = name.split()
    for i, word in enumerate(words):
        if len(bare(word)) >= SHORTEST and word[0].isupper():
            before, after = (frozenset(map(bare, part)) for part in (words[:i], words[i + 1 :]))
            yield Listed(word, before, after, name)


def _belief(word: str, before: set[str], after: set[str], entry: Listed) -> float:
    """How far a word is meant to be a word on the list, from the letters and from the names beside it."""
    alike = likeness(word, entry.word)
    if not alike:
        return 0.0
    if meet(before, set(entry.before)) or meet(after, set(entry.after)):
        return alike + 0.35
    if before or after:
        return 0.0
    # Alone, a word that English knows as a name of its own is taken for that.
    known = al.lexicon.name_size(plain(word)) > 0 or al.lexicon.is_word(plain(word))
    return alike - 0.3 * known
