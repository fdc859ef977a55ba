"""
The lexicon: which words English has, how common they are, and which are written with a capital.

The words are SCOWL's, see ``data/lexicon.LICENSE.txt``; ``tools/build_lexicon.py`` makes the table.
"""

from __future__ import annotations

from pathlib import Path

from articlelint.text.perword import PerWord
from articlelint.text.wordtable import WordTable

TABLE = WordTable(Path(__file__).with_name("data") / "lexicon.bin")
SIZES = (0, 10, 20, 35, 40, 50, 55, 60, 70)
"""The sizes of SCOWL: 10 has the commonest words, 35 those of a small dictionary, 70 of a large one."""
COMMON = 35


def size(lower: str) -> int:
    """
    The size of the smallest word list that has the word without a capital; 0 where none has.

    ``lower`` is a word in lower case; a possessive ending is not looked at. Sizes are those of ``SIZES``.
    """
    return SIZES[_sizes[lower] & 15]


def name_size(lower: str) -> int:
    """The size of the smallest word list that has the word with a capital ("Paris", "Polish"); 0: none."""
    return SIZES[_sizes[lower] >> 4]


def is_word(lower: str) -> bool:
    """Whether English, in any spelling, has the word without a capital."""
    return size(lower) > 0


def is_common(lower: str) -> bool:
    """Whether the word, without a capital, is in a small dictionary (48,000 entries, with inflections)."""
    return 0 < size(lower) <= COMMON


def is_name_only(lower: str) -> bool:
    """Whether the word is listed, and only with a capital: "london" is; "march" is not."""
    value = _sizes[lower]
    return value >> 4 > 0 and not value & 15


def normalized(lower: str) -> str:
    """The form a word is stored in: straight apostrophe, no possessive ending, no soft hyphen."""
    if not lower.isascii():
        lower = lower.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    return lower.removesuffix("'s")


def _look_up(lower: str) -> int:
    """The two size classes of a word in one byte: low half without, high half with a capital."""
    value = TABLE.get(normalized(lower))
    # Most of what slips past the table's fingerprint has no valid sizes.
    return value if max(value & 15, value >> 4) < len(SIZES) else 0


_sizes = PerWord(_look_up)
