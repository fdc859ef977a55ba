"""Overlooked verbs: finite verbs that the tagger takes for nouns or participles, told by form and place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.fragments import verb_forms as forms

CLOSE, LIKELY, NEAR, FAR = 8, 12, 25, 45
"""Margins of the tagger below which a form is believed to be no verb, by how well it fits."""

_QUOTES = frozenset("\"“”‘’'")
_OBJECT = frozenset({"DET", "PRON", "NUM"})
_COMPLEMENT = _OBJECT | {"ADP", "ADV", "ADJ", "NOUN", "PROPN", "SCONJ", "PART", "SYM"}
_HEADS = frozenset({"NOUN", "PROPN", "NUM"})
_RELATIVES = frozenset("that which who".split())
_QUESTIONS = frozenset("how why where when what which".split())
_FLOATING = frozenset("all both each".split())
_PARTICLES = frozenset("up out off down over away back".split())
_HUMANS = frozenset("people men women children".split())
_QUANTITIES = frozenset("some many most both few several others all".split())
_OBJECTS = frozenset("us them him me her it himself herself itself themselves".split())
_STATES = frozenset(
    """
    get gets got feel feels felt remain remains remained seem seems seemed look looks looked become becomes
    became stay stays stayed keep keeps kept lie lies lay appear appears appeared sound sounds sounded go goes
    went grow grows grew end ends ended have has had be is are was were been
    """.split()
)
"""Verbs that a participle completes: ``a man who felt betrayed``."""
_CONNECTIVES = frozenset(
    {
        ("for", "instance"), ("for", "example"), ("however",), ("of", "course"), ("in", "fact"), ("indeed",),
        ("in", "turn"), ("therefore",), ("too",), ("meanwhile",), ("instead",), ("by", "contrast"),
    }
)  # fmt: skip
"""Between two commas, these stand between a subject and its verb."""
_LONGEST_CONNECTIVE = 2
_EARLY = 3


class _Place(NamedTuple):
    """A word and what stands beside it, quotation marks left out."""

    words: Sequence[str]
    tags: Sequence[al.Tag]
    at: int
    before: int
    after: int
    margin: int

    @property
    def previous(self) -> str:
        return self.words[self.before]

    @property
    def next(self) -> str:
        return self.words[self.after]

    @property
    def closes_subject(self) -> bool:
        """Whether a noun stands before it, or a bracket behind one."""
        return self.tags[self.before].upos in _HEADS or self.previous == ")"

    @property
    def opens_complement(self) -> bool:
        """Whether what follows could belong to a verb; ``of`` and ``and`` follow nouns."""
        return self.tags[self.after].upos in _COMPLEMENT | {"VERB"} and self.next != "of"


@lru_cache(maxsize=2048)
def _cannot_be_verb(word: str) -> bool:
    if word.isalpha():
        return not word.endswith("ed") and not forms.of(word) and al.lexicon.is_word(word)
    return not word[0].isalnum()


def cannot_be_verb(word: str) -> bool:
    """Whether it is a mark, or English has the word, and not as a form of a verb other than in ``-ing``."""
    return _cannot_be_verb(word)


def is_overlooked(words: Sequence[str], tags: Sequence[al.Tag], at: int, margin: int) -> bool:
    """
    Whether a word that is not tagged as a finite verb is one by its form and its place.

    ``margin`` is the tagger's, see ``Document.finite_margin``.
    """
    flags = forms.of(words[at])
    before, after = at - 1, at + 1
    if before > 0 and words[before] in _QUOTES:
        before -= 1
    if after < len(words) - 1 and words[after] in _QUOTES:
        after += 1
    if not flags or before < 0 or after >= len(words):
        return False
    if tags[before] is al.Tag.DET and words[before] not in (_FLOATING if before else _QUANTITIES):
        return False
    place = _Place(words, tags, at, before, after, margin)
    if _follows_connective(words, tags, at):
        return True
    if flags & forms.THIRD_PERSON and _is_third_person(place, flags):
        return True
    if flags & forms.PAST and tags[at] is not al.Tag.NOUN and _is_past(place, flags):
        return True
    return bool(flags & forms.BASE) and _is_base(place, flags)


def _is_third_person(place: _Place, flags: int) -> bool:
    """``The scholar leaves behind a wife``, where ``leaves`` might be a plural."""
    other = flags & forms.MOSTLY
    upos = place.tags[place.before].upos
    if place.tags[place.before].is_finite and other != forms.MOSTLY:
        return place.next in {"to", "a", "an", "the"}  # "the content you generate needs to"
    if upos == "ADV" and place.previous.endswith("ly") and place.opens_complement:
        return True  # "rapidly impacts federal managers"
    if place.next == "as" and upos == "PROPN" and place.tags[place.after + 1] is al.Tag.DET:
        return True  # "Obama stars as the motivator"
    if other == forms.NEVER:
        return (place.closes_subject or upos in {"ADJ", "PRON", "ADV"}) and place.margin > -FAR
    if other == forms.MOSTLY or not (place.opens_complement or _is_paired(place)):
        return False
    if place.tags[place.before] is al.Tag.VERB_ING:  # "this approach to reporting means cleaner water"
        return other == forms.SELDOM and place.tags[place.after].upos in {"NOUN", "ADJ", "DET", "SCONJ"}
    if upos == "ADJ":
        prepositional = place.tags[place.after] is al.Tag.ADP
        return place.margin > -(CLOSE if other == forms.OFTEN or prepositional else LIKELY)
    if not place.closes_subject:
        return False
    if other == forms.SELDOM:
        return place.margin > -NEAR
    named = upos in {"PROPN", "NUM"} and place.tags[place.after].upos in {"ADP", "DET", "PRON"}
    return place.margin > -(NEAR if named else CLOSE)


def _is_paired(place: _Place) -> bool:
    """Whether another such verb is linked to it: ``space shrinks and stretches``."""
    pair = place.words[place.after + 1 : place.after + 2]
    if place.next not in {"and", "or", "but"} or not pair:
        return False
    flags = forms.of(pair[0])
    return bool(flags & forms.THIRD_PERSON) and flags & forms.MOSTLY <= forms.SELDOM


def _is_past(place: _Place, flags: int) -> bool:
    """``The challenge that followed called on citizens``, where ``called`` might be a participle."""
    if place.tags[place.before].upos == "AUX" or place.previous in _STATES or place.next == "by":
        return False
    if flags & forms.ONLY_PAST and flags & forms.MOSTLY <= forms.SELDOM:
        return place.previous != "having" and (place.closes_subject or place.previous in _OBJECTS)
    if not place.opens_complement:
        return False
    if place.margin > -NEAR and _has_result(place.words, place.tags, place.after):
        return True
    if flags & forms.MOSTLY > forms.SELDOM:
        return False
    if place.previous == "to" and not flags & forms.BASE and place.tags[place.before - 1].is_finite:
        return True  # "the agencies we spoke to encountered"
    after = place.tags[place.after].upos
    if place.tags[place.before] is al.Tag.VERB_INFINITIVE and after in {"DET", "PRON"}:
        return place.previous != "get"  # "the wish to win sparked a debate"
    if _follows_bracket(place.words, place.tags, place.before) and after in _OBJECT | {"NOUN", "PROPN"}:
        return True  # "the council (of 12) recently awarded a prize"
    if not _RELATIVES.intersection(place.words[: place.before]):
        return False
    if place.tags[place.before].is_finite:
        return True  # "that followed called on"
    particle = place.previous in _PARTICLES and place.tags[place.before - 1].is_verb
    # "that recently wrapped up made use of it"
    return particle and after in {"DET", "NOUN", "PRON", "ADP"}


def _follows_bracket(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether only adverbs stand between a closing bracket and the word behind an index."""
    adverbs = at
    while adverbs > 0 and tags[adverbs] is al.Tag.ADV:
        adverbs -= 1
    return adverbs < at and words[adverbs] == ")"


def _has_result(words: Sequence[str], tags: Sequence[al.Tag], start: int) -> bool:
    """Whether ``, giving them a lead`` follows a relative clause: so there is a main clause as well."""
    return not _RELATIVES.isdisjoint(words[:start]) and any(
        words[at - 1] == "," and tags[at] is al.Tag.VERB_ING and tags[at + 1].upos in {"DET", "PRON"}
        for at in range(start + 1, len(words) - 1)
    )


def _is_base(place: _Place, flags: int) -> bool:
    """``The two towns benefit from it``, where ``benefit`` might be a noun."""
    words, tags = place.words, place.tags
    other = flags & forms.MOSTLY
    plural = _is_plural(place.previous) and tags[place.before].upos in {"NOUN", "PROPN", "ADV"}
    if plural and place.before > 0 and words[place.before - 1] in _QUESTIONS:
        return place.next not in {",", "."} or other <= forms.SELDOM  # "how people process information"
    if place.previous in _FLOATING and place.before > 0 and tags[place.before - 1].upos in _HEADS:
        return other <= forms.OFTEN  # "broth or stock all work"
    if tags[place.after] is al.Tag.VERB_ING and place.previous in _HUMANS:
        return other <= forms.SELDOM  # "people like having"
    after = tags[place.after].upos
    if place.previous in _HUMANS and after in {"ADV", "ADJ"} and place.before < _EARLY:
        return True  # "children fare worse"
    if place.before == 0 and place.previous in _QUANTITIES and after in _OBJECT | {"ADP"}:
        return other <= forms.SELDOM  # "some know of him"
    if other > forms.OFTEN or place.margin <= -NEAR or not place.closes_subject:
        return False
    means = place.next == "by" and tags[place.after + 1 : place.after + 2] == (al.Tag.VERB_ING,)
    if means and _is_plural(_first_noun(words, tags)):
        return True  # "generators like this work by combining files"
    if plural and tags[place.before] is al.Tag.PROPN and after in _OBJECT | {"ADP"} and place.next != "of":
        return True  # "Air Chathams fly 5 days a week", "the Romanians work for them"
    if _is_plural(_first_noun(words, tags)) and not plural:
        return (
            tags[place.after].upos in {"ADP", "ADJ", "DET"} and place.next != "of"
        )  # "changes in it lead to"
    pair = place.before > 1 and words[place.before - 1] == "and" and other <= forms.SELDOM
    joined = pair or (words[0] == "both" and "and" in words[: place.before])
    return joined and after in {"ADP", "ADV"} and place.next != "of"


def _is_plural(noun: str) -> bool:
    return noun in _HUMANS or (noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s")))


def _first_noun(words: Sequence[str], tags: Sequence[al.Tag]) -> str:
    """The noun that the first noun phrase ends with; empty if there is none."""
    for at in range(len(words) - 1):
        if tags[at].upos in {"NOUN", "PROPN"} and tags[at + 1].upos not in {"NOUN", "PROPN"}:
            return words[at]
    return ""


def _follows_connective(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether ``, for instance,`` and perhaps an adverb stand before a word."""
    start = at
    while start > 0 and tags[start - 1] is al.Tag.ADV and words[start - 1].endswith("ly"):
        start -= 1
    if start < _LONGEST_CONNECTIVE or words[start - 1] != ",":
        return False
    return any(
        start - 2 - length > 0
        and words[start - 2 - length] == ","
        and tuple(words[start - 1 - length : start - 1]) in _CONNECTIVES
        for length in range(1, _LONGEST_CONNECTIVE + 1)
    )
