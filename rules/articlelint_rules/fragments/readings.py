"""Readings: which finite verbs of a sentence may be its main verb, and which belong to clauses below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import articlelint as al
from articlelint_rules.fragments.clauses import (
    BREAKS,
    CONJUNCTIONS,
    LICENCES,
    NOMINATIVES,
    SUBJECTS,
    VAGUE_SUBORDINATORS,
    opens_belief,
    opens_clause,
)
from articlelint_rules.fragments.verbs import RELATIVES, Doubt, FiniteVerbs

_THINKING = frozenset(
    """
    think thought know knew believe believed hope hoped guess suppose sure glad time moment minute way
    """.split()
)
"""Words behind which a clause without ``that`` may stand."""
_TIMES = frozenset(
    """
    day night week weekend month year decade century morning afternoon evening time moment minute second hour
    summer winter spring autumn fall season mile way bit while lot instant date ago later
    """.split()
)
"""Nouns that stand before a subject without being its clause's: ``The next day he left``."""
_ARTICLES = frozenset("a an the one".split())
_BETWEEN = frozenset({"ADV", "PART"})
_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_TURNS = BREAKS | CONJUNCTIONS | LICENCES | {")"}
"""Words with which a clause may begin or end; so it may before a pronoun."""
_EARLY = 5
"""How far behind ``because`` an aside may end that stands before its clause: ``Because, as a rule, they``."""


class Reading(NamedTuple):
    """
    A sentence's finite verbs up to its main verb, as indices of its words; "has not been told" is one.

    ``main`` is the first that no conjunction or relative word before it accounts for: a sentence has one.
    """

    finite: tuple[int, ...]
    main: int | None


def read(words: Sequence[str], tags: Sequence[al.Tag], margin: Callable[[int], int], doubt: Doubt) -> Reading:
    """
    Look for the verb of the main clause, past those of other clauses; without one, to the end.

    ``margin`` gives the tagger's margin of a word by its index: it is asked for where a word is in doubt.
    """
    reader = _Reader(words, tags, FiniteVerbs(words, tags, margin, doubt), doubt)
    last = len(words) - 1
    for at, word in enumerate(words):
        if reader.finite[at]:
            reader.take_verb(at)
            if reader.main:
                break
            continue
        reader.auxiliary = reader.auxiliary and tags[at].upos in _BETWEEN
        if at == 0 or word in _TURNS or (at < last and words[at + 1] in SUBJECTS):
            reader.take_word(at)
    return Reading(tuple(reader.found), reader.main[0] if reader.main else None)


class _Reader:
    """
    What is known on the way through a sentence.

    ``licences`` counts the clauses that were opened and have no verb yet, ``held`` those from before a
    bracket; ``clause`` is where the last comma or its like stood.
    """

    __slots__ = (
        *("auxiliary", "clause", "doubt", "finite", "found", "held", "licences", "main", "tags"),
        "words",
    )

    def __init__(
        self, words: Sequence[str], tags: Sequence[al.Tag], finite: FiniteVerbs, doubt: Doubt
    ) -> None:
        self.words = words
        self.tags = tags
        self.finite = finite
        self.doubt = doubt
        self.found: list[int] = []
        self.main: list[int] = []
        self.licences = 0
        self.held = 0
        self.clause = -1
        self.auxiliary = False

    def take_verb(self, at: int) -> None:
        """Read a finite verb; one after an auxiliary is the same verb's, but not in ``where it is is``."""
        if not self.auxiliary or self.words[at] == self.words[at - 1]:
            self.found.append(at)
            if not self.licences:
                self.main.append(at)
            self.licences = max(self.licences - 1, 0) + self._opens_bare_clause(at)
        self.auxiliary = self.tags[at] is al.Tag.AUX_FINITE

    def take_word(self, at: int) -> None:
        """Read a word that is no finite verb: the first, one of ``_TURNS``, or one before a pronoun."""
        word = self.words[at]
        if word == ")":
            self.licences, self.clause = self.held, at
        elif word in BREAKS and self.words[at - 1] not in RELATIVES:
            self.held = self.licences if word == "(" else 0
            self.licences = self.licences if self._awaits_verb(at) else 0
            self.clause = at
        elif at == 0 and self._opens_at_once():
            self.licences = 1
        elif word in CONJUNCTIONS:
            self.licences += self._links(at) and self._shares_subject(at + 1)
        else:
            opened = self._opens_bare_clause(at) or self._opens_contact_clause(at)
            if opened or (word in LICENCES and opens_clause(self.words, self.tags, at)):
                self.licences = min(self.licences + 1, self.doubt.pending)

    def _awaits_verb(self, comma: int) -> bool:
        """Whether the clause that opens the sentence has no verb yet: ``Which, in 1990, became``."""
        relative = self.words[0] in RELATIVES or self.words[1] in RELATIVES
        return not self.found and (relative or (self.words[0] == "because" and comma <= _EARLY))

    def _opens_at_once(self) -> bool:
        vague = self.words[0] in VAGUE_SUBORDINATORS and not self.doubt.wary
        return vague or opens_belief(self.words)

    def _links(self, at: int) -> bool:
        """Whether a conjunction may carry on a clause: one with a verb ends here, or a comma before it."""
        if not self.found or self.words[at - 1] == "as":  # "as yet"
            return False
        return self.doubt.wary or self.found[-1] > self.clause or self.words[at - 1] in BREAKS

    def _shares_subject(self, at: int) -> bool:
        """
        Whether a verb follows a conjunction at once: ``and then left``.

        In a subordinate clause, if no comma divides the two, a new subject may come first: ``Because the
        roof leaked and the cellar was wet``.
        """
        start, wary = at, self.doubt.wary
        joined = not wary and self.found[-1] > self.clause
        while at < len(self.words) and not self.finite[at]:
            upos = self.tags[at].upos
            subject = upos in _SUBJECT and (at == start or upos not in {"DET", "PRON"})
            own = not wary and self.words[at] in NOMINATIVES
            if not (upos in _BETWEEN or own or (joined and subject)):
                return False
            at += 1
        return at < len(self.words)

    def _opens_bare_clause(self, at: int) -> bool:
        """Whether a clause without ``that`` follows: ``know she was home``, ``the last time we went``."""
        after = self.words[at + 1 : at + 2]
        thinking = bool(self.found) and not self.doubt.wary and self.words[at] in _THINKING
        return thinking and bool(after) and after[0] in SUBJECTS

    def _opens_contact_clause(self, at: int) -> bool:
        """Whether a noun's relative clause follows it without a relative word: ``a role he played``."""
        words = self.words
        if at + 2 >= len(words) or self.tags[at] is not al.Tag.NOUN or words[at] in _TIMES:
            return False
        if words[at + 1] not in SUBJECTS or not (
            self.finite[at + 2] or (at + 3 < len(words) and self.finite[at + 3])
        ):
            return False
        if words[0] in RELATIVES:
            return self.tags[1].is_verb
        opening = words[:at]
        plain = words[0] in _ARTICLES and "," not in opening and _TIMES.isdisjoint(opening)
        return plain and self.doubt.wary
