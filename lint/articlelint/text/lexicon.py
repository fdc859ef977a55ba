"""
The lexicon: which words English has, how common they are, and which are written with a capital.

The words are SCOWL's, see ``data/lexicon.LICENSE.txt``; ``tools/build_lexicon.py`` makes the table.
"""

from __future__ import annotations

import os

from articlelint.text.perword import PerWord
from articlelint.text.wordtable import WordTable

TABLE = WordTable(os.path.join(os.path.dirname(__file__), "data", "lexicon.bin"))
SIZES = (0, 10, 20, 35, 40, 50, 55, 60, 70)
"""The sizes of SCOWL: 10 has the commonest words, 35 those of a small dictionary, 70 of a large one."""
COMMON = 35
_NEITHER = (0, 0)
_PAIRS = {i | k << 4: (own, name) for i, own in enumerate(SIZES) for k, name in enumerate(SIZES)}


def sizes(lower: str) -> tuple[int, int]:
    """Both sizes of a word: ``size`` and ``name_size``."""
    return _sizes[lower]


def size(lower: str) -> int:
    """
    The size of the smallest word list that has the word without a capital; 0 where none has.

    ``lower`` is a word in lower case; a possessive ending is not looked at. Sizes are those of ``SIZES``.
    """
    return _sizes[lower][0]


def name_size(lower: str) -> int:
    """The size of the smallest word list that has the word with a capital ("Paris", "Polish"); 0: none."""
    return _sizes[lower][1]


def is_word(lower: str) -> bool:
    """Whether English, in any spelling, has the word without a capital."""
    return _sizes[lower][0] > 0


def is_common(lower: str) -> bool:
    """Whether the word, without a capital, is in a small dictionary (48,000 entries, with inflections)."""
    return 0 < _sizes[lower][0] <= COMMON


def is_name_only(lower: str) -> bool:
    """Whether the word is listed, and only with a capital: "london" is; "march" is not."""
    own, name = _sizes[lower]
    return name > 0 and not own


def normalized(lower: str) -> str:
    """The form a word is stored in: straight apostrophe, no possessive ending, no soft hyphen."""
    if not lower.isascii():
        lower = lower.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    return lower.removesuffix("'s")


def look_up(lower: str) -> tuple[int, int]:
    """
    Both sizes of a word, which are not kept: for what may be no word, such as the halves of one.

    The table has their classes in one byte, that of the word without a capital in the low half.
    """
    value = TABLE.get(normalized(lower))
    # Most of what slips past the table's fingerprint has no valid sizes.
    return _PAIRS.get(value, _NEITHER)


_sizes = PerWord(look_up)
