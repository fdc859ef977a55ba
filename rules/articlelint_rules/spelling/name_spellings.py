"""The forms of an article's names: each spelling with every place it stands and the company it keeps."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

import articlelint as al
from articlelint_rules.spelling.heard import heard_word
from articlelint_rules.spelling.phonetic import bare, plain

_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]")
_HUMP = re.compile(r"[a-z][A-Z]")
"""McCain has one; words run together by a machine have more."""
_SUFFIX = re.compile(r"(?<=\w{4})-(?:[a-z]{2,4}|[A-Z]?\d+[A-Z]?)$")
_GLOSS = re.compile(
    r"(?:\b(?:known as|also called|also|formerly|spelled|spelt|written|romani[sz]ed as|transliterated as)"
    r"|\([A-Z][a-z]+: [^()]*)[\s,“\"‘']*$"
)
"""What leads in a name's other form on purpose: "also known as Esfahan", "(Arabic: ... Zahā Ḥadīd)"."""
GLOSS_REACH = 60
_GLOSS_ENDS = ("as", "called", "also", "formerly", "spelled", "spelt", "written", *",“\"‘'")
"""What ends the text before a name wherever ``_GLOSS`` matches there, unless a bracket is open."""
_CALENDAR = frozenset((*al.words.calendar.DAYS, *al.words.calendar.MONTHS))


Words: TypeAlias = "set[str] | frozenset[str]"


class Form:
    """
    One spelling of a word of names, as first written.

    ``before`` and ``after`` are its neighbours in the same name, in plain letters; ``titles`` the last word
    of the titles before it. Most forms have none of them and are compared with nothing.
    """

    __slots__ = ("_sentence_starts", "after", "before", "heard", "places", "text", "titles")

    def __init__(self, text: str, sentence_starts: Sequence[int]) -> None:
        self.text = text
        self.heard = heard_word(text)
        self._sentence_starts = sentence_starts
        self.places: list[al.Span] = []
        self.before: Words = frozenset()
        self.after: Words = frozenset()
        self.titles: Words = frozenset()

    @property
    def first(self) -> int:
        """Where it first stands."""
        return self.places[0].start

    @property
    def sentences(self) -> set[int]:
        """The sentences it stands in, by number."""
        return {bisect_right(self._sentence_starts, place.start) for place in self.places}

    @property
    def role(self) -> str:
        """What it is used as, in all its places: a "given" name, a "surname", or "" for neither."""
        if bool(self.before) == bool(self.after):
            return ""
        return "surname" if self.before else "given"

    @property
    def introduced(self) -> bool:
        """Whether it has a given name or a title before it somewhere, as people do at their first mention."""
        return bool(self.before or self.titles)


def name_forms(doc: al.Document) -> dict[str, Form]:
    """The words of the article's names by spelling, whatever the apostrophe, in reading order."""
    forms: dict[str, Form] = {}
    starts = [sentence.span.start for sentence in doc.sentences]
    whole: Counter[str] | None = None
    text = doc.text
    for span, _, words, spans, title, _ in doc.names:
        if _is_gloss(text, span.start):
            continue
        for i, written in enumerate(words):
            if not _may_be_name(written):
                continue
            place = spans[i]
            if "-" in written:
                whole = whole or Counter(map(bare, {word for name in doc.names for word in name.words}))
                written, place = _without_suffix(written, place, whole)  # noqa: PLW2901 - what is the name
            key = written.replace("’", "'")
            form = forms.get(key)
            if form is None:
                form = forms[key] = Form(written, starts)
            form.places.append(place)
            if i:
                form.before = _with(form.before, bare(words[i - 1]))
            if i + 1 < len(words):
                form.after = _with(form.after, bare(words[i + 1]))
            if title is not None:
                form.titles = _with(form.titles, plain(doc.slice(title).split()[-1]))
    return forms


def _with(words: Words, word: str) -> Words:
    """The words and one more, in a set that grows in place: a first name has thousands in an archive."""
    grown = words if isinstance(words, set) else set(words)
    grown.add(word)
    return grown


def possible_forms(words: Iterable[str]) -> set[str]:
    """The spellings that ``name_forms`` may find where an article's names have no other words than these."""
    return set(chain.from_iterable(map(_spellings, words)))


@lru_cache(maxsize=4096)
def _may_be_name(word: str) -> bool:
    """Whether a word has a capital, is no day or month, and was not run together by a machine."""
    if word.istitle() and word.isalpha():
        return word not in _CALENDAR
    return len(_HUMP.findall(word)) <= 1 and _CAPITAL.search(word) is not None and word not in _CALENDAR


@lru_cache(maxsize=4096)
def _spellings(word: str) -> tuple[str, ...]:
    if not _may_be_name(word):
        return ()
    straight = word.replace("’", "'")
    return (straight, _SUFFIX.sub("", straight)) if "-" in straight else (straight,)


def _is_gloss(text: str, start: int) -> bool:
    """Whether the words before a name lead in another form of it. Few names need the pattern."""
    reach = max(start - GLOSS_REACH, 0)
    before = text[reach:start].rstrip()
    if not before.endswith(_GLOSS_ENDS) and "(" not in before:
        return False
    return _GLOSS.search(text, reach, start) is not None


def _without_suffix(text: str, span: al.Span, whole: Counter[str]) -> tuple[str, al.Span]:
    """
    A name without what is hung on it: Yuki-san, Mito-shi, Pantsir-S1.

    Not where the article also writes the two as one word, for then that is what is spelled two ways.
    """
    found = _SUFFIX.search(text)
    if found is None or whole[bare(text)] > 1:
        return text, span
    return text[: found.start()], al.Span(span.start, span.start + found.start())
