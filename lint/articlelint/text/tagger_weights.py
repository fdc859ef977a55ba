"""The tagger's model: weights in a memory-mapped file, and how such a file is written."""

from __future__ import annotations

import mmap
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from zlib import crc32

from articlelint.text.tagger_features import letter_features
from articlelint.text.tags import Tag

BIASED = 128
"""What is added to a weight of a transition so that it is a byte."""
SLOTS = 5
"""
What a word says of: its own tag, that of the word after it and of the word before it, that of the second word
after it and of the second word before it. In each slot a weight for every tag has its place.
"""
_SLOT_OF_WORD = {"a": 1, "b": 2, "c": 3, "d": 4}
"""Features that are a word itself, by their kind; its own tag is seen to by ``_letters``."""
_SLOT_OF_PART = {"3": ("3", 0), "A": ("3", 1), "B": ("3", 2), "h": ("h", 0), "S": ("h", 1), "T": ("h", 2)}
_SHARED = {key for key, _ in _SLOT_OF_PART.values()}
"""Features that are of the same ending or shape, and stand together; all others are of the word's own tag."""
_MAGIC = b"ALTAG03\n"
_HEAD = len(_MAGIC) + 3 * 4


def first_code(tags: int) -> int:
    """The byte that is the first place of all slots: in the middle, so that a weight can be added to any."""
    return (256 - SLOTS * tags) // 2


class Table:
    """
    A map from strings to bytes, part of a file: nothing is parsed when it opens.

    The file has the strings' CRCs in order, where those with the same first bits begin, and where each
    string's bytes end. A string that is not there is taken for one that is once in 150,000 times.
    """

    __slots__ = ("_begins", "_data", "_ends", "_first", "_shift", "_sums", "end")

    def __init__(self, data: mmap.mmap, at: int) -> None:
        view = memoryview(data)
        count = int.from_bytes(data[at : at + 4], "little")
        bits = count.bit_length()
        self._data = data
        self._shift = 32 - bits
        sums = at + 4 + 4 * (2**bits + 1)
        ends = sums + 4 * count
        self._begins = _numbers(view[at + 4 : sums])
        self._sums = _numbers(view[sums:ends])
        self._first = ends + 4 * (count + 1)
        self._ends = _numbers(view[ends : self._first])
        self.end = self._first + self._ends[count]
        """Where the table ends in the file; what follows begins at the next four bytes."""

    def get(self, text: str) -> bytes:
        """The bytes of a string; empty for one that the table does not have."""
        wanted = crc32(text.encode())
        first, sums = wanted >> self._shift, self._sums
        for at in range(self._begins[first], self._begins[first + 1]):
            if sums[at] == wanted:
                return self._data[self._first + self._ends[at] : self._first + self._ends[at + 1]]
        return b""


def _numbers(view: memoryview[int]) -> Sequence[int]:
    """The numbers of four bytes in a part of the file."""
    if sys.byteorder == "little":
        return view.cast("I")
    from array import array

    swapped = array("I", view.tobytes())
    swapped.byteswap()
    return swapped


class Weights:
    """
    The model in a memory-mapped file.

    ``features`` has a row for each feature that is not a word itself, with a weight for every tag; an
    ending or a shape has three, for the first three slots.

    ``words`` has a record for each word that is known by itself: how many tags it may have, and these,
    or none if it may have those of the open classes; how many tags right before it say something of it,
    these, and for each of them a weight for every tag that the word may have; and its weights in all
    slots. These are groups of a count, as many places, and for each the place plus the weight. A place
    is in one group only, unless its weight is too large for one.
    """

    __slots__ = ("features", "open_tags", "tags", "words")

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if data[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path} is not a tagger model of this version")
        names, open_tags, at = (
            int.from_bytes(data[i : i + 4], "little") for i in range(len(_MAGIC), _HEAD, 4)
        )
        self.tags = tuple([Tag(name) for name in data[_HEAD : _HEAD + names].decode().split()])
        self.open_tags = data[_HEAD + names : _HEAD + names + open_tags]
        self.features = Table(data, at)
        self.words = Table(data, self.features.end + -self.features.end % 4)


def pack(tags: Sequence[str], open_tags: bytes, features: Mapping[str, bytes]) -> bytes:
    """
    A model file's bytes: what ``Weights`` reads.

    A feature has pairs of a tag and its weight; "l" and a word has the tags that the word may have, "k" and
    a word triples: the tag before it, its tag, the weight. Of strings in a table whose checksums are the
    same, one in 150,000 or so, the first in the alphabet is kept.
    """
    count = len(tags)
    words: set[str] = set()
    rows: dict[str, bytearray] = {}
    for name, pairs in features.items():
        kind, text = name[0], name[1:]
        if kind in "wlk" or kind in _SLOT_OF_WORD:
            words.add(text)
        else:
            key, slot = _SLOT_OF_PART.get(kind, (kind, 0))
            size = 3 * count if key in _SHARED else count
            row = rows.setdefault(key + text, bytearray([BIASED]) * size)
            for tag, weight in zip(pairs[::2], pairs[1::2], strict=True):
                row[slot * count + tag] = weight
    for shape in [name for name in rows if name[0] == "h" and name[-1] == "i" and name[:-1] in rows]:
        rows[shape][count:] = rows[shape[:-1]][count:]  # of others a word says the same wherever it stands
    names = " ".join(tags).encode()
    names += b" " * (-(_HEAD + len(names) + len(open_tags)) % 4)
    head = _four([len(names), len(open_tags), _HEAD + len(names) + len(open_tags)])
    shared = _table({name: bytes(row) for name, row in rows.items()})
    known = _table({word: _record(word, features, count, open_tags) for word in words})
    return b"".join([_MAGIC, head, names, open_tags, shared, known])


def _four(numbers: Iterable[int]) -> bytes:
    return b"".join(number.to_bytes(4, "little") for number in numbers)


def _table(entries: Mapping[str, bytes]) -> bytes:
    """What ``Table`` reads, filled up to four bytes."""
    found: dict[int, bytes] = {}
    for text in sorted(entries):
        found.setdefault(crc32(text.encode()), entries[text])
    bits = len(found).bit_length()
    begins = [0] * (2**bits + 1)
    ends = [0]
    for number in sorted(found):
        begins[(number >> 32 - bits) + 1] += 1
        ends.append(ends[-1] + len(found[number]))
    index = [_four([len(found)]), _four(accumulate(begins)), _four(sorted(found)), _four(ends)]
    return b"".join([*index, *(found[number] for number in sorted(found)), bytes(-ends[-1] % 4)])


def _placed(pairs: bytes, base: int) -> dict[int, int]:
    """Weights by their places in a slot that begins at ``base``."""
    return {base + tag: weight - BIASED for tag, weight in zip(pairs[::2], pairs[1::2], strict=True)}


def _groups(row: Mapping[int, int], count: int) -> bytes:
    """The weights of a row as ``Weights`` has them."""
    most = first = first_code(count)
    groups: list[bytes] = []
    left = {place: weight for place, weight in sorted(row.items()) if weight}
    while left:
        parts = {place: max(-most, min(most, weight)) for place, weight in left.items()}
        values = [first + place + part for place, part in parts.items()]
        groups.append(bytes((len(parts), *(first + place for place in parts), *values)))
        left = {place: left[place] - part for place, part in parts.items() if left[place] != part}
    return b"".join(groups)


def _record(word: str, features: Mapping[str, bytes], count: int, open_tags: bytes) -> bytes:
    """A word's record, see ``Weights``."""
    allowed = features.get("l" + word, b"")
    row: dict[int, int] = {}
    after: dict[int, bytearray] = {}
    # A word that can be one thing only is never judged: what is said of it is of no use.
    if len(allowed) != 1:
        row = _letters(word, features, allowed or open_tags)
        after = _after(features.get("k" + word, b""), allowed or open_tags)
    for kind, slot in _SLOT_OF_WORD.items():
        row.update(_placed(features.get(kind + word, b""), slot * count))
    head = bytes((len(allowed), *allowed, len(after), *after))
    return b"".join([head, *after.values(), _groups(row, count)])


def _letters(word: str, features: Mapping[str, bytes], possible: bytes) -> dict[int, int]:
    """What a word's letters say of its own tag, but for its last three, which it shares with others."""
    scores = dict.fromkeys(possible, 0)
    for feature in ["w" + word, *letter_features(word)]:
        for tag, weight in _placed(features.get(feature, b""), 0).items():
            if tag in scores:
                scores[tag] += weight
    return scores


def _after(triples: bytes, possible: bytes) -> dict[int, bytearray]:
    """What each tag before a word says of the tags that it may have."""
    after: dict[int, bytearray] = {}
    for before, tag, weight in zip(triples[::3], triples[1::3], triples[2::3], strict=True):
        if tag in possible:
            row = after.setdefault(before, bytearray([BIASED]) * len(possible))
            row[possible.index(tag)] = weight
    return after
