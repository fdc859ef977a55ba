"""How likely a word in lower case is a name without its capital: the word and its neighbours, weighed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.clause_words import NAMED_THINGS, PERSONS
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.gazetteer import PEOPLE_AND_THINGS, Names, names
from articlelint_rules.capitals.linear import LinearModel
from articlelint_rules.capitals.name_words import (
    AFTER_SURNAMES,
    AMBIGUOUS_COUNTRIES,
    DETERMINERS,
    HEADS,
    LANDMARKS,
    LAST_WORDS,
    MODIFIERS,
    OCEANS,
    PARTICLES,
    STREETS,
    TITLES,
)
from articlelint_rules.capitals.usage import plain

FREQUENT = 20
"""The size of the lexicon up to which a neighbour speaks for itself; others by their kind."""
RARE = 50
"""The size of the lexicon from which a word is rare."""
LIKELY = 0.5
"""The log-odds from which a word of no dictionary counts as a name: 5 to 3."""
NAMED = 40
"""The size of the lexicon up to which a name is as well known as any word."""
SURE = 1.8
"""Those for an English word: 6 to 1."""
SUREST = 2.5
"""Those for a name that is a word as often: 12 to 1."""
COMMON_TOO = OCEANS | PEOPLE_AND_THINGS | {"french", "turkey", "polish", "mobile", "march", "august"}
"""Names that are words of their own: only the rules know where they are names."""
CERTAIN = 4.0
"""Those for an everyday word before the rest of its name: 50 to 1."""
TURN = 4.5
"""What the parts of speech around add at most."""
SHORTEST = 3
LONG = 9


@lru_cache(maxsize=1)
def _model() -> LinearModel:
    return LinearModel("capitals_lost.txt")


def name_odds(context: Context, i: int) -> float:
    """The log-odds that the word at a token is a name."""
    return _model().score(name_features(context, i))


def is_lost_name(context: Context, i: int, lower: str) -> bool:
    """Whether a word that no rule takes for a name is one in all likelihood."""
    if (
        not may_be_name(context, i)
        or not context.at(i).islower()
        or lower in PARTICLES
        or part_of_name(lower)
    ):
        return False
    before, after = context.at(i - 1), context.at(i + 1)
    if {before.lower(), after.lower()} & PARTICLES or context.foreign_neighbours(i):
        return False
    least = _least_odds(context, i, lower)
    if least is None:
        return False
    # Parts of speech are worked out for a sentence only where they can turn the balance.
    words = _model().score([*_own(context, i), *_near(context, i)])
    return words > least - TURN and name_odds(context, i) > least


def _least_odds(context: Context, i: int, lower: str) -> float | None:
    """The log-odds from which a word counts as a name; None where it never does."""
    size, name_size, kinds = al.lexicon.size(lower), al.lexicon.name_size(lower), names(lower)
    if lower in AMBIGUOUS_COUNTRIES:
        return None if context.at(i - 1).lower() in DETERMINERS else SUREST
    if lower in COMMON_TOO:
        return None
    if size == 0:
        if is_derived(lower):
            return SURE if kinds & Names.SURNAME else None
        return LIKELY
    if lower in NAMED_THINGS:
        return None
    if size <= FREQUENT:
        opens = _is_capital(context, i + 1) and not context.at(i - 1)[:1].isupper()
        return CERTAIN if opens and not lower.endswith(PERSONS) else None
    if kinds & Names.SURNAME and _is_introduced(context, i):
        return SURE
    if not name_size:
        return None
    if name_size <= NAMED:
        return SUREST  # the Senate, the Renaissance
    place = size >= RARE and kinds & (Names.PLACE | Names.COUNTRY | Names.PEOPLE)
    return SURE if kinds & Names.GIVEN or place else None


def _is_introduced(context: Context, i: int) -> bool:
    """Whether a title or a first name stands before a word, and nothing behind it that it belongs to."""
    before, after = context.at(i - 1), context.at(i + 1)
    if not before[:1].isupper() or context.at(i - 2)[:1].isupper():
        return False
    given = names(plain(before)) & Names.GIVEN and not names(plain(before)) & (Names.PLACE | Names.COUNTRY)
    ends = not after[:1].isalpha() or after in AFTER_SURNAMES or context.tag(i + 1) in {"VERB.Fin", "AUX.Fin"}
    possessive = plain(context.at(i)) != context.at(i)
    return bool(before.lower() in TITLES or given) and (ends or possessive)


def may_be_name(context: Context, i: int) -> bool:
    """Whether the odds of a word are worth asking for: it is in lower case, and could be a name."""
    word = context.at(i)
    lower = plain(word)
    if len(lower) < SHORTEST or not lower.isalpha() or not word[0].islower() or lower in FUNCTION:
        return False
    if not al.lexicon.is_word(lower) or names(lower) or al.lexicon.name_size(lower):
        return True
    return _is_capital(context, i - 1) or _is_capital(context, i + 1)


def name_features(context: Context, i: int) -> list[str]:
    """What there is to know about a word in lower case."""
    return [*_own(context, i), *_near(context, i), *_tags(context, i)]


def _is_capital(context: Context, i: int) -> bool:
    """Whether a word has a capital that it does not owe to its place alone."""
    word = context.at(i)
    return word[:1].isupper() and word != "I" and not (context.is_initial(i) and plain(word) in FUNCTION)


def _own(context: Context, i: int) -> Iterator[str]:
    """The word by itself: how common it is, what it may name, how it is made."""
    word = context.at(i)
    lower = plain(word)
    size, name_size, kinds = al.lexicon.size(lower), al.lexicon.name_size(lower), int(names(lower))
    yield f"s {size} {name_size}"
    yield f"k {kinds} {size}"
    yield f"sk {size} {name_size} {kinds > 0}"
    yield f"d {size > 0 or is_derived(lower)} {min(len(lower), LONG)} {name_size > 0}"
    if size == 0 and name_size == 0:
        yield f"e2 {lower[-2:]}"
        yield f"e3 {lower[-3:]}"
        yield f"b3 {lower[:3]}"
    yield f"p {word != lower} {lower.endswith('s')} {size > 0}"
    yield f"r {part_of_name(lower)}"
    usage = context.usage
    counts = f"{min(usage.alone[lower], 2)} {min(usage.capitalised[lower], 2)} {min(usage.lower[lower], 2)}"
    yield f"u {counts} {size > 0}"


def part_of_name(lower: str) -> str:
    """What part of a name a word can be, as the lists of words say."""
    lists = (LAST_WORDS, HEADS, MODIFIERS, LANDMARKS, STREETS, TITLES)
    return "".join(letter for letter, words in zip("lhmasT", lists, strict=True) if lower in words)


def _kind(context: Context, i: int) -> str:
    """A neighbour: the word where it is frequent, else whether it has a capital and what it names."""
    word = context.at(i)
    if not word:
        return "-"
    lower = plain(word)
    if word[0].isupper():
        common = al.lexicon.is_common(lower)
        return f"C{int(names(lower))}{'c' if common else ''}{'i' if context.is_initial(i) else ''}"
    if lower in FUNCTION or not word[0].isalpha():
        return lower if not word[0].isdigit() else "9"
    return "w" if al.lexicon.is_word(lower) else "?"


def _near(context: Context, i: int) -> Iterator[str]:
    """The words around, and their capitals."""
    lower = plain(context.at(i))
    size = al.lexicon.size(lower)
    known = "u" if not size else "c" if size <= FREQUENT else "r"
    named = f"{known}{al.lexicon.name_size(lower) > 0:d}{names(lower) > 0:d}"
    before, after = _kind(context, i - 1), _kind(context, i + 1)
    before2, after2 = _kind(context, i - 2), _kind(context, i + 2)
    capitals = "".join("aA"[_is_capital(context, k)] for k in (i - 2, i - 1, i + 1, i + 2))
    part = part_of_name(lower)
    yield f"- {before} {named}"
    yield f"+ {after} {named}"
    yield f"-+ {before} {after} {known}"
    yield f"-- {before2} {before} {known}"
    yield f"++ {after} {after2} {known}"
    yield f"c {capitals} {named}"
    yield f"cp {capitals} {part}"
    yield f"-p {before} {part}"
    yield f"+p {after} {part}"
    yield f"det {context.at(i - 1).lower() in DETERMINERS} {named} {capitals[1:3]}"
    yield f"f {context.foreign_neighbours(i)} {known}"
    for word in (context.at(i - 1), context.at(i + 1)):
        yield f"n {part_of_name(plain(word))} {word[:1].isupper()} {known}"


def _tags(context: Context, i: int) -> Iterator[str]:
    """The parts of speech."""
    size = al.lexicon.size(plain(context.at(i)))
    known = size > 0
    before, own, after = (context.tag(k) or "-" for k in (i - 1, i, i + 1))
    named = f"{known:d}{al.lexicon.name_size(plain(context.at(i))) > 0:d}{names(plain(context.at(i))) > 0:d}"
    capitals = f"{_is_capital(context, i - 1):d}{_is_capital(context, i + 1):d}"
    yield f"t {own} {named}"
    yield f"t- {before} {own} {named}"
    yield f"t+ {own} {after} {named}"
    yield f"t3 {before} {own} {after}"
    yield f"tc {own} {capitals} {size}"
    yield f"t-c {before} {capitals} {named}"
    yield f"t+c {after} {capitals} {named}"
