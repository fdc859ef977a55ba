"""
The lexicon: which words English has, how common they are, and which are written with a capital.

The words are SCOWL's, see ``data/lexicon.LICENSE.txt``; ``tools/build_lexicon.py`` makes the table.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from articlelint.text.wordtable import WordTable

TABLE = WordTable(Path(__file__).parent / "data" / "lexicon.bin")
SIZES = (0, 10, 20, 35, 40, 50, 55, 60, 70)
"""The sizes of SCOWL: 10 has the commonest words, 35 those of a small dictionary, 70 of a large one."""
COMMON = 35
_CLASSES = SIZES + (0,) * (16 - len(SIZES))
_PAIRS = [(own, name) for name in _CLASSES for own in _CLASSES]
"""Both sizes by the table's byte, which has the class of the word without a capital in its low half."""


@lru_cache(maxsize=4096)
def sizes(lower: str) -> tuple[int, int]:
    """Both sizes of a word: ``size`` and ``name_size``."""
    return _PAIRS[TABLE.get(normalized(lower))]


def size(lower: str) -> int:
    """
    The size of the smallest word list that has the word without a capital; 0 where none has.

    ``lower`` is a word in lower case; a possessive ending is not looked at. Sizes are those of ``SIZES``.
    """
    return sizes(lower)[0]


def name_size(lower: str) -> int:
    """The size of the smallest word list that has the word with a capital ("Paris", "Polish"); 0: none."""
    return sizes(lower)[1]


def is_word(lower: str) -> bool:
    """Whether English, in any spelling, has the word without a capital."""
    return sizes(lower)[0] > 0


def is_common(lower: str) -> bool:
    """Whether the word, without a capital, is in a small dictionary (48,000 entries, with inflections)."""
    return 0 < sizes(lower)[0] <= COMMON


def is_name_only(lower: str) -> bool:
    """Whether the word is listed, and only with a capital: "london" is; "march" is not."""
    own, name = sizes(lower)
    return name > 0 and not own


def normalized(lower: str) -> str:
    """The form a word is stored in: straight apostrophe, no possessive ending, no soft hyphen."""
    if not lower.isascii():
        lower = lower.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    return lower.removesuffix("'s")


def size_of_piece(lower: str) -> int:
    """
    The ``size`` of what may be a word, an ending of one, say; it has no apostrophe.

    It is not kept: what is asked for once would only push out what is asked for again.
    """
    return _PAIRS[TABLE.get(lower)][0]
