"""house-names: a name that nearly is one of the house's list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.likeness import SHORTEST, likeness
from articlelint_rules.spelling.name_variants import ENOUGH, meet
from articlelint_rules.spelling.skeleton import bare, keys, plain


class Options(NamedTuple):
    """More names than the house's."""

    names: tuple[str, ...] = ()
    """People and places as the newsroom spells them, beside those of `[house]` `names`."""


class _Entry(NamedTuple):
    """One word of a name on the list, with the words beside it."""

    word: str
    before: frozenset[str]
    after: frozenset[str]
    name: str


class HouseNames(al.Rule[Options]):
    """
    A name is nearly, but not quite, one that the newsroom has a spelling for.

    List the people and places you write about under `[house]`: `names = ["Volodymyr Zelensky", "Kyiv"]`. A
    near miss, such as Zelenskyy or Volodimir, is reported with the accepted form; nobody has to think of
    the wrong ones.

    Left alone is a name whose first name or surname is another ("Olena Zelenska", "Anna Petersen" where the
    list has Ole Peterson), and one that is itself on the list.
    """

    meta = al.Meta("house-names", "a name that is nearly one of the house's list", since="0.1")
    options_type = Options
    examples = (
        al.Flagged(
            "Volodymyr [[Zelenskiy]] spoke. Later, [[Zelenskyy]]’s office confirmed it.",
            fixed="Volodymyr Zelensky spoke. Later, Zelensky’s office confirmed it.",
            options={"names": ["Volodymyr Zelensky"]},
        ),
        al.Flagged(
            "Angela [[Merkle]] has left office.",
            fixed="Angela Merkel has left office.",
            options={"names": ["Angela Merkel"]},
        ),
        al.Clean("Anna Petersen spoke.", options={"names": ["Ole Peterson"]}),
        al.Clean("Volodymyr Zelensky spoke.", options={"names": ["Volodymyr Zelensky"]}),
        al.Clean("Angela Merkle has left office."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Every near miss of a name on the list."""
        names = tuple(dict.fromkeys((*doc.house.names, *self.options.names)))
        if not names:
            return
        entries = list(_entries(names))
        accepted = {entry.word for entry in entries}
        by_key: dict[str, list[_Entry]] = {}
        for entry in entries:
            for key in keys(entry.word):
                by_key.setdefault(key, []).append(entry)
        for name in doc.names:
            for i, word in enumerate(name.words):
                if word not in accepted:
                    yield from self._near(doc, name, i, by_key)

    def _near(
        self, doc: al.Document, name: al.Name, i: int, by_key: dict[str, list[_Entry]]
    ) -> Iterator[al.Finding]:
        """The finding for one word of a name, if it is nearly a word on the list."""
        word, span = name.words[i], name.word_spans[i]
        candidates = {entry for key in keys(word) for entry in by_key.get(key, ())}
        before = {bare(w) for w in name.words[:i]}
        after = {bare(w) for w in name.words[i + 1 :]}
        judged = [(_belief(word, before, after, entry), entry.word, entry) for entry in candidates]
        belief, _, entry = max(judged, default=(0.0, "", None), key=lambda j: (j[0], j[1]))
        if entry is None or belief < ENOUGH:
            return
        line = f"“{word}” is nearly “{entry.word}”, as the house spells {entry.name}: write “{entry.word}”"
        fix = None if doc.in_quote(span) else self.replace(span, entry.word, al.Safety.SAFE)
        yield self.finding(span, line, fix=fix)


def _entries(names: Iterable[str]) -> Iterator[_Entry]:
    """The words of the names, particles and initials left out."""
    for name in names:
        words = name.split()
        for i, word in enumerate(words):
            if len(bare(word)) >= SHORTEST and word[0].isupper():
                before, after = (frozenset(map(bare, part)) for part in (words[:i], words[i + 1 :]))
                yield _Entry(word, before, after, name)


def _belief(word: str, before: set[str], after: set[str], entry: _Entry) -> float:
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
