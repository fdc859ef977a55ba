"""Features: what the reader knows about a piece by itself, as numbers that pick rows of its tables."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from articlelint.text import gazetteer, lexicon

VOCABULARY = lexicon.RANKS
"""For each word that the reader has a row for, in the form of ``normal_form``, the number of the row."""

UNKNOWN_WORD = 1
AFFIX_ROWS = 4096
"""Affixes share rows: the CRC-32 of an affix, modulo this, says which row it has."""
PREFIX_LENGTH = 3
SUFFIX_LENGTH = 3
SHORT_SUFFIX_LENGTH = 2
SHAPES = 12
SIZES = 10
NAME_KINDS = 33
_YEAR_DIGITS = 4
_PLAIN_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’ʼ‚", "'") | {"–": "-", "—": "--"})
_STOPS = frozenset({".", "!", "?"})
_NAME_BITS = {kind: 1 << number for number, kind in enumerate(gazetteer.NameKind)}


class Features(NamedTuple):
    """
    The rows of the reader's tables that belong to a piece. Row 0 of each table is for no piece at all.

    ``word``, ``prefix``, ``suffix`` and ``short_suffix`` say what the piece is, ``shape`` how it is written,
    ``size`` and ``name_size`` how common it is in lower case and with a capital, ``names`` what it may name.
    """

    word: int
    prefix: int
    suffix: int
    short_suffix: int
    shape: int
    size: int
    name_size: int
    names: int


@lru_cache(maxsize=4096)
def features_of(piece: str) -> Features:
    """The features of a piece."""
    form = normal_form(piece)
    stem = form.rpartition("-")[2] or form
    size, name_size = lexicon.sizes(stem) if stem[0].isalpha() else (0, 0)
    names = sum(_NAME_BITS[kind] for kind in gazetteer.name_kinds(form))
    return Features(
        word=_word_row(form, stem),
        prefix=_affix_row("<" + form[:PREFIX_LENGTH]),
        suffix=_affix_row(form[-SUFFIX_LENGTH:] + ">"),
        short_suffix=_affix_row(form[-SHORT_SUFFIX_LENGTH:] + ">>"),
        shape=1 + _shape(piece),
        size=1 + lexicon.SIZES.index(size),
        name_size=1 + lexicon.SIZES.index(name_size),
        names=1 + names,
    )


def normal_form(piece: str) -> str:
    """A piece in lower case with plain marks; the digits of a figure become ``0``, of a year ``0000``."""
    form = piece.lower().translate(_PLAIN_MARKS)
    if form[0].isdecimal():
        if form.isdecimal():
            return "0000" if len(form) == _YEAR_DIGITS else "0"
        return "0" + "".join(letter for letter in form if not letter.isdecimal())
    return form or piece


def _word_row(form: str, stem: str) -> int:
    """The row of a word; if it has none, that of a compound's last part, or of that without accents."""
    for word in (form, stem, "".join(filter(str.isascii, normalize("NFKD", stem)))):
        row = VOCABULARY.get(word)
        if row is not None:
            return int(row)
    return UNKNOWN_WORD


def _affix_row(affix: str) -> int:
    """The row of an affix, from 1 to ``AFFIX_ROWS``."""
    return 1 + crc32(affix.encode(errors="replace")) % AFFIX_ROWS


def _shape(piece: str) -> int:
    """How a piece is written: the kind of its letters, or of the mark that it is."""
    first, rest = piece[0], piece[1:]
    if first.isalpha():
        if piece.islower():
            return 0
        if not rest:
            return 1
        if first.isupper() and rest.islower():
            return 2
        if piece.isupper():
            return 3
        return 4 if first.isupper() else 5
    if first.isdigit():
        return 6
    if piece in _STOPS:
        return 7
    if piece == ",":
        return 8
    if piece.translate(_PLAIN_MARKS) in {'"', "'", "''"}:
        return 9
    return 10
