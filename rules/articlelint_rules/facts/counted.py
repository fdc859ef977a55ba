"""What a number counts and what happened to it: "four people were killed" is four, people, kill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.compounds import stem

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_DYING = frozenset("dead death deaths die died dies dying kill killed killing kills".split())
"""Words for one event, which headlines use for each other."""
_NO_EVENTS = al.words.auxiliaries.AUXILIARIES | {"had", "has", "have"}
_ENDING = re.compile(r"(?:ing|ed|e?s|e)\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ANYBODY = frozenset({"", "people", "persons", "person"})
_PARTIAL = frozenset("another other others more further additional extra also remaining rest".split())
"""Words near a number that show that it may be that of a part of the whole."""
_INCLUDED = frozenset({"among", "including"})
"""Words before a number that is that of a part; behind it, they name the part: 30 people, including a boy."""
_NEAR = 3
_OTHER_TIMES = frozenset({"earlier", "initially", "last", "later", "previously", "since"})
"""Words of a sentence that show that it may be about another time."""


class Event(NamedTuple):
    """A number of people or things that something happened to."""

    value: Fraction
    noun: str
    """The stem of what is counted; "" where a headline leaves it out or it is people."""
    verb: str
    """The stem of the verb or adjective, or of the noun in "deaths of three"; "" if there is none."""
    phrase: str
    """The words between the number and the noun, and the noun; "" if there are none between."""
    span: al.Span
    """From the number to the noun and the verb, where they follow."""
    partial: bool
    """Whether the number may be that of a part, of another time, or inexact."""

    def matches(self, other: Event) -> bool:
        """Whether both are about the same thing and the same event."""
        if self.phrase and self.phrase == other.phrase:
            return True
        same_noun = self.noun == other.noun or not (self.noun and other.noun)
        return bool(self.verb) and self.verb == other.verb and same_noun


def events_in(doc: al.Document, quantities: Iterable[al.Quantity]) -> Iterator[Event]:
    """Yield the events of those quantities that are counts of whole things; their sentences are read."""
    for quantity in quantities:
        event = _event(doc, quantity)
        if event is not None:
            yield event


def _event(doc: al.Document, quantity: al.Quantity) -> Event | None:
    """Return the event that a number belongs to; None if there is none."""
    if quantity.kind is not al.QuantityKind.COUNT or quantity.is_range or quantity.value.denominator != 1:
        return None
    sentence = doc.sentence_of(quantity.tokens.start)
    last = quantity.tokens.stop - 1
    if last not in sentence.tokens or doc.text[quantity.span.end : quantity.span.end + 1] == "-":
        return None
    reading = doc.read(sentence)
    words = reading.words
    number = reading.index_of(last)
    node = _counted(words, number)
    noun = words[node].text.lower() if node != number else ""
    predicate = node if words[node].tag.is_verb or noun in _DYING else _predicate(words, node)
    phrase = " ".join(word.text.lower() for word in words[number + 1 : node + 1]) if node > number + 1 else ""
    verb = words[predicate].text.lower() if predicate is not None else ""
    if verb in _NO_EVENTS or not (verb or phrase):
        return None
    ends = [doc.tokens.ends[words[at].token] for at in (node, predicate) if at is not None]
    return Event(
        quantity.value,
        "" if predicate == node or noun in _ANYBODY else stem(noun),
        "die" if verb in _DYING else _stem(verb),
        phrase,
        al.Span(quantity.span.start, max(quantity.span.end, *ends)),
        quantity.approximate or _is_partial(doc, sentence, quantity),
    )


def _counted(words: Sequence[al.Word], number: int) -> int:
    """Return the index of the noun that a number counts; that of the number where it stands alone."""
    noun = words[number].head
    if words[number].relation != "nummod" or noun < number:
        return number
    # The noun is the last word of the phrase, even if the reader takes one behind it: six zeros off the lira.
    for at in range(number + 1, noun):
        if words[at].tag is al.Tag.NOUN and words[at + 1].tag is al.Tag.ADP:
            return at
    return noun


def _predicate(words: Sequence[al.Word], node: int) -> int | None:
    """Return the index of the word that a noun or number depends on, or of the participle that follows it."""
    word = words[node]
    if word.relation in _SUBJECTS:
        return word.head
    if word.relation == "pobj" and word.tag is not al.Tag.NUM and word.head > 0:
        before = word.head - 1
        if words[before].tag is al.Tag.NOUN:
            return before  # the deaths of three people
    for at in range(node + 1, len(words)):
        if words[at].head == node and words[at].relation in {"acl", "amod"}:
            return at
    # "Two dead": in headlines, the two have no relation to each other.
    follows = node + 1 < len(words) and word.tag is al.Tag.NUM
    return node + 1 if follows and words[node + 1].tag.upos in {"VERB", "ADJ"} else None


def _stem(verb: str) -> str:
    """Return the stem of a verb, the same for all its forms: "stab" for stabs, stabbed and stabbing."""
    verb = al.words.irregular_verbs.BASES.get(verb, verb)
    found = _ENDING.sub("", verb) or verb
    return found[:-1] if found[-1:] == found[-2:-1] else found


def _is_partial(doc: al.Document, sentence: al.Sentence, quantity: al.Quantity) -> bool:
    """Whether a number may be that of a part of the whole or of another time: another three, in 2015."""
    tokens, lowered = sentence.tokens, doc.lowered
    first, stop = max(quantity.tokens.start - _NEAR, tokens.start), quantity.tokens.stop
    if any(word in _PARTIAL for word in lowered[first : min(stop + _NEAR, tokens.stop)]):
        return True
    if any(word in _INCLUDED for word in lowered[first : quantity.tokens.start]):
        return True
    if stop < tokens.stop and lowered[stop] == "of":
        return True
    words = lowered[tokens.start : tokens.stop]
    if not _OTHER_TIMES.isdisjoint(words):
        return True
    return any(before == "in" and _YEAR.fullmatch(word) for before, word in pairwise(words))
