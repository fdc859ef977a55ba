"""The tagger's model: weights in a memory-mapped file, and how such a file is written."""

from __future__ import annotations

import mmap
import os
import struct
import sys
from array import array
from collections.abc import Sequence
from zlib import crc32

from articlelint.text.tags import Tag

BIASED = 128
"""What is added to a weight so that it is a byte."""
_MAGIC = b"ALTAG02\n"
_HEADER = struct.Struct("<8sHHI")  # magic, length of tag names, number of open tags, buckets
_ENTRY_HEAD = 4


class Weights:
    """
    A read-only map from feature to bytes in a memory-mapped file: nothing is parsed when it opens.

    A bucket's entries stand one after another: two bytes of the feature's CRC, the feature's first letter
    (its kind), the payload's length, the payload. The bucket is chosen by the CRC's other bits, so an unknown
    feature is taken for a known one of its kind less than once in 30,000 times.
    """

    __slots__ = ("_data", "_index", "_mask", "open_tags", "tags")

    _index: Sequence[int]
    _data: memoryview[int]
    _mask: int

    def __init__(self, path: str | os.PathLike[str]) -> None:
        with open(path, "rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, names, open_tags, buckets = _HEADER.unpack_from(view)
        if magic != _MAGIC:
            raise ValueError(f"{path} is not a tagger model of this version")
        at = _HEADER.size
        self.tags = tuple(Tag(name) for name in bytes(view[at : at + names]).decode().split())
        at += names
        self.open_tags = bytes(view[at : at + open_tags])
        at += open_tags
        self._mask = buckets - 1
        index = view[at : at + 4 * (buckets + 1)]
        self._index = index.cast("I")
        if sys.byteorder == "big":
            swapped = array("I", index.tobytes())
            swapped.byteswap()
            self._index = swapped
        self._data = view[at + 4 * (buckets + 1) :]

    def get(self, feature: str) -> bytes:
        """The payload of a feature; empty where the model does not know it."""
        crc = crc32(feature.encode())
        low, high, kind = crc >> 16 & 0xFF, crc >> 24, ord(feature[0])
        bucket, data = crc & self._mask, self._data
        at, end = self._index[bucket], self._index[bucket + 1]
        while at < end:
            size = data[at + 3]
            if data[at] == low and data[at + 1] == high and data[at + 2] == kind:
                return bytes(data[at + _ENTRY_HEAD : at + _ENTRY_HEAD + size])
            at += _ENTRY_HEAD + size
        return b""


def pack(tags: Sequence[str], open_tags: bytes, features: dict[str, bytes]) -> bytes:
    """
    A model file's bytes: what ``Weights`` reads.

    Of features whose checksums are the same (one in 100,000 or so) the first in the alphabet is kept.
    """
    buckets = 1 << max(len(features) // 2, 1).bit_length()
    filled: list[dict[bytes, bytes]] = [{} for _ in range(buckets)]
    for feature in sorted(features):
        crc = crc32(feature.encode())
        key = bytes((crc >> 16 & 0xFF, crc >> 24, ord(feature[0])))
        bucket = filled[crc & (buckets - 1)]
        bucket.setdefault(key, features[feature])
    index, data = array("I", [0]), bytearray()
    for bucket in filled:
        for key, payload in bucket.items():
            data += key + bytes((len(payload),)) + payload
        index.append(len(data))
    if sys.byteorder == "big":
        index.byteswap()
    names = " ".join(tags).encode()
    padding = -(_HEADER.size + len(names) + len(open_tags)) % 4
    names += b" " * padding
    head = _HEADER.pack(_MAGIC, len(names), len(open_tags), buckets)
    return head + names + open_tags + index.tobytes() + bytes(data)
