"""What the capital of a pronoun, a preposition or an auxiliary inside a sentence means."""

from __future__ import annotations

import articlelint as al
from articlelint_rules.capitals.clauses import FINITE
from articlelint_rules.capitals.facts import plain
from articlelint_rules.capitals.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    FUNCTION,
    OPENERS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    SAYING,
    SUBJECTS,
)
from articlelint_rules.capitals.gazetteer import Names, names
from articlelint_rules.capitals.name_words import DAYS, MONTH_WORDS, MONTHS
from articlelint_rules.capitals.sentence_capitals import SentenceCapitals, Verdict

AMBIGUOUS = frozenset("will may can so do mark us".split())
"""Function words that are also names: wrong only where the sentence needs an auxiliary."""
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
QUESTIONS = frozenset("what who how why when where which".split())
DATES = DAYS | MONTHS | MONTH_WORDS
NAMED = Names.PLACE | Names.COUNTRY | Names.PEOPLE | Names.GIVEN
LOCATING = frozenset({"in", "from"})
PLACING = frozenset("in to from of with at by for".split())
TITLE_REACH = 5
"""How many words behind a capital another one makes a title of both."""


def everyday_verdict(s: SentenceCapitals, i: int, lower: str) -> Verdict | None:
    """The verdict on a function word; None where it stands in a name, a title, a list."""
    if _is_label(s, i, lower) or _is_possessed(s, i, lower):
        return None
    if lower in AMBIGUOUS:
        return Verdict.STRAY if _needs_auxiliary(s, i) else None
    stop = lower in OPENERS and s.clauses.boundary(i)
    if lower in ARTICLES and not s.at(i + 1)[:1].isalnum():
        return None
    if s.has_own_capital(i + 1):
        decided, verdict = _before_capital(s, i, lower, stop=stop)
        if decided:
            return verdict
    if s.has_own_capital(i - 1) and not _follows_name(s, i, lower, stop=stop):
        return None
    if stop:
        return Verdict.LOST_STOP
    titled = lower in ARTICLES and s.clauses.is_apposition(i)
    lettered = lower == "a" and (
        s.has_capital(i - 1) or s.tag(i - 1) in {"NOUN", "PROPN", "NUM"}
    )  # vitamin A
    following = plain(s.at(i + 1))
    named = lower in ARTICLES and not al.lexicon.is_word(following) and not al.lexicon.name_size(following)
    return None if lettered or titled or named or _title_follows(s, i) else Verdict.STRAY


def _before_capital(s: SentenceCapitals, i: int, lower: str, *, stop: bool) -> tuple[bool, Verdict | None]:
    """Whether a capital on the next word decides, and how: lived In London; she read The Times."""
    if lower in ARTICLES:
        return True, _article_before_capital(s, i, lower, stop=stop)
    following = plain(s.at(i + 1))
    if stop and lower in PREPOSITIONS and not s.has_capital(i - 1) and not s.clauses.is_apposition(i):
        return True, Verdict.LOST_STOP
    if stop and s.is_name(i - 1) and following in DATES:
        return True, Verdict.LOST_STOP
    kinds = names(following)
    common = al.lexicon.is_common(following)
    place = bool(kinds & NAMED) and (not common or bool(kinds & Names.COUNTRY))
    if not place and (common or s.has_own_capital(i - 1)):
        return True, None
    if s.has_own_capital(i - 1) and lower not in LOCATING:
        return True, None
    return place and lower in PLACING, Verdict.STRAY


def _article_before_capital(s: SentenceCapitals, i: int, lower: str, *, stop: bool) -> Verdict | None:
    """The verdict on The before a capital: in Florida The United States freed; she read The Times."""
    people = names(plain(s.at(i + 1))) & Names.PEOPLE
    before = s.at(i - 1)
    if stop and not s.clauses.is_apposition(i):
        free = s.has_capital(i - 1) or s.tag(i - 1) in {"NOUN", "PROPN", "NUM", "ADV", "ADJ", "PUNCT"}
        described = people or s.tag(i + 1) == "ADJ" or s.has_capital(i + 2)
        if free and (not s.has_capital(i - 1) or described):  # not: Thunderbirds The Movie
            return Verdict.LOST_STOP
    apart = before.isdigit() or s.tag(i - 1) in {"ADP", "AUX.Fin", "AUX.Inf"}
    return Verdict.STRAY if lower == "the" and people and apart and s.tag(i + 2) == "NOUN" else None


def _is_possessed(s: SentenceCapitals, i: int, lower: str) -> bool:
    """Whether an article follows a possessive: Disney's The Muppets."""
    before = s.at(i - 1)
    split = before == "s" and s.at(i - 2) in {"'", "’"}
    return lower in ARTICLES and (split or before.endswith(("'s", "’s", "s’")))


def _is_label(s: SentenceCapitals, i: int, lower: str) -> bool:
    """Whether a function word belongs to a list or a name: Phase Two, the five Ws, at Under 70 Auto Sales."""
    if lower == "a":  # Schedule A, child A, an A grade
        label = s.has_capital(i - 1) and not s.is_name(i - 1)
        return label or s.lower(i - 1) in ARTICLES or s.tag(i + 1) not in {"NOUN", "ADJ"}
    before = s.at(i - 1)
    if s.has_capital(i - 1) and (lower in NUMBERS or _is_gerund(s, i - 1)):
        return True
    if before.lower() in {",", "and", "or"} and s.has_capital(i - 2) and lower not in AUXILIARIES:
        return _is_listed(s, i, lower)
    if before.lower() in ARTICLES | POSSESSIVES and lower not in ARTICLES:
        return before != "her" or lower not in PREPOSITIONS
    return _is_named_by_neighbours(s, i, lower) or _is_question(s, i, lower)


def _is_gerund(s: SentenceCapitals, i: int) -> bool:
    """Whether a label begins with a verb: Getting There."""
    return s.is_initial(i) and s.tag(i) == "VERB.Ing"


def _is_listed(s: SentenceCapitals, i: int, lower: str) -> bool:
    """Whether a word goes on with a list: Who, What and Where; Rounds One and Two; Search and Above."""
    two_before = s.lower(i - 2)
    ends = lower in PREPOSITIONS and not s.at(i + 1)[:1].isalnum()  # Canada, Mexico and Beyond
    if s.at(i - 1) != "," and (ends or (two_before in FUNCTION and not s.is_initial(i - 2))):
        return True  # Before and After
    kinds = QUESTIONS | NUMBERS
    if two_before in kinds and lower in kinds:
        return True
    return not s.is_name(i - 2) and two_before not in FUNCTION and lower not in QUESTIONS


def _is_named_by_neighbours(s: SentenceCapitals, i: int, lower: str) -> bool:
    """Whether the words on both sides show that a word is part of a name."""
    before, two_before, after = s.at(i - 1), s.at(i - 2), s.at(i + 1)
    plural = before in {"'", "’"} and two_before.endswith("s")
    if lower not in AUXILIARIES and (plural or before.endswith(("'s", "’s"))):
        return True  # NBC's Today show, Forbes’ Under 30 Summit
    if two_before == "/" or (before == "," and two_before.lower() in SAYING):
        return True  # Feinstein's/54 Below; speech without marks
    if lower in PREPOSITIONS and not after[:1].isalnum():
        return True  # 2016 and Beyond
    if after[:1].isdigit() and s.tag(i - 1) == "ADP" and lower not in ARTICLES:
        return True  # at Under 70 Auto Sales
    if not s.has_capital(i + 1):
        return False
    if s.clauses.is_apposition(i):
        return True  # the group One Wisconsin Now
    if lower not in QUANTIFIERS | ADVERBS or s.clauses.boundary(i):
        return False
    return not (names(plain(after)) & Names.PEOPLE and s.at(i + 2).islower())


def _is_question(s: SentenceCapitals, i: int, lower: str) -> bool:
    """Whether a question word begins a question or a title: we wrote a What to Expect."""
    if lower not in QUESTIONS:
        return False
    if "?" in s.words[i:] or s.tag(i - 1) == "DET":
        return True
    before = s.at(i - 1)
    relative = before == "," and s.tag(i + 1) in FINITE
    return s.tag(i - 1) == "PUNCT" and before != ")" and not relative


def _title_follows(s: SentenceCapitals, i: int) -> bool:
    """Whether an everyday word close behind has a capital too: Just the Way You Are."""
    return any(
        s.has_capital(k) and s.facts[k].lower in FUNCTION and s.words[k] != "I" and not s.is_initial(k)
        for k in range(i + 1, min(i + TITLE_REACH, len(s.words)))
    )


def _follows_name(s: SentenceCapitals, i: int, lower: str, *, stop: bool) -> bool:
    """Whether a function word after a capitalised word is outside its name or title."""
    before = s.lower(i - 1)
    name = s.is_name(i - 1)
    if stop and not name and lower in PREPOSITIONS | ADVERBS and s.tag(i + 1) not in {"DET", "ADJ"}:
        return False  # No Child Left Behind
    if before in FUNCTION or (lower in PARTICLES and al.lexicon.is_word(before) and not stop):
        return False
    run = i - 1
    while run >= 0 and s.has_capital(run):
        if s.facts[run].lower in FUNCTION and not s.is_initial(run):
            return stop and run < i - 1
        run -= 1
    return stop or (name and lower not in ARTICLES)


def _needs_auxiliary(s: SentenceCapitals, i: int) -> bool:
    """Whether "will" or "can" stands between a subject and an infinitive: the land Can suffer."""
    before = s.at(i - 1)
    subject = before.islower() or before.lower() in SUBJECTS
    verb = s.tag(i) == "AUX.Fin" and s.tag(i + 1) in {"VERB.Inf", "AUX.Inf", "ADV"}
    return subject and verb and s.tag(i - 1) in {"NOUN", "PRON"}
