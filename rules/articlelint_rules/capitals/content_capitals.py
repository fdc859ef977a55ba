"""What the capital of a verb, a noun or a name inside a sentence means."""

from __future__ import annotations

import articlelint as al
from articlelint_rules.capitals.clauses import VERBS
from articlelint_rules.capitals.everyday_capitals import AMBIGUOUS
from articlelint_rules.capitals.facts import INFLECTED, plain
from articlelint_rules.capitals.function_words import (
    ARTICLES,
    AUXILIARIES,
    FUNCTION,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)
from articlelint_rules.capitals.gazetteer import Names, names
from articlelint_rules.capitals.name_words import DAYS, LAST_WORDS, PARTICLES
from articlelint_rules.capitals.sentence_capitals import SentenceCapitals, Verdict
from articlelint_rules.capitals.usage import Usage

PRESSED = frozenset("press click select choose hit type tap push".split())
"""Verbs whose object is the name of a button."""
CONNECTORS = ARTICLES | PREPOSITIONS | {"and", "or", "&", ","}
GOVERNING = AUXILIARIES | {"to", "not", "cannot", "ought"}
"""Words behind which a verb may stand."""
PERSONAL = Names.GIVEN | Names.SURNAME
FREQUENT = 20
"""The size of the lexicon for words that everybody uses every day."""


def content_verdict(s: SentenceCapitals, i: int) -> Verdict | None:
    """The verdict on an everyday verb, adverb, noun or adjective; None where it may be a name."""
    tag, before, lower = s.clauses.tags[i], s.tag(i - 1), s.facts[i].lower
    if lower.endswith("ly") and s.at(i + 1) == "," and s.clauses.boundary(i):
        return Verdict.LOST_STOP  # Ultimately, ...
    governed = _is_governed(s, i)
    if _in_name(s, i) or (_in_phrase(s, i) and not (governed and tag in VERBS)):
        return None
    if before == "ADP" and not governed:
        return None
    inflected = lower.endswith(INFLECTED)
    described = tag == "ADJ" and inflected and (before.startswith("AUX") or before == "ADV")
    verb = tag in VERBS or described
    plural = before == "NOUN" and s.at(i - 1).endswith("s") and tag == "VERB.Fin"
    kinds = names(lower)
    if kinds & PERSONAL and not (verb and (inflected or governed or plural)):
        return None if verb else name_verdict(s, i)
    apart = (
        inflected or plural or (governed and not kinds & Names.GIVEN and al.lexicon.size(lower) <= FREQUENT)
    )
    if s.has_own_capital(i + 1) and not (verb and apart and _is_apart_from_name(s, i)):
        return None
    if s.has_own_capital(i - 1):
        return Verdict.STRAY if _is_verb_of_name(s, i) else None
    if s.at(i + 1) in {"&", "/"} or s.lower(i - 1) in PRESSED:
        return None
    if verb or (tag == "ADV" and lower.endswith("ly")):
        return Verdict.STRAY if _fits(s, i) and not s.clauses.is_apposition(i) else None
    return name_verdict(s, i) if tag in {"NOUN", "ADJ", "ADV", "NUM"} else None


def is_in_name(usage: Usage, i: int) -> bool:
    """
    Whether ``content_verdict`` would leave a word beside another with a capital alone, whatever their tags.

    President Barack Obama, the Republican Party: a verb's capital is only told behind what is surely a name,
    and before one only by the verb's ending, or by a word that needs a verb.
    """
    facts, before, after = usage.facts[i], usage.facts[i - 1], usage.facts[i + 1 : i + 2]
    lower = facts.lower
    if facts.base in FUNCTION or facts.names & PERSONAL or lower.endswith("ly"):
        return False
    if before.capital and (before.is_name or i - 1 not in usage.initial):
        return not before.is_name or al.lexicon.size(lower) > FREQUENT
    if not after or not after[0].capital or i + 1 in usage.initial or lower.endswith(INFLECTED):
        return False
    return not (
        before.lower.endswith("s") or before.lower in GOVERNING or "'" in before.text or "’" in before.text
    )


def name_verdict(s: SentenceCapitals, i: int) -> Verdict | None:
    """The verdict on a name, or what may be one: only a full stop can be missing, before a new subject."""
    before = s.at(i - 1)
    if s.has_capital(i - 1):
        apart = _is_known_alone(s, i) and _ends_own_name(before) and s.clauses.new_subject_after_name(i)
        return Verdict.LOST_STOP if apart else None
    if before == "," or before in PARTICLES or s.at(i + 1)[:1].isdigit() or s.facts[i].lower in DAYS:
        return None
    return Verdict.LOST_STOP if s.clauses.new_subject(i) else None


def _is_governed(s: SentenceCapitals, i: int) -> bool:
    """Whether the word before needs a verb: was Disbanded, to Capture."""
    infinitive = s.at(i - 1) == "to" and s.tag(i) == "VERB.Inf"
    return infinitive or s.tag(i - 1) in {"AUX.Fin", "AUX.Inf", "AUX.Part", "PART"}


def _in_name(s: SentenceCapitals, i: int) -> bool:
    """Whether a word belongs to a name, whatever the grammar around it says: Authority to Operate."""
    before, two_before = s.at(i - 1), s.lower(i - 2)
    if "’" in s.words[i] or "'" in s.words[i]:
        return True
    if s.has_capital(i - 1) and before.lower() in AMBIGUOUS:
        return True  # Will Slack
    if s.tag(i) == "VERB.Ing" and (s.tag(i - 1) in {"CCONJ", "ADJ"} or s.has_own_capital(i + 1)):
        return True
    if before != "to":
        return False
    named = s.has_capital(i - 2) and not s.is_name(i - 2)
    place = names(s.facts[i].lower) & Names.PLACE and not s.words[i].endswith(INFLECTED)
    return named or bool(place) or two_before in {"according", "thanks", "you"}


def _in_phrase(s: SentenceCapitals, i: int) -> bool:
    """Whether a word belongs to a capitalised phrase: Notice and Comment, our React app."""
    before = s.at(i - 1)
    if before == "," and (s.has_capital(i - 2) or s.tag(i) != "VERB.Ing"):
        return True
    if before.lower() in POSSESSIVES:
        return True
    if before.lower() in SUBJECTS and s.is_initial(i - 1):
        return False  # He Became
    if s.has_capital(i - 1) and (not s.is_name(i - 1) or before.isupper()):
        return True
    head = i - 3 if s.at(i - 2) == "," else i - 2
    if before.lower() in CONNECTORS and s.has_capital(head) and s.lower(head) not in FUNCTION:
        return head == i - 3 or not s.is_name(head)
    if s.lower(i + 1) not in CONNECTORS or not s.has_capital(i + 2):
        return False
    return not s.is_name(i + 2) and s.at(i + 2).lower() not in FUNCTION


def _is_apart_from_name(s: SentenceCapitals, i: int) -> bool:
    """Whether the name behind a verb is its object, not the rest of a title: Make America Great Again."""
    title = s.has_capital(i + 2) and s.is_word_only(i + 2)
    return not title and not al.lexicon.is_common(plain(s.at(i + 1)))


def _is_verb_of_name(s: SentenceCapitals, i: int) -> bool:
    """Whether a word behind a name is its verb: Gaudí Brought about a reform."""
    titled = s.has_capital(i - 2) and s.is_word_only(i - 2)
    if titled or not s.is_name(i - 1) or al.lexicon.size(s.facts[i].lower) > FREQUENT:
        return False
    after = s.at(i + 1)
    return s.tag(i) in {"VERB.Fin", "VERB.Part"} and (after.lower() in FUNCTION or not after[:1].isalpha())


def _fits(s: SentenceCapitals, i: int) -> bool:
    """Whether a verb or an adverb can follow the word before it."""
    before = s.clauses.tags[i - 1]
    if before in {"DET", "ADJ", "NUM"} and s.at(i - 1) != "well":
        return False
    return before not in VERBS or before.startswith("AUX")


def _ends_own_name(word: str) -> bool:
    """Whether a capitalised word is a name, or the last word of one: the Volgograd Arena."""
    kinds = names(plain(word))
    place = kinds & (Names.PLACE | Names.COUNTRY) and not kinds & Names.GIVEN
    return bool(place) or word.lower() in LAST_WORDS


def _is_known_alone(s: SentenceCapitals, i: int) -> bool:
    """Whether a capitalised word is a name of one word: a country, or one that the article uses so."""
    lower = plain(s.words[i])
    return bool(names(lower) & Names.COUNTRY) or s.usage.alone.get(lower, 0) > 0
