"""Possible speakers: the people, groups and documents in a sentence, and what part they have in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from articlelint.text import cues, gazetteer, lexicon
from articlelint.text.gazetteer import NameKind
from articlelint.text.speakers import Cue, SpeakerFinder, Strength
from articlelint.text.tokens import Tokens
from articlelint.text.words import (
    auxiliaries,
    calendar,
    conjunctions,
    determiners,
    prepositions,
    pronouns,
    saying,
)
from articlelint.text.words.word_set import word_set


class Presence(IntEnum):
    """What part a possible speaker has in a sentence. Each value is more than those before it."""

    NOBODY = 0
    """The sentence mentions no person, group or document."""
    MENTIONED = 1
    """It mentions one, but not as a subject: Stones were thrown at the mayor."""
    SUBJECT = 2
    """One is the subject of a verb: The mayor shrugged."""
    SPEAKS = 3
    """One is the subject of a verb of saying: The mayor said the bridge was closed."""


_CALENDAR = calendar.LOWER_DAYS | calendar.LOWER_MONTHS
_SUBJECTS = pronouns.PERSONS | word_set(
    "who somebody someone anybody anyone nobody everybody everyone others"
)
_NO_SUBJECTS = pronouns.OBJECTS | (determiners.POSSESSIVES - {"its"})
_GEOGRAPHIC = frozenset({NameKind.PLACE, NameKind.COUNTRY, NameKind.PEOPLE})
_POSSESSIVE_ENDINGS = ("'s", "’s", "s'", "s’")
# A noun phrase may begin behind one of these and be the subject of a clause.
_BEFORE_SUBJECT = (
    conjunctions.COORDINATING
    | conjunctions.SUBORDINATING
    | pronouns.RELATIVES
    | pronouns.QUESTION_ADVERBS
    | word_set("that whether like even just only also then now so once")
)
_BEFORE_OBJECT = prepositions.FREQUENT | prepositions.LONGER
_BEFORE_PLACE = word_set("in at near from to into across around")
_MOST_MODIFIERS = 5
"""How many words may stand in a noun phrase before its head: the former deputy prime minister."""


class PossibleSpeakers:
    """
    Finds the possible speakers among the tokens of a text.

    This reads the structure of a sentence from its words alone: closed classes, endings, capitals and the
    order of the words.
    """

    def __init__(self, tokens: Tokens, sentence_starts: Iterable[int], speakers: SpeakerFinder) -> None:
        self._texts = tokens.texts
        self._lowered = tokens.lowered
        self._sentence_starts = frozenset(sentence_starts)
        self._speakers = speakers

    def presence(self, narration: Sequence[tuple[int, int]]) -> Presence:
        """
        What part a possible speaker has in a sentence.

        ``narration`` has the ranges of the sentence's tokens that stand outside quotation marks.
        """
        best = Presence.NOBODY
        if narration and self._points_back(*narration[0]):
            return Presence.SPEAKS
        for first, last in narration:
            for cue in self._speakers.cues(first, last):
                if cue.strength is Strength.SAYING and self._speaks(cue, first, last):
                    return Presence.SPEAKS
            for at in range(first, last):
                if best < Presence.SUBJECT and self.is_possible_speaker(at, last):
                    best = max(best, self._part(at, first))
        return best

    def _points_back(self, first: int, last: int) -> bool:
        """Whether a sentence begins with words that stand for a quotation: That quote from the mayor ..."""
        if last - first < len(("that", "quote")) or self._lowered[first] not in determiners.DEMONSTRATIVES:
            return False
        return self._lowered[first + 1] in saying.speech_nouns()

    def is_possible_speaker(self, at: int, last: int) -> bool:
        """
        Whether the token is the head of a noun phrase that names a person, a group or a document.

        ``last`` is the end of the narration that the token stands in. The name of a place or a country is no
        possible speaker by itself, nor is a word that only modifies another: the council’s plan.
        """
        text, low = self._texts[at], self._lowered[at]
        if _without_contraction(low) in _SUBJECTS or low in _NO_SUBJECTS:
            return True
        if not text[0].isalpha() or low.endswith(_POSSESSIVE_ENDINGS):
            return False
        if self._is_name(at):
            return not self._is_place(at)
        return (cues.speaks(low) or low in saying.DOCUMENTS) and not self._modifies_next(at, last)

    def _is_name(self, at: int) -> bool:
        """Whether a word has a capital that neither the calendar nor the beginning of a sentence explains."""
        low = self._lowered[at]
        if not self._texts[at][0].isupper() or low in _CALENDAR:
            return False
        return at not in self._sentence_starts or not lexicon.is_common(low)

    def _is_place(self, at: int) -> bool:
        """Whether a name is that of a country, or of a place by its kind or by the preposition before it."""
        kinds = gazetteer.name_kinds(self._lowered[at])
        if kinds.isdisjoint(_GEOGRAPHIC):
            return False
        in_place = at > 0 and self._lowered[at - 1] in _BEFORE_PLACE
        return in_place or NameKind.COUNTRY in kinds or kinds <= _GEOGRAPHIC

    def _modifies_next(self, at: int, last: int) -> bool:
        """Whether the word after a noun is the head of its noun phrase, because an auxiliary follows that."""
        if at + 2 >= last or self._lowered[at + 2] not in auxiliaries.AUXILIARIES:
            return False
        following = self._lowered[at + 1]
        return following.isalpha() and following not in auxiliaries.AUXILIARIES | _BEFORE_OBJECT | _SUBJECTS

    def _part(self, at: int, first: int) -> Presence:
        """Whether the noun phrase with this head is a subject, by the word before the phrase."""
        low = self._lowered[at]
        if low in _NO_SUBJECTS:
            return Presence.MENTIONED
        if _without_contraction(low) in _SUBJECTS:
            return Presence.SUBJECT
        start = self._phrase_start(at, first)
        if start == first or not self._texts[start - 1][0].isalpha():
            return Presence.SUBJECT
        before = self._lowered[start - 1]
        is_subject = before in _BEFORE_SUBJECT or before in _CALENDAR or before.endswith("ly")
        return Presence.SUBJECT if is_subject else Presence.MENTIONED

    def _phrase_start(self, at: int, first: int) -> int:
        """The token with which the noun phrase with this head begins."""
        start = at
        while start > first and at - start < _MOST_MODIFIERS and self._may_modify(start - 1, at):
            start -= 1
            if self._lowered[start] in cues.DETERMINERS:
                break
        return start

    def _may_modify(self, at: int, head: int) -> bool:
        """Whether a word can stand in a noun phrase before its head; before a name, a title or a name can."""
        text, low = self._texts[at], self._lowered[at]
        if not text[0].isalnum() or low in _BEFORE_OBJECT or low in _BEFORE_SUBJECT or low in _CALENDAR:
            return False
        if low in cues.DETERMINERS:
            return True
        if self._is_name(head):
            return text[0].isupper() or low in cues.PARTICLES or cues.speaks(low)
        return not self._speakers.bars(low)

    def _speaks(self, cue: Cue, first: int, last: int) -> bool:
        """Whether somebody is the subject of a cue: not in "was announced", nor in "the figures suggest"."""
        word = self._lowered[cue.first]
        before = self._lowered[max(first, cue.first - 2) : cue.first]
        if word.endswith("ed") and not auxiliaries.BE.isdisjoint(before):
            return False
        if word in saying.EVERYDAY_SAYING or cue.last - cue.first > 1:
            return True
        named = self._speakers.speaker(cue, first, last)
        if named is None:
            return False
        return any(self._is_name(at) or self.is_possible_speaker(at, named[1]) for at in range(*named))


def _without_contraction(low: str) -> str:
    """A pronoun without a verb that is joined to it: he for he’d."""
    return low.replace("’", "'").split("'", 1)[0]
