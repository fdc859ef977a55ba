"""What an article says of a person beside the name: titles and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text import cues
from articlelint.text.people_ages import STOPPERS
from articlelint.text.tokens import Tokens
from articlelint.text.words import determiners
from articlelint.text.words.titles import SHORT_TITLES, TITLES
from articlelint.text.words.word_set import word_set


class Role(NamedTuple):
    """
    What somebody is, in apposition to the name: "Jane Doe, a spokeswoman for the port".

    ``noun`` is the word for the role in lower case, ``span`` the words that give it. ``past`` is true for a
    role that somebody had or will have: "former mayor Jane Doe".
    """

    noun: str
    span: Span
    past: bool


_SHORT_TITLES = frozenset(title.lower() for title in SHORT_TITLES)
_ALL_TITLES = TITLES | _SHORT_TITLES
_PAST = word_set("former ex then late one-time onetime retired ex- erstwhile elect designate future ousted")
"""Words that say that somebody no longer has a role, or does not have it yet."""
_PAST_PREFIX = re.compile(r"(?:ex|then)[-‑]")
_MOST_TITLES = 4
_ROLE_BEFORE = 4
"""How many words a role before a name has at most: deputy chief executive Jane Doe."""
_ROLE_BEHIND = 7
"""How many words an apposition behind a name may have before its noun."""


def titles_before(tokens: Tokens, first: int) -> tuple[int, tuple[str, ...]]:
    """
    Return where the titles before a name begin, and the titles in lower case, without full stops.

    ``first`` is the index of the name's first token; the index that is returned is the same if there is no
    title.
    """
    found: list[str] = []
    at = first
    while len(found) < _MOST_TITLES:
        before = at - 1
        if before > 0 and tokens.texts[before] == "." and tokens.adjoins(before):
            before -= 1
            if tokens.lowered[before] not in _SHORT_TITLES:
                break
        word = tokens.lowered[before] if before >= 0 else ""
        if word not in _ALL_TITLES or not tokens.texts[before][0].isupper():
            break
        found.insert(0, word)
        at = before
    return at, tuple(found)


def roles_beside(tokens: Tokens, first: int, last: int) -> Iterator[Role]:
    """Yield the roles in apposition to the name that has the tokens ``[first, last)``."""
    before = _role_before(tokens, first, last) if first else None
    if before is not None:
        yield before
    behind = _role_behind(tokens, last)
    if behind is not None:
        yield behind


def _role_before(tokens: Tokens, first: int, last: int) -> Role | None:
    """Return the role that stands before a name: "chief executive Jane Doe", "the spokeswoman, Jane Doe,"."""
    end = first
    if tokens.texts[first - 1] == "," and tokens.texts[last : last + 1] == (",",):
        end -= 1
    begin = end
    while begin > 0 and end - begin < _ROLE_BEFORE:
        word = tokens.texts[begin - 1]
        if not word[0].isalpha() or not word[0].islower() or word in STOPPERS:
            break
        begin -= 1
    if begin == end or not _is_somebody(tokens.texts[end - 1]):
        return None
    return _role(tokens, begin, end, end - 1)


def _role_behind(tokens: Tokens, last: int) -> Role | None:
    """Return the role that stands behind a name and a comma: "Jane Doe, the port's spokeswoman, said"."""
    if last + 1 >= len(tokens) or tokens.texts[last] != ",":
        return None
    begin = last + 1
    if tokens.texts[begin].isdecimal() and tokens.texts[begin + 1 : begin + 2] == (",",):
        begin += 2  # the age
    for at in range(begin, min(begin + _ROLE_BEHIND, len(tokens))):
        word = tokens.texts[at]
        if not word[0].isalpha() or (at > begin and word in STOPPERS - determiners.BASIC):
            return None
        following = tokens.lowered[at + 1] if at + 1 < len(tokens) else "."
        ends = following in STOPPERS or not following[0].isalpha()
        if ends and _is_somebody(word):
            return _role(tokens, begin, at + 1, at)
    return None


def _is_somebody(word: str) -> bool:
    """Whether a word is a noun for one person: spokeswoman, not Spokeswoman or spokeswomen."""
    plural = word.endswith(("men", "s")) and not word.endswith("ss")
    return word[0].islower() and not plural and cues.speaks(word)


def _role(tokens: Tokens, begin: int, end: int, noun: int) -> Role:
    """Return the role with the tokens ``[begin, end)``; ``noun`` is the index of its noun."""
    words = tokens.lowered[max(begin - 1, 0) : min(end + 2, len(tokens))]
    past = any(word in _PAST or _PAST_PREFIX.match(word) for word in words)
    return Role(tokens.lowered[noun], Span(tokens.starts[begin], tokens.ends[end - 1]), past)


def is_past(tokens: Tokens, first: int) -> bool:
    """Whether one of the two words before a title says that it is not held now: former U.S. Sen. Jane Doe."""
    for word in reversed(tokens.lowered[max(first - 2, 0) : first]):
        if not word[0].isalpha():
            return False
        if word in _PAST or _PAST_PREFIX.match(word) is not None:
            return True
    return False
