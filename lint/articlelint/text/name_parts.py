"""The part of a word that may be a name: ``Kiev`` in ``Kiev’s``, ``Kiev-based`` and ``pro-Kiev``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from articlelint.text import lexicon
from articlelint.text.tokens import TokenKind, kind_of
from articlelint.text.words import auxiliaries, conjunctions, determiners, numbers, prepositions, pronouns
from articlelint.text.words.name_particles import JOINED_PARTICLES
from articlelint.text.words.titles import TITLES
from articlelint.text.words.word_set import word_set

_JOINED_PARTICLE = re.compile(rf"(?:{'|'.join(sorted(JOINED_PARTICLES))})[-'’ʼ‘](?=[^\W\d_a-z])")
_PART = re.compile(r"[-‑]")
_POSSESSIVE = re.compile(r"['’ʼ]s$|(?<=[sS])['’ʼ]$|(?<=[A-Z])['’ʼ]S$")
_NEVER = (
    determiners.BASIC
    | determiners.QUANTIFIERS
    | pronouns.SUBJECTS
    | pronouns.OBJECTS
    | pronouns.RELATIVES
    | pronouns.QUESTION_ADVERBS
    | conjunctions.COORDINATING
    | conjunctions.SUBORDINATING - {"than"}  # "Than Shwe"
    | prepositions.COMMON
    | prepositions.LONGER
    | auxiliaries.AUXILIARIES
    | frozenset(numbers.ONES)
    | word_set(
        """
        i'm i'd i'll i've till there here then now not yes many most much more few several other another
        such only just also even still however meanwhile moreover nevertheless nonetheless therefore thus
        instead perhaps according once again ten let's it's he's she's that's there's we're we've we'll
        you're they're don't didn't doesn't isn't wasn't can't won't
        """
    )
)
"""Never a name by themselves, whatever their capital; "May" and "Will" are, but only inside a sentence."""
_NEVER_INSIDE = determiners.ARTICLES | word_set("i i'm i'd i'll i've and or of")

LONG = 4
"""Words of at least so many letters have a capital in a headline, and count as words in a compound."""


class Part(NamedTuple):
    """The part of a token that may be a name."""

    text: str
    at: int
    """The offset in the token at which it begins."""
    ends: bool
    """Whether nothing can follow it in the same name: a possessive, or the first part of ``Kiev-based``."""
    inside: bool
    """Whether it stands inside the token, so that its capital is its own: ``pro-Kiev``."""
    never_first: bool
    """Whether it is no name at the start of a sentence or in a headline, where most words have a capital."""
    never: bool
    """Whether it is never a name."""
    title: bool
    """Whether it is a title, or the last word of one."""


@lru_cache(maxsize=2048)
def part_of(text: str) -> Part | None:
    """Return the part of a token that may be a name: ``Kiev`` of ``Kiev-based``; None if there is none."""
    if text.islower() or kind_of(text) is not TokenKind.WORD:
        return None
    base = _POSSESSIVE.sub("", text)
    ends = base != text
    at = 0
    inside = False
    if not base[0].isupper():
        if base.islower():
            return None
        if not _JOINED_PARTICLE.match(base):
            parts = _PART.split(base)
            if len(parts) == 1 or not parts[-1][:1].isupper():
                return None
            at = base.rindex(parts[-1])
            base, inside = base[at:], True
    elif "-" in base:
        head = base
        if head[1] == "-":
            # A single letter before the hyphen: R-Texas names Texas, X-ray and T-shirt name nothing.
            at, head = 2, head[2:]
            if not head[:1].isupper():
                return None
        if len(head) > len("A-B") - 1 and head[-2] == "-" and head[-1].isupper():
            head = head[:-2]
        while "-" in head and head.rsplit("-", 1)[1].islower() and not _small_part(head):
            head, ends = head.rsplit("-", 1)[0], True
        base = head
    return _made(base, at, ends=ends, inside=inside)


def _made(base: str, at: int = 0, *, ends: bool = False, inside: bool = False) -> Part:
    low = base.lower().replace("’", "'")
    return Part(base, at, ends, inside, low in _NEVER, low in _NEVER_INSIDE, low in TITLES)


def _small_part(text: str) -> bool:
    """Whether what follows the last hyphen belongs to a name: Kim Jong-un."""
    tail = text.rsplit("-", 1)[1]
    return len(tail) <= LONG and not lexicon.is_common(tail)


@lru_cache(maxsize=2048)
def is_no_word(text: str) -> bool:
    """Whether a capitalised word is an abbreviation, or not an English word in lower case."""
    return (len(text) > 1 and text.isupper()) or not lexicon.is_word(text.lower())
