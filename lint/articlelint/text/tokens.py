"""Tokens: one pass over the prose, kept as columns because every rule reads them."""

from __future__ import annotations

import enum  # noqa: F401 # pyright: ignore[reportUnusedImport] - compiled, it is looked for here
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from articlelint.enums import IntEnum
from articlelint.model import Span
from articlelint.patterns import compile_pattern
from articlelint.records import NamedTuple
from articlelint.text.perword import PerWord
from articlelint.typed import overload

LOWERED = PerWord(str.lower)
"""Words in lower case: looked up, they are one string for all tokens that are one word."""


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    PUNCTUATION = 2
    OTHER = 3
    """A web address, file name, e-mail address, handle or hashtag: never prose."""


class Token(NamedTuple):
    """A word, number or mark. A possessive or contracted word is one token: ``Kiev’s``, ``don't``."""

    text: str
    kind: TokenKind
    span: Span


# U+0300..U+036F are combining accents, U+00AD the soft hyphen: both stand inside words.
_LETTER = "[^\\W\\d_\u00ad]"
_INSIDE = "[\\w\u0300-\u036f\u00ad]"
_PATH = r"[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]"
# Endings that are no words, so that "he left.It rained" is not taken for an address.
_SUFFIX = (
    "(?:com|org|net|gov|edu|mil|info|io|tv|co|uk|eu|de|fr|ru|ua|ca|au|nz|news"
    "|pdf|html?|md|csv|json|xml|txt|docx?|xlsx?|jpe?g|png|gif|svg|js|py|css|php|zip|mp[34])"
)
# Repeats are possessive or bounded: the time is linear in the text whatever the text is.
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

_SPLIT = compile_pattern(f"({_OTHER} | {_INITIALS} | {_WORD} | {_NUMBER} | {_MARK})", re.VERBOSE)
_IS_OTHER = compile_pattern(_OTHER, re.VERBOSE)
_MAY_BE_OTHER = frozenset("./@#")
_SPACE = compile_pattern(r"(\s+)")
_CACHE_LIMIT = 1 << 14
_LONGEST_KEPT = 40
"""Longer chunks are data, seen once and as long as a file."""


_PLAIN_MARKS = frozenset(".,;:?!")
"""Marks that stand behind a word or number as tokens of their own."""


class _Kinds(dict[str, TokenKind]):
    """What each token text seen so far is made of; bounded, for servers run for weeks."""

    def __missing__(self, text: str) -> TokenKind:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        if text.isalpha():  # most are, and need no more looking at
            kind = TokenKind.WORD
        elif not _MAY_BE_OTHER.isdisjoint(text) and len(text) > 1 and _IS_OTHER.fullmatch(text):
            kind = TokenKind.OTHER
        elif text[0].isalpha():
            kind = TokenKind.WORD
        elif text[0].isnumeric():
            kind = TokenKind.NUMBER
        else:
            kind = TokenKind.PUNCTUATION
        self[text] = kind
        return kind


_kinds = _Kinds()


def kind_of(text: str) -> TokenKind:
    """What a token of this text is made of."""
    return _kinds[text]


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


class _UnevenError(Exception):
    """What was taken for a chunk is empty, or has white space in it."""


class _Chunks(dict[str, tuple[str, ...]]):
    """
    What stands between two spaces, divided: the space before it, token, gap, token, ...

    No token spans white space and no pattern looks past it, so a chunk is the same wherever it stands; nine
    in ten have been seen before. Tokens of one spelling are one string as well, which later look-ups like.
    """

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        # Letters, or digits, with at most a mark behind them are most of what is new, and no pattern would
        # divide them otherwise: initials and addresses have marks inside.
        bare = chunk[:-1]
        if chunk.isalpha() or chunk.isdecimal():
            found: tuple[str, ...] = (" ", chunk)
        elif (bare.isalpha() or bare.isdecimal()) and chunk[-1] in _PLAIN_MARKS:
            found = (" ", bare, "", chunk[-1])
        else:
            found = _divided(chunk)
        if len(chunk) <= _LONGEST_KEPT:
            self[chunk] = found
        return found


def _divided(chunk: str) -> tuple[str, ...]:
    """The pieces of a chunk by the patterns, the space before it first."""
    # A chunk alone: Python 3.11.2 matches possessive repeats otherwise where white space follows.
    if chunk.split() != [chunk]:
        raise _UnevenError
    return (" ", *_SPLIT.split(chunk)[1:-1])


_chunks = _Chunks()


def places_of(text: str, symbols: str) -> list[int]:
    """
    Where a text has one of some characters, in order.

    One search for each: to miss one takes hardly any time, and to find one less than to look at a hundred
    others.
    """
    places: list[int] = []
    for symbol in symbols:
        at = text.find(symbol)
        while at >= 0:
            places.append(at)
            at = text.find(symbol, at + 1)
    places.sort()
    return places


def tokenize(text: str) -> Tokens:
    """
    The tokens of a text, offsets exact; every code point that is not white space is in one token.

    A full stop belongs to a token only inside ``U.S.``, ``a.m.``, ``Ph.D.`` and the like; after ``Mr`` it is
    a token. Chunks between spaces are looked up, the offsets are running sums of lengths, both without a
    Python call a token.
    """
    pieces: list[str] = []  # gap, token, gap, token, ..., gap, token
    gap = ""
    for paragraph in text.split("\n\n"):
        first = len(pieces)
        try:
            pieces.extend(chain.from_iterable(map(_chunks.__getitem__, paragraph.split(" "))))
        except _UnevenError:
            del pieces[first:]
            gap = _divide(paragraph, pieces, gap) + "\n\n"
        else:
            pieces[first] = gap
            gap = "\n\n"
    edges = list(accumulate(map(len, pieces)))
    texts = pieces[1::2]
    return Tokens(edges[0::2], edges[1::2], texts, list(map(_kinds.__getitem__, texts)))


def _divide(paragraph: str, pieces: list[str], gap: str) -> str:
    """Add the pieces of a paragraph with any white space; takes and gives the gap before the next token."""
    parts = _SPACE.split(paragraph)  # chunk, space, chunk, ..., chunk; the outer ones may be empty
    for chunk, space in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if chunk:
            first = len(pieces)
            pieces += _chunks[chunk]
            pieces[first] = gap
            gap = ""
        gap += space
    return gap
