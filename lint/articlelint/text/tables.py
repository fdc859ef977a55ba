"""
Tables of words: files that give a text for each of many words, and are searched as they stand.

A file has three parts. Numbers take four bytes, the lowest byte first.

header
    The eight bytes ``altable1``, the number of buckets and the number of words.
index
    Where each bucket begins, counted from the beginning of the text, and where the last one ends.
text
    A newline, then UTF-8 lines of a word, a tab, the word's value and a newline. A word stands in the bucket
    that the CRC-32 of its UTF-8 bytes gives, modulo the number of buckets. The words of a bucket are sorted.

To look a word up, ``Table`` searches the few lines of its bucket; it reads nothing else of the file. The same
rows always give the same bytes.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from articlelint.errors import ArticlelintError

MAGIC = b"altable1"
HEADER = Struct("<8sII")
INDEX_BEGIN = HEADER.size
NUMBER = Struct("<I")
NUMBER_SIZE = NUMBER.size
BOUNDS = Struct("<II")
"""Two neighbouring numbers of the index: where a bucket begins and where it ends."""
WORDS_PER_BUCKET = 16


class TableError(ArticlelintError):
    """A file is not a table of words, or a part of it is missing. The text names the file."""


class OpenTable(NamedTuple):
    """A file in memory, with what its header says."""

    data: mmap.mmap
    buckets: int
    words: int
    text: int
    """The offset at which the text begins."""


class Table(Mapping[str, str]):
    """
    A read-only mapping from words to texts that is kept in a file.

    The file is opened when the table is asked for the first time, and stays mapped into memory. A look-up
    takes one to two microseconds; keep answers that are asked for often with ``functools.lru_cache``.

    ``Table.pack`` makes the bytes of such a file.

    Raises ``TableError``, when it is first asked, for a file that is not a table or is not complete.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _file(self) -> OpenTable:
        """The file, opened and checked."""
        with self.path.open("rb") as file:
            size = file.seek(0, 2)
            if size < HEADER.size:
                raise TableError(f"{self.path}: not a table of words; install its package again")
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, buckets, words = HEADER.unpack_from(data)
        if magic != MAGIC:
            raise TableError(f"{self.path}: not a table of words; install its package again")
        text = INDEX_BEGIN + NUMBER_SIZE * (buckets + 1) + 1
        if size < text or size != text + NUMBER.unpack_from(data, text - 1 - NUMBER_SIZE)[0]:
            raise TableError(f"{self.path}: the table is not complete; install its package again")
        return OpenTable(data, buckets, words, text)

    def __getitem__(self, word: str) -> str:
        data, buckets, _, text = self._file
        try:
            key = word.encode()
        except UnicodeEncodeError:
            raise KeyError(word) from None  # half of a surrogate pair
        begin, end = BOUNDS.unpack_from(data, INDEX_BEGIN + NUMBER_SIZE * (crc32(key) % buckets))
        # The newline before the bucket's first line is searched as well.
        line = data.find(b"\n" + key + b"\t", text + begin - 1, text + end)
        if line < 0:
            raise KeyError(word)
        value = line + len(key) + 2
        return data[value : data.find(b"\n", value)].decode()

    def __iter__(self) -> Iterator[str]:
        data, _, _, text = self._file
        for line in data[text:].decode().split("\n")[:-1]:
            yield line.partition("\t")[0]

    def __len__(self) -> int:
        return self._file.words

    @staticmethod
    def pack(rows: Mapping[str, str]) -> bytes:
        """
        The bytes of a file that has these rows.

        Raises ``ValueError`` for a word or a text that has a tab or a newline in it.
        """
        buckets: list[list[bytes]] = [[] for _ in range(len(rows) // WORDS_PER_BUCKET + 1)]
        for word in sorted(rows):
            line = f"{word}\t{rows[word]}\n"
            if line.count("\t") != 1 or line.count("\n") != 1:
                raise ValueError(f"{word!r}: a word or its text has a tab or a newline in it")
            key = word.encode()
            buckets[crc32(key) % len(buckets)].append(line.encode())
        texts = [b"".join(lines) for lines in buckets]
        index = [NUMBER.pack(0)]
        end = 0
        for bucket in texts:
            end += len(bucket)
            index.append(NUMBER.pack(end))
        return b"".join([HEADER.pack(MAGIC, len(buckets), len(rows)), *index, b"\n", *texts])
