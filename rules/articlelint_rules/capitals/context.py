"""A sentence as the rules about names read it: words by index, parts of speech when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import articlelint as al
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.gazetteer import names
from articlelint_rules.capitals.name_words import SIGNS
from articlelint_rules.capitals.usage import Usage

SHORT = 2
FOREIGN_SHARE = 4
"""One word in so many that is not English, and the sentence is in another language."""


def _is_foreign(word: str) -> bool:
    """Whether a word in lower case is not English; "es" and "de" are in large dictionaries only."""
    if len(word) <= SHORT:
        return not 0 < al.lexicon.size(word) <= al.lexicon.COMMON
    return not (al.lexicon.is_word(word) or names(word) or is_derived(word))


@dataclass(frozen=True)
class Context:
    """One sentence of a document; indices are those of the document's tokens."""

    doc: al.Document
    sentence: al.Sentence
    usage: Usage

    @cached_property
    def begin(self) -> int:
        """The index of the sentence's first token."""
        return self.sentence.tokens[0]

    @cached_property
    def end(self) -> int:
        """The index behind its last token."""
        return self.sentence.tokens[-1] + 1

    def at(self, i: int) -> str:
        """The text of a token; empty outside the sentence."""
        return self.doc.tokens.texts[i] if self.begin <= i < self.end else ""

    def tag(self, i: int) -> str:
        """The part of speech of a token; empty outside the sentence."""
        return self.doc.tags(self.sentence)[i - self.begin] if self.begin <= i < self.end else ""

    def is_initial(self, i: int) -> bool:
        """Whether a capital would say nothing there."""
        return i in self.usage.initial

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the sentence is in another language."""
        words = [
            w
            for w in self.doc.tokens.texts[self.begin : self.end]
            if len(w) > 1 and w.isalpha() and w.islower()
        ]
        unknown = sum(not (al.lexicon.is_word(w) or al.lexicon.is_name_only(w)) for w in words)
        return unknown * FOREIGN_SHARE > len(words) and unknown > 1

    def foreign_neighbours(self, i: int) -> int:
        """How many of the four words around are neither English nor a name; 4 for a species."""
        if self.at(i - 1) == "." and len(self.at(i - 2)) == 1:
            return 4  # C. elegans
        near = [self.at(k) for k in (i - 2, i - 1, i + 1, i + 2)]
        return sum(len(w) > 1 and w.isalpha() and w.islower() and _is_foreign(w) for w in near)

    def is_code(self, i: int) -> bool:
        """Whether a word hangs together with signs that no sentence has around a word."""
        starts, ends = self.doc.tokens.starts, self.doc.tokens.ends
        before = self.at(i - 1) if i > self.begin and ends[i - 1] == starts[i] else ""
        after = self.at(i + 1) if i + 1 < self.end and starts[i + 1] == ends[i] else ""
        chained = (
            after in {".", ":"}
            and i + 2 < self.end
            and starts[i + 2] == ends[i + 1]
            and self.at(i + 2)[0].isalnum()
        )
        chained = chained or (before == "." and i - 2 >= self.begin and ends[i - 2] == starts[i - 1])
        if self.at(i - 2) == "=" or self.at(i + 1) == "{":
            return True  # author="somebody", .class {
        return before in SIGNS or after in SIGNS or chained
