"""Writes a headline in title case or in sentence case."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

import articlelint as al
from articlelint_vale.patterns import Expression
from articlelint_vale.views import CODE
from articlelint_vale.vocabulary import Exceptions

# Code counts as a word that is right.
_WORD = rf"[^\W_]|[*{CODE}]"
_WORDS = rf"(?:{_WORD})+\S*"
_TITLE_PART = re.compile(r"[^\W_]+[^\s\-/]*")
_NUMBERED = re.compile(r"\d+\.")
_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_VERBS = frozenset({al.Tag.VERB_INFINITIVE, al.Tag.VERB_FINITE, al.Tag.AUX_INFINITIVE, al.Tag.AUX_FINITE})
_PREPOSITIONS = frozenset(
    """with from into during including until against among throughout despite towards upon concerning about
    over through before between after since without under within along following across beyond around down
    near above""".split()
)


class Style(NamedTuple):
    """The case that a rule asks for."""

    title: bool
    chicago: bool = False
    indicators: tuple[str, ...] = ()
    prefix: str = ""
    threshold: float = 0.8


class Caser:
    """Writes headlines in the case of a style, and compares."""

    def __init__(self, style: Style, exceptions: Exceptions, at: str) -> None:
        self.style = style
        self.exceptions = exceptions
        self.at = at

    def expected(self, text: str) -> str:
        """The text in the case that the style asks for."""
        head = ""
        if self.style.prefix:
            found = self._prefix.search(text)
            if found is not None and found.start() == 0:
                head, text = found.group(), text[found.end() :]
        return head + (self._titled(text) if self.style.title else self._as_sentence(text))

    def good(self, text: str, expected: str) -> bool:
        """Whether enough of the words are as expected; in sentence case, also the first word."""
        wanted = self._split(expected)
        words = self._split(text)
        right = 0
        for index, word in enumerate(words):
            if index >= len(wanted) or word == wanted[index] or self.exceptions.cover(word):
                right += 1
            elif self.style.title:
                right += word == word.upper()
            elif index == 0 and word != word[:1].upper() + word[1:].lower():
                return False
        return not words or right / len(words) >= self.style.threshold

    @cached_property
    def _prefix(self) -> Expression:
        return Expression(self.style.prefix, self.at)

    @cached_property
    def _words(self) -> Expression:
        """Splits a text into exceptions, which may be phrases, and other words."""
        return self._divider("")

    @cached_property
    def _words_in_any_case(self) -> Expression:
        """The same, with exceptions in any case."""
        return self._divider("(?i)")

    def _divider(self, flags: str) -> Expression:
        listed = "|".join(term.text for term in self.exceptions.terms)
        return Expression(rf"\b(?:{listed})\b|{_WORDS}" if listed else _WORDS, self.at, before=flags)

    def _split(self, text: str) -> list[str]:
        return [match.group() for match in self._words.all(text)]

    def _accepted(self, word: str) -> str:
        """The word as an exception spells it; the word itself if a pattern exempts it; else ""."""
        listed = self.exceptions.by_lower.get(word.lower())
        if listed is not None:
            return listed
        return word if self.exceptions.cover(word) else ""

    def _as_sentence(self, text: str) -> str:
        before = ""
        first = True
        out: list[str] = []
        at = 0
        for match in self._words_in_any_case.all(text):
            word = match.group()
            begins = first or before.endswith(self.style.indicators or ("\0",))
            begins = begins or (len(out) == 2 and _NUMBERED.search(before) is not None)  # noqa: PLR2004 - "1. One"
            lowered = word[:1].upper() + word[1:].lower() if begins else word.lower()
            out += text[at : match.start()], self._accepted(word) or lowered
            at, before, first = match.end(), word, False
        return "".join((*out, text[at:]))

    def _titled(self, text: str) -> str:
        parts = list(_TITLE_PART.finditer(text))
        out: list[str] = []
        at = 0
        for index, match in enumerate(parts):
            word = match.group()
            outer = match.start() == 0 or match.end() == len(text)
            made = self._accepted(word)
            if not made:
                small = self._is_small(index, parts, outer=outer) and _joined(text, match)
                made = word.lower() if small else word[:1].upper() + word[1:]
            out += text[at : match.start()], made
            at = match.end()
        return "".join((*out, text[at:]))

    def _is_small(self, index: int, parts: list[re.Match[str]], *, outer: bool) -> bool:
        """Whether a word has no capital in a title."""
        word = parts[index].group().lower()
        if self.style.chicago:
            return not outer and (word in _SMALL or word in _PREPOSITIONS)
        if word == "to" and index + 1 < len(parts):
            # In AP style the "to" of an infinitive has a capital.
            reading = al.read_words([part.group().lower() for part in parts])
            return reading.word_of(index + 1).tag not in _VERBS
        return not outer and word in _SMALL


def _joined(text: str, match: re.Match[str]) -> bool:
    """Whether a word continues the title: after a colon or a dash, it begins anew."""
    start, end = match.span()
    before = text[start - 1 : start].replace("–", "-").replace("—", "-")
    further = text[max(start - 2, 0) : max(start - 1, 0)].replace("–", "-").replace("—", "-")
    if before not in {" ", "-", "/"} or further in {":", "-"}:
        return False
    return text[end : end + 1] != "-" or before == "-"
