"""Whether a run of words is one sentence or two: finite verbs, and the words that may join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import articlelint as al
from articlelint_rules.capitals.function_words import (
    ARTICLES,
    LINKS,
    PARTICLES,
    PREPOSITIONS,
    SAYING,
    SUBJECTS,
    SUBORDINATORS,
)

REACH = 4
"""How many words after a pronoun its verb comes at the latest."""
NAME_REACH = 9
"""The same after a name, with its apposition."""
JOINS = (LINKS | SUBORDINATORS) - {"and", "or", "nor", "as", "yet", "so"}
"""Words that may stand between two finite verbs of one sentence."""
NAMED_THINGS = frozenset(
    """album app area award awards band book brand case channel character city club code company country day district
    episode family film firm game group hotel island journal label letter magazine month movie network newspaper novel
    operation option organisation organization paper party play programme program project restaurant river school
    series ship show song state store street team term theatre title town village website word year actor actress
    singer writer author president minister chancellor captain coach manager director striker""".split()
)
"""Nouns that a name follows without a comma: the journal Nature, the actor Jude Law."""
TIMES = frozenset(
    "day days time times year years week month moment night morning hour minute way reason place point degree extent".split()
)
"""Nouns that a clause follows without a link: the day Kennedy died, the way Congress works."""
BE = frozenset("is are was were isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t".split())
COMPLETE = frozenset({"NOUN", "PROPN", "NUM", "ADV", "PRON", "VERB.Part", "VERB.Fin", "VERB.Ing", "VERB.Inf", "ADJ", "PUNCT", "X", "SYM"})
"""Tags of words that a sentence can end with."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence's words, doubtful capitals made small, and their parts of speech."""

    words: Sequence[str]
    tags: Sequence[al.Tag]

    def boundary(self, i: int) -> bool:
        """Whether a whole sentence stands before word ``i``, and another begins with it."""
        return self._left_is_whole(i) and self._right_is_whole(i)

    def is_apposition(self, i: int) -> bool:
        """Whether the word before says what kind of thing a name here would be: the band The Who."""
        return self.words[i - 1].lower() in NAMED_THINGS

    def finite(self, i: int) -> bool:
        """Whether a word is a finite verb, or a past form that the tagger may have taken for a participle."""
        tag = self.tags[i]
        if tag.is_finite:
            return True
        return (
            tag == "VERB.Part"
            and i > 0
            and self.tags[i - 1] in {"NOUN", "PROPN", "PRON", "ADV"}
            and self.words[i].endswith(("ed", "t", "d", "w", "k"))
        )

    def _left_is_whole(self, i: int) -> bool:
        """Whether the words before ``i`` have a finite verb, and end where a sentence can end."""
        before, tag = self.words[i - 1].lower(), self.tags[i - 1]
        if before in LINKS or before in ARTICLES or before in SAYING or before == "," or tag not in COMPLETE | {"ADP"}:
            return False
        if tag == "ADP" and before not in PARTICLES:
            return False
        return self._opens_freely(i) and any(self.finite(k) for k in range(i))

    def _opens_freely(self, i: int) -> bool:
        """Whether the words before ``i`` are no subordinate clause that still waits for its main clause."""
        opening = next((w.lower() for w in self.words[:i] if w[0].isalpha()), "")
        return opening not in SUBORDINATORS or "," in self.words[:i] or sum(self.finite(k) for k in range(i)) > 1

    def _right_is_whole(self, i: int) -> bool:
        """Whether the words from ``i`` on have a finite verb of their own."""
        lower = self.words[i].lower()
        verbs = [k for k in range(i + 1, len(self.words)) if self.tags[k].is_finite]
        if self.tags[i].is_verb or not verbs:
            return False
        if lower in SUBJECTS:
            return verbs[0] - i <= REACH
        links = sum(self.words[k].lower() in JOINS for k in range(i + 1, verbs[0]))
        return not links or len(verbs) > links

    def new_subject(self, i: int) -> bool:
        """Whether a noun or name at ``i`` is the subject of a second sentence: no word joins the two verbs."""
        before, tag = self.words[i - 1].lower(), self.tags[i - 1]
        if tag not in COMPLETE or before in NAMED_THINGS or before in SAYING or before in PREPOSITIONS | ARTICLES | LINKS:
            return False
        if tag in {"ADJ", "ADV", "VERB.Fin", "VERB.Inf"} or (tag == "NUM" and not self._ends_date(i - 1)):
            return False
        first = next((k for k in range(i - 1, -1, -1) if self.finite(k)), -1)
        second = self._verb_after(i)
        if first < 0 or second < 0 or not self._opens_freely(i):
            return False
        joined = any(w.lower() in JOINS or w.lower() in SAYING for w in self.words[first:i])
        return not joined and not self._is_relative(i, second)

    def _ends_date(self, i: int) -> bool:
        """Whether a number ends a date or a phrase with a preposition: in 1978, on September 24."""
        return i > 0 and (self.words[i - 1].lower() in PREPOSITIONS or self.words[i - 1][:1].isupper() or len(self.words[i]) == len("1978"))

    def _verb_after(self, i: int) -> int:
        """Where the finite verb of a subject at ``i`` stands; -1 where none follows closely."""
        inside = False
        for k in range(i + 1, min(i + NAME_REACH, len(self.words))):
            word = self.words[k].lower()
            if word == ",":
                inside = not inside
            elif not inside and self.tags[k].is_finite:
                return k
            elif not inside and (word in JOINS or self.tags[k] == "PUNCT"):
                return -1
        return -1

    def _is_relative(self, i: int, verb: int) -> bool:
        """Whether what follows may be a relative clause without its pronoun: the deal Britain struck in May."""
        before = self.words[i - 1].lower()
        if before in TIMES or self.words[-2 if self.tags[-1] == "PUNCT" else -1].lower() in PREPOSITIONS:
            return True
        if self.tags[i - 1] in {"NUM", "PUNCT"} or before in {"it", "him", "them", "us", "me"}:
            return False
        after = self.tags[verb + 1] if verb + 1 < len(self.words) else None
        if self.words[verb].lower() in BE:
            return after not in {"DET", "ADJ", "NOUN", "ADV", "VERB.Part", "NUM"}
        return self.tags[verb] != "VERB.Fin" or after not in {"DET", "PRON", "NUM", "SCONJ", "PROPN", "ADJ"}
