"""
People: the persons that an article names, each once, with all mentions.

A name is taken for a person's by its words alone: a title before it, a first name that the gazetteer has, or
a surname that also stands alone. Two people with one surname stay two, and mentions by that surname belong
to neither.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from articlelint.model import Block, BlockKind, Span
from articlelint.text import lexicon
from articlelint.text.gazetteer import LONG_NAMES, NameKind, name_kinds
from articlelint.text.names import Name
from articlelint.text.people_facts import Age, Role, ages_beside, is_past, roles_beside, titles_before
from articlelint.text.tokens import Tokens
from articlelint.text.words import calendar, determiners
from articlelint.text.words.name_particles import PARTICLES
from articlelint.text.words.titles import COURTESY_TITLES, TITLES
from articlelint.text.words.word_set import word_set


class Mention(NamedTuple):
    """
    One place that names a person.

    ``span`` has the name without its titles, ``words`` its words. ``titles`` are in lower case and without
    full stops ("sen", "mr"), and ``title`` is their span; ``past`` is true if a word before them says so
    (former Sen. Jane Doe). ``kind`` is the kind of the block.
    """

    span: Span
    words: tuple[str, ...]
    kind: BlockKind
    titles: tuple[str, ...] = ()
    title: Span | None = None
    past: bool = False
    roles: tuple[Role, ...] = ()
    ages: tuple[Age, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether it has a first name or an initial, and a surname."""
        return len(self.words) > 1


class Person(NamedTuple):
    """
    A person that an article names.

    ``name`` is the longest form without titles, ``surname`` its last word. ``mentions`` are in order; those
    by surname alone are among them where nobody else has the surname.
    """

    name: str
    surname: str
    mentions: tuple[Mention, ...]

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles at all mentions, in order."""
        return tuple(role for mention in self.mentions for role in mention.roles)

    @property
    def ages(self) -> tuple[Age, ...]:
        """The ages at all mentions, in order."""
        return tuple(age for mention in self.mentions for age in mention.ages)


_SUFFIXES = word_set("jr sr ii iii iv")
_CALENDAR = calendar.LOWER_DAYS | calendar.LOWER_MONTHS
_NOT_FIRST = frozenset({NameKind.COUNTRY, NameKind.PEOPLE})
_MOST_WORDS = 5
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


class _Candidate(NamedTuple):
    """A name that may be a person's: the tokens ``[first, last)`` with its words, and its titles."""

    span: Span
    words: tuple[str, ...]
    first: int
    last: int
    titles: tuple[str, ...]
    begin: int
    """The token at which the titles begin."""


class _FullKey(NamedTuple):
    """A full name as it is compared, in lower case."""

    given: str
    surname: str
    suffix: str

    def may_be(self, other: _FullKey) -> bool:
        """Whether one of two names has an initial where the other has a first name."""
        initial = len(self.given) == 1 or len(other.given) == 1
        return initial and self.given[0] == other.given[0] and self.suffix == other.suffix


def find_people(
    text: str,
    blocks: Sequence[Block],
    tokens: Tokens,
    names: Sequence[Name],
) -> tuple[Person, ...]:
    """Return the people that a text names, in the order of their first mentions."""
    candidates = [_candidate(text, tokens, name) for name in names]
    alone = {_key(c.words[-1]) for c in candidates if len(c.words) == 1 and not _determined(tokens, c.begin)}
    full = [c for c in candidates if len(c.words) > 1 and _is_person(text, tokens, c, alone)]
    groups = _Groups()
    for candidate in full:
        groups.add_full(candidate)
    for candidate in candidates:
        if len(candidate.words) == 1:
            groups.add_surname(candidate)
    kind_at = _KindAt(blocks)
    found = [_person(text, tokens, kind_at, sorted(group, key=lambda c: c.span)) for group in groups.found()]
    return tuple(sorted(found, key=lambda person: person.first.span))


class _Groups:
    """The candidates that name one person, by first name, surname and suffix."""

    def __init__(self) -> None:
        self._people: dict[_FullKey, list[_Candidate]] = {}
        self._by_surname: dict[str, list[_FullKey]] = {}

    def found(self) -> list[list[_Candidate]]:
        """The groups, each with at least one candidate."""
        return list(self._people.values())

    def add_full(self, candidate: _Candidate) -> None:
        """Add a full name to the person that it names: J. Doe may be Jane Doe, if only one Doe has a J."""
        key = _full_key(candidate.words)
        known = self._by_surname.setdefault(key.surname, [])
        if key not in known:
            alike = [other for other in known if key.may_be(other)]
            if len(alike) == 1:
                key = alike[0]
            else:
                known.append(key)
        self._people.setdefault(key, []).append(candidate)

    def add_surname(self, candidate: _Candidate) -> None:
        """Add a surname to the only person who has it; with a title, it may be that of somebody new."""
        surname = _key(candidate.words[0])
        known = self._by_surname.get(surname, [])
        if len(known) == 1:
            self._people[known[0]].append(candidate)
        elif not known and candidate.titles and _may_follow_title(candidate):
            key = _FullKey("", surname, "")
            self._people.setdefault(key, []).append(candidate)


class _KindAt:
    """The kinds of blocks, by offsets that are asked for in any order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def __call__(self, offset: int) -> BlockKind:
        return self._blocks[max(bisect_right(self._starts, offset) - 1, 0)].kind


def _candidate(text: str, tokens: Tokens, name: Name) -> _Candidate:
    """Return a name with its titles, and with a first name that also is a word and opens a clause."""
    first, words, span = name.tokens.start, name.words, name.span
    if first and text[tokens.ends[first - 1] : span.start] == " ":
        opening = tokens.texts[first - 1]
        low = opening.lower()
        if opening.istitle() and low not in TITLES and NameKind.GIVEN in name_kinds(low):
            first -= 1
            words, span = (opening, *words), Span(tokens.starts[first], span.end)
    begin, titles = titles_before(tokens, first)
    return _Candidate(span, words, first, name.tokens.stop, titles, begin)


@lru_cache(maxsize=2048)
def _key(word: str) -> str:
    """Return a word as it is compared: in lower case, with straight apostrophes."""
    return word.lower().translate(_APOSTROPHES)


def _full_key(words: Sequence[str]) -> _FullKey:
    """Return the parts of a full name."""
    names = [_key(word) for word in words if _key(word) not in PARTICLES] or [_key(words[-1])]
    suffix = names.pop() if names[-1] in _SUFFIXES and len(names) > 1 else ""
    return _FullKey(names[0], names[-1], suffix)


def _may_follow_title(candidate: _Candidate) -> bool:
    """Whether a surname with a title is one: Mr Bell and Justice Nervo are, Justice Department is not."""
    return not COURTESY_TITLES.isdisjoint(candidate.titles) or not lexicon.is_common(_key(candidate.words[0]))


def _determined(tokens: Tokens, first: int) -> bool:
    """Whether an article or the like stands before a name, as before those of bodies: the Lincoln Center."""
    return first > 0 and tokens.lowered[first - 1] in determiners.BASIC


def _is_person(text: str, tokens: Tokens, candidate: _Candidate, alone: set[str]) -> bool:
    """Whether a name of several words is a person's."""
    words = candidate.words
    low = [_key(word) for word in words]
    if len(words) > _MOST_WORDS or any(word.isupper() and len(word) > 1 for word in words):
        return False
    key = _full_key(words)
    if key.given == key.surname or not _CALENDAR.isdisjoint(low):
        return False
    if _is_numbered(text, candidate.span.end):
        return False
    if candidate.titles:
        # The General Services Administration is nobody.
        return not lexicon.is_common(key.surname) or NameKind.SURNAME in name_kinds(key.surname)
    if _determined(tokens, candidate.begin):
        return False
    if LONG_NAMES.get(" ".join(low[:2])) is not None:
        return False  # Santa Ana
    if next(ages_beside(text, candidate.span), None) is not None:
        return True
    given = NameKind.GIVEN in name_kinds(low[0])
    if given and next(roles_beside(tokens, candidate.begin, candidate.last), None) is not None:
        return True
    if given and not lexicon.is_common(key.surname):
        return NameKind.PLACE not in name_kinds(key.surname) or key.surname in alone
    if not _NOT_FIRST.isdisjoint(name_kinds(low[0])) and not given:
        return False
    return key.surname in alone and (given or not lexicon.is_common(low[0]) or len(low[0]) == 1)


def _is_numbered(text: str, end: int) -> bool:
    """Whether a number follows a name, which stands for somebody who is not named: Jane Doe #2."""
    following = text[end : end + 3].lstrip()
    return following[:1] == "#" or following[:1].isdigit()


def _person(text: str, tokens: Tokens, kind_at: _KindAt, group: Sequence[_Candidate]) -> Person:
    """Return the person with these mentions."""
    longest = max(group, key=lambda candidate: len(candidate.words))
    has_suffix = len(longest.words) > 1 and _key(longest.words[-1]) in _SUFFIXES
    surname = longest.words[-2 if has_suffix else -1]
    return Person(" ".join(longest.words), surname, tuple(_mentions(text, tokens, kind_at, group)))


def _mentions(text: str, tokens: Tokens, kind_at: _KindAt, group: Sequence[_Candidate]) -> Iterator[Mention]:
    """Yield the mentions of a person, with what stands beside them."""
    for candidate in group:
        title = None
        if candidate.titles:
            title = Span(tokens.starts[candidate.begin], tokens.ends[candidate.first - 1])
        yield Mention(
            candidate.span,
            candidate.words,
            kind_at(candidate.span.start),
            candidate.titles,
            title,
            is_past(tokens, candidate.begin),
            tuple(roles_beside(tokens, candidate.begin, candidate.last)),
            tuple(ages_beside(text, candidate.span)),
        )
