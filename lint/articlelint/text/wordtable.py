"""
Word tables: tens of thousands of words, one byte each, read as they stand with nothing to parse.

A table is a Bloomier filter (Chazelle, Kilian, Rubinfeld and Tal, 2004) laid out as an xor filter (Graf and
Lemire, 2020): a word's byte is the xor of three cells, checked by a fingerprint of 16 bits. A word that is
not in the table is taken for one that is once in 65,536 times. ``tools/xor_filter.py`` makes the files.

A word's letters, read as one number, are hashed by a product and a remainder: of all that mixes them well
enough, this is what Python does fastest, in a third of the time of a digest.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from struct import Struct

MAGIC = b"wordtab2"
HEADER = Struct("<8sQIII")
"""What a table is, the factor of its hash, and the numbers of cells of its three segments: primes."""
MODULUS = (1 << 60) - 93
"""The largest prime below 2 to the 60th: Python keeps its remainders in two digits."""
FINGERPRINT = 0xFFFF


class WordTable:
    """The words of a file, each with a byte; the file is read when the first word is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def get(self) -> Callable[[str], int]:
        """
        A function that gives a word's byte; 0 for a word that is not in the table.

        It takes most of a microsecond: who asks for the same words again keeps the answers, see ``PerWord``.
        """
        data = self.path.read_bytes()
        if not data.startswith(MAGIC):
            raise OSError(f"{self.path} is not a word table")
        head: tuple[bytes, int, int, int, int] = HEADER.unpack_from(data)
        _, factor, first, second, third = head
        count = first + second + third
        begin, end = HEADER.size, HEADER.size + 2 * count
        prints = _numbers(data[begin:end])
        prints1, prints2, prints3 = prints[:first], prints[first : first + second], prints[first + second :]
        values = data[end:]
        values1, values2, values3 = values[:first], values[first : first + second], values[first + second :]

        def get(word: str) -> int:
            try:
                hashed = int.from_bytes(word.encode(), "little") * factor % MODULUS
            except UnicodeEncodeError:
                return 0  # half of a surrogate pair: no word
            a, b, c = hashed % first, hashed % second, hashed % third
            if prints1[a] ^ prints2[b] ^ prints3[c] != hashed & FINGERPRINT:
                return 0
            return values1[a] ^ values2[b] ^ values3[c]

        return get


def _numbers(data: bytes) -> Sequence[int]:
    """Numbers of two bytes, the lower one first."""
    if sys.byteorder == "little":
        return memoryview(data).cast("H")
    swapped = array("H", data)
    swapped.byteswap()
    return swapped
