"""
Tables of words with text, searched as they stand: an article asks for few of their rows.

A file has the words in buckets by their CRC, in each one after another, with the ends of all buckets before
them. Taking a table of ten thousand words apart takes as long as asking it two thousand times.
tools/build_text_tables.py makes the files of the texts beside them, which is where a table is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from struct import Struct
from zlib import crc32

from articlelint_rules import DATA

MAGIC = b"texttab1"
HEAD = Struct("<8sI")  # magic, buckets
ENDS = Struct("<II")  # where a bucket begins, and where it ends, in the file
ROW = "\x1f"
"""Between the rows of a word."""


class TextTable(Mapping[str, tuple[str, ...]]):
    """The rows of each word of a file; it is read when the first word is asked for."""

    def __init__(self, name: str) -> None:
        self._path = DATA / name

    @cached_property
    def _file(self) -> tuple[bytes, int]:
        """What is in the file, and the number of buckets less one."""
        data = self._path.read_bytes()
        magic, buckets = HEAD.unpack_from(data)
        if magic != MAGIC:
            raise OSError(f"{self._path} is no table of this version")
        return data, buckets - 1

    def _place(self, word: str) -> int:
        """Where a word's rows begin in the file, or less than 0."""
        data, mask = self._file
        key = word.encode("utf-8", "surrogatepass")
        begin, end = ENDS.unpack_from(data, HEAD.size + 4 * (crc32(key) & mask))
        if begin == end:
            return -1  # most buckets that are looked into have nothing
        at = data.find(b"\n" + key + b"\t", begin, end)
        return at if at < 0 else at + len(key) + 2

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._place(word) >= 0

    def __getitem__(self, word: str) -> tuple[str, ...]:
        at = self._place(word)
        if at < 0:
            raise KeyError(word)
        data = self._file[0]
        return tuple(data[at : data.index(b"\n", at)].decode().split(ROW))

    def __iter__(self) -> Iterator[str]:
        data, mask = self._file
        text = data[HEAD.size + 4 * (mask + 2) :].decode()
        # Words and rows in turn, between a line's end and another.
        return iter(text.replace("\n", "\t").split("\t")[1:-1:2])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def pack(rows: Mapping[str, tuple[str, ...]]) -> bytes:
    """A file's bytes."""
    buckets = 1 << len(rows).bit_length()
    filled: list[list[bytes]] = [[] for _ in range(buckets)]
    for word in sorted(rows):
        line = f"\n{word}\t{ROW.join(rows[word])}"
        assert line.count("\n") == line.count("\t") == 1, word
        filled[crc32(word.encode()) & (buckets - 1)].append(line.encode())
    ends = [HEAD.size + 4 * (buckets + 1)]
    for bucket in filled:
        ends.append(ends[-1] + sum(map(len, bucket)))
    index = b"".join(end.to_bytes(4, "little") for end in ends)
    return HEAD.pack(MAGIC, buckets) + index + b"".join(b"".join(bucket) for bucket in filled) + b"\n"
