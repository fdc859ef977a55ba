"""
Word tables: tens of thousands of words, one byte each, read as they stand with nothing to parse.

A table is a Bloomier filter (Chazelle, Kilian, Rubinfeld and Tal, 2004) laid out as an xor filter (Graf and
Lemire, 2020): a word's byte is the xor of three cells, checked by a fingerprint of 16 bits. A word that is
not in the table is taken for one that is once in 65,536 times. ``tools/xor_filter.py`` makes the files.
"""

from __future__ import annotations

from functools import cached_property

try:
    # The same function: hashlib loads OpenSSL before it hands it out, which takes as long as several rules.
    from _blake2 import blake2b
except ImportError:  # an interpreter that keeps it elsewhere
    from hashlib import blake2b

TYPE_CHECKING = False

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

MAGIC = b"wordtab1"
HEADER = 16
CELL = 3


class WordTable:
    """The words of a file, each with a byte; the file is read when the first word is asked for."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = path

    @cached_property
    def get(self) -> Callable[[str], int]:
        """
        A function that gives a word's byte; 0 for a word that is not in the table.

        It takes three microseconds: who asks for the same words again keeps the answers, see ``PerWord``.
        """
        with open(self.path, "rb", buffering=0) as file:
            data = file.read()
        if not data.startswith(MAGIC):
            raise OSError(f"{self.path} is not a word table")
        seed, segment = int.from_bytes(data[8:12], "little"), int.from_bytes(data[12:16], "little")

        def get(word: str) -> int:
            first, second, third, fingerprint = cells(word, seed, segment)
            a, b, c = HEADER + CELL * first, HEADER + CELL * second, HEADER + CELL * third
            if data[a + 1] ^ data[b + 1] ^ data[c + 1] != fingerprint & 0xFF:
                return 0  # nearly every word that is not in the table
            found = data[a + 2] ^ data[b + 2] ^ data[c + 2]
            return data[a] ^ data[b] ^ data[c] if found == fingerprint >> 8 else 0

        return get


def cells(word: str, seed: int, segment: int) -> tuple[int, int, int, int]:
    """The three cells of a word, one in each segment of the table, and its fingerprint of 16 bits."""
    key = seed.to_bytes(4, "little")
    digest = int.from_bytes(
        blake2b(word.encode("utf-8", "replace"), digest_size=10, key=key).digest(), "little"
    )
    return (
        (digest & 0x1FFFFF) % segment,
        (digest >> 21 & 0x1FFFFF) % segment + segment,
        (digest >> 42 & 0x1FFFFF) % segment + 2 * segment,
        digest >> 64,
    )
