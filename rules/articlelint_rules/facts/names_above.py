"""Names of headlines, standfirsts and captions that the text spells otherwise, or does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.distance import one_slip
from articlelint_rules.spelling.name_spellings import NameSpelling, name_spellings
from articlelint_rules.spelling.name_variants import ENOUGH, context_score, names_match
from articlelint_rules.spelling.phonetic import SHORTEST, bare, phonetic_form
from articlelint_rules.spelling.similarity import similarity

_SIMILAR = 0.3
"""
How similar two names are, see ``similarity``, to be one name in a headline and in the text.

It is less than ``ENOUGH``, because the two places are about the same people.
"""
_PLACES = frozenset(
    {al.gazetteer.NameKind.COUNTRY, al.gazetteer.NameKind.PEOPLE, al.gazetteer.NameKind.PLACE}
)
_TEXT = al.BODY - {al.BlockKind.STANDFIRST}
_BEFORE_CREDIT = re.compile(
    r"(?:©|/|\b(?:by|byline|credits?|courtesy(?: of)?|via|from|photo(?:graph(?:er)?)?s?|pictures?|images?"
    r"|illustrations?)\b)[: ]*$",
    re.IGNORECASE,
)
_AFTER_CREDIT = re.compile(
    rf"\s?[/|]|[,(\s]+(?:for |via )?(?:{'|'.join(al.words.agencies.AGENCIES)}|Getty|EPA)\b"
)
_CREDIT_REACH = 20
_SAME_START = 3
"""With how many letters the same, a first name may be a short form of another: Rob and Robert."""


class Slip(NamedTuple):
    """A word of a name above the text, and the word of the text that is probably meant."""

    word: str
    span: al.Span
    meant: str
    place: al.Span
    """Where the text has it first."""


class _Known(NamedTuple):
    """A word of the name of a person in the text, and the words beside it, their letters alone."""

    word: str
    span: al.Span
    before: frozenset[str]
    after: frozenset[str]


def slips(doc: al.Document, kinds: AbstractSet[al.BlockKind]) -> Iterator[Slip]:
    """Yield the words of names in blocks of these kinds that are nearly those of people in the text."""
    candidates = [
        (name, at)
        for name in _names_in(doc, kinds)
        for at, word in enumerate(name.words)
        if _may_be_slip(bare(word))
    ]
    if not candidates:
        return
    by_key: dict[str, list[_Known]] = {}
    for known in _known(doc):
        for key in phonetic_form(known.word).lookup_keys:
            by_key.setdefault(key, []).append(known)
    found: list[Slip] = []
    for name, at in candidates:
        near = _nearest(name, at, by_key)
        if near is not None:
            found.append(Slip(name.words[at], name.word_spans[at], near.word, near.span))
    if not found:
        return
    words, spellings = _words_of_text(doc), name_spellings(doc)
    for slip in found:
        if bare(slip.word) not in words and not _is_reported(spellings, slip.word, slip.meant):
            yield slip


def strangers(doc: al.Document, kinds: AbstractSet[al.BlockKind]) -> Iterator[al.Person]:
    """Yield the people with a full name in blocks of these kinds of whose names the text has no word."""
    above = [p for p in _people_above(doc, kinds) if not any(m.kind in _TEXT for m in p.mentions)]
    words = _words_of_text(doc) if above else set[str]()
    for person in above:
        if words.isdisjoint(bare(word) for word in person.first.words if len(word) > 1):
            yield person


class Namesake(NamedTuple):
    """A person in a caption, and the one of the text who has the surname and another first name."""

    shown: al.Person
    told: al.Person


def namesakes(doc: al.Document, kinds: AbstractSet[al.BlockKind]) -> Iterator[Namesake]:
    """
    Yield the people with a full name in blocks of these kinds of whom the text has only the surname.

    The text has it for one person, with another first name, which is no short form of the first. The first
    name of the block stands nowhere in the text.
    """
    above = _people_above(doc, kinds)
    words = _words_of_text(doc) if above else set[str]()
    for person in above:
        told = [
            other
            for other in doc.people
            if other.surname == person.surname and any(m.kind in _TEXT and m.is_full for m in other.mentions)
        ]
        given = bare(person.first.words[0])
        if len(told) == 1 and given not in words and _is_another(given, told[0]):
            yield Namesake(person, told[0])


def _people_above(doc: al.Document, kinds: AbstractSet[al.BlockKind]) -> list[al.Person]:
    """Return the people whom a full name in blocks of these kinds introduces, without photographers."""
    if not doc.blocks_of(*kinds) or not doc.blocks_of(*_TEXT):
        return []
    return [
        person
        for person in doc.people
        if person.first.kind in kinds and person.first.is_full and not _is_credit(doc, person.first.span)
    ]


def _is_another(given: str, person: al.Person) -> bool:
    """Whether a first name is none of those of a person, and neither an initial nor a short form of one."""
    others = [bare(word) for mention in person.mentions for word in mention.words[:-1]]
    return len(given) > 1 and not any(given[:_SAME_START] == other[:_SAME_START] for other in others if other)


def _names_in(doc: al.Document, kinds: AbstractSet[al.BlockKind]) -> list[al.Name]:
    """Return the names in blocks of these kinds, without those of photographers."""
    spans = [block.span for block in doc.blocks if block.kind in kinds]
    names = [name for name in doc.names if any(span.contains(name.span) for span in spans)] if spans else []
    return [name for name in names if not _is_credit(doc, name.span)]


def _is_credit(doc: al.Document, span: al.Span) -> bool:
    """Whether a name is that of who took or owns a picture: "Photo: Jane Doe", not "Photo: Jane Doe wins"."""
    if _AFTER_CREDIT.match(doc.text, span.end) is not None:
        return True
    before = doc.text[max(span.start - _CREDIT_REACH, 0) : span.start]
    following = doc.text[span.end : span.end + 2]
    goes_on = following[:1] == " " and following[1:].islower()
    return _BEFORE_CREDIT.search(before) is not None and not goes_on


def _words_of_text(doc: al.Document) -> set[str]:
    """Return the words of the text, their letters alone, without possessive endings."""
    return {
        bare(part)
        for sentence in doc.sentences
        if doc.blocks[sentence.block].kind in _TEXT
        for word in doc.lowered[sentence.tokens.start : sentence.tokens.stop]
        for part in (word, word.replace("’", "'").removesuffix("'s"), *word.split("-"))
    }


def _known(doc: al.Document) -> Iterator[_Known]:
    """Yield the words of the names of the people in the text, each at its first place there."""
    seen: set[str] = set()
    for person in doc.people:
        for mention in person.mentions:
            if mention.kind not in _TEXT or not mention.is_full:
                continue
            letters = [bare(word) for word in mention.words]
            for at, word in enumerate(mention.words):
                if word not in seen and len(letters[at]) >= SHORTEST:
                    seen.add(word)
                    yield _Known(word, mention.span, frozenset(letters[:at]), frozenset(letters[at + 1 :]))


def _may_be_slip(word: str) -> bool:
    """Whether a word may be a name that was mistyped: a long one, and no everyday word, place or people."""
    if len(word) < SHORTEST or al.lexicon.is_common(word):
        return False
    kinds = al.gazetteer.name_kinds(word)
    return kinds.isdisjoint(_PLACES) or al.gazetteer.NameKind.SURNAME in kinds


def _nearest(name: al.Name, at: int, by_key: dict[str, list[_Known]]) -> _Known | None:
    """Return the word of the text that the word of a name at an index is nearest to; None if none is near."""
    word = name.words[at]
    before = {bare(other) for other in name.words[:at]}
    after = {bare(other) for other in name.words[at + 1 :]}
    near: list[tuple[float, str, _Known]] = []
    for known in {known for key in phonetic_form(word).lookup_keys for known in by_key.get(key, ())}:
        beside = (not before or not known.before or names_match(before, known.before)) and (
            not after or not known.after or names_match(after, known.after)
        )
        if beside and _is_near(word, known.word):
            near.append((similarity(word, known.word), known.word, known))
    return max(near)[2] if near else None


def _is_near(word: str, other: str) -> bool:
    """Whether a word may be a slip for another name: by its sound, or by one letter that is no plural s."""
    if similarity(word, other) >= _SIMILAR:
        return True
    plural = bare(word) == bare(other) + "s" or bare(other) == bare(word) + "s"
    return one_slip(word, other) and not plural


def _is_reported(spellings: dict[str, NameSpelling], word: str, other: str) -> bool:
    """Whether mixed-spelling takes two words for one name."""
    one, two = spellings.get(word.replace("’", "'")), spellings.get(other.replace("’", "'"))
    if one is None or two is None:
        return False
    score = similarity(word, other)
    return score + context_score(one, two, score) >= ENOUGH
