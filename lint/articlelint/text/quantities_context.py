"""What stands before and after a number: whether it is a quantity at all, an age, and how exact it is."""

from __future__ import annotations

from collections.abc import Container, Sequence
from fractions import Fraction

from articlelint.text import lexicon
from articlelint.text.quantities_numbers import Piece, after_hyphen, joined, word_at
from articlelint.text.quantities_parts import Part
from articlelint.text.tokens import TokenKind, Tokens
from articlelint.text.words import auxiliaries, conjunctions, determiners, numbers, prepositions, pronouns
from articlelint.text.words.calendar import DAYS, MONTHS, SHORT_MONTHS
from articlelint.text.words.word_set import word_set

_NUMBERED = word_set(
    """
    article category chapter channel class clause day episode figure flight game gate grade group item lane
    level line lot note number page part phase platform question room round route section season series stage
    step table track turn type unit verse version volume ward week year
    """
)
"""Nouns whose members have numbers: page 12, day two."""
_POINTING = determiners.BASIC | determiners.QUANTIFIERS | {"last", "next", "same", "per"}
"""Words before such a noun that show that it has no number: "last year 11 people came"."""
_NUMBER_SIGNS = frozenset({"#", "no", "nos", "№"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_MONTH_DAYS = 31
_OLDEST = 120
_NO_NOUNS = (
    determiners.BASIC
    | prepositions.FREQUENT
    | prepositions.LONGER
    | conjunctions.COORDINATING
    | conjunctions.SUBORDINATING
    | auxiliaries.AUXILIARIES
    | pronouns.SUBJECTS
    | pronouns.RELATIVES
    | {"another", "not", "other"}
)
"""After "one", they show that it is a pronoun."""
_AFTER_OR = word_set("so more fewer less older younger above over under")


def is_inexact(tokens: Tokens, first: int) -> bool:
    """Whether a word such as "about" or "at least" stands before the token at an index."""
    words = tokens.lowered[max(first - 2, 0) : first]
    if not words:
        return False
    return words[-1] in numbers.INEXACT | {"~", "≈"} or " ".join(words) in numbers.INEXACT_PAIRS


def ends_inexact(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows a number makes it inexact: 50+, 20-odd, 10 or more."""
    if word_at(pieces, at) == "or":
        return word_at(pieces, at + 1) in _AFTER_OR
    return word_at(pieces, after_hyphen(pieces, at)) in {"+", "plus", "odd", "ish", "something"}


def is_aged(tokens: Tokens, first: int) -> bool:
    """Whether "aged" or "at the age of" stands before the token at an index, maybe with "between"."""
    words = [word for word in tokens.lowered[max(first - 3, 0) : first] if word not in {"between", "from"}]
    return words[-1:] in (["aged"], ["age"], ["ages"]) or words[-2:] == ["age", "of"]


def is_age_after_name(tokens: Tokens, first: int, pieces: Sequence[Piece], part: Part) -> bool:
    """Whether a number stands between commas after a word with a capital: "Jane Doe, 34, said"."""
    if first < 2 or tokens.lowered[first - 1] != "," or not pieces[0].text.isdecimal():  # noqa: PLR2004
        return False
    name = tokens.texts[first - 2]
    named = tokens.kinds[first - 2] is TokenKind.WORD and name[0].isupper() and name not in DAYS
    closed = word_at(pieces, part.stop) in {",", ";", ".", ")", ""} and not joined(pieces, part.stop + 1)
    return named and closed and 0 < part.number.value <= _OLDEST


def is_date(pieces: Sequence[Piece], at: int, value: Fraction) -> bool:
    """Whether a month follows a number: 10 May, 10th of May."""
    month = at + (word_at(pieces, at) == "of")
    return value <= _MONTH_DAYS and month < len(pieces) and _is_month(pieces[month].text)


def _is_month(word: str) -> bool:
    """Whether a word, with its capital, is a month in full or shortened."""
    return word in MONTHS or word in SHORT_MONTHS


def is_pronoun(tokens: Tokens, first: int, pieces: Sequence[Piece], after: int) -> bool:
    """Whether "one" counts nothing: "one of them", "no one knows", "a one-off"."""
    if pieces[0].lower != "one" or after != 1:
        return False
    before, following = tokens.lowered[first - 1] if first else "", word_at(pieces, 1)
    if before in determiners.QUANTIFIERS | {"which", "another", "that", "this"}:
        return True
    return not following.isalpha() or following in _NO_NOUNS


def names_something(tokens: Tokens, first: int, sentence_starts: Container[int], *, in_heading: bool) -> bool:
    """
    Whether the number at a token is a part of the name or date before it: Route 66, page 12, May 10.

    ``sentence_starts`` has the indexes of the tokens that begin sentences. In headings, where every word may
    have a capital, a capital says nothing.
    """
    at = first - 1
    if at < 0 or first in sentence_starts:
        return False
    if tokens.texts[at] == "." and tokens.adjoins(at):
        at -= 1
    word, lower = tokens.texts[at], tokens.lowered[at]
    if lower in _NUMBER_SIGNS or _is_month(word):
        return True
    if at != first - 1 or tokens.kinds[at] is not TokenKind.WORD:
        return False
    if lower in _NUMBERED and (at == 0 or tokens.lowered[at - 1] not in _POINTING):
        return True
    if in_heading or word.endswith(_POSSESSIVE) or tokens.texts[first].islower():
        return False
    # At the start of a sentence every word has a capital.
    return word[0].isupper() and (at not in sentence_starts or not lexicon.is_word(lower))
