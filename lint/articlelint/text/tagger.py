"""Parts of speech: an averaged perceptron that reads its weights from a memory-mapped file."""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from articlelint.text.tagger_features import (
    END,
    START,
    far_left_features,
    far_right_features,
    history_features,
    left_features,
    normal,
    own_features,
    pieces,
    right_features,
)
from articlelint.text.tags import FINITE, Tag

MODEL = Path(__file__).parent / "data" / "tagger.bin"
"""Built by tools/train_tagger.py; data/tagger.LICENCE.txt says from what."""


SURE = 10_000
"""More than any margin between two tags."""

_CACHE_LIMIT = 50_000
_MAGIC = b"ALTAG02\n"
_HEADER = struct.Struct("<8sHHI")  # magic, length of tag names, number of open tags, buckets
_ENTRY_HEAD = 4
_BIASED = 128

Vector = tuple[int, ...]
Candidates = tuple[tuple[int, int], ...]


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

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
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


class _Piece:
    """What the model knows of one word, looked up once and then kept."""

    __slots__ = (
        *("candidates", "far_left", "far_right", "finite", "left", "low", "only", "right", "text"),
        "transitions",
    )

    text: str
    low: str
    only: int
    """The tag, where there is only one, else -1."""
    candidates: Candidates
    finite: bool
    """Whether a finite verb is among the candidates."""
    transitions: dict[int, dict[int, int]]
    left: Vector
    right: Vector
    far_left: Vector
    far_right: Vector


class Parsed(NamedTuple):
    """A sentence as the tagger has read it: ``line`` has its pieces between their padding."""

    parts: list[tuple[_Piece, ...]]
    line: list[_Piece]
    numbers: list[int]


class Tagger:
    """Tags words from left to right, each by its own form, its neighbours and the two tags before it."""

    __slots__ = (
        *("_count", "_finite", "_first", "_history", "_padding", "_pieces", "_weights", "_words"),
        "tags",
    )

    def __init__(self, path: Path = MODEL) -> None:
        self._weights = Weights(path)
        self.tags = self._weights.tags
        self._count = len(self.tags)
        self._finite = frozenset(number for number, tag in enumerate(self.tags) if tag in FINITE)
        self._history: dict[int, Vector] = {}
        self._words: dict[str, tuple[_Piece, ...]] = {}
        self._pieces: dict[str, _Piece] = {}
        self._first: dict[str, _Piece] = {}
        self._padding = (self._look_up(START), self._look_up(END))

    def _vector(self, features: Sequence[str]) -> list[int]:
        """The summed weights of features, an entry a tag."""
        scores = [0] * self._count
        for feature in features:
            pairs = iter(self._weights.get(feature))
            for tag, weight in zip(pairs, pairs, strict=True):
                scores[tag] += weight - _BIASED
        return scores

    def _look_up(self, text: str, *, first: bool = False) -> _Piece:
        piece = _Piece()
        piece.text, piece.low = text, normal(text)
        allowed = self._weights.get("l" + piece.low) or self._weights.open_tags
        piece.only = allowed[0] if len(allowed) == 1 else -1
        scores = self._vector(own_features(text, first))
        piece.candidates = tuple((tag, scores[tag]) for tag in allowed)
        piece.finite = not self._finite.isdisjoint(allowed)
        piece.transitions = {}
        triples = iter(self._weights.get("k" + piece.low))
        for before, tag, weight in zip(triples, triples, triples, strict=True):
            piece.transitions.setdefault(before, {})[tag] = weight - _BIASED
        piece.left = tuple(self._vector(left_features(text)))
        piece.right = tuple(self._vector(right_features(text)))
        piece.far_left = tuple(self._vector(far_left_features(text)))
        piece.far_right = tuple(self._vector(far_right_features(text)))
        return piece

    def _parts(self, word: str) -> tuple[_Piece, ...]:
        """The pieces of a word, from the cache or the model."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _CACHE_LIMIT:
                self._words.clear()
                self._pieces.clear()
                self._first.clear()
            found = self._words[word] = tuple(self._piece(text) for text in pieces(word))
        return found

    def _piece(self, text: str) -> _Piece:
        found = self._pieces.get(text)
        if found is None:
            found = self._pieces[text] = self._look_up(text)
        return found

    def _opening(self, piece: _Piece) -> _Piece:
        """A piece as it is judged at the start of a sentence, where a capital says little."""
        if piece.only >= 0 or piece.text.islower():
            return piece
        found = self._first.get(piece.text)
        if found is None:
            found = self._first[piece.text] = self._look_up(piece.text, first=True)
        return found

    def _line(self, row: Sequence[_Piece]) -> list[_Piece]:
        """The pieces of a sentence between their padding, the first word as the first word."""
        start, end = self._padding
        opening = next((i for i, piece in enumerate(row) if piece.text[0].isalpha()), -1)
        line = [start, start, *row, end, end]
        if opening >= 0:
            line[opening + 2] = self._opening(row[opening])
        return line

    def read(self, words: Sequence[str]) -> Parsed:
        """The words of a sentence and their tags by number: what ``tags_of`` and ``margins_of`` take."""
        parts = [self._parts(word) for word in words]
        line = self._line([piece for part in parts for piece in part])
        return Parsed(parts, line, self._decode(line))

    def tag(self, words: Sequence[str]) -> list[Tag]:
        """A tag for each word of a sentence, see ``tags_of``."""
        return self.tags_of(self.read(words))

    def finite_margins(self, words: Sequence[str]) -> list[int]:
        """How surely each word of a sentence is a finite verb, see ``margins_of``."""
        return self.margins_of(self.read(words))

    def tags_of(self, parsed: Parsed) -> list[Tag]:
        """
        A tag for each word.

        A word of several pieces, such as ``don't`` or ``he's``, has the tag of its finite piece if it has
        one, else of its first piece.
        """
        found = [self.tags[number] for number in parsed.numbers]
        if len(found) == len(parsed.parts):
            return found
        merged: list[Tag] = []
        at = 0
        for part in parsed.parts:
            own = found[at : at + len(part)]
            merged.append(next((tag for tag in own if tag in FINITE), own[0]))
            at += len(part)
        return merged

    def tag_pieces(self, texts: Sequence[str]) -> list[Tag]:
        """A tag for each piece of a sentence whose words have been divided already."""
        line = self._line([self._piece(text) for text in texts])
        return [self.tags[number] for number in self._decode(line)]

    def margins_of(self, parsed: Parsed) -> list[int]:
        """
        How much better a finite verb fits each word than anything else does.

        Positive where the word is tagged as a finite verb, ``-SURE`` where it can be none, ``SURE`` where it
        can be nothing else. A word of several pieces has the margin of its likeliest piece.
        """
        line, history = parsed.line, [self._count, self._count, *parsed.numbers]
        margins = [
            self._margin(line, i, history[i - 1], history[i - 2]) if line[i].finite else -SURE
            for i in range(2, len(line) - 2)
        ]
        if len(margins) == len(parsed.parts):
            return margins
        found: list[int] = []
        at = 0
        for part in parsed.parts:
            found.append(max(margins[at : at + len(part)]))
            at += len(part)
        return found

    def _margin(self, line: list[_Piece], at: int, before: int, two_before: int) -> int:
        """The best score of a finite tag less the best of another, for a piece that can be a finite verb."""
        piece = line[at]
        if piece.only >= 0:
            return SURE
        left, right = line[at - 1].left, line[at + 1].right
        far_left, far_right = line[at - 2].far_left, line[at + 2].far_right
        history, own = self._after(before, two_before), piece.transitions.get(before, {})
        finite = other = -SURE
        for tag, score in piece.candidates:
            total = score + left[tag] + right[tag] + far_left[tag] + far_right[tag] + history[tag]
            total += own.get(tag, 0)
            if tag in self._finite:
                finite = max(finite, total)
            else:
                other = max(other, total)
        return max(-SURE, min(SURE, finite - other))

    def _decode(self, line: list[_Piece]) -> list[int]:
        """The tags of a line, greedily from left to right. Every sentence's words go through here."""
        before = two_before = self._count
        tags: list[int] = []
        known = self._history
        at = 1
        for piece in line[2:-2]:
            at += 1
            best = piece.only
            if best < 0:
                left, right = line[at - 1].left, line[at + 1].right
                far_left, far_right = line[at - 2].far_left, line[at + 2].far_right
                history = known.get(before << 8 | two_before) or self._after(before, two_before)
                own = piece.transitions.get(before)
                top = -SURE
                for tag, score in piece.candidates:
                    total = score + left[tag] + right[tag] + far_left[tag] + far_right[tag] + history[tag]
                    if own is not None and tag in own:
                        total += own[tag]
                    if total > top:
                        top, best = total, tag
            tags.append(best)
            two_before, before = before, best
        return tags

    def _after(self, before: int, two_before: int) -> Vector:
        """What the two tags before say, from the cache or the model."""
        found = self._history.get(before << 8 | two_before)
        if found is None:
            found = tuple(self._vector(history_features(before, two_before)))
            self._history[before << 8 | two_before] = found
        return found


@cache
def default_tagger() -> Tagger:
    """The tagger that ships with the package, opened once a process."""
    return Tagger()


def tag_words(words: Sequence[str]) -> tuple[Tag, ...]:
    """The parts of speech of a sentence's words: for rules that ask how it would read otherwise."""
    return tuple(default_tagger().tag(words))
