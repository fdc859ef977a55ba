"""One sentence and its capitals: which are there for a reason of their own, and which call for a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

import articlelint as al
from articlelint_rules.capitals.clauses import Clauses
from articlelint_rules.capitals.function_words import (
    ARTICLES,
    FUNCTION,
    LINKS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)
from articlelint_rules.capitals.gazetteer import Names, names
from articlelint_rules.capitals.usage import Usage, plain

CLOSING = frozenset(')]”"’»')
CONTRACTED = ("'s", "'re", "'ve", "'ll", "'d")
INFLECTED = ("ed", "en", "ing", "s")
NAME_MARGIN = 25
"""How much rarer a word is as a name than as a word, in sizes of the lexicon, to count as a word only."""
KNOWN = 50
"""The size of the lexicon up to which inflected words count; others count up to its common words."""
TITLE_WORDS = 2
TITLE_REACH = 6
TITLE_GAP = 3
"""Small words between two that have capitals in a title, and one."""
VERSE_LINES = 3
"""Capitals at what seem to be the beginnings of lines."""
NEVER_FIRST = frozenset("and of or nor than to that which who with had".split())
"""Words that begin lines of verse, and seldom sentences."""
SHORT_LINE = 50
"""Characters up to which a line may be a label: what follows it begins anew."""


NAMED = Names.PLACE | Names.COUNTRY | Names.PEOPLE | Names.GIVEN
DETERMINING = (ARTICLES | POSSESSIVES | SUBJECTS | {"of"}) - {"we", "you", "what", "who"}
"""Words that begin a sentence before a title more often than they begin a title."""


class Verdict(Enum):
    """What is wrong where a capital stands inside a sentence."""

    LOST_STOP = "a full stop was lost before it"
    STRAY = "the capital is one too many"


@dataclass
class SentenceCapitals:
    """
    A sentence's words and capitals. Positions count from its first token.

    ``first`` is the index of that token in the document; ``quoted`` and ``broken`` are positions inside a
    quoted title and at the start of a line that was not wrapped. ``clauses`` has the parts of speech, once
    they have been worked out.
    """

    words: list[str]
    kinds: list[al.TokenKind]
    first: int
    usage: Usage
    quoted: frozenset[int]
    broken: frozenset[int]
    clauses: Clauses = field(default_factory=lambda: Clauses((), ()))

    def at(self, i: int) -> str:
        """A word of the sentence; empty outside it."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> str:
        """The part of speech of a word; empty outside the sentence."""
        return self.clauses.tags[i] if 0 <= i < len(self.clauses.tags) else ""

    def is_initial(self, i: int) -> bool:
        """Whether a capital would say nothing there."""
        return self.first + i in self.usage.initial

    def has_capital(self, i: int) -> bool:
        """Whether a word has a capital, whatever for; that of "I" says nothing."""
        return self.at(i)[:1].isupper() and self.words[i] != "I"

    def has_own_capital(self, i: int) -> bool:
        """Whether a word has a capital that it does not owe to its place."""
        return self.has_capital(i) and (not self.is_initial(i) or self.is_name(i))

    def is_name(self, i: int) -> bool:
        """Whether a word is a name, or no everyday word and perhaps one."""
        lower = plain(self.at(i))
        return not al.lexicon.is_word(lower) or bool(names(lower) and not al.lexicon.is_common(lower))

    def is_word_only(self, lower: str) -> bool:
        """Whether a word is English, no name, and not one that the article gives a capital on purpose."""
        size, name_size = al.lexicon.size(lower), al.lexicon.name_size(lower)
        largest = KNOWN if lower.endswith(INFLECTED) else al.lexicon.COMMON
        if not 0 < size <= largest or 0 < name_size <= size + NAME_MARGIN:
            return False
        return self.usage.capitalised[lower] <= 1 or self.usage.lower[lower] > self.usage.capitalised[lower]

    def is_title(self) -> bool:
        """Whether the everyday words have capitals too: a title, a list of links, a row of a table."""
        capitals = small = 0
        for i, word in enumerate(self.words):
            lower = word.lower()
            if self.is_initial(i) or lower in ARTICLES | PREPOSITIONS | LINKS:
                continue
            if al.lexicon.is_common(lower) or lower in FUNCTION:
                capitals += word[0].isupper()
                small += word[0].islower()
        return capitals > TITLE_WORDS and small < TITLE_WORDS

    def title_words(self, i: int) -> int:
        """How many everyday words around have capitals of their own: Read How to Get Your Data Online."""
        found = 0
        for step in (-1, 1):
            k = i + step
            while 0 <= k < len(self.words) and abs(k - i) <= TITLE_REACH and self.words[k][0].isalnum():
                lower = self.words[k].lower()
                if self.has_capital(k) and not self.is_initial(k) and self._is_title_word(lower):
                    found += 1
                k += step
        return found

    def is_in_title(self, i: int) -> bool:
        """Whether a word belongs to the title of a work, a product, an event by the capitals around it."""
        lower = base(self.words[i])
        if lower in DETERMINING:
            return False
        verb_before = self.tag(i - 1).startswith(("VERB", "AUX"))
        mixed = any(letter.isupper() for letter in self.at(i - 1)[1:]) and not self.at(i - 1).isupper()
        if lower in FUNCTION and mixed and any(self.has_capital(k) for k in (i + 1, i + 2)):
            return True
        if lower in FUNCTION:
            return not verb_before and self._is_titled(i, 1)  # Around the Horn Call
        numbered = self.at(i - 1).isdigit() and any(letter.isupper() for letter in self.at(i - 2)[1:])
        if mixed or numbered:
            return True  # YouTube Live, iPhone 6 Plus
        subject = self.tag(i - 1) in {"PRON", "NOUN", "PROPN", "ADV"} and self.tag(i) == "VERB.Fin"
        return (not subject and not verb_before and self._is_titled(i, 1)) or (
            self.has_capital(i - 1) and not subject and self._is_titled(i, -1)
        )

    def _is_titled(self, i: int, step: int) -> bool:
        """Whether the nearest word in one direction that is no small function word is a title's."""
        for k in range(i + step, i + step * (TITLE_GAP + 1), step):
            word = self.at(k)
            if not word[:1].isalpha() or (self.is_initial(k) and word != "I"):
                return False
            if self.has_capital(k):
                lower = word.lower()
                return lower not in FUNCTION and self._is_title_word(lower)
            if word.lower() not in FUNCTION and word != "I":
                return False
        return False

    @staticmethod
    def _is_title_word(lower: str) -> bool:
        """Whether a word is an everyday one, and at most rarely a name."""
        if lower in FUNCTION:
            return True
        size, name_size = al.lexicon.size(lower), al.lexicon.name_size(lower)
        named = 0 < name_size < size or names(lower) & NAMED
        return al.lexicon.is_common(lower) and not named

    def is_verse(self) -> bool:
        """Whether capitals stand where lines of verse began: "long ago, In a kingdom by the sea, That"."""
        inside = [i for i in self.everyday_words() if self.words[i].lower() in FUNCTION]
        lines = [i for i in inside if self.words[i - 1] == "," or self.words[i].lower() in NEVER_FIRST]
        return len(inside) >= VERSE_LINES and len(lines) * 2 >= len(inside)

    def everyday_words(self) -> dict[int, str]:
        """The words that are never names and yet have a capital, by position, as they would be without."""
        return self._everyday

    @cached_property
    def _everyday(self) -> dict[int, str]:
        return {i: self.words[i].lower() for i in range(1, len(self.words)) if self._is_everyday(i)}

    def possible_subjects(self) -> list[int]:
        """Where a name, or what may be one, stands so that a sentence could begin with it."""
        return self._subjects

    @cached_property
    def _subjects(self) -> list[int]:
        return [
            i
            for i in range(1, len(self.words))
            if self.words[i] != "I"
            and (self.words[i - 1][-1].isalnum() or self.words[i - 1] == ")")
            and self._stands_inside(i)
        ]

    def _is_everyday(self, i: int) -> bool:
        """Whether a word that is never a name stands inside the sentence with a capital."""
        if self.words[i] == "I" or not self._stands_inside(i):
            return False
        lower = base(self.words[i])
        dated = self.at(i + 1) == "(" and self.at(i + 2).isdigit()  # a title and its year
        if "-" in lower or dated or (lower == "no" and self.at(i + 1) == "."):
            return False
        return lower in FUNCTION or self.is_word_only(lower)

    def _stands_inside(self, i: int) -> bool:
        """Whether a word has a capital although nothing before it begins anew."""
        word, before = self.words[i], self.words[i - 1]
        if not word[0].isupper() or self.kinds[i] is not al.TokenKind.WORD:
            return False
        if i in self.quoted or i in self.broken or self.is_initial(i):
            return False
        if not (before[-1].isalnum() or before in {",", *CLOSING}):
            return False
        if before in CLOSING and self._may_begin_after(i - 1):
            return False
        return (not word[1:] or word[1:].replace("’", "").replace("'", "").islower()) and word != "O"

    def _may_begin_after(self, close: int) -> bool:
        """Whether a capital may stand behind a closing mark for a reason of its own."""
        if self.at(close - 1) == ",":
            return True  # “No comment,” The Herald reported
        if self.words[close] != ")":
            return False
        if self.at(close - 2) != "(" and len(self.at(close - 1)) == 1 and self.at(close - 1).isalnum():
            return True  # a) The ... b) The
        opening = next((k for k in range(close - 1, -1, -1) if self.words[k] == "("), close)
        return opening == 0 or self.words[opening - 1] in {".", "!", "?", "”"}  # (Laughter) And then


def base(word: str) -> str:
    """A word in lower case; of a contraction, what it contracts: "it" of "It's"."""
    lower = word.lower().replace("’", "'")
    contracted = lower.partition("'")[0]
    return contracted if lower.endswith(CONTRACTED) and contracted in SUBJECTS else lower


def after_short_lines(doc: al.Document, sentence: al.Sentence) -> frozenset[int]:
    """The positions of words behind a short line: a label or a verse, not a sentence that was wrapped."""
    if "\n" not in doc.slice(sentence.span):
        return frozenset()
    starts, ends, first = doc.tokens.starts, doc.tokens.ends, sentence.tokens[0]
    found: set[int] = set()
    line = doc.text.rfind("\n", 0, sentence.span.start)
    for i in sentence.tokens[1:]:
        at = doc.text.rfind("\n", ends[i - 1], starts[i])
        if at >= 0:
            if at - line <= SHORT_LINE:
                found.add(i - first)
            line = at
    return frozenset(found)
