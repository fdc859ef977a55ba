"""A sentence as the rules about names read it: words by index, parts of speech when asked for."""

from __future__ import annotations

import articlelint as al
from articlelint_rules.capitals.facts import WordFacts
from articlelint_rules.capitals.name_words import SIGNS
from articlelint_rules.capitals.usage import Usage

FOREIGN_SHARE = 4
"""One word in so many that is not English, and the sentence is in another language."""
OUTSIDE = WordFacts(" ")
"""What stands before and behind a sentence: no word."""


class Context:
    """One sentence of a document, from token ``begin`` to ``end``; indices are those of the document's."""

    __slots__ = ("_foreign", "_tags", "_texts", "begin", "doc", "end", "facts", "sentence", "usage")

    def __init__(self, doc: al.Document, sentence: al.Sentence, usage: Usage) -> None:
        self.doc = doc
        self.sentence = sentence
        self.usage = usage
        self.facts = usage.facts
        self.begin = sentence.tokens.start
        self.end = sentence.tokens.stop
        self._texts = doc.tokens.texts
        self._tags: dict[int, al.Tag] = {}
        self._foreign: bool | None = None

    def at(self, i: int) -> str:
        """The text of a token; empty outside the sentence."""
        return self._texts[i] if self.begin <= i < self.end else ""

    def word(self, i: int) -> WordFacts:
        """The facts about a token; those of a space outside the sentence."""
        return self.facts[i] if self.begin <= i < self.end else OUTSIDE

    def lower(self, i: int) -> str:
        """A token in lower case; empty outside the sentence."""
        return self.facts[i].lower if self.begin <= i < self.end else ""

    def upper(self, i: int) -> bool:
        """Whether a token of the sentence begins with a capital."""
        return self.begin <= i < self.end and self.facts[i].upper

    def tag(self, i: int) -> str:
        """The part of speech of a token; empty outside the sentence."""
        if not self.begin <= i < self.end:
            return ""
        if i not in self._tags:
            # With the tags around it: who asks for one asks for those, too.
            near = self.doc.tags_near(self.sentence, i - 1, i + 3)
            self._tags.update(enumerate(near, max(i - 1, self.begin)))
        return self._tags[i]

    def is_initial(self, i: int) -> bool:
        """Whether a capital would say nothing there."""
        return i in self.usage.initial

    def is_foreign(self) -> bool:
        """Whether the sentence is in another language."""
        if self._foreign is None:
            words = [
                w for w in self._texts[self.begin : self.end] if len(w) > 1 and w.isalpha() and w.islower()
            ]
            unknown = sum(not (al.lexicon.is_word(w) or al.lexicon.is_name_only(w)) for w in words)
            self._foreign = unknown * FOREIGN_SHARE > len(words) and unknown > 1
        return self._foreign

    def foreign_neighbours(self, i: int) -> int:
        """How many of the four words around are neither English nor a name; 4 for a species."""
        if self.at(i - 1) == "." and len(self.at(i - 2)) == 1:
            return 4  # C. elegans
        facts, begin, end = self.facts, self.begin, self.end
        found = 0
        for k in (i - 2, i - 1, i + 1, i + 2):
            if begin <= k < end and facts[k].foreign:
                found += 1
        return found

    def is_code(self, i: int) -> bool:
        """Whether a word hangs together with signs that no sentence has around a word."""
        adjoins = self.doc.tokens.adjoins
        before = self.at(i - 1) if i > self.begin and adjoins(i) else ""
        after = self.at(i + 1) if i + 1 < self.end and adjoins(i + 1) else ""
        if before or after:
            chained = (
                after in {".", ":"} and i + 2 < self.end and adjoins(i + 2) and self.at(i + 2)[0].isalnum()
            )
            chained = chained or (before == "." and i - 2 >= self.begin and adjoins(i - 1))
            if chained or before in SIGNS or after in SIGNS:
                return True
        return self.at(i - 2) == "=" or self.at(i + 1) == "{"  # author="somebody", .class {
