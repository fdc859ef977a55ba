"""Cues and speakers: the words of the narration that report speech, and the people that they name."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from articlelint.text import cues, lexicon
from articlelint.text.tokens import Tokens
from articlelint.text.words import calendar, conjunctions, determiners, pronouns, saying
from articlelint.text.words.word_set import word_set


class Strength(Enum):
    """How strong a cue is: it reports speech anywhere in a paragraph, or only beside a quotation."""

    SAYING = 1
    REACTING = 2
    NOUN = 3


class Cue(NamedTuple):
    """Words that report speech: the tokens ``[first, last)``."""

    first: int
    last: int
    strength: Strength


_CALENDAR = calendar.LOWER_DAYS | calendar.LOWER_MONTHS
_OBJECT_VERBS = frozenset({"told", "tell", "tells", "telling", "reminded", "assured", "informed"})
_ADJUNCTS = conjunctions.COORDINATING - {"nor"} | word_set(
    "as when while if in on at after before although though because"
)
_LONGEST_PHRASE = 8
_MOST_MODIFIERS = 4
_LONGEST_APPOSITION = 40
_LONGEST_SHORT_TITLE = 4
"""The letters of the longest word that a full stop may follow inside a name, such as "Prof"."""


class SpeakerFinder:
    """
    Finds cues and speakers among the tokens of a text.

    All methods take and return ranges of token indexes, end exclusive. The ranges that they take must hold
    narration only, never the words of a quotation.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.texts = tokens.texts
        self.lowered = tokens.lowered

    def cues(self, first: int, last: int, *, after_comma: bool = False) -> list[Cue]:
        """The cues of a passage, in order; ``after_comma`` if it follows a quotation that ends with one."""
        found: list[Cue] = []
        words, openings = self.lowered[first:last], cues.openings()
        if openings.isdisjoint(words):
            return found
        verbs, nouns = saying.saying_verbs(), saying.speech_nouns()
        reacting = saying.reacting_verbs()
        for at, word in [(at, word) for at, word in enumerate(words, first) if word in openings]:
            if (word, self._word(at + 1, last)) in saying.PHRASAL:
                found.append(Cue(at, at + 2, Strength.SAYING))
            elif (word in verbs or word in reacting) and self._is_verb(at, first, last, after_comma):
                found.append(Cue(at, at + 1, Strength.SAYING if word in verbs else Strength.REACTING))
            elif word == "words" and "in" in self.lowered[max(first, at - 4) : at]:
                found.append(Cue(at, at + 1, Strength.SAYING))
            elif word in nouns:
                found.append(Cue(at, at + 1, Strength.NOUN))
        return found

    def _word(self, at: int, last: int) -> str:
        return self.lowered[at] if at < last else ""

    def _is_verb(self, at: int, first: int, last: int, after_comma: bool) -> bool:
        """Whether a word that may also be a noun, or part of a name, is a verb here."""
        word, begins = self.lowered[at], at == first or self.texts[at - 1] in {".", "!", "?"}
        if self.texts[at][0].isupper() and not begins:
            return False
        if word not in saying.NOUN_VERBS or at == first:
            return True
        before = self.lowered[at - 1]
        if before in cues.PRONOUNS or before in cues.BETWEEN:
            return True
        if self._in_noun_phrase(at, first):
            return after_comma and word.endswith("s") and self._word(at + 1, last) == "."
        return at + 1 == last or self.texts[at + 1] in {":", ","} or before.endswith("s")

    def _in_noun_phrase(self, at: int, first: int) -> bool:
        """Whether a determiner or possessive stands shortly before: “a blog post”, “his curt reply”."""
        for before in self.lowered[max(first, at - 3) : at]:
            if before in cues.DETERMINERS or before.endswith(("'s", "’s")):
                return True
        return False

    def speaker(self, cue: Cue, first: int, last: int) -> tuple[int, int] | None:
        """Return the speaker that a cue names, in its sentence, which has the tokens ``[first, last)``."""
        word = self.lowered[cue.first]
        if word == "according":
            return self.phrase_after(cue.last, last)
        if word == "words":
            return self._owner(cue.first, first)
        at = cue.first - 1
        while at > first and (self.lowered[at] in cues.BETWEEN or self.lowered[at].endswith("ly")):
            at -= 1
        if at >= first and word.endswith("ing") and self.texts[at] == ",":
            return self._subject(first, at)
        if at >= first:
            named = self._apposed(at, first) if self.texts[at] == "," else self.phrase_before(at, first)
            if named is not None:
                return named
        if word not in _OBJECT_VERBS:
            named = self.phrase_after(cue.last, last)
            if named is not None:
                return named
        return self._subject(first, cue.first)

    def _subject(self, first: int, last: int) -> tuple[int, int] | None:
        """The subject of a sentence that begins at ``first``, after any adverbials."""
        if first < last and (self.lowered[first] in _ADJUNCTS or self.lowered[first].endswith("ly")):
            comma = next((at for at in range(first, last) if self.texts[at] == ","), None)
            named = None if comma is None else self.phrase_after(comma + 1, last)
            return named or self.phrase_after(first + 1, last)
        return self.phrase_after(first, last)

    def _owner(self, at: int, first: int) -> tuple[int, int] | None:
        """The possessive before “words”: “in the mayor’s words”."""
        if at <= first:
            return None
        low = self.lowered[at - 1]
        if low in determiners.POSSESSIVES:
            return at - 1, at
        return self.phrase_before(at - 1, first) if low.endswith(("'s", "’s", "s'", "s’")) else None

    def _apposed(self, comma: int, first: int) -> tuple[int, int] | None:
        """The subject before an apposition: Haddad in “Haddad, the mayor, said”."""
        for at in range(comma - 1, max(first, comma - _LONGEST_APPOSITION) - 1, -1):
            if self.texts[at] == "," and at > first:
                named = self.phrase_before(at - 1, first)
                if named is not None and self.lowered[named[1] - 1] not in _CALENDAR:
                    return named
        return self.phrase_before(comma - 1, first)

    def phrase_before(self, end: int, first: int) -> tuple[int, int] | None:
        """Return the noun phrase whose last token is ``end``, without a day of the week at its end."""
        if end < first:
            return None
        if self.texts[end] == ")":
            opened = next((i for i in range(end - 1, max(first, end - 8), -1) if self.texts[i] == "("), None)
            return self.phrase_before(opened - 1, first) if opened is not None and opened > first else None
        low = self.lowered[end]
        if low in _CALENDAR and end > first:
            return self.phrase_before(end - (2 if self.lowered[end - 1] == "on" else 1), first)
        if _head(low) in cues.PRONOUNS:
            return end, end + 1
        if not self.texts[end][0].isalpha():
            return None
        if self.texts[end][0].isupper():
            start = self._name_start(end, first)
        elif low in cues.PREPOSITIONS or low in cues.DETERMINERS or low in _ADJUNCTS:
            return None
        else:
            start = end
        return self._with_determiner(start, end, first)

    def _name_start(self, end: int, first: int) -> int:
        start = end
        while start > first:
            before = start - 1
            if self.texts[before] == "." and before > first and self.texts[before - 1][0].isupper():
                start = before - 1
            elif self.texts[before][0].isupper() and self.texts[before][0].isalpha():
                start = before
            elif (
                self.lowered[before] in cues.PARTICLES
                and before > first
                and self.texts[before - 1][0].isupper()
            ):
                start = before - 1
            else:
                break
        while start < end and (self.lowered[start] in _CALENDAR or self.lowered[start] in _ADJUNCTS):
            start += 1
        return start

    def _with_determiner(self, start: int, end: int, first: int) -> tuple[int, int] | None:
        """The phrase with its determiner. A common noun needs a determiner, or must be a person."""
        for at in range(start - 1, max(first, start - _LONGEST_PHRASE) - 1, -1):
            low = self.lowered[at]
            if low in cues.DETERMINERS:
                return at, end + 1
            if not self.texts[at][0].isalpha() or self.bars(low):
                break
        named = self.texts[start][0].isupper() or cues.speaks(self.lowered[end])
        return (start, end + 1) if named else None

    @staticmethod
    def bars(low: str) -> bool:
        """Whether a word cannot stand inside a noun phrase."""
        return (
            low in cues.BETWEEN
            or low in _ADJUNCTS
            or (low in saying.saying_verbs() and low not in saying.NOUN_VERBS)
        )

    def phrase_after(self, start: int, last: int) -> tuple[int, int] | None:
        """Return the noun phrase that begins at ``start``: a pronoun, a name, or a determiner and a noun."""
        if start >= last:
            return None
        low, text = self.lowered[start], self.texts[start]
        if _head(low) in pronouns.PERSONS or low in {"it", "one", "others", "another"}:
            return start, start + 1
        end = start
        determined = low in cues.DETERMINERS
        if not determined and not (text[0].isalpha() and (text[0].isupper() or self._describes(start, last))):
            return None
        if low in _ADJUNCTS or low in _CALENDAR:
            return None
        while end < last and end - start < _LONGEST_PHRASE and self._goes_on(end, start, determined):
            end += 1
        if end > start + 1 and self.texts[end - 1] == ".":
            end -= 1  # it ends the sentence
        shortest = 2 if determined else 1  # a determiner alone names nobody
        return (start, end) if end - start >= shortest else None

    def _describes(self, start: int, last: int) -> bool:
        """Whether a word in lower case begins a phrase that names somebody: officials, former Gov. Haddad."""
        for at in range(start, min(start + _MOST_MODIFIERS, last)):
            low, text = self.lowered[at], self.texts[at]
            if low in cues.PREPOSITIONS or self.bars(low) or not text[0].isalpha():
                return False
            if text[0].isupper() or cues.speaks(low):
                return True
        return False

    def _goes_on(self, at: int, start: int, determined: bool) -> bool:
        """Whether the token belongs to the noun phrase that began at ``start``."""
        text, low = self.texts[at], self.lowered[at]
        if text == ".":
            before = self.texts[at - 1]
            return at > start and len(before) <= _LONGEST_SHORT_TITLE and before[0].isupper()
        if not text[0].isalpha() or low in cues.PREPOSITIONS or low in _CALENDAR:
            return at == start
        if text[0].isupper() or at == start or low in cues.PARTICLES:
            return True
        if self.bars(low):
            return False
        return determined or self._describes(at, len(self.texts))

    def first_named(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the first person or body that a passage names, by a pronoun, a name or a role."""
        for at in range(first, last):
            low, text = self.lowered[at], self.texts[at]
            if _head(low) in pronouns.PERSONS or low in cues.SPEAKERS:
                return at, at + 1
            if text[0].isupper() and low not in _CALENDAR and not lexicon.is_common(low):
                return self.phrase_after(at, last) or (at, at + 1)
        return None


def _head(low: str) -> str:
    """A contracted pronoun without its ending: he for he’d."""
    return low.replace("’", "'").split("'", 1)[0] if "'" in low or "’" in low else low
