"""
The lexicon: which words English has, how common they are, and which are written with a capital.

The words come from SCOWL, see the notices in ``data``. ``tools/build.py`` makes the tables.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from articlelint.text.tables import Table

DATA = Path(__file__).parent / "data"
WORDS = Table(DATA / "words.table")
"""For each word in lower case its two sizes: without a capital and with one, 0 where it is not listed so."""
RARE_WORDS = Table(DATA / "rare-words.table")
"""Words in lower case that are not in ``WORDS``, each with an empty text."""
RANKS = Table(DATA / "reader" / "words.table")
"""The 36,000 commonest words of news and Wikipedia in lower case, each with its rank."""
SIZES = (0, 10, 20, 35, 40, 50, 55, 60, 70)
"""The sizes of SCOWL: 10 has the commonest words, 35 those of a small dictionary, 70 of a large one."""
COMMON = 35


@lru_cache(maxsize=2048)
def sizes(lower: str) -> tuple[int, int]:
    """Both sizes of a word: ``size`` and ``name_size``."""
    return _parse_sizes(WORDS.get(normalized(lower), "0 0"))


@cache
def _parse_sizes(text: str) -> tuple[int, int]:
    """The two numbers of a row of ``WORDS``; there are only 80 different ones."""
    size, name_size = text.split()
    return int(size), int(name_size)


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


def is_rare(lower: str) -> bool:
    """
    Whether only a very large dictionary has the word, or only as a spelling that no dialect prefers.

    Such words have no size, and ``is_word`` says no. Words of fewer than four letters are not listed.
    """
    return lower in RARE_WORDS


def rank(lower: str) -> int:
    """
    How many words are commoner in news and in Wikipedia, as they were in 2014; 0 if the word is not listed.

    36,000 words are listed, abbreviations among them: "fbi" has the rank 2307.
    """
    return int(RANKS.get(lower, "0"))


def normalized(lower: str) -> str:
    """The form a word is stored in: straight apostrophe, no possessive ending, no soft hyphen."""
    if not lower.isascii():
        lower = lower.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    return lower.removesuffix("'s")


def size_of_piece(lower: str) -> int:
    """
    The ``size`` of what may be a word, such as an ending of a word; it has no apostrophe.

    The answer is not kept, because few pieces are asked for twice.
    """
    return _parse_sizes(WORDS.get(lower, "0 0"))[0]
