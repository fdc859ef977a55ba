"""Pieces: tokens divided as treebanks divide them, so that a clitic stands by itself (``do|n't``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_CLITIC = re.compile(r"(?P<host>.+?)(?P<clitic>n['’]t|['’](?:s|re|ve|ll|d|m)|['’])", re.IGNORECASE)
_JOINED = frozenset({"cannot", "gonna", "gotta", "wanna"})
"""Two words that are written as one; the second begins at the fourth letter."""


class Pieces(NamedTuple):
    """
    The pieces of a row of tokens.

    ``texts`` are the pieces; ``starts`` has for each the offset in its token at which it begins; ``tokens``
    has for each the index of its token in the row; ``firsts`` has for each token the index of its first
    piece.
    """

    texts: list[str]
    starts: list[int]
    tokens: list[int]
    firsts: list[int]


def split_tokens(tokens: Sequence[str]) -> Pieces:
    """Divide the texts of tokens into pieces. Every character of a token is in exactly one piece."""
    pieces = Pieces([], [], [], [])
    for index, token in enumerate(tokens):
        pieces.firsts.append(len(pieces.texts))
        start = 0
        for text in split_token(token):
            pieces.texts.append(text)
            pieces.starts.append(start)
            pieces.tokens.append(index)
            start += len(text)
    return pieces


@lru_cache(maxsize=4096)
def split_token(token: str) -> tuple[str, ...]:
    """The pieces of one token: ``Kyiv’s`` gives ``Kyiv`` and ``’s``, most tokens give themselves."""
    if token.lower() in _JOINED:
        return token[:3], token[3:]
    found = _CLITIC.fullmatch(token)
    return (found["host"], found["clitic"]) if found else (token,)
