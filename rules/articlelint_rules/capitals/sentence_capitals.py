"""One sentence and its capitals: which are there for a reason of their own, and which call for a verdict."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import Enum

import articlelint as al
from articlelint_rules.capitals.clauses import Clauses
from articlelint_rules.capitals.facts import WordFacts
from articlelint_rules.capitals.function_words import (
    ARTICLES,
    FUNCTION,
    LINKS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)
from articlelint_rules.capitals.usage import Usage

CLOSING = frozenset(')]”"’»')
TITLE_WORDS = 2
TITLE_GAP = 3
"""Small words between two that have capitals in a title, and one."""
VERSE_LINES = 3
"""Capitals at what seem to be the beginnings of lines."""
NEVER_FIRST = frozenset("and of or nor than to that which who with had".split())
"""Words that begin lines of verse, and seldom sentences."""
SHORT_LINE = 50
"""Characters up to which a line may be a label: what follows it begins anew."""
SMALL_WORDS = ARTICLES | PREPOSITIONS | LINKS
"""Words that are small in titles, too."""
DETERMINING = (ARTICLES | POSSESSIVES | SUBJECTS | {"of"}) - {"we", "you", "what", "who"}
"""Words that begin a sentence before a title more often than they begin a title."""


class Verdict(Enum):
    """What is wrong where a capital stands inside a sentence."""

    LOST_STOP = "a full stop was lost before it"
    STRAY = "the capital is one too many"


class SentenceCapitals:
    """
    A sentence's words and capitals. Positions count from its first token.

    ``first`` is the index of that token in the document; ``capitals`` are the positions of words that have
    one, save the sentence's first token. ``everyday`` are those of them that are never names, by position, as
    they would be without; ``stops`` those that may begin a sentence: what stands before is a word.
    ``clauses`` has the parts of speech, once they have been worked out.
    """

    __slots__ = (
        *("_titled", "everyday", "stops", "capitals", "clauses", "facts", "first", "quoted"),
        *("usage", "words", "broken"),
    )

    def __init__(
        self,
        doc: al.Document,
        sentence: al.Sentence,
        usage: Usage,
        doubtful: AbstractSet[int],
        quoted: frozenset[int],
    ) -> None:
        """
        Read a sentence.

        ``doubtful`` are the words that may begin a sentence as far as is known, ``quoted`` the tokens in
        quoted titles; both count in the document.
        """
        tokens = sentence.tokens
        self.first = tokens.start
        self.usage = usage
        self.words = doc.tokens.texts[tokens.start : tokens.stop]
        self.facts: list[WordFacts] = usage.facts[tokens.start : tokens.stop]
        notable, first = usage.notable_in(sentence), self.first
        self.capitals = [i - first for i in notable if usage.facts[i].upper and i > first]
        self.quoted = quoted
        self.broken = after_short_lines(doc, sentence)
        """At the start of a line that was not wrapped."""
        self.clauses = NO_CLAUSES
        self._titled: dict[int, int] = {}
        inside = [i for i in self.capitals if self._stands_inside(i)]
        self.everyday = {i: self.facts[i].lower for i in inside if self._is_everyday(i)}
        self.stops = [i for i in self.capitals if first + i in doubtful and self._may_be_stop(i, inside)]

    def at(self, i: int) -> str:
        """A word of the sentence; empty outside it."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def lower(self, i: int) -> str:
        """A word of the sentence in lower case; empty outside it."""
        return self.facts[i].lower if 0 <= i < len(self.facts) else ""

    def tag(self, i: int) -> str:
        """The part of speech of a word; empty outside the sentence."""
        tags = self.clauses.tags
        return tags[i] if 0 <= i < len(tags) else ""

    def is_initial(self, i: int) -> bool:
        """Whether a capital would say nothing there."""
        return self.first + i in self.usage.initial

    def has_capital(self, i: int) -> bool:
        """Whether a word has a capital, whatever for; that of "I" says nothing."""
        return 0 <= i < len(self.facts) and self.facts[i].capital

    def has_own_capital(self, i: int) -> bool:
        """Whether a word has a capital that it does not owe to its place."""
        return self.has_capital(i) and (not self.is_initial(i) or self.is_name(i))

    def is_name(self, i: int) -> bool:
        """Whether a word is a name, or no everyday word and perhaps one."""
        return not 0 <= i < len(self.facts) or self.facts[i].is_name

    def is_title(self) -> bool:
        """Whether the everyday words have capitals too: a title, a list of links, a row of a table."""
        if len(self.capitals) <= TITLE_WORDS - 1:
            return False
        capitals = small = 0
        for i, facts in enumerate(self.facts):
            lower = facts.lower
            if lower in SMALL_WORDS or self.is_initial(i):
                continue
            if al.lexicon.is_common(lower) or lower in FUNCTION:
                if facts.upper:
                    capitals += 1
                elif facts.text[0].islower():
                    small += 1
                    if small >= TITLE_WORDS:
                        return False
        return capitals > TITLE_WORDS

    def title_words(self, i: int) -> int:
        """How many everyday words around have capitals of their own: Read How to Get Your Data Online."""
        found = self._titled.get(i)
        if found is None:
            words = range(self.first, self.first + len(self.words))
            found = self._titled[i] = self.usage.title_words(words, self.first + i)
        return found

    def is_in_title(self, i: int) -> bool:
        """Whether a word belongs to the title of a work, a product, an event by the capitals around it."""
        lower = self.facts[i].base
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
                return self.facts[k].lower not in FUNCTION and self.facts[k].title_word
            if self.facts[k].lower not in FUNCTION and word != "I":
                return False
        return False

    def is_verse(self) -> bool:
        """Whether capitals stand where lines of verse began: "long ago, In a kingdom by the sea, That"."""
        inside = [i for i, lower in self.everyday.items() if lower in FUNCTION]
        lines = [i for i in inside if self.words[i - 1] == "," or self.facts[i].lower in NEVER_FIRST]
        return len(inside) >= VERSE_LINES and len(lines) * 2 >= len(inside)

    def _may_be_stop(self, i: int, inside: list[int]) -> bool:
        """Whether a full stop may be missing before a capital: it is no label, and stands behind a word."""
        if self.words[i] == "I":
            return self._ends_before(i) and not self._is_label(i)
        ends = self._ends_before(i, ")", *("”" if i in self.everyday else ""))
        return i in inside and ends and not self._is_label(i)

    def _ends_before(self, i: int, *marks: str) -> bool:
        """Whether what stands before a word is a word, or one of some marks."""
        before = self.words[i - 1]
        return before[-1].isalnum() or before in marks

    def _is_label(self, i: int) -> bool:
        """Whether a capital is that of a label: No. 19, letters A to F, or behind a line in capitals."""
        word, before = self.words[i], self.words[i - 1]
        if word == "No" and self.at(i + 1) == ".":
            return True
        if word == "A" and self.lower(i + 1) in FUNCTION:
            return True
        return all(len(w) > 1 and w.isupper() and w.isalpha() for w in (before, self.at(i - 2)))

    def is_word_only(self, i: int) -> bool:
        """Whether a word is English, no name, and not one that the article gives a capital on purpose."""
        return self.usage.is_word_only(self.facts[i])

    def _is_everyday(self, i: int) -> bool:
        """Whether a word that stands inside the sentence with a capital is never a name."""
        lower = self.facts[i].base
        if "-" in lower or not self.usage.may_be_everyday(self.first + i):
            return False
        dated = self.at(i + 1) == "(" and self.at(i + 2).isdigit()  # a title and its year
        return not (dated or (lower == "no" and self.at(i + 1) == "."))

    def _stands_inside(self, i: int) -> bool:
        """Whether a word has its capital although nothing before it begins anew."""
        before = self.words[i - 1]
        if not self.facts[i].regular or self.is_initial(i):
            return False
        if self.first + i in self.quoted or i in self.broken:
            return False
        if before[-1].isalnum() or before == ",":
            return True
        return before in CLOSING and not self._may_begin_after(i - 1)

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


NO_CLAUSES = Clauses((), [], ())


def after_short_lines(doc: al.Document, sentence: al.Sentence) -> frozenset[int]:
    """The positions of words behind a short line: a label or a verse, not a sentence that was wrapped."""
    if doc.text.find("\n", sentence.span.start, sentence.span.end) < 0:
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
