"""
Names: of people, with their first names and titles, of places, and of bodies.

Two people whose names sound alike stay two. So the key of a surname is its sound together with one thing that
is known of the person: a first name or a title. A surname counts once for each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.phonetic import phonetic_form, plain

_LONGEST = 6
"""The most words of a name."""
_GIVEN, _SURNAME = al.gazetteer.NameKind.GIVEN, al.gazetteer.NameKind.SURNAME


class Person(NamedTuple):
    """
    A mention of a person.

    ``first`` and ``title`` may be "". The first name may stand elsewhere; of a title, the last word counts.
    """

    name: al.Name
    first: str
    title: str

    @property
    def surname(self) -> str:
        """The surname with straight apostrophes."""
        return straight(self.name.last)

    @property
    def surname_keys(self) -> dict[str, str]:
        """The keys of the surname, each with what is known of the person: a first name, a title."""
        known = {"first": self.first, "title": self.title}
        return {
            f"{sound(self.surname)} {what}={plain(value)}": value for what, value in known.items() if value
        }

    @property
    def first_key(self) -> str:
        """The key of the first name, if it stands before the surname; else ""."""
        return f"{sound(self.first)} {plain(self.surname)}" if len(self.name.words) > 1 else ""

    @property
    def surname_span(self) -> al.Span:
        """The place of the surname."""
        return self.name.word_spans[-1]

    @property
    def first_span(self) -> al.Span:
        """The place of the first name, if it stands before the surname."""
        return self.name.word_spans[0]


def full_names(doc: al.Document) -> Iterator[al.Written]:
    """Yield the names; of several words by their sound, of one word by its letters."""
    for name in names_of(doc):
        yield al.Written(name_key(name), straight(name.text), name.span)


def name_key(name: al.Name) -> str:
    """Return the sound of a name of several words, or the letters of one word."""
    return " ".join(map(sound, name.words)) if len(name.words) > 1 else plain(name.text)


def surnames(doc: al.Document) -> Iterator[al.Written]:
    """Yield the surnames of people of whom a first name or a title is known, once for each of the two."""
    for person in people(doc):
        for key in person.surname_keys:
            yield al.Written(key, person.surname, person.surname_span)


def first_names(doc: al.Document) -> Iterator[al.Written]:
    """Yield the first names that stand before a surname."""
    for person in people(doc):
        if person.first_key:
            yield al.Written(person.first_key, person.first, person.first_span)


def titles(doc: al.Document) -> Iterator[al.Written]:
    """Yield the titles of people whose first name is known."""
    for person in people(doc):
        if person.first and person.name.title is not None:
            key = f"{plain(person.first)} {plain(person.surname)}"
            yield al.Written(key, doc.slice(person.name.title), person.name.title)


def place_names(doc: al.Document) -> Iterator[al.Written]:
    """Yield the names of places that have several English spellings."""
    for name in names_of(doc):
        place = al.places.place_of(plain(name.text)) if name.title is None else ""
        if place:
            yield al.Written(place, straight(name.text), name.span)


def part_marks(key: str, form: str) -> Iterator[str]:
    """Yield the marks of a surname or a first name, each with what its key says beside the sound."""
    return _marks(form, key.partition(" ")[2], _END)


def name_marks(_key: str, form: str) -> Iterator[str]:
    """Yield the marks of each word of a name, each with the other words."""
    words = form.split()
    for i, word in enumerate(words):
        others = [*map(plain, words[:i]), "_", *map(plain, words[i + 1 :])]
        yield from _marks(word, " ".join(others), _END if len(words) > 1 else _LONG_END)


_END, _LONG_END = 2, 3
"""How many letters at the beginning or end near misses share; of a name that stands alone, one more."""


def _marks(word: str, known_by: str, letters: int) -> Iterator[str]:
    """
    Yield the marks of a word of a name, each with what else is known.

    Two spellings of a name have the same consonants; and where there is one slip, they have the same letters
    at the beginning or at the end.
    """
    name = phonetic_form(word)
    if name.may_vary:
        yield f"{name.skeleton} {known_by}"
        yield f"{name.bare[:letters]}- {known_by}"
        yield f"-{name.bare[-letters:]} {known_by}"


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Return what two spellings of a name have in common; the letters of a name that is short."""
    form = phonetic_form(word)
    return form.key if form.may_vary else form.plain


def straight(text: str) -> str:
    """Return a name with straight apostrophes: which marks a house uses is another question."""
    return text.replace("’", "'").replace("‘", "'")


def names_of(doc: al.Document) -> Iterator[al.Name]:
    """Yield the names whose capitals are their own, without lines in capitals and everyday words (World)."""
    for name in doc.names:
        if len(name.words) > _LONGEST or not (name.sure or _is_no_word(plain(name.words[0]))):
            continue
        in_capitals = name.text.isupper()
        if (len(name.words) > 1 and not in_capitals) or (
            len(name.words) == 1 and (in_capitals or name.title or not al.lexicon.is_common(plain(name.text)))
        ):
            yield name


def _is_no_word(lower: str) -> bool:
    """Whether a word has its capital for its own sake at the start of a sentence, too: Volodymyr, John."""
    return not al.lexicon.is_common(lower) and (
        not al.lexicon.is_word(lower) or bool(al.gazetteer.name_kinds(lower))
    )


@lru_cache(maxsize=1)
def people(doc: al.Document) -> tuple[Person, ...]:
    """
    Return the mentions of people, each with the first name that the article says once.

    A surname alone is a mention where exactly one first name stands before it elsewhere in the article.
    """
    names = list(names_of(doc))
    firsts: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if _has_first_name(name):
            firsts[name.last].add(straight(name.words[0]))
    found: list[Person] = []
    for name in names:
        title = _office(doc, name)
        if _has_first_name(name):
            found.append(Person(name, straight(name.words[0]), title))
        elif len(name.words) == 1 and (name.title is not None or name.last in firsts):
            known = firsts[name.last]
            found.append(Person(name, next(iter(known)) if len(known) == 1 else "", title))
    return tuple(found)


def _has_first_name(name: al.Name) -> bool:
    """Whether a name begins with what may be a first name and ends with what may be a surname."""
    return len(name.words) > 1 and _may_be_first(name.words[0]) and _may_be_surname(plain(name.last))


@lru_cache(maxsize=8192)
def _may_be_first(word: str) -> bool:
    """Whether a word is listed as a first name, or is neither English nor a place: Volodymyr."""
    kinds = al.gazetteer.name_kinds(plain(word))
    if kinds:
        return _GIVEN in kinds
    return not word.isupper() and not al.lexicon.is_word(plain(word))


@lru_cache(maxsize=8192)
def _may_be_surname(lower: str) -> bool:
    return _SURNAME in al.gazetteer.name_kinds(lower) or not al.lexicon.is_common(lower)


def _office(doc: al.Document, name: al.Name) -> str:
    """The last word of the title of a person, or "" where it says nothing of an office."""
    if name.title is None:
        return ""
    last = doc.slice(name.title).split()[-1]
    return "" if last.lower() in al.words.titles.COURTESY_TITLES else last
