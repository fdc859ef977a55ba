"""
Word tables: tens of thousands of words, one byte each, read as they stand with nothing to parse.

A table is a perfect hash by hash and displace (Pagh, 1999; Belazzougui, Botelho and Dietzfelbinger, 2009):
a word's bucket says by how much a divisor is larger, the remainder by this divisor is the word's cell, and
two more remainders are its fingerprint there. A word that is not in the table is taken for one that is once
in 70,000 times. ``tools/word_tables.py`` makes the files.

What is divided is the word's letters, read as one number, times a prime, without which words of two letters
are too small. Remainders by odd numbers mix them well enough, and nothing else costs Python as little.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

MAGIC = b"wordtab2"
"""Behind it stand the numbers of buckets and of cells and the least divisor, of four bytes each."""
HEADER = 20
FIRST, SECOND = 251, 241
"""The divisors of the fingerprint: primes of which a remainder is one byte."""
FACTOR = 1_000_000_007


class WordTable:
    """The words of a file, each with a byte; the file is read when the first word is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def get(self) -> Callable[[str], int]:
        """
        A function that gives a word's byte; 0 for a word that is not in the table.

        It takes half a microsecond.
        """
        data = self.path.read_bytes()
        if not data.startswith(MAGIC):
            raise OSError(f"{self.path} is not a word table")
        buckets, cells, divisor = (int.from_bytes(data[i : i + 4], "little") for i in (8, 12, 16))
        begin, end = HEADER + buckets, HEADER + buckets + cells
        shifts, firsts = data[HEADER:begin], data[begin:end]
        seconds, values = data[end : end + cells], data[end + cells :]
        number_of = int.from_bytes

        def get(word: str) -> int:
            try:
                number = number_of(word.encode(), "little") * FACTOR
            except UnicodeEncodeError:
                return 0  # half of a surrogate pair: no word
            cell = number % (divisor + shifts[number % buckets])
            if firsts[cell] != number % FIRST:
                return 0  # nearly every word that is not in the table
            return values[cell] if seconds[cell] == number % SECOND else 0

        return get
