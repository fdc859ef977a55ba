"""How likely a word in lower case is a name without its capital: the word and its neighbours, weighed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import starmap

from articlelint_rules.capitals.clause_words import NAMED_THINGS, PERSONS
from articlelint_rules.capitals.clauses import FINITE
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.facts import (
    COMMON_TOO,
    FREQUENT,
    SHORTEST,
    SURE,
    SUREST,
    WordFacts,
    alone_odds,
)
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.gazetteer import Names
from articlelint_rules.capitals.linear import UNIT, LinearModel
from articlelint_rules.capitals.name_words import (
    AFTER_SURNAMES,
    AMBIGUOUS_COUNTRIES,
    DETERMINERS,
    PARTICLES,
    TITLES,
)

LIKELY = 0.5
"""The log-odds from which a word of no dictionary counts as a name: 5 to 3."""
CERTAIN = 4.0
"""Those for an everyday word before the rest of its name: 50 to 1."""
TURN = 4.5
"""What the parts of speech around add at most."""
LONG = 9
PLACED = Names.PLACE | Names.COUNTRY
KEPT = 1 << 12
"""Weights of values that are kept."""

Values = tuple[str | int, ...]
Features = Callable[..., list[str]]


@lru_cache(maxsize=1)
def _model() -> LinearModel:
    return LinearModel("lost-capitals.table")


def name_odds(context: Context, i: int) -> float:
    """The log-odds that the word at a token is a name."""
    words = _points_by_words(context, i, context.foreign_neighbours(i))
    return (words + _points_by_tags(context, i)) / UNIT


def _points_by_words(context: Context, i: int, foreign: int) -> int:
    """What the words say, so many of them around foreign, without their parts of speech, in hundredths."""
    facts = context.word(i)
    if facts.odds is None:
        model = _model()
        facts.odds = model.bias + model.points(_own(facts))
    return facts.odds + sum(starmap(_points, _around(context, i, foreign)))


@lru_cache(maxsize=KEPT)
def _points(features: Features, values: Values) -> int:
    """What the features that some values give weigh: most values come together again and again."""
    return _model().points(features(*values))


def _points_by_tags(context: Context, i: int) -> int:
    """What the parts of speech add to that."""
    return sum(starmap(_points, _tags(context, i)))


def is_lost_name(context: Context, i: int, lower: str) -> bool:
    """Whether a word that no rule takes for a name is one in all likelihood."""
    if (
        context.word(i).part
        or not may_be_name(context, i)
        or not context.at(i).islower()
        or lower in PARTICLES
    ):
        return False
    least = _least_odds(context, i)
    if least is None or context.lower(i - 1) in PARTICLES or context.lower(i + 1) in PARTICLES:
        return False
    if context.foreign_neighbours(i):
        return False
    # Parts of speech are worked out for a sentence only where they can turn the balance.
    words = _points_by_words(context, i, 0)
    return words / UNIT > least - TURN and (words + _points_by_tags(context, i)) / UNIT > least


def _least_odds(context: Context, i: int) -> float | None:
    """The log-odds from which a word counts as a name; None where it never does."""
    facts = context.word(i)
    lower = facts.plain
    if lower in AMBIGUOUS_COUNTRIES:
        return None if context.lower(i - 1) in DETERMINERS else SUREST
    if lower in COMMON_TOO:
        return None
    if facts.size == 0:
        if is_derived(lower):
            return SURE if facts.names & Names.SURNAME else None
        return LIKELY
    if lower in NAMED_THINGS:
        return None
    if facts.size <= FREQUENT:
        opens = _is_capital(context, i + 1) and not context.upper(i - 1)
        return CERTAIN if opens and not lower.endswith(PERSONS) else None
    if facts.names & Names.SURNAME and _is_introduced(context, i):
        return SURE
    return alone_odds(facts)


def _is_introduced(context: Context, i: int) -> bool:
    """Whether a title or a first name stands before a word, and nothing behind it that it belongs to."""
    before, after = context.word(i - 1), context.at(i + 1)
    if not before.upper or context.upper(i - 2):
        return False
    given = before.names & Names.GIVEN and not before.names & PLACED
    ends = not after[:1].isalpha() or after in AFTER_SURNAMES or context.tag(i + 1) in FINITE
    possessive = context.word(i).plain != context.at(i)
    return bool(before.lower in TITLES or given) and (ends or possessive)


def may_be_name(context: Context, i: int) -> bool:
    """Whether the odds of a word are worth asking for: it is in lower case, and could be a name."""
    facts = context.word(i)
    lower = facts.plain
    if len(lower) < SHORTEST or not lower.isalpha() or not facts.text[0].islower() or lower in FUNCTION:
        return False
    if not facts.is_word or facts.names or facts.name_size:
        return True
    return _is_capital(context, i - 1) or _is_capital(context, i + 1)


def name_features(context: Context, i: int) -> list[str]:
    """What there is to know about a word in lower case."""
    groups = [*_around(context, i, context.foreign_neighbours(i)), *_tags(context, i)]
    found = [feature for features, values in groups for feature in features(*values)]
    return [*_own(context.word(i)), *found]


def _is_capital(context: Context, i: int) -> bool:
    """Whether a word has a capital that it does not owe to its place alone."""
    facts = context.word(i)
    return facts.capital and not (facts.plain in FUNCTION and context.is_initial(i))


def _own(facts: WordFacts) -> list[str]:
    """The word by itself: how common it is, what it may name, how it is made."""
    lower, size, name_size, kinds = facts.plain, facts.size, facts.name_size, facts.names
    found = [
        f"s {size} {name_size}",
        f"k {kinds} {size}",
        f"sk {size} {name_size} {kinds > 0}",
        f"d {size > 0 or is_derived(lower)} {min(len(lower), LONG)} {name_size > 0}",
        f"p {facts.text != lower} {lower.endswith('s')} {size > 0}",
        f"r {facts.part}",
    ]
    if size == 0 and name_size == 0:
        found += [f"e2 {lower[-2:]}", f"e3 {lower[-3:]}", f"b3 {lower[:3]}"]
    return found


def _around(context: Context, i: int, foreign: int) -> list[tuple[Features, Values]]:
    """What the article and the words around say, so many of them foreign: features, and what they are of."""
    facts, part = context.word(i), context.word(i).part
    known = "c" if 0 < facts.size <= FREQUENT else "r" if facts.size else "u"
    named = f"{known}{facts.name_size > 0:d}{facts.names > 0:d}"
    before2, c1 = _beside(context, i - 2)
    before, c2 = _beside(context, i - 1)
    after, c3 = _beside(context, i + 1)
    after2, c4 = _beside(context, i + 2)
    left, right = context.word(i - 1), context.word(i + 1)
    return [
        (_used, _usage(context, facts)),
        (_before, (before2, before, named, part)),
        (_after, (after, after2, named, part)),
        (_between, (before, after, known, foreign)),
        (_capitals, (c1 + c2 + c3 + c4, left.lower in DETERMINERS, named, part)),
        (_parts, (left.part, left.upper, right.part, right.upper, known)),
    ]


def _beside(context: Context, i: int) -> tuple[str, str]:
    """
    A neighbour, and whether it has a capital that it does not owe to its place alone.

    It is the word where it is frequent, else whether it has a capital and what it names.
    """
    if not context.begin <= i < context.end:
        return "-", "a"
    facts = context.facts[i]
    if not facts.upper:
        return facts.neighbour, "a"
    return facts.neighbour + "i" * context.is_initial(i), "aA"[_is_capital(context, i)]


def _usage(context: Context, facts: WordFacts) -> Values:
    """How often the article writes the word alone with a capital, with one, and without."""
    usage, lower = context.usage, facts.plain
    alone, capitalised = usage.alone.get(lower, 0), usage.capitalised.get(lower, 0)
    return min(alone, 2), min(capitalised, 2), min(usage.times_small(lower), 2), facts.is_word


def _used(alone: int, capitalised: int, small: int, is_word: bool) -> list[str]:
    return [f"u {alone} {capitalised} {small} {is_word}"]


def _before(before2: str, before: str, named: str, part: str) -> list[str]:
    return [f"- {before} {named}", f"-- {before2} {before} {named[0]}", f"-p {before} {part}"]


def _after(after: str, after2: str, named: str, part: str) -> list[str]:
    return [f"+ {after} {named}", f"++ {after} {after2} {named[0]}", f"+p {after} {part}"]


def _between(before: str, after: str, known: str, foreign: int) -> list[str]:
    return [f"-+ {before} {after} {known}", f"f {foreign} {known}"]


def _capitals(capitals: str, determined: bool, named: str, part: str) -> list[str]:
    det = f"det {determined} {named} {capitals[1:3]}"
    return [f"c {capitals} {named}", f"cp {capitals} {part}", det]


def _parts(left: str, left_upper: bool, right: str, right_upper: bool, known: str) -> list[str]:
    return [f"n {left} {left_upper} {known}", f"n {right} {right_upper} {known}"]


def _tags(context: Context, i: int) -> list[tuple[Features, Values]]:
    """What the parts of speech say: features, and what they are of."""
    facts = context.word(i)
    before, own, after = (str(context.tag(k)) or "-" for k in (i - 1, i, i + 1))
    named = f"{facts.is_word:d}{facts.name_size > 0:d}{facts.names > 0:d}"
    capitals = f"{_is_capital(context, i - 1):d}{_is_capital(context, i + 1):d}"
    return [
        (_tagged, (before, own, after, named)),
        (_tagged_beside, (before, after, capitals, named)),
        (_tagged_sizes, (own, capitals, facts.size)),
    ]


def _tagged(before: str, own: str, after: str, named: str) -> list[str]:
    return [
        f"t {own} {named}",
        f"t- {before} {own} {named}",
        f"t+ {own} {after} {named}",
        f"t3 {before} {own} {after}",
    ]


def _tagged_beside(before: str, after: str, capitals: str, named: str) -> list[str]:
    return [f"t-c {before} {capitals} {named}", f"t+c {after} {capitals} {named}"]


def _tagged_sizes(own: str, capitals: str, size: int) -> list[str]:
    return [f"tc {own} {capitals} {size}"]
