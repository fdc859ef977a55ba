"""
The lexicon: which words English has, how common they are, and which are written with a capital.

The table is a Bloomier filter (Chazelle, Kilian, Rubinfeld and Tal, 2004) laid out as an xor filter (Graf and
Lemire, 2020): a word's value is the xor of three cells, checked by a 16-bit fingerprint. It is read as it
stands, with nothing to parse, and takes a word that is not in it for one that is less than once in 65,536
times. ``tools/build_lexicon.py`` makes it; the words are SCOWL's, see ``data/lexicon.LICENSE.txt``.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

TABLE = Path(__file__).with_name("data") / "lexicon.bin"
SIZES = (0, 10, 20, 35, 40, 50, 55, 60, 70)
"""The sizes of SCOWL: 10 has the commonest words, 35 those of a small dictionary, 70 of a large one."""
COMMON = 35
MAGIC = b"lexicon1"
HEADER = 16
CELL = 3


def size(lower: str) -> int:
    """
    The size of the smallest word list that has the word without a capital; 0 where none has.

    ``lower`` is a word in lower case; a possessive ending is not looked at. Sizes are those of ``SIZES``.
    """
    return SIZES[_value(lower) & 15]


def name_size(lower: str) -> int:
    """The size of the smallest word list that has the word with a capital ("Paris", "Polish"); 0: none."""
    return SIZES[_value(lower) >> 4]


def is_word(lower: str) -> bool:
    """Whether English, in any spelling, has the word without a capital."""
    return size(lower) > 0


def is_common(lower: str) -> bool:
    """Whether the word, without a capital, is in a small dictionary (48,000 entries, with inflections)."""
    return 0 < size(lower) <= COMMON


def is_name_only(lower: str) -> bool:
    """Whether the word is listed, and only with a capital: "london", "march" is not."""
    value = _value(lower)
    return value >> 4 > 0 and not value & 15


def normalized(lower: str) -> str:
    """The form a word is stored in: straight apostrophe, no possessive ending, no soft hyphen."""
    if not lower.isascii():
        lower = lower.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    return lower.removesuffix("'s")


def cells(key: str, seed: int, segment: int) -> tuple[int, int, int, int]:
    """The three cells of a word, one in each segment of the table, and its fingerprint of 16 bits."""
    digest = int.from_bytes(
        blake2b(key.encode(), digest_size=10, key=seed.to_bytes(4, "little")).digest(), "little"
    )
    return (
        (digest & 0x1FFFFF) % segment,
        (digest >> 21 & 0x1FFFFF) % segment + segment,
        (digest >> 42 & 0x1FFFFF) % segment + 2 * segment,
        digest >> 64,
    )


@lru_cache(maxsize=1)
def _table() -> tuple[bytes, int, int]:
    """The cells, the seed of the hash, the cells per segment. Raises OSError where there is no table."""
    data = TABLE.read_bytes()
    if not data.startswith(MAGIC):
        raise OSError(f"{TABLE} is not a lexicon; run tools/build_lexicon.py")
    return data[HEADER:], int.from_bytes(data[8:12], "little"), int.from_bytes(data[12:16], "little")


@lru_cache(maxsize=1 << 15)
def _value(lower: str) -> int:
    """The two size classes of a word in one byte: low half without, high half with a capital."""
    data, seed, segment = _table()
    first, second, third, fingerprint = cells(normalized(lower), seed, segment)
    cell = (
        int.from_bytes(data[first * CELL : first * CELL + CELL], "little")
        ^ int.from_bytes(data[second * CELL : second * CELL + CELL], "little")
        ^ int.from_bytes(data[third * CELL : third * CELL + CELL], "little")
    )
    value = cell & 0xFF
    # Half of what slips past the fingerprint has no valid sizes.
    known = cell >> 8 == fingerprint and max(value & 15, value >> 4) < len(SIZES)
    return value if known else 0


def forget() -> None:
    """Drop what has been read, as after the table has been built anew."""
    _table.cache_clear()
    _value.cache_clear()
