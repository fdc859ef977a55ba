"""Tokens: the words, numbers and marks of a text, as columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple, overload

from articlelint.model import Span


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    PUNCTUATION = 2
    OTHER = 3
    """A web address, file name, e-mail address, handle or hashtag."""


class Token(NamedTuple):
    """A word, number or mark. A possessive or contracted word is one token: ``Kiev’s``, ``don't``."""

    text: str
    kind: TokenKind
    span: Span


# U+0300..U+036F are combining accents, U+00AD the soft hyphen: both stand inside words.
_LETTER = "[^\\W\\d_\u00ad]"
_INSIDE = "[\\w\u0300-\u036f\u00ad]"
_PATH = r"[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]"
# Only endings that are no words, so that "he left.It rained" is not taken for an address.
_SUFFIX = (
    "(?:com|org|net|gov|edu|mil|info|io|tv|co|uk|eu|de|fr|ru|ua|ca|au|nz|news"
    "|pdf|html?|md|csv|json|xml|txt|docx?|xlsx?|jpe?g|png|gif|svg|js|py|css|php|zip|mp[34])"
)
# Repetitions are possessive or bounded, so that the time is linear in any text.
_OTHER = rf"""
    https?://{_PATH} | www\.{_PATH}
  | [\w.+-]{{1,64}}+@[\w-]+(?:\.[\w-]+)+
  | (?:[\w-]{{1,63}}+\.){{1,4}}{_SUFFIX}(?![\w-])(?:/{_PATH})?
  | (?<!\w)[@\#]\w+
"""
_INITIALS = (
    rf"(?:{_LETTER}\.){{2,}}+(?:{_LETTER}(?!{_INSIDE})|(?:[-'’]{_INSIDE}++)++)?+ | (?:Ph|Ed|Psy)\.D\.?+"
)
_WORD = rf"{_LETTER}{_INSIDE}*+(?:[-'’ʼ‘&‑]{_INSIDE}++)*+"
_NUMBER = rf"\d++(?:[.,:]\d++)*+(?:[-–]?{_LETTER}++|%)?+(?:-{_INSIDE}++)*+"
_MARK = r"\.{2,}+ | -{2,}+ | [^\w\s] | _++"

_SPLIT = re.compile(f"{_OTHER} | {_INITIALS} | {_WORD} | {_NUMBER} | {_MARK}", re.VERBOSE)
_IS_OTHER = re.compile(_OTHER, re.VERBOSE)
_CHUNK = re.compile(r"\S+")


def kind_of(text: str) -> TokenKind:
    """Return the kind of a token with this text."""
    if _IS_OTHER.fullmatch(text):
        return TokenKind.OTHER
    if text[0].isalpha():
        return TokenKind.WORD
    return TokenKind.NUMBER if text[0].isnumeric() else TokenKind.PUNCTUATION


class Tokens(Sequence[Token]):
    """
    The tokens of a text, in order, as parallel columns.

    ``starts``, ``ends``, ``texts``, ``lowered`` (the texts in lower case) and ``kinds`` have one entry for
    each token. They are tuples, so that no rule can change what the others see. Indexing makes a ``Token``.
    """

    def __init__(
        self,
        starts: tuple[int, ...],
        texts: tuple[str, ...],
        lowered: tuple[str, ...],
        kinds: tuple[TokenKind, ...],
    ) -> None:
        self.starts = starts
        self.texts = texts
        self.lowered = lowered
        self.kinds = kinds

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The offsets at which the tokens end."""
        return tuple([start + len(text) for start, text in zip(self.starts, self.texts, strict=True)])

    def adjoins(self, index: int) -> bool:
        """Whether a token stands directly after the one before, without a space."""
        return self.starts[index] == self.starts[index - 1] + len(self.texts[index - 1])

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Tokens: ...
    def __getitem__(self, index: int | slice) -> Token | Tokens:
        if isinstance(index, slice):
            return Tokens(
                self.starts[index],
                self.texts[index],
                self.lowered[index],
                self.kinds[index],
            )
        return Token(self.texts[index], self.kinds[index], Span(self.starts[index], self.ends[index]))

    def __iter__(self) -> Iterator[Token]:
        for text, kind, start, end in zip(self.texts, self.kinds, self.starts, self.ends, strict=True):
            yield Token(text, kind, Span(start, end))


def tokenize(text: str) -> Tokens:
    """
    Split a text into tokens. Every code point that is not white space is in exactly one token.

    A full stop belongs to a token only in ``U.S.``, ``a.m.``, ``Ph.D.`` and the like; after ``Mr`` it is a
    token of its own.
    """
    starts: list[int] = []
    texts: list[str] = []
    lower: list[str] = []
    kinds: list[TokenKind] = []
    for chunk in _CHUNK.finditer(text):
        start = chunk.start()
        for word, lowered, kind in _split(chunk.group()):
            starts.append(start)
            texts.append(word)
            lower.append(lowered)
            kinds.append(kind)
            start += len(word)
    return Tokens(tuple(starts), tuple(texts), tuple(lower), tuple(kinds))


@lru_cache(maxsize=2048)
def _split(chunk: str) -> tuple[tuple[str, str, TokenKind], ...]:
    """The tokens of a chunk without white space, each with its text, its text in lower case, and its kind."""
    return tuple((word, word.lower(), kind_of(word)) for word in _SPLIT.findall(chunk))


def places_of(text: str, symbols: str) -> list[int]:
    """Return the offsets in a text of all characters of ``symbols``, in order."""
    return [match.start() for match in re.finditer(f"[{re.escape(symbols)}]", text)]
