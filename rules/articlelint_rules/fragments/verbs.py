"""Verbs: which words of a sentence may be finite verbs, tagged as such or only standing where one would."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import articlelint as al
from articlelint_rules.fragments import verb_forms
from articlelint_rules.fragments.overlooked import cannot_be_verb, is_overlooked

CERTAIN = 20_000
STRONG = 60
FAIR = 15
WEAK = 9
"""
Margins of the tagger that are forgiven to a word that stands where a verb would; CERTAIN is more than any.
"""

RELATIVES = frozenset("which who whom whose".split())

_BREAKS = frozenset(",;:—–(")
_NEVER_BEFORE_VERB = frozenset({"DET", "ADP", "NUM", "ADJ"})
_NEVER_BEFORE_PAST = frozenset({"DET", "ADP", "AUX"})
_NEVER_RESUMES = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PRON", "NUM", "PROPN", "PUNCT"})
_SUBJECT_ENDS = frozenset({"NOUN", "PROPN", "PRON", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_QUANTITIES = frozenset("each all some many most both few several others".split())
"""Words that stand before a noun, or for one: ``Many carried flags``."""
_AFTER_VERB = frozenset({"DET", "PRON", "SCONJ"})
_AFTER_PAST = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "ADV", "PART", "VERB", "X"})
_ANTECEDENTS = frozenset({"who", "that"})
_CLOSED = frozenset({")", "”", '"'})
_ASIDES = frozenset("a an the while though although if when".split())
_POSSESSIVES = frozenset("my your his her its our their whose".split())
_OBJECTS = frozenset("us them him me himself herself itself themselves".split())
_GOVERNORS = frozenset(
    """
    to let lets help helps helped helping make makes made making see saw watch watched have rather better
    """.split()
)
_DEGREES = frozenset("only almost nearly about around roughly then just not more most too very so as".split())
_PLURALS = frozenset("people men women children police staff".split())
_IRREGULAR = frozenset(
    """
    stood held left lost won found felt kept led met paid sat sent sold spent stuck struck swung taught
    thought told understood brought bought built caught fought heard laid made meant sought shot slept
    hung hit put set cut let cost shut beat
    """.split()
)
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")
_REACH = 5
"""How many words before an infinitive its ``to`` or its auxiliary may stand."""


class Doubt(NamedTuple):
    """
    How much a word must look like a finite verb to count as one, as margins of the tagger.

    Below 0, words count that are tagged as something else but might be a verb, so that a slip of the tagger
    does not make a fragment. ``least`` holds up to the first comma, ``later`` behind it, ``opening`` for the
    first word. If ``wary``, less is asked of a word that stands where verbs stand. ``pending`` is how many
    clauses may have been opened and have no verb yet.
    """

    least: int
    later: int
    opening: int
    wary: bool
    pending: int


def is_plural(noun: str) -> bool:
    """Whether a noun looks like a plural."""
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(_SINGULAR_ENDINGS))


class FiniteVerbs(dict[int, bool]):
    """
    For the index of each word of a sentence whether it counts as a finite verb.

    Found out when it is asked: a reading ends where the main verb is found, mostly near the beginning.
    """

    def __init__(
        self, words: Sequence[str], tags: Sequence[al.Tag], margin: Callable[[int], int], doubt: Doubt
    ) -> None:
        super().__init__()
        self._words = words
        self._tags = tags
        self._margin = margin
        self._doubt = doubt
        self._comma = words.index(",") if "," in words else len(words)
        self._resumed = _resumed(words, tags) if doubt.wary and self._comma < len(words) else -1

    def __missing__(self, at: int) -> bool:
        found = self[at] = self._tags[at].is_finite or (
            not cannot_be_verb(self._words[at]) and self._may_be(at)
        )
        return found

    def _may_be(self, at: int) -> bool:
        """Whether a word counts that is not tagged as a finite verb."""
        words, tags, doubt, margin = self._words, self._tags, self._doubt, self._margin(at)
        least = doubt.opening if at == 0 else doubt.least if at < self._comma else doubt.later
        return (
            (at == self._resumed and (margin > -STRONG or _accounts_for(words, at)))
            or _may_be_finite(words, tags, at, margin - least, doubt.wary)
            or (doubt.wary and is_overlooked(words, tags, at, margin))
        )


def _resumed(words: Sequence[str], tags: Sequence[al.Tag]) -> int:
    """Where the main verb of ``The offices, which are old, also cost money`` would stand; else -1."""
    aside = False
    for at in range(1, len(words)):
        if words[at - 1] != ",":
            continue
        if aside:
            while at < len(words) - 1 and tags[at] is al.Tag.ADV:
                at += 1  # noqa: PLW2901 - looks ahead of the loop
            if tags[at].upos not in _NEVER_RESUMES:
                return at
        aside = words[at] in RELATIVES or words[at] in _ASIDES
    return -1


def _accounts_for(words: Sequence[str], at: int) -> bool:
    """Whether a form in ``-s`` has an object or a preposition that few nouns have."""
    third_person = verb_forms.of(words[at]) & verb_forms.THIRD_PERSON
    return bool(third_person) and at + 1 < len(words) and words[at + 1] in {"for", "to", "a", "an", "the"}


def _may_be_finite(words: Sequence[str], tags: Sequence[al.Tag], at: int, margin: int, wary: bool) -> bool:
    """Whether a word that is not tagged as a finite verb may be one all the same, by its neighbours."""
    word, tag = words[at], tags[at]
    if not word[0].isalpha():
        return False
    if at == 0:
        return margin > 0
    previous, before = words[at - 1], tags[at - 1]
    listed = at + 1 < len(tags) and tags[at + 1] is al.Tag.PUNCT and tag is al.Tag.NOUN
    if wary and listed and is_plural(word):
        return False  # "samples, results, and more"
    if previous in _ANTECEDENTS and tag is al.Tag.NOUN and before is not al.Tag.DET:
        return True  # "anyone who partners with you"
    past = tag is al.Tag.VERB_PARTICIPLE
    if past and wary and _follows_relative(words, tags, at):
        return True  # "one challenge that recently followed"
    allowance = _suspicion(words, tags, at) if wary else 0
    if allowance >= STRONG:
        return margin > -allowance
    if before.upos in (_NEVER_BEFORE_PAST if wary and past else _NEVER_BEFORE_VERB):
        return False
    if previous == "to" or previous.endswith("'s") or (previous in _POSSESSIVES and not past):
        return False
    return margin > -allowance


def _suspicion(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> int:
    """How much a word stands where a verb would: between a noun and an object, after a plural noun."""
    word, tag = words[at], tags[at]
    if word.endswith("ing"):
        return 0
    if tag in {al.Tag.VERB_INFINITIVE, al.Tag.AUX_INFINITIVE}:
        return 0 if _is_governed(words, tags, at) else STRONG
    if at + 1 == len(tags) or words[at - 1] in _POSSESSIVES:
        return 0
    interposed = words[at - 1] not in _DEGREES and _is_interposed(tags, at)
    if words[at + 1] in _OBJECTS and tag in {al.Tag.NOUN, al.Tag.VERB_PARTICIPLE}:
        return CERTAIN
    if tag is al.Tag.NOUN and interposed:
        return CERTAIN
    if _floats(words, tags, at):
        return STRONG
    if tag is al.Tag.NOUN and words[at + 1] == "you":
        return STRONG
    if (word.endswith("ed") or (word in _IRREGULAR and tag.is_verb)) and words[at + 1] != "by":
        return _suspicion_past(words, tags, at, interposed)
    if is_plural(word):
        return _suspicion_third_person(words, tags, at)
    after_plural = tags[at - 1] is al.Tag.NOUN and is_plural(words[at - 1])
    if (after_plural or words[at - 1] in _OBJECTS) and tag.upos in {"NOUN", "ADJ", "ADV"}:
        return STRONG
    if tag is al.Tag.ADV or not _ends_subject(words, tags, at):
        return 0
    after = _follower(words, tags, at)
    return STRONG if after in _AFTER_VERB else WEAK if after == "ADV" else 0


def _suspicion_past(words: Sequence[str], tags: Sequence[al.Tag], at: int, interposed: bool) -> int:
    """The same for a form in ``-ed``, which may also be a participle: ``the team updated their plan``."""
    after = _follower(words, tags, at)
    if interposed:
        return FAIR if after == "ADP" else STRONG
    if words[at - 1] in _QUANTITIES and after not in {"ADP", "PART"}:
        return STRONG
    if tags[at - 1] in {al.Tag.ADJ, al.Tag.VERB_PARTICIPLE} and (after in _AFTER_VERB or after == "PROPN"):
        return STRONG
    if tags[at - 1] is al.Tag.VERB_PARTICIPLE and _follows_relative(words, tags, at - 1):
        return STRONG  # "one challenge that followed called on citizens"
    if after == "ADP" and words[at] in _IRREGULAR:
        return 0
    if not _ends_subject(words, tags, at):
        return WEAK if tags[at - 1] is al.Tag.NUM else 0
    if after in _AFTER_VERB or (after in _AFTER_PAST and tags[at - 1] is not al.Tag.ADV):
        return STRONG
    return WEAK if after == "ADP" else 0


def _suspicion_third_person(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> int:
    """The same for a form in ``-s``, which may also be a plural: ``the square contains two mosques``."""
    after = _follower(words, tags, at)
    subject = _ends_subject(words, tags, at)
    if after in _AFTER_VERB:
        return STRONG if subject or tags[at - 1].upos in {"ADJ", "NUM"} else 0
    if not subject:
        return 0
    if after in {"ADV", "VERB"} or (after == "ADJ" and tags[at + 2 : at + 3] == (al.Tag.NOUN,)):
        return STRONG
    if after in {"NOUN", "PROPN"} and tags[at - 1].upos in {"NOUN", "PROPN"}:
        return FAIR
    return WEAK if after == "ADP" or words[at + 1] == "to" else 0


def _floats(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether ``all``, ``both`` or ``each`` belongs to a subject before it: ``the men all left``."""
    floating = at > 1 and words[at - 1] in {"all", "both", "each"}
    return (
        floating and tags[at - 2].upos in {"NOUN", "PROPN", "PRON", "PUNCT"} and tags[at] is not al.Tag.NOUN
    )


def _follows_relative(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether only adverbs stand between a relative pronoun and a word."""
    while at > 1 and tags[at - 1] is al.Tag.ADV and words[at - 1] not in RELATIVES:
        at -= 1
    return words[at - 1] in RELATIVES or (words[at - 1] == "that" and tags[at - 1] is al.Tag.PRON)


def _follower(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> str:
    """The part of speech of the next word; none for a relative pronoun, which follows nouns."""
    after, tag = words[at + 1], tags[at + 1]
    relative = after in RELATIVES or (after == "that" and tag is not al.Tag.SCONJ)
    return "" if relative else tag.upos


def _ends_subject(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether a subject could end before a word."""
    return tags[at - 1].upos in _SUBJECT_ENDS or words[at - 1] in _CLOSED


def _is_interposed(tags: Sequence[al.Tag], at: int) -> bool:
    """Whether only adverbs stand between a noun and a word: ``the team also recently opened``."""
    start = at
    while start > 0 and tags[start - 1] is al.Tag.ADV:
        start -= 1
    return 0 < start < at and tags[start - 1].upos in _NOUNS


def _is_governed(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether something before an infinitive asks for it: ``to rely``, ``will rely``, ``help us rely``."""
    if tags[at - 1] is al.Tag.VERB_INFINITIVE:
        return False
    for i in range(at - 1, max(at - _REACH, -1), -1):
        if words[i] in _BREAKS:
            return False
        joined = tags[i] is al.Tag.CCONJ and i == at - 1
        if joined or words[i] in _GOVERNORS or tags[i].upos == "AUX":
            return True
        if tags[i].is_verb:
            return False
    return False
