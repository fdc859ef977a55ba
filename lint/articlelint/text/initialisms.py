"""The abbreviations of an article: where each is used, and where it is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from articlelint.model import Span
from articlelint.text import lexicon
from articlelint.text.tokens import TokenKind, Tokens, tokenize
from articlelint.text.words import determiners, prepositions

_CAPITALS = re.compile(r"[A-Z](?:&?[A-Z])+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_LONGEST = 6
_SMALL = (
    determiners.ARTICLES
    | (prepositions.SHORTEST - {"from"})
    | frozenset("and & or de la du des und der".split())
)
_AFTERTHOUGHT = frozenset("or the also called known as abbreviated “ \" ‘ '".split())
_ENDING = re.compile(r"(?:['’]s|(?<=[A-Z])s)$")
_STOPS = frozenset(".!?;")
_OPEN = frozenset("([")


class AbbreviationUse(NamedTuple):
    """
    One place of an abbreviation, without a plural or possessive ending, and whether it is explained there.

    ``opening`` is the index of the token of the bracket that it stands in, right behind it: "World Health
    Organization (WHO)". None if it stands in no bracket.
    """

    span: Span
    definition: bool
    opening: int | None = None

    @property
    def in_brackets(self) -> bool:
        """Whether it stands in brackets."""
        return self.opening is not None


class Abbreviations:
    """What one article does with its abbreviations; computed as far as it is asked for."""

    def __init__(self, tokens: Tokens, positions: Mapping[str, Sequence[int]]) -> None:
        self._tokens = tokens
        self._positions = positions

    @staticmethod
    def is_in_capitals(text: str) -> bool:
        """Whether a word is an abbreviation by its looks: FDA, AT&T, not Roman numerals."""
        return len(text) <= _LONGEST and bool(_CAPITALS.fullmatch(text)) and not _ROMAN.fullmatch(text)

    def candidates(self) -> list[str]:
        """The words in capitals that are no words with a capital lock, in reading order."""
        return [
            text for text in self._uses if self.is_in_capitals(text) and not lexicon.is_word(text.lower())
        ]

    def explained(self) -> Iterator[str]:
        """Yield the abbreviations that are explained somewhere, in reading order of their first use."""
        for text, uses in self._found.items():
            if any(use.definition for use in uses):
                yield text

    def uses(self, text: str) -> list[AbbreviationUse]:
        """The places of an abbreviation, in reading order."""
        return self._found.get(text, [])

    def count(self, text: str) -> int:
        """How often it stands in the article."""
        return len(self._uses.get(text, ()))

    def written_out(self, text: str, full: str = "") -> Span | None:
        """Where the article first has the long form, each word of it with a capital where it is not known."""
        if full:
            words = [word.lower() for word in tokenize(full).texts]
            for index in self._positions.get(words[0], ()):
                texts = self._tokens.texts[index : index + len(words)]
                if [word.lower().replace("’", "'") for word in texts] == words:
                    return self._span(index, index + len(words))
        letters = [letter.lower() for letter in text if letter.isalpha()]
        for start in self._initials.get(letters[0], ()) if len(letters) > 1 else ():
            end = self._spelled(start, letters, capitals=True)
            if end:
                return self._span(start, end)
        return None

    @cached_property
    def _found(self) -> dict[str, list[AbbreviationUse]]:
        """The places of each abbreviation, in reading order."""
        return {text: [self._use(index, text) for index in indexes] for text, indexes in self._uses.items()}

    @cached_property
    def _uses(self) -> dict[str, list[int]]:
        """The indexes of the words with two capitals, by their text without a plural or possessive."""
        found: dict[str, list[int]] = {}
        for word, indexes in self._positions.items():
            if len(word) == 1 or self._tokens.kinds[indexes[0]] is not TokenKind.WORD:
                continue
            for index in indexes:
                text = self._tokens.texts[index]
                if text != word and sum(map(str.isupper, text)) > 1 and not self._is_shouted(index):
                    found.setdefault(_ENDING.sub("", text), []).append(index)
        return {
            text: sorted(indexes) for text, indexes in sorted(found.items(), key=lambda item: min(item[1]))
        }

    def _is_shouted(self, index: int) -> bool:
        """Whether a word stands among others in capitals, or belongs to an address or a placeholder."""
        texts, tokens = self._tokens.texts, self._tokens
        around = [texts[i] for i in (index - 1, index + 1) if 0 <= i < len(texts)]
        if any(len(word) > 1 and word.isalpha() and word.isupper() for word in around):
            return True
        before = (
            index > 0 and tokens.ends[index - 1] == tokens.starts[index] and texts[index - 1] in "/_.#@-$"
        )
        after = index + 1 < len(texts) and tokens.starts[index + 1] == tokens.ends[index]
        return before or (after and texts[index + 1] in "/_#@-=")

    @cached_property
    def _initials(self) -> dict[str, list[int]]:
        """The indexes of the words with a capital, by their first letter."""
        found: dict[str, list[int]] = {}
        for index, text in enumerate(self._tokens.texts):
            if text[:1].isupper() and not (len(text) > 1 and text.isupper()):
                found.setdefault(text[0].lower(), []).append(index)
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self._tokens.starts[start], self._tokens.ends[end - 1])

    def _use(self, index: int, text: str) -> AbbreviationUse:
        tokens = self._tokens
        span = Span(tokens.starts[index], tokens.starts[index] + len(text))
        texts = tokens.texts
        at = index - 1
        while at >= 0 and texts[at].lower() in _AFTERTHOUGHT:
            at -= 1
        if at >= 0 and texts[at] in _OPEN:
            words = self._words_before(at, 2 * len(text) + 4)
            return AbbreviationUse(span, self._explains(text, words), opening=at)
        if index + 1 < len(texts) and texts[index + 1] == "(":
            stop = next((i for i in range(index + 2, min(index + 24, len(texts))) if texts[i] == ")"), 0)
            inside = texts[index + 2 : stop] if stop else ()
            return AbbreviationUse(span, self._is_long_form(text, inside))
        return AbbreviationUse(span, definition=False)

    def _words_before(self, end: int, most: int) -> Sequence[str]:
        """The tokens before one, at most so many, and none of another sentence."""
        start = end
        while start > max(end - most, 0) and self._tokens.texts[start - 1] not in _STOPS:
            start -= 1
        return self._tokens.texts[start:end]

    def _is_long_form(self, text: str, words: Sequence[str]) -> bool:
        """Whether the words in brackets after an abbreviation are what it stands for."""
        letters = [letter.lower() for letter in text if letter.isalpha()]
        initials = [part[0].lower() for word in words for part in word.split("-") if part[:1].isalpha()]
        fits = len(letters) <= len(initials) <= 2 * len(letters) and _in_order(letters, initials)
        return fits and initials[0] == letters[0] and initials[-1] == letters[-1]

    def _explains(self, text: str, words: Sequence[str]) -> bool:
        """Whether some words may be what an abbreviation stands for: its letters come in them, in order."""
        letters = [letter.lower() for letter in text if letter.isalpha()]
        initials = [part[0].lower() for word in words for part in word.split("-") if part[:1].isalpha()]
        return _in_order(letters, initials) or _in_letters(letters, " ".join(words).lower())

    def _spelled(self, start: int, letters: Sequence[str], *, capitals: bool) -> int:
        """Where the words whose initials are the letters end, or 0; small words may be skipped."""
        texts = self._tokens.texts
        at, index = 0, start
        while at < len(letters) and index < min(start + 2 * len(letters) + 3, len(texts)):
            text = texts[index]
            for part in text.split("-"):
                fits = at < len(letters) and part[:1].lower() == letters[at]
                if fits and (not capitals or part[:1].isupper() or part in _SMALL):
                    at += 1
                elif text.lower() not in _SMALL and text not in {",", "’", "'"}:
                    return 0
            index += 1
        return index if at == len(letters) else 0


def _in_order(letters: Sequence[str], initials: Sequence[str]) -> bool:
    """Whether the letters are among the initials, in order and ending with the last few of them."""
    left: Iterator[str] = iter(reversed(initials))
    return all(any(initial == letter for initial in left) for letter in reversed(letters))


def _in_letters(letters: Sequence[str], words: str) -> bool:
    """Whether the letters come in the words in order, the first at the start of one (Schwartz and Hearst)."""
    at = len(words)
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and (words[at] != letter or (number == 0 and at > 0 and words[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return False
    return True
