"""The spellings of an article's names: each word of a name, with its places and the names beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.phonetic import SHORTEST, PhoneticForm, bare, phonetic_form, plain

_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]")
_HUMP = re.compile(r"[a-z][A-Z]")
"""McCain has one; words that were run together by a program have more."""
_SUFFIX = re.compile(r"(?<=\w{4})-(?:[a-z]{2,4}|[A-Z]?\d+[A-Z]?)$")
_GLOSS = re.compile(
    r"(?:\b(?:known as|also called|also|formerly|spelled|spelt|written|romani[sz]ed as|transliterated as)"
    r"|[,(] ?now|\([A-Z][a-z]+: [^()]*)[\s,“\"‘']*$"
)
"""What introduces another form of a name: "also known as Esfahan", "(Arabic: ... Zahā Ḥadīd)"."""
_BRACKET = re.compile(r"[A-Z][\w’'-]+ \($")
_GLOSS_REACH = 60
"""How many characters before a name are searched for it."""
_KIN = re.compile(
    r"\b(?:husband|wife|widow(?:er)?|spouse|(?:step|half-|grand)?(?:son|daughter|father|mother|brother|sister)s?"
    r"|(?:grand)?(?:parent|child(?:ren)?)s?|twins?|siblings?|uncle|aunt|nephew|niece|cousin)s?,? $"
)
"""What introduces a member of a family, who probably has the same surname."""
_ITEM_BEFORE = re.compile(r"[A-Z][\w'’-]+(?: \d+)?[,;] $")
_ITEM_AFTER = re.compile(r"(?: \d+)?[,;] (?:[A-Z]+ )?[A-Z][\w'’-]+[,;. ]")
_GIVEN = al.gazetteer.NameKind.GIVEN
_NATIONS = {al.gazetteer.NameKind.COUNTRY, al.gazetteer.NameKind.PEOPLE}
_PLACES = _NATIONS | {al.gazetteer.NameKind.PLACE}
_CALENDAR = frozenset((*al.words.calendar.DAYS, *al.words.calendar.MONTHS))


class Mention(NamedTuple):
    """One place of a word in a name of the article."""

    name: al.Name
    position: int
    """Which word of the name it is."""
    span: al.Span


@dataclass(eq=False)
class NameSpelling:
    """One spelling of a word of the article's names; its context is computed when it is asked for."""

    text: str
    """The spelling as it is written first."""
    form: PhoneticForm
    doc: al.Document
    mentions: list[Mention] = field(default_factory=list[Mention])

    @property
    def places(self) -> list[al.Span]:
        """Its places, in reading order."""
        return [mention.span for mention in self.mentions]

    @cached_property
    def before(self) -> set[str]:
        """The words before it in the same names, their letters alone."""
        return {bare(name.words[i - 1]) for name, i, _ in self.mentions if i > 0}

    @cached_property
    def after(self) -> set[str]:
        """The words after it in the same names, their letters alone."""
        return {bare(name.words[i + 1]) for name, i, _ in self.mentions if i + 1 < len(name.words)}

    @cached_property
    def is_kin(self) -> bool:
        """Whether it is the surname of somebody introduced as a relative: "her husband Jonathan Marsh"."""
        names = [name for name, i, _ in self.mentions if i == len(name.words) - 1]
        starts = [name.span.start for name in names]
        return any(_KIN.search(self.doc.text, max(at - _GLOSS_REACH, 0), at) for at in starts)

    @cached_property
    def is_person(self) -> bool:
        """Whether it names a person somewhere, after a title or another name, or with a first name's look."""
        if self.titles or _GIVEN in al.gazetteer.name_kinds(self.form.plain):
            return True
        return any(map(is_given_name, self.before))

    @property
    def is_nation(self) -> bool:
        """Whether it names a country or a people."""
        return not al.gazetteer.name_kinds(self.form.plain).isdisjoint(_NATIONS)

    @property
    def is_listed_place(self) -> bool:
        """Whether the lists of places and peoples have it."""
        if self.form.place:
            return True
        known = [word for word in (self.form.plain, self.form.bare) if al.lexicon.name_size(word)]
        return any(not al.gazetteer.name_kinds(word).isdisjoint(_PLACES) for word in known)

    @cached_property
    def in_list(self) -> bool:
        """Whether it stands alone between two other names in a list: the players of a team."""
        text = self.doc.text
        names = [name.span for name, _, _ in self.mentions if len(name.words) == 1]
        return any(
            _ITEM_AFTER.match(text, span.end) is not None
            and _ITEM_BEFORE.search(text, max(span.start - _GLOSS_REACH, 0), span.start) is not None
            for span in names
        )

    @cached_property
    def titles(self) -> set[str]:
        """The last words of the titles before its names."""
        titles = {mention.name.title for mention in self.mentions}
        return {plain(self.doc.slice(title).split()[-1]) for title in titles if title is not None}

    @cached_property
    def sentences(self) -> set[int]:
        """The offsets of the sentences that it stands in."""
        return {sentence.span.start for span in self.places for sentence in self.doc.sentences_in(span)}

    @property
    def outside_bodies(self) -> NameSpelling | None:
        """
        It with its places that are no part of the name of a body, or None if there are none.

        The Bombay Stock Exchange and the University of Madras keep their names, whatever the city is called.
        """
        mentions = [mention for mention in self.mentions if not self._is_in_body(mention)]
        return NameSpelling(self.text, self.form, self.doc, mentions) if mentions else None

    def _is_in_body(self, mention: Mention) -> bool:
        """Whether the word is part of a longer name, which the reader says is that of a group."""
        doc = self.doc
        if len(mention.name.words) == 1 and not doc.text.endswith(" of ", 0, mention.span.start):
            return False
        (sentence, *_) = doc.sentences_in(mention.span)
        token = bisect_right(doc.tokens.starts, mention.span.start) - 1
        return doc.read(sentence).word_of(token).entity is al.EntityKind.GROUP

    @property
    def first(self) -> int:
        """The offset of its first place."""
        return self.mentions[0].span.start

    @property
    def role(self) -> str:
        """What it is used as in all its places: a "given" name, a "surname", or "" for neither."""
        if bool(self.before) == bool(self.after):
            return "surname" if self.in_list and not self.before else ""
        return "surname" if self.before else "given"

    @property
    def introduced(self) -> bool:
        """Whether it has a given name or a title before it somewhere, as people do at their first mention."""
        return bool(self.before or self.titles)


def is_given_name(lower: str) -> bool:
    """Whether a word before a name may be a person's given name: it is on the list, or no common word."""
    return _GIVEN in al.gazetteer.name_kinds(lower) or not al.lexicon.is_common(lower)


def name_spellings(doc: al.Document) -> dict[str, NameSpelling]:
    """Return the spellings of the words of an article's names by their text, in reading order."""
    found: dict[str, NameSpelling] = {}
    distinct = {word for name in doc.names for word in name.words}
    by_letters = Counter(bare(word) for word in distinct)
    for name in doc.names:
        if _is_gloss(doc.text, name.span):
            continue
        for i, word in enumerate(name.words):
            if not _may_be_name(word):
                continue
            whole = _without_suffix(word, name.word_spans[i], by_letters)
            for text, span in (whole, *_halves(*whole)):
                key = text.replace("’", "'")
                if key not in found:
                    found[key] = NameSpelling(text, phonetic_form(text), doc)
                found[key].mentions.append(Mention(name, i, span))
    return found


@lru_cache(maxsize=2048)
def _may_be_name(word: str) -> bool:
    """Whether a word has a capital, names no day or month, and was not run together by a program."""
    if len(_HUMP.findall(word)) > 1 or _CAPITAL.search(word) is None:
        return False
    return not _CALENDAR.issuperset(part for part in word.split("-") if not part.islower())


def _is_gloss(text: str, span: al.Span) -> bool:
    """Whether a name is introduced as another form of one: "also called", or alone in brackets after it."""
    start = max(span.start - _GLOSS_REACH, 0)
    if text[span.end : span.end + 1] == ")" and _BRACKET.search(text, start, span.start):
        return True
    return _GLOSS.search(text, start, span.start) is not None


def _halves(word: str, span: al.Span) -> Iterator[tuple[str, al.Span]]:
    """Yield the two names that a hyphen joins, with their spans, as in Rowland-Schweiker."""
    first, hyphen, second = word.partition("-")
    if hyphen and min(len(first), len(second)) >= SHORTEST and first.istitle() and second.istitle():
        yield first, al.Span(span.start, span.start + len(first))
        yield second, al.Span(span.end - len(second), span.end)


def _without_suffix(word: str, span: al.Span, by_letters: Counter[str]) -> tuple[str, al.Span]:
    """
    Return a word and its span without a suffix after a hyphen: Yuki-san, Mito-shi, Pantsir-S1.

    The suffix stays where the article also writes the two as one word, because then the name is spelled in
    two ways. ``by_letters`` counts the distinct words with the same letters.
    """
    suffix = _SUFFIX.search(word)
    if suffix is None or by_letters[bare(word)] > 1:
        return word, span
    return word[: suffix.start()], al.Span(span.start, span.start + suffix.start())
