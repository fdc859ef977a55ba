"""The spellings of an article's names: each word of a name, with its places and the names beside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.phonetic import PhoneticForm, bare, phonetic_form, plain

_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]")
_HUMP = re.compile(r"[a-z][A-Z]")
"""McCain has one; words that were run together by a program have more."""
_SUFFIX = re.compile(r"(?<=\w{4})-(?:[a-z]{2,4}|[A-Z]?\d+[A-Z]?)$")
_GLOSS = re.compile(
    r"(?:\b(?:known as|also called|also|formerly|spelled|spelt|written|romani[sz]ed as|transliterated as)"
    r"|\([A-Z][a-z]+: [^()]*)[\s,“\"‘']*$"
)
"""What introduces another form of a name: "also known as Esfahan", "(Arabic: ... Zahā Ḥadīd)"."""
_GLOSS_REACH = 60
"""How many characters before a name are searched for it."""
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
    def titles(self) -> set[str]:
        """The last words of the titles before its names."""
        titles = {mention.name.title for mention in self.mentions}
        return {plain(self.doc.slice(title).split()[-1]) for title in titles if title is not None}

    @cached_property
    def sentences(self) -> set[int]:
        """The offsets of the sentences that it stands in."""
        return {sentence.span.start for span in self.places for sentence in self.doc.sentences_in(span)}

    @property
    def first(self) -> int:
        """The offset of its first place."""
        return self.mentions[0].span.start

    @property
    def role(self) -> str:
        """What it is used as in all its places: a "given" name, a "surname", or "" for neither."""
        if bool(self.before) == bool(self.after):
            return ""
        return "surname" if self.before else "given"

    @property
    def introduced(self) -> bool:
        """Whether it has a given name or a title before it somewhere, as people do at their first mention."""
        return bool(self.before or self.titles)


def name_spellings(doc: al.Document) -> dict[str, NameSpelling]:
    """Return the spellings of the words of an article's names by their text, in reading order."""
    found: dict[str, NameSpelling] = {}
    distinct = {word for name in doc.names for word in name.words}
    by_letters = Counter(bare(word) for word in distinct)
    for name in doc.names:
        if _is_gloss(doc.text, name.span.start):
            continue
        for i, word in enumerate(name.words):
            if not _may_be_name(word):
                continue
            text, span = _without_suffix(word, name.word_spans[i], by_letters)
            key = text.replace("’", "'")
            if key not in found:
                found[key] = NameSpelling(text, phonetic_form(text), doc)
            found[key].mentions.append(Mention(name, i, span))
    return found


@lru_cache(maxsize=2048)
def _may_be_name(word: str) -> bool:
    """Whether a word has a capital, is no day or month, and was not run together by a program."""
    return len(_HUMP.findall(word)) <= 1 and _CAPITAL.search(word) is not None and word not in _CALENDAR


def _is_gloss(text: str, start: int) -> bool:
    """Whether the words before a name introduce it as another form of a name."""
    return _GLOSS.search(text, max(start - _GLOSS_REACH, 0), start) is not None


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
