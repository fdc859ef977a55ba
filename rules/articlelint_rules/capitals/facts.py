"""What is true of a word wherever it stands, for the rules about capitals: worked out once a process."""

from __future__ import annotations

from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.clause_words import NAMED_THINGS, PERSONS
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.function_words import FUNCTION, SUBJECTS
from articlelint_rules.capitals.gazetteer import (
    PEOPLE_AND_THINGS,
    PLACES,
    Names,
    names,
    needs_capital,
)
from articlelint_rules.capitals.name_words import (
    AMBIGUOUS_COUNTRIES,
    DAYS,
    HEADS,
    LANDMARKS,
    LAST_WORDS,
    MODIFIERS,
    MONTH_WORDS,
    MONTHS,
    OCEANS,
    PARTICLES,
    STREETS,
    TITLES,
)

CONTRACTED = ("'s", "'re", "'ve", "'ll", "'d")
INFLECTED = ("ed", "en", "ing", "s")
NAME_MARGIN = 25
"""How much rarer a word is as a name than as a word, in sizes of the lexicon, to count as a word only."""
KNOWN = 50
"""The size of the lexicon up to which inflected words count; others count up to its common words."""
FREQUENT = 20
"""The size of the lexicon up to which a word speaks for itself."""
RARE = 50
"""The size of the lexicon from which a word is rare."""
NAMED = 40
"""The size of the lexicon up to which a name is as well known as any word."""
SURE = 1.8
"""The log-odds from which an English word counts as a name: 6 to 1."""
SUREST = 2.5
"""Those for a name that is a word as often: 12 to 1."""
INSTITUTIONS = range(10, 41)
"""The sizes of the lexicon for names that are words as often as not."""
EVERYDAY = 10
SHORT = 2
SHORTEST = 3
OPENING_MARKS = frozenset("\"'“‘«‹([{—–-•*:;/|…¿¡>.!?")
"""Marks after which a capital may stand for reasons of its own."""
NAME_PARTS = (
    DAYS | LANDMARKS | LAST_WORDS | MODIFIERS | MONTH_WORDS | MONTHS | STREETS | {"china", "wales", "french"}
)
NAMES_BY_CONTEXT = (
    DAYS | MONTHS | MONTH_WORDS | OCEANS | frozenset(AMBIGUOUS_COUNTRIES) | {"french", "senate", "university"}
)
"""Names that the words around show, whether these have capitals or not."""
COMMON_TOO = OCEANS | PEOPLE_AND_THINGS | {"french", "turkey", "polish", "mobile", "march", "august"}
"""Names that are words of their own: only the rules know where they are names."""
NEVER_LOST = FUNCTION | PARTICLES | NAMED_THINGS | COMMON_TOO
"""Words that the model of lost names is not asked about."""
JOINERS = str.maketrans("", "", "-'’")
_PART_LISTS = tuple(zip("lhmasT", (LAST_WORDS, HEADS, MODIFIERS, LANDMARKS, STREETS, TITLES), strict=True))
PARTS = {
    word: "".join([letter for letter, words in _PART_LISTS if word in words])
    for word in LAST_WORDS | HEADS | MODIFIERS | LANDMARKS | STREETS | TITLES
}
"""What part of a name a word can be, as the lists of words say."""


class WordFacts:
    """
    A token's text and what follows from it alone.

    ``upper``: it begins with a capital; ``capital``: so it does, and it is not "I". ``plain`` is the word in
    lower case without a possessive ending, ``base`` what a contraction contracts; ``size``, ``name_size`` and
    ``names`` are those of ``plain``. What few words are asked for is worked out when it is: a third of the
    words of an article are new, and most of these never come back.
    """

    # fmt: off
    __slots__ = (
        "_foreign", "_form", "_neighbour", "base", "capital", "common", "everyday", "is_name", "is_no_name",
        "is_word", "lower", "may_lack_capital", "name_size", "names", "notable", "odds",
        "opens", "part", "plain", "regular", "size", "telling", "text", "title_word", "upper", "word_only",
    )
    # fmt: on

    def __init__(self, text: str) -> None:
        self.text = text
        self.upper = upper = text[0].isupper()
        self.capital = upper and text != "I"
        self.lower = lower = text.lower()
        if "'" in lower or "’" in lower:
            self.plain = stem = plain(text)
            self.base = base(text)
        else:
            self.plain = self.base = stem = lower
        if text[0].isalpha() or lower != text.upper():
            self.size, self.name_size = al.lexicon.sizes(stem)
            self.names = names(stem)
        else:  # a number or a mark
            self.size = self.name_size = self.names = 0
        self.is_word = self.size > 0
        self.common = 0 < self.size <= al.lexicon.COMMON
        self.is_name: bool = not self.is_word or (self.names != 0 and not self.common)
        """A name, or no everyday word and perhaps one."""
        self.title_word = upper and self._is_title_word()
        """It has a capital, and is an everyday word that is at most rarely a name."""
        self.word_only = upper and self._is_word_only()
        """It has a capital, and is English and no name."""
        self.regular = upper and text != "O" and _has_one_capital(text)
        """It has a capital and no other."""
        self.is_no_name = self.regular and text != "I" and (self.word_only or self.base in FUNCTION)
        """It has a capital and no other, and is no name unless the article makes it one."""
        self.everyday = upper or self._is_everyday()
        """It needs no look as a name that has lost its capital, save before a name."""
        self.part = PARTS.get(stem, "")
        """What part of a name it can be, as the lists of words say."""
        self.opens = text[0] in OPENING_MARKS
        """It is a mark after which a capital may stand for reasons of its own."""
        self.may_lack_capital = not self.everyday and self._may_lack_capital()
        """It may be a name that has lost its capital where no other capital is near."""
        self.notable = upper or self.may_lack_capital
        """It has a capital, or may be a name that has lost it."""
        self.telling = upper or self.opens or not self.everyday
        """It has a capital, or is no everyday word, or a mark that opens: few tokens are any of these."""
        self.odds: int | None = None
        """What the model of lost names makes of the word by itself, once it has been asked."""
        self._foreign: bool | None = None
        self._form: str | None = None
        self._neighbour: str | None = None

    @property
    def foreign(self) -> bool:
        """It has no capital, and is neither English nor a name."""
        if self._foreign is None:
            text = self.text
            self._foreign = len(text) > 1 and text.isalpha() and text.islower() and _is_foreign(text)
        return self._foreign

    @property
    def form(self) -> str:
        """How the model of lost stops knows the word; if empty, by its part of speech."""
        if self._form is None:
            self._form = _form(self)
        return self._form

    @property
    def neighbour(self) -> str:
        """How the model of lost names knows the word beside another."""
        if self._neighbour is None:
            self._neighbour = _neighbour(self)
        return self._neighbour

    def sizes_of(self, lower: str) -> tuple[int, int]:
        """``size`` and ``name_size`` of the word in another form, which nearly always is this one."""
        return (self.size, self.name_size) if lower == self.plain else al.lexicon.sizes(lower)

    def _is_title_word(self) -> bool:
        if self.lower in FUNCTION:
            return True
        size, name_size = self.sizes_of(self.lower)
        if not 0 < size <= al.lexicon.COMMON or 0 < name_size < size:
            return False
        kinds = self.names if self.lower == self.plain else names(self.lower)
        return not kinds & (PLACES | Names.GIVEN)

    def _is_word_only(self) -> bool:
        size, name_size = self.sizes_of(self.base)
        largest = KNOWN if self.base.endswith(INFLECTED) else al.lexicon.COMMON
        return 0 < size <= largest and not 0 < name_size <= size + NAME_MARGIN

    def _is_everyday(self) -> bool:
        """Whether a word, as most, is in every dictionary and names nothing: it needs no second look."""
        text, size, name_size, kinds = self.text, self.size, self.name_size, self.names
        if not text[0].isalpha():
            return True
        if text != self.plain:
            size, name_size = al.lexicon.sizes(text)
            kinds = names(text)
            if text.endswith(("'s", "’s")):
                return False
        if not 0 < size <= al.lexicon.COMMON or text in NAME_PARTS:
            return False
        # "In" is a surname, too, but nobody takes "in" for it.
        return not (name_size or kinds) or (text in FUNCTION and not self.is_institution)

    @property
    def is_institution(self) -> bool:
        """Whether it is a name nearly as often as a word: Senate, Internet, Bible."""
        return self.name_size in INSTITUTIONS and self.size > EVERYDAY

    def may_open_name(self) -> bool:
        """Whether an everyday word may be the first of a name whose other words have their capitals."""
        lower = self.plain
        if self.upper or not self.everyday:
            return False
        if lower in NEVER_LOST or self.part or len(lower) < SHORTEST or not lower.isalpha():
            return False
        return self.size <= FREQUENT and not lower.endswith(PERSONS)

    def _may_lack_capital(self) -> bool:
        """Whether one of the reasons in ``single_names`` and ``name_odds`` asks for no capital beside."""
        text, lower = self.text, self.plain
        if len(text) == 1 or not (text.isalpha() or text.translate(JOINERS).isalpha()):
            return False
        if not text.islower() or lower in NAMES_BY_CONTEXT or lower.removesuffix("s") in DAYS:
            return True
        if not (self.is_word or self.names or self.name_size):
            return not is_derived(lower)  # most of those that are left
        if needs_capital(lower) or (self.size >= RARE and 0 < self.name_size <= RARE):
            return True
        if not self.is_word and (self.names & Names.PLACE or not is_derived(lower)):
            return True
        if self.part or len(lower) < SHORTEST or not lower.isalpha() or lower in NEVER_LOST:
            return False
        if not self.is_word:
            return bool(self.names & Names.SURNAME)
        return self.size > FREQUENT and alone_odds(self) is not None


def alone_odds(word: WordFacts) -> float | None:
    """The log-odds from which a word of English counts as a name where nothing introduces it; None: never."""
    if not word.name_size:
        return None
    if word.name_size <= NAMED:
        return SUREST  # the Senate, the Renaissance
    place = word.size >= RARE and word.names & PLACES
    return SURE if word.names & Names.GIVEN or place else None


@lru_cache(maxsize=2048)
def plain(word: str) -> str:
    """A word in lower case, without a possessive ending."""
    lower = word.lower()
    for ending in ("'s", "’s", "s'", "s’"):
        if lower.endswith(ending):
            return lower[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return lower


def base(word: str) -> str:
    """A word in lower case; of a contraction, what it contracts: "it" of "It's"."""
    lower = word.lower().replace("’", "'")
    contracted = lower.partition("'")[0]
    return contracted if lower.endswith(CONTRACTED) and contracted in SUBJECTS else lower


def _has_one_capital(word: str) -> bool:
    rest = word[1:]
    return not rest or rest.replace("’", "").replace("'", "").islower()


def _is_foreign(word: str) -> bool:
    """Whether a word in lower case is not English; "es" and "de" are in large dictionaries only."""
    if len(word) <= SHORT:
        return not 0 < al.lexicon.size(word) <= al.lexicon.COMMON
    return not (al.lexicon.is_word(word) or names(word) or is_derived(word))


def _form(word: WordFacts) -> str:
    """The word where it is frequent, else whether it has a capital and what it names."""
    if word.base in FUNCTION or 0 < word.sizes_of(word.base)[0] <= FREQUENT:
        return word.base
    if word.capital:
        kinds = word.names if word.base == word.plain else names(plain(word.base))
        return f"N{kinds}" if word.is_name else "C"
    return ""


def _neighbour(word: WordFacts) -> str:
    """The word where it is frequent, else whether it has a capital and what it names."""
    if word.upper:
        return f"C{word.names}{'c' if word.common else ''}"
    if word.plain in FUNCTION or not word.text[0].isalpha():
        return "9" if word.text[0].isdigit() else word.plain
    return "w" if word.is_word else "?"


facts_of = lru_cache(maxsize=2048)(WordFacts)
