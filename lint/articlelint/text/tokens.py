"""Tokens: one pass over the prose, kept as columns because every rule reads them."""

from __future__ import annotations

import enum  # noqa: F401 # pyright: ignore[reportUnusedImport] - compiled, it is looked for here
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add

from articlelint.enums import IntEnum
from articlelint.model import Span
from articlelint.patterns import compile_pattern
from articlelint.records import NamedTuple
from articlelint.text.perword import PerWord, look_up
from articlelint.typed import overload

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

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

_SPLIT = compile_pattern(f"{_OTHER} | {_INITIALS} | {_WORD} | {_NUMBER} | {_MARK}", re.VERBOSE)
_IS_OTHER = compile_pattern(_OTHER, re.VERBOSE)
_MAY_BE_OTHER = frozenset("./@#")
_SPACE = compile_pattern(r"(\s+)")
_BLANK_LINE = "\n\n"
_CACHE_LIMIT = 1 << 14
_LONGEST_KEPT = 40
"""Longer chunks are data, seen once and as long as a file."""


def kind_of(text: str) -> TokenKind:
    """What a token of this text is made of."""
    if text.isalpha():  # most are, and need no more looking at
        return TokenKind.WORD
    if not _MAY_BE_OTHER.isdisjoint(text) and len(text) > 1 and _IS_OTHER.fullmatch(text):
        return TokenKind.OTHER
    if text[0].isalpha():
        return TokenKind.WORD
    return TokenKind.NUMBER if text[0].isnumeric() else TokenKind.PUNCTUATION


class Tokens(Sequence[Token]):
    """
    The tokens of a text, in order, as parallel columns.

    ``starts``, ``ends``, ``texts``, ``lowered`` (the texts in lower case) and ``kinds`` have one entry a
    token; indexing makes a ``Token``. ``ends`` is made when it is first asked for: few need it.
    """

    __slots__ = ("_ends", "kinds", "lowered", "starts", "texts")

    def __init__(
        self,
        starts: list[int],
        texts: list[str],
        lowered: list[str],
        kinds: list[TokenKind],
    ) -> None:
        self.starts = starts
        self.texts = texts
        self.lowered = lowered
        self.kinds = kinds
        self._ends: list[int] | None = None

    @property
    def ends(self) -> list[int]:
        """Where the tokens end."""
        if self._ends is None:
            self._ends = list(map(add, self.starts, map(len, self.texts)))
        return self._ends

    def adjoins(self, index: int) -> bool:
        """Whether a token stands right behind the one before it; without making ``ends``."""
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


class _UnevenError(Exception):
    """What was taken for a chunk has more white space than one character between two words."""


_PIECES = 4
"""For each token: its text, that in lower case, its kind, and how far from its start the next begins."""
_IS_WORD, _IS_MARK = TokenKind.WORD, TokenKind.PUNCTUATION
_PLAIN_MARKS = frozenset(".,;:?!")
"""Marks that stand behind a word or number as tokens of their own."""


class _Chunks(dict[str, "tuple[Any, ...]"]):
    """
    What stands between two spaces, divided: the pieces of one token, those of the next, ...

    No token spans white space and no pattern looks past it, so a chunk is the same wherever it stands; nine
    in ten have been seen before. Behind a chunk stands one space, unless it ends with its own blank line.
    A word is the same string in all of them: what is looked up by it is found without comparing letters.
    """

    def __missing__(self, chunk: str) -> tuple[Any, ...]:
        length = len(chunk)
        if chunk.isalpha():  # most of what is new
            lowered = chunk if chunk.islower() else self._lower(chunk)
            found: tuple[Any, ...] = (chunk, lowered, _IS_WORD, length + 1)
        else:
            found = self._divided(chunk)
        if length <= _LONGEST_KEPT:
            self[chunk] = found
        return found

    def _lower(self, word: str) -> str:
        lower = word.lower()
        return self[lower][0] if lower in self else lower

    def _divided(self, chunk: str) -> tuple[Any, ...]:
        word, mark = chunk[:-1], chunk[-1:]
        # No pattern would divide these otherwise: initials and addresses have marks inside.
        if mark in _PLAIN_MARKS and word.isalpha():
            text, lowered, kind, following = self[word]
            return (text, lowered, kind, following - 1, mark, mark, _IS_MARK, 2)
        if chunk.isdecimal():
            return (chunk, chunk, TokenKind.NUMBER, len(chunk) + 1)
        if chunk.endswith(_BLANK_LINE):
            found = self[chunk[:-2]]
            return (*found[:-1], found[-1] + 1)
        parts = chunk.split()
        if parts != [chunk] and sum(map(len, parts)) + len(parts) - 1 != len(chunk):
            raise _UnevenError
        pieces: list[Any] = []
        # Each part alone: Python 3.11.2 matches possessive repeats otherwise where white space follows.
        for part in parts:
            for text in _SPLIT.findall(part):
                pieces += _tokens[text]
            pieces[-1] += 1  # the white space inside
        return tuple(pieces)


class _Tokens(dict[str, "tuple[Any, ...]"]):
    """The pieces of a token that another follows without a space."""

    def __missing__(self, text: str) -> tuple[Any, ...]:
        length = len(text)
        found = (text, text.lower(), kind_of(text), length)
        if length <= _LONGEST_KEPT:
            self[text] = found
        return found


_chunks = _Chunks()
_tokens = _Tokens()


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
    a token. Chunks between spaces are looked up with all that is known of their tokens, the offsets are
    running sums, both without a Python call a token.
    """
    if len(_chunks) > _CACHE_LIMIT:
        _chunks.clear()
        _tokens.clear()
    pieces: list[Any] = []
    begin = 0
    try:
        found = look_up(_chunks, text.replace(_BLANK_LINE, _BLANK_LINE + " ").split(" "))
    except _UnevenError:
        begin = _divide(text, pieces)
    else:
        deque(map(pieces.extend, found), maxlen=0)
    starts = list(accumulate(pieces[3::_PIECES], initial=begin))
    starts.pop()
    return Tokens(starts, pieces[0::_PIECES], pieces[1::_PIECES], pieces[2::_PIECES])


def _divide(text: str, pieces: list[Any]) -> int:
    """Add the pieces of a text with any white space; gives where the first token begins."""
    parts = _SPACE.split(text)  # chunk, space, chunk, ..., chunk; the outer ones may be empty
    begin = 0
    for chunk, space in zip(parts[::2], [*parts[1::2], " "], strict=True):
        if chunk:
            pieces += _chunks[chunk]
            pieces[-1] += len(space) - 1
        elif not pieces:
            begin = len(space)
    return begin
