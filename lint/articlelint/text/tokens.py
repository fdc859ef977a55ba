"""Tokens: one pass over the prose, kept as columns because every rule reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import overload

from articlelint.model import Span


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    PUNCTUATION = 2
    OTHER = 3
    """A web address, e-mail address, handle or hashtag: never prose."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. A possessive or contracted word is one token: ``Kiev’s``, ``don't``."""

    text: str
    kind: TokenKind
    span: Span


# U+0300..U+036F are combining accents, U+00AD the soft hyphen: both stand inside words.
_LETTER = "[^\\W\\d_\u00ad]"
_INSIDE = "[\\w\u0300-\u036f\u00ad]"
_PATTERN = re.compile(
    rf"""
    (?P<other> https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?<!\w)[@\#]\w+ )
  | (?P<word>  (?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{_INSIDE}))?
             | {_LETTER}{_INSIDE}*(?:[-'’ʼ‘&‑]{_INSIDE}+)* )
  | (?P<number> \d+(?:[.,:]\d+)*(?:[-–]?{_LETTER}+|%)?(?:-{_INSIDE}+)* )
  | (?P<punctuation> \.{{2,}} | -{{2,}} | [^\w\s] | _+ )
    """,
    re.VERBOSE,
)
_KINDS = {
    "word": TokenKind.WORD,
    "number": TokenKind.NUMBER,
    "punctuation": TokenKind.PUNCTUATION,
    "other": TokenKind.OTHER,
}
_TRAILING = ".,;:!?'’)]”\""


class Tokens(Sequence[Token]):
    """
    The tokens of a text, in order, as parallel columns.

    ``starts``, ``ends``, ``texts`` and ``kinds`` have one entry a token; indexing makes a ``Token``.
    """

    __slots__ = ("ends", "kinds", "starts", "texts")

    def __init__(self, starts: list[int], ends: list[int], texts: list[str], kinds: list[TokenKind]) -> None:
        self.starts = starts
        self.ends = ends
        self.texts = texts
        self.kinds = kinds

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Tokens: ...
    def __getitem__(self, index: int | slice) -> Token | Tokens:
        if isinstance(index, slice):
            return Tokens(self.starts[index], self.ends[index], self.texts[index], self.kinds[index])
        return Token(self.texts[index], self.kinds[index], Span(self.starts[index], self.ends[index]))

    def __iter__(self) -> Iterator[Token]:
        for text, kind, start, end in zip(self.texts, self.kinds, self.starts, self.ends, strict=True):
            yield Token(text, kind, Span(start, end))


def tokenize(text: str) -> Tokens:
    """
    The tokens of a text, offsets exact; every code point that is not white space is in one token.

    Full stops end a token only inside ``U.S.``, ``a.m.`` and the like; after ``Mr`` they are a token.
    """
    starts: list[int] = []
    ends: list[int] = []
    texts: list[str] = []
    kinds: list[TokenKind] = []
    match_at = _PATTERN.match
    search = _PATTERN.search
    found = search(text)
    while found is not None:
        start, end = found.span()
        kind = _KINDS[found.lastgroup or "punctuation"]
        if kind is TokenKind.OTHER:
            end = start + len(text[start:end].rstrip(_TRAILING)) or end
        starts.append(start)
        ends.append(end)
        texts.append(text[start:end])
        kinds.append(kind)
        found = match_at(text, end) or search(text, end)
    return Tokens(starts, ends, texts, kinds)
