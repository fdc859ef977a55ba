"""
What a capital inside a sentence means: a full stop was lost before it, or the capital is one too many.

The two rules missing-full-stop and stray-capital both read this, so that no place is reported twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.clauses import Clauses
from articlelint_rules.capitals.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    FUNCTION,
    LINKS,
    OPENERS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    SAYING,
    SUBJECTS,
)
from articlelint_rules.capitals.gazetteer import Names, names
from articlelint_rules.capitals.name_words import DAYS, LAST_WORDS, MONTH_WORDS, MONTHS
from articlelint_rules.capitals.name_words import PARTICLES as PARTICLES_OF_NAMES
from articlelint_rules.capitals.usage import BODY, Usage, plain, usage_of

AMBIGUOUS = frozenset("will may can so do mark us".split())
"""Function words that are also names: wrong only where the sentence needs an auxiliary."""
CLOSING = frozenset(")]”\"’»")
NAME_MARGIN = 25
"""How much rarer a word must be as a name than as a word (in sizes of the lexicon) to count as a word only."""
TITLE_WORDS = 2
TITLE_REACH = 5
KNOWN = 50
CONTRACTED = ("'s", "'re", "'ve", "'ll", "'d")
SHORT_LINE = 50
SHORT_QUOTE = 60
"""Characters up to which words in quotation marks may be a title."""
INFLECTED = ("ed", "en", "ing", "s")
INFINITIVES = frozenset({"VERB.Inf", "AUX.Inf", "ADV"})
NAMED = Names.PLACE | Names.COUNTRY | Names.PEOPLE | Names.GIVEN
PRESSED = frozenset("press click select choose hit type tap push".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
QUESTIONS = frozenset("what who how why when where which".split())
CONNECTORS = ARTICLES | PREPOSITIONS | {"and", "or", "&", ","}
LOCATING = frozenset("in from".split())
PLACING = frozenset("in to from of with at by for".split())
FREQUENT = 20


class Verdict(Enum):
    """What is wrong where a capital stands inside a sentence."""

    LOST_STOP = "a full stop was lost before it"
    STRAY = "the capital is one too many"


@dataclass(frozen=True, slots=True)
class InnerCapital:
    """A capitalised word inside a sentence, by the index of its token, and what it means."""

    token: int
    verdict: Verdict


@lru_cache(maxsize=2)
def inner_capitals(doc: al.Document) -> tuple[InnerCapital, ...]:
    """The wrong capitals inside the sentences of a document, in order."""
    usage = usage_of(doc)
    if usage.shouts:
        return ()
    titles = [quote.span for quote in doc.quotes if len(quote.span) <= SHORT_QUOTE]
    found: list[InnerCapital] = []
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind in BODY:
            quoted = [span for span in titles if span.overlaps(sentence.span)]
            found.extend(_Reader(doc, sentence, usage, quoted).read())
    return tuple(found)


def _after_short_lines(doc: al.Document, sentence: al.Sentence) -> set[int]:
    """The tokens that begin a line after a short one: a label or a verse, not a sentence that was wrapped."""
    found: set[int] = set()
    at = doc.text.find("\n", sentence.span.start, sentence.span.end)
    while at >= 0:
        if at - doc.text.rfind("\n", 0, at) <= SHORT_LINE:
            found.update(i for i in sentence.tokens if doc.tokens.starts[i] > at and doc.tokens.ends[i - 1] <= at)
        at = doc.text.find("\n", at + 1, sentence.span.end)
    return found


def _base(word: str) -> str:
    """A word in lower case; of a contraction, what it contracts: "it" of "It's"."""
    lower = word.lower().replace("’", "'")
    base = lower.partition("'")[0]
    return base if lower.endswith(CONTRACTED) and base in SUBJECTS else lower


class _Reader:
    """Judges the capitals of one sentence. Positions count from its first token."""

    def __init__(self, doc: al.Document, sentence: al.Sentence, usage: Usage, titles: list[al.Span]) -> None:
        tokens = doc.tokens
        self.first, last = sentence.tokens[0], sentence.tokens[-1] + 1
        self.words, self.kinds = tokens.texts[self.first : last], tokens.kinds[self.first : last]
        self.quoted = {
            i for i in range(len(self.words)) for span in titles if span.start <= tokens.starts[self.first + i] < span.end
        } if titles else set[int]()
        self.usage = usage
        self.broken = _after_short_lines(doc, sentence)
        self.clauses = Clauses(self.words, ())

    def read(self) -> Iterator[InnerCapital]:
        """The wrong capitals, in order. Tags are worked out only where a word list leaves a candidate."""
        words = {i: self.words[i].lower() for i in range(1, len(self.words)) if self._is_candidate(i)}
        starts = [i for i in range(1, len(self.words)) if i not in words and self._may_open(i)]
        if not (words or starts) or self._is_title():
            return
        lowered = [words.get(i, word) for i, word in enumerate(self.words)]
        self.clauses = Clauses(lowered, al.tag_words(lowered))
        for i in sorted([*words, *starts]):
            verdict = self._judge(i) if i in words else self._judge_name(i)
            if verdict is not None:
                yield InnerCapital(self.first + i, verdict)

    def at(self, i: int) -> str:
        """A word of the sentence; empty outside it."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def _capital(self, i: int) -> bool:
        """Whether a word has a capital that it does not owe to its place."""
        return self.at(i)[:1].isupper() and (self.first + i not in self.usage.initial or self._is_name(i))

    def _is_name(self, i: int) -> bool:
        lower = plain(self.at(i))
        return not al.lexicon.is_word(lower) or bool(names(lower) and not al.lexicon.is_common(lower))

    def _is_title(self) -> bool:
        """Whether the everyday words of the sentence have capitals too: a title, a list of links, a table row."""
        capitals = small = 0
        for i, word in enumerate(self.words):
            lower = word.lower()
            if self.first + i in self.usage.initial or lower in ARTICLES | PREPOSITIONS | LINKS:
                continue
            if al.lexicon.is_common(lower) or lower in FUNCTION:
                capitals += word[0].isupper()
                small += word[0].islower()
        return capitals > TITLE_WORDS and small < TITLE_WORDS

    def _stands_inside(self, i: int) -> bool:
        """Whether a word has a capital although nothing before it begins anew."""
        word, before = self.words[i], self.words[i - 1]
        if not word[0].isupper() or self.kinds[i] is not al.TokenKind.WORD or i in self.quoted:
            return False
        if before in CLOSING and self.at(i - 2) == ",":
            return False  # “No comment,” The Herald reported
        if self.first + i in self.broken or (before == ")" and self._is_aside(i - 1)):
            return False
        if before == ")" and self.at(i - 3) != "(" and len(self.at(i - 2)) == 1 and self.at(i - 2).isalnum():
            return False  # a) The ... b) The
        if self.first + i in self.usage.initial or not (before[-1].isalnum() or before in {",", *CLOSING}):
            return False
        return (not word[1:] or word[1:].replace("’", "").replace("'", "").islower()) and word != "O"

    def _is_aside(self, close: int) -> bool:
        """Whether a bracket that closes is a sentence of its own: He left. (Laughter) And then."""
        opening = next((k for k in range(close - 1, -1, -1) if self.words[k] == "("), close)
        return opening == 0 or self.words[opening - 1] in {".", "!", "?", "”"}

    def _is_candidate(self, i: int) -> bool:
        """Whether a word that is never a name stands inside the sentence with a capital."""
        if not self._stands_inside(i) or self.words[i] == "I":
            return False
        lower = _base(self.words[i])
        if "-" in lower or (self.at(i + 1) == "(" and self.at(i + 2).isdigit()) or (lower == "no" and self.at(i + 1) == "."):
            return False  # a title and its year; a number
        return lower in FUNCTION or self._is_word_only(lower)

    def _is_word_only(self, lower: str) -> bool:
        """Whether a word is English, no name, and not one that the article gives a capital on purpose."""
        size, name_size = al.lexicon.size(lower), al.lexicon.name_size(lower)
        if not size or size > (al.lexicon.COMMON if not lower.endswith(INFLECTED) else KNOWN) or 0 < name_size <= size + NAME_MARGIN:
            return False
        return self.usage.capitalised[lower] <= 1 or self.usage.lower[lower] > self.usage.capitalised[lower]

    def _may_open(self, i: int) -> bool:
        """Whether a name stands where a sentence could begin: behind a lower-case word, a number, a bracket."""
        before = self.words[i - 1]
        return self.words[i] != "I" and self._stands_inside(i) and (before[-1].isalnum() or before == ")")

    def _judge(self, i: int) -> Verdict | None:
        lower = _base(self.words[i])
        return self._judge_function(i, lower) if lower in FUNCTION else self._judge_content(i)

    def _judge_function(self, i: int, lower: str) -> Verdict | None:
        """A pronoun, preposition, auxiliary ...: wrong unless it stands in a name or title."""
        if self._is_label(i, lower):
            return None
        if lower in AMBIGUOUS:
            return Verdict.STRAY if self._needs_auxiliary(i) else None
        stop = lower in OPENERS and self.clauses.boundary(i)
        before = self.at(i - 1)
        if lower in ARTICLES and not self.at(i + 1)[:1].isalnum():
            return None
        possessive = before.endswith(("'s", "’s", "s’")) or (before == "s" and self.at(i - 2) in {"'", "’"})
        if possessive and lower in ARTICLES:
            return None  # Disney's The Muppets
        if self._capital(i + 1):
            following = plain(self.at(i + 1))
            if lower in ARTICLES:
                free = self.clauses.tags[i - 1] in {"NOUN", "NUM", "ADV", "PROPN", "PUNCT"} or before[:1].isupper()
                adjective = names(following) & Names.PEOPLE or self.clauses.tags[i + 1] == "ADJ"
                # Thunderbirds The Movie
                titled = before[:1].isupper() and not self.at(i + 2)[:1].isupper() and not adjective
                if stop and free and not titled and not self.clauses.is_apposition(i):
                    return Verdict.LOST_STOP
                people = names(following) & Names.PEOPLE and self.clauses.tags[i + 2 : i + 3] == ("NOUN",)
                apart = before.isdigit() or self.clauses.tags[i - 1] in {"ADP", "AUX.Fin", "AUX.Inf"}
                return Verdict.STRAY if people and apart and lower == "the" else None
            if stop and not before[:1].isupper() and lower in PREPOSITIONS and not self.clauses.is_apposition(i):
                return Verdict.LOST_STOP
            if stop and self._is_name(i - 1) and following in MONTHS | MONTH_WORDS:
                return Verdict.LOST_STOP
            kinds = names(following)
            place = bool(kinds & NAMED) and (not al.lexicon.is_common(following) or bool(kinds & Names.COUNTRY))
            if not place and (self._capital(i - 1) or al.lexicon.is_common(following)):
                return None
            if self._capital(i - 1) and lower not in LOCATING:
                return None
            if place and lower in PLACING:
                return Verdict.STRAY
        if self._capital(i - 1) and not self._follows_name(i, lower, stop=stop):
            return None
        if lower == "a" or (lower in ARTICLES and self.clauses.is_apposition(i)) or self._title_follows(i):
            return Verdict.LOST_STOP if stop else None
        return Verdict.LOST_STOP if stop else Verdict.STRAY

    def _is_label(self, i: int, lower: str) -> bool:
        """Whether a function word belongs to a list or a title: Phase Two, the five Ws (Who, What and Where)."""
        before, two_before = self.at(i - 1), self.at(i - 2)
        if before[:1].isupper() and (lower in NUMBERS or self._is_gerund(i - 1)):
            return True
        if lower == "a":  # Schedule A, child A
            label = before[:1].isupper() and not self._is_name(i - 1)
            return label or self.clauses.tags[i + 1 : i + 2] not in (("NOUN",), ("ADJ",))
        if before.lower() in {",", "and", "or"} and two_before[:1].isupper() and lower not in AUXILIARIES:
            alike = two_before.lower() in QUESTIONS | NUMBERS and lower in QUESTIONS | NUMBERS
            return alike or (not self._is_name(i - 2) and two_before.lower() not in FUNCTION and lower not in QUESTIONS)
        if before.lower() in ARTICLES | POSSESSIVES and lower not in ARTICLES:
            return before != "her" or lower not in PREPOSITIONS
        if lower not in AUXILIARIES and (before.endswith(("'s", "’s")) or (before in {"'", "’"} and two_before.endswith("s"))):
            return True  # NBC's Today show, Forbes’ Under 30 Summit
        if two_before == "/":
            return True  # Feinstein's/54 Below
        if before == "," and two_before.lower() in SAYING:
            return True  # speech without marks
        after = self.at(i + 1)
        if lower in PREPOSITIONS and not after[:1].isalnum():
            return True  # 2016 and Beyond
        if after[:1].isdigit() and self.clauses.tags[i - 1] == "ADP" and lower not in ARTICLES:
            return True  # at Under 70 Auto Sales
        if after[:1].isupper() and self.clauses.is_apposition(i):
            return True  # the group One Wisconsin Now
        if after[:1].isupper() and lower in QUANTIFIERS | ADVERBS and not self.clauses.boundary(i):
            return not (names(plain(after)) & Names.PEOPLE and self.at(i + 2).islower())  # One Wisconsin Now
        return lower in QUESTIONS and ("?" in self.words[i:] or (self.clauses.tags[i - 1] in {"DET", "PUNCT"} and before != ")"))

    def _title_follows(self, i: int) -> bool:
        """Whether an everyday word close behind has a capital too: Just the Way You Are."""
        return any(
            self.words[k][:1].isupper() and self.words[k].lower() in FUNCTION
            for k in range(i + 1, min(i + TITLE_REACH, len(self.words)))
            if self.first + k not in self.usage.initial and self.words[k] != "I"
        )

    def _is_gerund(self, i: int) -> bool:
        """Whether a label begins with a verb: Getting There."""
        return self.first + i in self.usage.initial and self.clauses.tags[i] == "VERB.Ing"

    def _follows_name(self, i: int, lower: str, *, stop: bool) -> bool:
        """Whether a function word after a capitalised word is outside its name or title."""
        before = self.at(i - 1)
        opens = self.clauses.tags[i + 1 : i + 2] in (("DET",), ("ADJ",))
        if stop and not self._is_name(i - 1) and lower in PREPOSITIONS | ADVERBS and not opens:
            return False  # No Child Left Behind
        if before.lower() in FUNCTION or (lower in PARTICLES and al.lexicon.is_word(before.lower()) and not stop):
            return False
        run = i - 1
        while run >= 0 and self.words[run][:1].isupper():
            if self.words[run].lower() in FUNCTION and self.first + run not in self.usage.initial:
                return stop and run < i - 1
            run -= 1
        return stop or (self._is_name(i - 1) and lower not in ARTICLES)

    def _needs_auxiliary(self, i: int) -> bool:
        """Whether "will" or "can" stands between a subject and an infinitive: the land Can suffer."""
        tags = self.clauses.tags
        after = tags[i + 1] if i + 1 < len(tags) else None
        before = self.at(i - 1)
        subject = before.islower() or before.lower() in SUBJECTS
        return subject and tags[i] == "AUX.Fin" and tags[i - 1] in {"NOUN", "PRON"} and after in INFINITIVES

    def _judge_content(self, i: int) -> Verdict | None:
        """A verb, adverb, noun or adjective: wrong where the sentence around it leaves no room for a name."""
        tags = self.clauses.tags
        tag, before, after = tags[i], tags[i - 1], self.at(i + 1)
        governed = before in {"AUX.Fin", "AUX.Inf", "AUX.Part", "PART"} or (self.at(i - 1) == "to" and tag == "VERB.Inf")
        if self._in_title(i) or (self._in_phrase(i) and not (governed and tag.is_verb)) or (tag == "VERB.Ing" and (before in {"CCONJ", "ADJ"} or self._capital(i + 1))):
            return None
        inflected = self.words[i].endswith(INFLECTED)
        lower = self.words[i].lower()
        verb = tag.is_verb or (tag == "ADJ" and inflected and (before.startswith("AUX") or before == "ADV"))
        if before == "ADP" and not governed:
            return None
        plural = before == "NOUN" and self.at(i - 1).endswith("s") and tag == "VERB.Fin"
        if names(lower) & Names.PLACE and not inflected and self.at(i - 1) == "to":
            return None
        if names(lower) & (Names.GIVEN | Names.SURNAME) and not (verb and (inflected or governed or plural)):
            return None if verb else self._judge_name(i)
        if self._capital(i + 1):
            apart = inflected or plural or (governed and al.lexicon.size(lower) <= FREQUENT and not names(lower) & Names.GIVEN)
            title = self.at(i + 2)[:1].isupper() and self._is_word_only(self.at(i + 2).lower())  # Make America Great
            if not verb or not apart or title or al.lexicon.is_common(plain(after)):
                return None
        if self._capital(i - 1):
            follows = self._is_name(i - 1) and not self._is_word_only(self.at(i - 2).lower() if self.at(i - 2)[:1].isupper() else "")
            frequent = al.lexicon.size(lower) <= FREQUENT
            finite = tag in {"VERB.Fin", "VERB.Part"} and frequent and (after.lower() in FUNCTION or not after[:1].isalpha())
            return Verdict.STRAY if follows and finite else None
        if after in {"&", "/"} or self.at(i - 1).lower() in PRESSED:
            return None
        if verb or (tag == "ADV" and self.words[i].endswith("ly")):
            fits = (before not in {"DET", "ADJ", "NUM"} or self.at(i - 1) == "well") and (not before.is_verb or before.startswith("AUX"))
            return Verdict.STRAY if fits and not self.clauses.is_apposition(i) else None
        return self._judge_name(i) if tag in {"NOUN", "ADJ", "ADV", "NUM"} else None

    def _in_title(self, i: int) -> bool:
        """Whether a word belongs to a name that not even the grammar around can break: Authority to Operate."""
        before, two_before = self.at(i - 1), self.at(i - 2)
        if "’" in self.words[i] or "'" in self.words[i] or (before[:1].isupper() and before.lower() in AMBIGUOUS):
            return True
        named = two_before[:1].isupper() and not self._is_name(i - 2)
        return before == "to" and (named or two_before.lower() in {"according", "thanks", "you"})

    def _in_phrase(self, i: int) -> bool:
        """Whether a word belongs to a capitalised phrase: Authority to Operate, Notice and Comment, our React app."""
        before = self.at(i - 1)
        if before == "," and (self.at(i - 2)[:1].isupper() or self.clauses.tags[i] != "VERB.Ing"):
            return True
        if before.lower() in POSSESSIVES:
            return True
        if before.lower() in SUBJECTS and self.first + i - 1 in self.usage.initial:
            return False  # He Became
        if before[:1].isupper() and (not self._is_name(i - 1) or before.isupper()):
            return True
        head = i - 3 if self.at(i - 2) == "," else i - 2
        if before.lower() in CONNECTORS and self.at(head)[:1].isupper() and self.at(head).lower() not in FUNCTION:
            return head == i - 3 or not self._is_name(head)
        after = self.at(i + 1).lower() in CONNECTORS and self.at(i + 2)[:1].isupper() and not self._is_name(i + 2)
        return after and self.at(i + 2).lower() not in FUNCTION

    def _judge_name(self, i: int) -> Verdict | None:
        """A name, or a word that may be one: only a full stop can be missing, and only before a new subject."""
        before = self.at(i - 1)
        if before[:1].isupper():
            apart = self._is_known_alone(i) and self._ends_own_name(i - 1) and self.clauses.new_subject_after_name(i)
            return Verdict.LOST_STOP if apart else None
        if before in PARTICLES_OF_NAMES or self.at(i + 1)[:1].isdigit() or self.words[i].lower() in DAYS:
            return None
        return Verdict.LOST_STOP if before != "," and self.clauses.new_subject(i) else None

    def _ends_own_name(self, i: int) -> bool:
        """Whether a capitalised word is a name, or the last word of one: the Volgograd Arena."""
        kinds = names(plain(self.words[i]))
        place = kinds & (Names.PLACE | Names.COUNTRY) and not kinds & Names.GIVEN
        return bool(place) or self.words[i].lower() in LAST_WORDS

    def _is_known_alone(self, i: int) -> bool:
        """Whether a capitalised word is a name of one word: a country, or one that the article uses so."""
        lower = plain(self.words[i])
        return bool(names(lower) & Names.COUNTRY) or self.usage.alone[lower] > 0
