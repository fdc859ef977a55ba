"""Whether a run of words is one sentence or two: finite verbs, and the words that may join them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

import articlelint as al
from articlelint_rules.capitals.clause_words import (
    ABSTRACT,
    BE,
    INTRANSITIVE,
    NAMED_THINGS,
    PERSONS,
    TIMES,
    WORKS,
)
from articlelint_rules.capitals.function_words import (
    ARTICLES,
    LINKS,
    OBJECTS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    SAYING,
    SUBJECTS,
    SUBORDINATORS,
)
from articlelint_rules.capitals.name_words import DAYS, MONTH_WORDS, MONTHS

REACH = 4
"""How many words after a pronoun its verb comes at the latest."""
NAME_REACH = 9
"""The same after a name, with its apposition."""
NO_SUBJECT_AFTER = SAYING | PREPOSITIONS | ARTICLES | LINKS
JOINS = (LINKS | SUBORDINATORS) - {"and", "or", "nor", "as", "yet", "so"}
"""Words that may stand between two finite verbs of one sentence."""
ADVERBS_BEFORE = frozenset("then also just only even still very".split())
"""Adverbs that stand before what they belong to, never at the end of a sentence that has lost its stop."""
YEAR = re.compile(r"1\d{3}|20\d{2}")
COMPLETE = frozenset("NOUN PROPN NUM ADV PRON ADJ PUNCT X SYM VERB.Part VERB.Fin VERB.Ing VERB.Inf".split())
"""Tags of words that a sentence can end with."""
ENDING = COMPLETE | {"ADP"}
OWN_BEFORE = POSSESSIVES | ARTICLES
DATES = MONTHS | MONTH_WORDS
AFTER_VERB = OBJECTS | INTRANSITIVE
OBJECT_PRONOUNS = OBJECTS | {"it"}


BEFORE_PARTICIPLE = frozenset("NOUN PROPN PRON ADV".split())
PAST_ENDINGS = ("ed", "t", "d", "w", "k")
FINITE = frozenset({"VERB.Fin", "AUX.Fin"})
VERBS = frozenset(f"{word}.{form}" for word in ("VERB", "AUX") for form in ("Fin", "Inf", "Ing", "Part"))
_PLAIN_TAGS = {tag: tag.value for tag in al.Tag}


class Clauses:
    """
    A sentence's words, doubtful capitals made small, and their parts of speech.

    ``lower`` are the words in lower case, ``tags`` the values of ``al.Tag``. ``finite`` says which words are
    finite verbs, or past forms that the tagger took for participles; ``finite_before[i]`` how many of these
    stand before word ``i``.
    """

    __slots__ = ("finite", "finite_before", "lower", "tags", "words")

    def __init__(self, words: Sequence[str], lower: list[str], tags: Sequence[al.Tag]) -> None:
        self.words = words
        self.lower = lower
        self.tags: list[str] = list(map(_PLAIN_TAGS.__getitem__, tags))
        self.finite = [
            tag in FINITE or (tag == "VERB.Part" and self._is_past(i)) for i, tag in enumerate(self.tags)
        ]
        self.finite_before = [0, *accumulate(self.finite)]

    def _is_past(self, i: int) -> bool:
        """Whether what the tagger calls a participle stands and ends as a past form does."""
        return i > 0 and self.tags[i - 1] in BEFORE_PARTICIPLE and self.words[i].endswith(PAST_ENDINGS)

    def boundary(self, i: int) -> bool:
        """Whether a whole sentence stands before word ``i``, and another begins with it."""
        return self._left_is_whole(i) and self._right_is_whole(i)

    def is_apposition(self, i: int) -> bool:
        """Whether the word before says what kind of work a title here would be: the band The Who."""
        return self.lower[i - 1] in WORKS

    def is_title_of(self, i: int) -> bool:
        """Whether the word before says what or who a name here would be: the city, commander, brothers."""
        before = self.lower[i - 1]
        return before in WORKS or before in NAMED_THINGS or before.endswith(PERSONS)

    def _left_is_whole(self, i: int) -> bool:
        """Whether the words before ``i`` have a finite verb, and end where a sentence can end."""
        before, tag = self.lower[i - 1], self.tags[i - 1]
        if before in LINKS or before in ARTICLES or before == "," or tag not in ENDING:
            return False
        if before in SAYING and "," not in self.words[max(i - REACH - 1, 0) : i - 1]:
            return False
        if (tag == "ADP" and before not in PARTICLES) or before in ADVERBS_BEFORE:
            return False
        follows = self.lower[i] in OWN_BEFORE
        verb = tag in {"VERB.Ing", "VERB.Fin", "VERB.Inf"} and self.words[i - 1].islower()
        if follows and verb and before not in INTRANSITIVE:
            return False  # what follows is the verb's object
        return self._opens_freely(i) and self.finite_before[i] > 0

    def _opens_freely(self, i: int) -> bool:
        """Whether the words before ``i`` are no subordinate clause that still waits for its main clause."""
        opening = next((w.lower() for w in self.words[:i] if w[0].isalpha()), "")
        return opening not in SUBORDINATORS or "," in self.words[:i] or self.finite_before[i] > 1

    def _right_is_whole(self, i: int) -> bool:
        """Whether the words from ``i`` on have a finite verb of their own."""
        lower = self.lower[i]
        verbs = [k for k in range(i + 1, len(self.words)) if self.finite[k]]
        if "'" in lower or "’" in lower:
            return self.tags[i] in FINITE  # It's, They're
        if self.tags[i] in VERBS or not verbs:
            return False
        if lower in SUBJECTS:
            return verbs[0] - i <= REACH
        links = sum(self.lower[k] in JOINS for k in range(i + 1, verbs[0]))
        return not links or len(verbs) > links

    def new_subject(self, i: int) -> bool:
        """Whether a noun or name at ``i`` begins a second sentence: no word joins the two verbs."""
        before = self.lower[i - 1]
        if before in NO_SUBJECT_AFTER or "-" in before or self.is_title_of(i):
            return False
        if not self._ends_phrase(i - 1) or self._has_complement(i) or self.is_bare(i - 1):
            return False
        return self._is_unjoined(i)

    def _is_unjoined(self, i: int) -> bool:
        """Whether a verb stands before ``i`` and one after it, and no word joins the two."""
        first = next((k for k in range(i - 1, -1, -1) if self.finite[k]), -1)
        second = self._verb_after(i)
        if first < 0 or second < 0 or not self._opens_freely(i):
            return False
        last = i - 1 if self.tags[i - 1] == "ADV" else i  # "cheaper services though" is complete
        joined = any(self._joins(k) or self.lower[k] in SAYING for k in range(first, last))
        joined = joined or any(self._begins_clause(k) for k in range(first + 1, last))
        return not joined and not self._is_relative(i, second)

    def new_subject_after_name(self, i: int) -> bool:
        """The same where a name ends a phrase before ``i``: at the Volgograd Arena England had."""
        start = i - 1
        while start > 0 and self.words[start - 1][:1].isupper():
            start -= 1
        before = start - 1 if start and self.tags[start - 1] != "DET" else start - 2
        return (
            before >= 0
            and self.tags[before] == "ADP"
            and self._verb_after(i) == i + 1
            and self._is_unjoined(i)
        )

    def is_bare(self, i: int) -> bool:
        """Whether a word is a singular noun without an article: a title before a name (nominee Clinton)."""
        word = self.lower[i]
        if self.tags[i] not in {"NOUN", "PROPN"} or word.endswith(("s", *ABSTRACT)):
            return False
        k = i - 1
        while k >= 0 and self.tags[k] in {"NOUN", "PROPN", "ADJ", "VERB.Ing"}:
            k -= 1
        return k < 0 or self.tags[k] not in {"DET", "PRON", "NUM", "ADP"}

    def _joins(self, i: int) -> bool:
        """Whether a word may join a second finite verb to the first; "while filming" does not."""
        ing = i + 1 < len(self.words) and self.tags[i + 1] == "VERB.Ing"
        return self.lower[i] in JOINS and not ing

    def _begins_clause(self, i: int) -> bool:
        """Whether a word links a clause that opens with an adverbial: ", and under him Gordon won"."""
        linked = self.tags[i] == "CCONJ" and i + 1 < len(self.words)
        return linked and self.words[i - 1] == "," and self.tags[i + 1] in {"ADP", "ADV", "SCONJ"}

    def _ends_phrase(self, i: int) -> bool:
        """Whether a word ends a noun phrase, a date or a passive, and is no attribute of the next word."""
        word, tag = self.words[i], self.tags[i]
        before = self.words[i - 1] if i else ""
        if word.isdigit():
            # In 1978, on September 24; but not: the 1858 Treaty.
            return before.lower() in DATES or (before.lower() in PREPOSITIONS and bool(YEAR.fullmatch(word)))
        if word == ")":
            return before.isdigit()
        if tag == "VERB.Part":
            return i > 0 and (before.lower() in BE or self.tags[i - 1] == "PRON")
        if tag in {"PRON", "VERB.Fin"}:
            return word.lower() in AFTER_VERB
        if tag == "ADV":
            return i > 0 and (
                self.tags[i - 1] == "NOUN" or (word.endswith("ly") and self.words[i - 1] == ",")
            )
        if tag == "ADJ":
            return (
                i > 1
                and self.tags[i - 1] == "ADV"
                and (self.tags[i - 2] == "NOUN" or self.tags[i - 2] in VERBS)
            )
        return tag in {"NOUN", "PROPN"} and not word.endswith("ing") and al.lexicon.is_word(word.lower())

    def _has_complement(self, i: int) -> bool:
        """Whether a capitalised word goes on as a title does: Republic of China, Minister for Europe."""
        after = self.words[i + 1 : i + 3]
        return len(after) > 1 and after[0] in {"of", "for"} and after[1][:1].isupper()

    def _verb_after(self, i: int) -> int:
        """Where the finite verb of a subject at ``i`` stands; -1 where none follows closely."""
        inside = False
        for k in range(i + 1, min(i + NAME_REACH, len(self.words))):
            word = self.lower[k]
            if word == ",":
                inside = not inside
            elif not inside and self.finite[k]:
                return k
            elif not inside and (word in JOINS or word == "and" or self.tags[k] == "PUNCT"):
                return -1
        return -1

    def _is_relative(self, i: int, verb: int) -> bool:
        """Whether a relative clause without a pronoun may begin at ``i``: the deal Britain struck."""
        before = self.lower[i - 1]
        last = self.lower[-2 if self.tags[-1] == "PUNCT" else -1]
        if before in TIMES or last in PREPOSITIONS:
            return True
        if self.tags[i - 1] in {"NUM", "PUNCT"} or before in OBJECT_PRONOUNS:
            return False
        main = self._main_verb(verb)
        if main + 1 == len(self.words):
            return True
        chain = set(self.lower[verb : main + 1])
        if chain & BE and self.tags[main] != "VERB.Ing":
            return False
        if self.words[main + 1] == "to":
            return True
        return not chain & INTRANSITIVE and not self._is_object(main + 1)

    def _main_verb(self, verb: int) -> int:
        """Where the verbs that begin at a finite one end: "has also been seen"."""
        main = verb
        while main + 1 < len(self.words) and self.words[main + 1] != "to":
            if self.tags[main + 1] not in VERBS and self.tags[main + 1] not in {"ADV", "PART"}:
                break
            main += 1
        return main

    def _is_object(self, i: int) -> bool:
        """Whether a verb's object begins at ``i``: then the clause is no relative one."""
        if self.lower[i] in DAYS:
            return False
        if self.tags[i] == "NOUN":
            return self.words[i].endswith("s") or self.tags[i + 1 : i + 2] == ["PROPN"]
        return self.tags[i] in {"DET", "PRON", "NUM", "SCONJ", "PROPN", "ADJ"}
