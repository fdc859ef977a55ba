"""Why a single word without a capital is a name: a date, a country, a person, a word of no dictionary."""

from __future__ import annotations

from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.clause_words import NAMED_THINGS, WORKS
from articlelint_rules.capitals.clauses import FINITE
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.facts import RARE, plain
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.gazetteer import Names, names, needs_capital
from articlelint_rules.capitals.name_odds import name_odds
from articlelint_rules.capitals.name_words import (
    AFTER_NAMES,
    AFTER_SUBJECTS,
    AFTER_SURNAMES,
    AMBIGUOUS_COUNTRIES,
    BEFORE_NAMES,
    DAY_NUMBER,
    DAYS,
    DETERMINERS,
    HEADS,
    LATIN,
    MONTH_WORDS,
    MONTHS,
    NAME_STARTS,
    NUMERALS,
    OCEANS,
    PARTICLES,
    STREETS,
    TITLES,
)

SHORTEST = 5
"""Letters a word must have to be taken for a name because no dictionary has it."""
SURE_NAMES = Names.COUNTRY | Names.PEOPLE | Names.GIVEN
"""What may be named next to a word that no dictionary has; else the passage may be foreign."""
EVEN = 0.2
"""The log-odds below which a word of no dictionary is no name, whatever stands around it."""
TITLED = FUNCTION | PARTICLES | WORKS | NAMED_THINGS
"""Words that stand before names and belong to none."""
BODIES = HEADS | STREETS
NAME_ENDINGS = ("'s", "’s")
PERSONAL = Names.GIVEN | Names.SURNAME
DATES = DAYS | MONTHS | MONTH_WORDS | {f"{day}s" for day in DAYS}
"""Words that may have a date for a reason."""


def date_reason(context: Context, i: int, lower: str) -> str:
    """Why a word is the name of a day or a month; empty where it is not."""
    if lower in DAYS or lower.removesuffix("s") in DAYS:
        return "Days have a capital"
    if lower in MONTHS:
        return "Months have a capital"
    if lower in MONTH_WORDS:
        before, after = context.at(i - 1), context.at(i + 1)
        number = DAY_NUMBER.fullmatch(after) or (DAY_NUMBER.fullmatch(before) and after.isdigit())
        if number and (lower != "may" or after.isdigit()):
            return "Months have a capital"
    return ""


def name_reason(context: Context, i: int, lower: str) -> str:
    """Why a word is a name here; empty where it may be none. Foreign words around weaken every reason."""
    facts = context.word(i)
    reason = _listed(context, i, lower) if may_be_listed(lower) else ""
    if not reason and lower in context.usage.alone:
        reason = _own(context, i, lower)
    if reason:
        foreign = context.foreign_neighbours(i)
        sure = foreign == 0 or (foreign == 1 and facts.names & SURE_NAMES)
        return reason if sure else ""
    if facts.is_word:
        if not facts.names & PERSONAL:
            return ""
        reason = _given_name(context, i, lower) or _surname(context, i, lower)
    else:
        reason = _place(context, i, lower) or _unlisted(context, i, lower)
        if reason and not facts.names and name_odds(context, i) < EVEN:
            return ""
    return "" if reason and context.foreign_neighbours(i) else reason


def _listed(context: Context, i: int, lower: str) -> str:
    """Words of the tables that are names wherever they stand, or here by the words around them."""
    facts, before = context.word(i), context.at(i - 1)
    kinds = facts.names
    if needs_capital(lower, context.lower(i + 1)):
        if kinds & Names.PEOPLE:
            return "Peoples and languages have a capital"
        if kinds & Names.COUNTRY:
            return "Countries have a capital"
        return "Places have a capital" if kinds & Names.PLACE else "This is a name"
    if lower in AMBIGUOUS_COUNTRIES:
        sure = before in AMBIGUOUS_COUNTRIES[lower] or context.at(i).endswith(NAME_ENDINGS)
        return "Countries have a capital" if sure else ""
    if lower in OCEANS:
        sure = before == "the" and context.tag(i + 1) not in {"NOUN", "ADJ", "PROPN"}
        return "Oceans have a capital" if sure else ""
    if lower == "senate" and before == "the" and context.tag(i) == "PROPN":
        return "The name of a chamber has a capital"
    rare = len(lower) >= SHORTEST - 1 and facts.size >= RARE and 0 < facts.name_size <= RARE
    return "This is a name" if rare and context.tag(i) == "PROPN" else ""


@lru_cache(maxsize=2048)
def may_be_listed(lower: str) -> bool:
    """Whether ``_listed`` may have a reason for a word, whatever stands around it."""
    if lower == "senate" or lower in AMBIGUOUS_COUNTRIES or lower in OCEANS or needs_capital(lower):
        return True
    size, name_size = al.lexicon.sizes(lower)
    return size >= RARE and 0 < name_size <= RARE


def _own(context: Context, i: int, lower: str) -> str:
    """Whether a word that the article writes with a capital elsewhere is a name here, too."""
    facts, usage = context.word(i), context.usage
    institution = facts.is_institution and usage.alone[lower] > 1 and usage.times_small(lower) == 1
    listed = facts.is_word or is_derived(lower) or len(lower) < SHORTEST
    common = listed or context.lower(i - 1) in DETERMINERS or context.tag(i + 1) == "NOUN"
    if institution or (not common and usage.always_capitalised(lower)):
        return "The article gives this name a capital elsewhere"
    return ""


def _given_name(context: Context, i: int, lower: str) -> str:
    """Why an English word is a first name here: "captain harry Kane"."""
    after = context.word(i + 1)
    if not context.word(i).names & Names.GIVEN or not after.upper:
        return ""
    if after.is_word or after.names & Names.GIVEN:
        return ""
    titled = lower in TITLED  # star Selenis Leyva, Robin van Persie
    return "This is a first name" if not titled and context.tag(i) == "PROPN" else ""


def _surname(context: Context, i: int, lower: str) -> str:
    """Why an English word is a surname here: "Stephen wheeler, the editor"."""
    before = context.word(i - 1)
    if not before.upper or not context.word(i).names & Names.SURNAME or lower in FUNCTION:
        return ""
    given = names(before.lower) & Names.GIVEN and not al.lexicon.is_word(before.lower)
    if not given or context.lower(i - 2) in DETERMINERS or context.at(i) != lower:
        return ""
    apposition = context.at(i + 1) == "," and context.at(i + 2) in {"the", "a", "an", "who"}
    sure = context.at(i + 1) in AFTER_SURNAMES and (apposition or context.tag(i) == "PROPN")
    return "This follows a first name" if sure else ""


def _place(context: Context, i: int, lower: str) -> str:
    """Whether a word that English does not have is a place, and no dish or cloth named like one."""
    known = context.word(i).names & Names.PLACE and len(lower) >= SHORTEST - 1
    if not known or context.lower(i - 1) in DETERMINERS or context.tag(i - 1) == "ADJ":
        return ""
    return "Places have a capital" if context.tag(i + 1) not in {"NOUN", "ADJ"} else ""


def _unlisted(context: Context, i: int, lower: str) -> str:
    """Why a word that no dictionary has must be a name."""
    if len(lower) < SHORTEST or "-" in lower or is_derived(lower):
        return ""
    before, after = context.at(i - 1), context.at(i + 1)
    shortened = after == "." and i + 2 < context.end  # "approx. 40"
    if shortened or not PARTICLES.isdisjoint((lower, before, after)):
        return ""
    if before[:1].isupper():
        reason = _after_capital(context, i, lower)
        if reason:
            return reason
    if context.usage.times_small(lower) > 1:
        return ""
    if before in {",", "and", "but"} and (after in AFTER_SUBJECTS or context.tag(i + 1) in FINITE):
        return "This seems to be a name"
    if (not lower.endswith("s") or after in NUMERALS) and _names_on(after, context.at(i + 2)):
        return "This stands before a name"
    if context.lower(i - 1) in DETERMINERS or lower.startswith("http"):
        return ""
    return "This seems to be a name" if _is_bare(context, i, lower) else ""


def _after_capital(context: Context, i: int, lower: str) -> str:
    """Why an unlisted word goes on with the name before it."""
    before = context.at(i - 1)
    form = before.lower()
    if form.endswith(NAME_ENDINGS):
        return ""
    if form in TITLES:
        return "This follows a title"
    if before in NAME_STARTS:
        return "This follows a name"
    if names(form) & Names.GIVEN and form not in FUNCTION and len(form) > 2:  # noqa: PLR2004 - "Mi" is Spanish
        if not (context.is_initial(i - 1) and al.lexicon.is_common(form)):
            return "This follows a first name"
        return ""
    attribute = context.lower(i - 2) in DETERMINERS or context.tag(i + 1) == "NOUN"
    species = plain(before).endswith(LATIN) and lower.endswith(LATIN)
    known = al.lexicon.is_word(plain(before)) or names(plain(before)) & Names.PEOPLE
    if attribute or species or known or not before[1:].islower() or context.usage.times_small(lower) > 1:
        return ""
    return "This follows a name"


def _names_on(after: str, two_after: str) -> bool:
    """Whether the word after goes on with a name: a surname, a Roman numeral, a body."""
    if after.startswith(("al-", "el-", "d'", "d’")):
        return after[-1].islower() and any(letter.isupper() for letter in after)
    if not after[:1].isupper():
        return False
    if two_after[:1].isupper() or after in NUMERALS or after.lower() in BODIES:
        return True
    return after[1:].islower() and not al.lexicon.is_common(plain(after))


def _is_bare(context: Context, i: int, lower: str) -> bool:
    """Whether an unlisted word stands where only a name can stand without an article."""
    before, after = context.at(i - 1), context.at(i + 1)
    if context.at(i).endswith(NAME_ENDINGS):
        return True
    if lower.endswith(("ed", "ing")):
        return False
    if context.tag(i) == "PROPN" and lower.isalpha() and before != "(" and context.tag(i + 1) != "NOUN":
        return True
    ends = not after[:1].isalpha() or after in AFTER_NAMES or context.tag(i + 1) == "VERB.Fin"
    return ends and before in BEFORE_NAMES and not lower.endswith("s")
