"""
People: the persons that an article names, each once, with all mentions.

A name is taken for a person's by its words alone: a title before it, a first name that the gazetteer has, or
a surname that also stands alone. Two people with one surname stay two, and mentions by that surname belong
to neither.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlelint.model import Block, BlockKind, Span
from articlelint.text import lexicon
from articlelint.text.gazetteer import LONG_NAMES, NameKind, name_kinds
from articlelint.text.names import Name
from articlelint.text.people_ages import Age, AgeFinder
from articlelint.text.people_facts import Role, is_past, roles_beside, titles_before
from articlelint.text.people_groups import SUFFIXES, Candidate, Groups, full_key, key_of
from articlelint.text.quantities import Quantity
from articlelint.text.tokens import Tokens
from articlelint.text.words import calendar, determiners
from articlelint.text.words.titles import TITLES


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


_CALENDAR = calendar.LOWER_DAYS | calendar.LOWER_MONTHS
_NOT_FIRST = frozenset({NameKind.COUNTRY, NameKind.PEOPLE})
_MOST_WORDS = 5
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ")
"""Without one of these behind its first letter, a surname is an abbreviation, unless it is listed: Utd."""


def find_people(
    text: str,
    blocks: Sequence[Block],
    tokens: Tokens,
    names: Sequence[Name],
    quantities: Callable[[], Sequence[Quantity]],
) -> tuple[Person, ...]:
    """
    Return the people that a text names, in the order of their first mentions.

    ``quantities`` returns the numbers of the text; see ``AgeFinder``.
    """
    finder = _PeopleFinder(text, blocks, tokens, quantities)
    candidates = [finder.candidate(name) for name in names]
    alone = {key_of(c.words[-1]) for c in candidates if len(c.words) == 1 and finder.may_be_surname(c)}
    groups = Groups()
    for candidate in candidates:
        if len(candidate.words) > 1 and finder.is_person(candidate, alone):
            groups.add_full(candidate)
    for candidate in candidates:
        if len(candidate.words) == 1:
            groups.add_surname(candidate)
    people = [finder.person(sorted(group, key=lambda c: c.span)) for group in groups.found()]
    return tuple(sorted(people, key=lambda person: person.first.span))


class _PeopleFinder:
    """Decides which names of a text are people's, and reads what stands beside them."""

    def __init__(
        self, text: str, blocks: Sequence[Block], tokens: Tokens, quantities: Callable[[], Sequence[Quantity]]
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._blocks = blocks
        self._block_starts = [block.span.start for block in blocks]
        self._ages = AgeFinder(text, quantities)

    def candidate(self, name: Name) -> Candidate:
        """Return a name with its titles, and with a first name that also is a word and opens a clause."""
        tokens = self._tokens
        first, words, span = name.tokens.start, name.words, name.span
        if first and self._text[tokens.ends[first - 1] : span.start] == " ":
            opening = tokens.texts[first - 1]
            low = opening.lower()
            if opening.istitle() and low not in TITLES and NameKind.GIVEN in name_kinds(low):
                first -= 1
                words, span = (opening, *words), Span(tokens.starts[first], span.end)
        begin, titles = titles_before(tokens, first)
        return Candidate(span, words, first, name.tokens.stop, titles, begin)

    def is_determined(self, candidate: Candidate) -> bool:
        """Whether an article or the like stands before a name, as in "the Lincoln Center"."""
        return candidate.begin > 0 and self._tokens.lowered[candidate.begin - 1] in determiners.BEFORE_NAMES

    def may_be_surname(self, candidate: Candidate) -> bool:
        """Whether a single word may be a surname: not in "the University", "the School of Law"."""
        of = candidate.begin > 0 and self._tokens.lowered[candidate.begin - 1] == "of"
        return not of and not self.is_determined(candidate)

    def is_person(self, candidate: Candidate, alone: set[str]) -> bool:
        """Whether a name of several words is a person's; ``alone`` has the names of one word."""
        words = candidate.words
        low = [key_of(word) for word in words]
        if len(words) > _MOST_WORDS or any(word.isupper() and len(word) > 1 for word in words):
            return False
        key = full_key(words)
        listed = NameKind.SURNAME in name_kinds(key.surname)
        if _VOWELS.isdisjoint(key.surname[1:]) and not listed:
            return False  # Man Utd
        if key.given == key.surname or not _CALENDAR.isdisjoint(low) or self._is_numbered(candidate.span.end):
            return False
        kinds = name_kinds(low[0])
        if lexicon.is_common(key.surname) and not listed:
            return False  # the General Services Administration, Stanford University
        if candidate.titles:
            return True
        if self.is_determined(candidate) or LONG_NAMES.get(" ".join(low[:2])) is not None:
            return False  # the Lincoln Center, Santa Ana
        if self._is_described(candidate, given=NameKind.GIVEN in kinds):
            return True
        if NameKind.GIVEN in kinds:
            may_be_place = NameKind.PLACE in name_kinds(key.surname) or lexicon.is_common(key.surname)
            return not may_be_place or key.surname in alone
        if not kinds.isdisjoint(_NOT_FIRST):
            return False
        return key.surname in alone and (not lexicon.is_word(low[0]) or len(low[0]) == 1)

    def _is_numbered(self, end: int) -> bool:
        """Whether a number follows a name, which stands for somebody who is not named: Jane Doe #2."""
        following = self._text[end : end + 3].lstrip()
        return following[:1] == "#" or following[:1].isdigit()

    def _is_described(self, candidate: Candidate, *, given: bool) -> bool:
        """Whether an age stands beside a name, or, if it has a first name, a role."""
        if next(self._ages.beside(candidate.span), None) is not None:
            return True
        return given and next(roles_beside(self._tokens, candidate.begin, candidate.last), None) is not None

    def person(self, group: Sequence[Candidate]) -> Person:
        """Return the person with these mentions, which are in order."""
        longest = max(group, key=lambda candidate: len(candidate.words))
        has_suffix = len(longest.words) > 1 and key_of(longest.words[-1]) in SUFFIXES
        surname = longest.words[-2 if has_suffix else -1]
        return Person(" ".join(longest.words), surname, tuple(self._mention(one) for one in group))

    def _mention(self, candidate: Candidate) -> Mention:
        """Return a mention with what stands beside it."""
        tokens = self._tokens
        title = None
        if candidate.titles:
            title = Span(tokens.starts[candidate.begin], tokens.ends[candidate.first - 1])
        at = bisect_right(self._block_starts, candidate.span.start) - 1
        return Mention(
            candidate.span,
            candidate.words,
            self._blocks[at].kind,
            candidate.titles,
            title,
            is_past(tokens, candidate.begin),
            tuple(roles_beside(tokens, candidate.begin, candidate.last)),
            tuple(self._ages.beside(candidate.span)),
        )
