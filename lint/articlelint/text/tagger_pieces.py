"""What the tagger's model says of a word, of its neighbours and after two tags: each worked out once."""

from __future__ import annotations

from codecs import utf_16_le_encode
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from articlelint.text.tagger_features import (
    END,
    START,
    ending_features,
    history_features,
    letter_features,
    normal,
    shape,
)
from articlelint.text.tagger_weights import BIASED, SLOTS, Weights, first_code
from articlelint.text.tags import FINITE, Tag

Vector = int
"""
A score for every tag, as lanes of one integer: adding two of them adds all scores at once, which Python
does faster than it adds two numbers of its own. What a word says of itself and of its neighbours begins
as one such integer, too, with a slot of lanes for each. A lane may be negative; ``Candidates.lift``
lifts it above zero.
"""
LANE = 16
"""Bits of a lane: two bytes, so that a row of bytes becomes a vector at once."""
TOP = 1 << LANE - 1
"""The first bit of a lane. It is set in every sum, so that a score can be taken from all lanes at once."""
RAW = TOP - 1
"""The other bits of a lane, which are the score."""
LIFT = 3 << LANE - 4
"""What is added to a score; two dozen weights of at most 128 are a quarter of it."""
_LOW = 1 << LANE - 4
"""What is added to the score of a tag that the word cannot have: it stays below all that it can have."""
_NEAR = _LOW // (SLOTS - 1)
"""How much of both comes from each neighbour, so that what a neighbour says is never negative."""
_SHARED_SLOTS = 3
"""The slots of which endings and shapes say something: the word itself, the next and the one before."""


class Candidates:
    """The tags that a word may have: one object for all words that may have the same."""

    __slots__ = ("finite", "lanes", "lift", "only", "others", "tags")

    def __init__(self, tags: bytes, names: Sequence[Tag], lift: Vector) -> None:
        self.tags = frozenset([names[tag] for tag in tags])
        self.only = tags[0] if len(tags) == 1 else -1
        """The tag, where there is only one, else -1."""
        self.lanes = tuple([(tag, LANE * tag) for tag in tags])
        """The tags, and where the lanes of these begin."""
        self.finite = [lane for tag, lane in self.lanes if names[tag] in FINITE]
        """The lanes of the finite verbs among them."""
        self.others = [lane for tag, lane in self.lanes if names[tag] not in FINITE]
        """The lanes of the rest."""
        self.lift: Vector = lift + sum([LIFT - _LOW << LANE * tag for tag in tags])
        """What makes negative scores positive, in the first slots."""


class Piece:
    """
    What the model knows of one word.

    A word at the start of a sentence, where a capital says little, is another piece than elsewhere.
    """

    __slots__ = (
        *("after", "candidates", "complete", "far_left", "far_right", "guess", "left", "low", "only"),
        *("own", "parts", "record", "right", "text"),
    )

    text: str
    low: str
    record: bytes
    candidates: Candidates
    parts: tuple[Piece, ...]
    """The pieces of a word that is several; none for a piece."""
    only: int
    """The tag, where there is only one, else -1."""
    guess: int
    """The tag that it had last: most words are nearly always the same."""
    complete: bool
    """Whether what follows has been worked out, see ``Pieces.complete``."""
    own: Vector
    """What it says of itself, lifted."""
    after: list[Vector | None]
    """The same with what the tag before says of it, by that tag; None where it has not been looked up."""
    left: Vector
    """What it says of the word after it."""
    right: Vector
    """What it says of the word before it."""
    far_left: Vector
    """What it says of the second word after it."""
    far_right: Vector
    """What it says of the second word before it."""


class Pieces:
    """The pieces of words by their texts, and what the model says of each."""

    __slots__ = (
        *("_candidates", "_endings", "_features", "_far", "_first", "_last", "_lift", "_nothing", "_biases"),
        *("_places", "_slot", "_weights", "_width", "count", "of", "opening", "padding", "tags"),
    )

    def __init__(self, path: Path) -> None:
        self._weights = Weights(path)
        self.tags = self._weights.tags
        self.count = len(self.tags)
        self._width = LANE * self.count
        self._slot = (1 << self._width) - 1
        self._first = first_code(self.count)
        self._last = self._first + self.count * SLOTS
        self._places = int.from_bytes(_lanes(bytes(range(self._first, self._last))), "little")
        own, shared = _everywhere(self.count), _everywhere(_SHARED_SLOTS * self.count)
        self._biases = {self.count: BIASED * own, _SHARED_SLOTS * self.count: BIASED * shared}
        self._nothing: Vector = _NEAR * own
        self._far: Vector = self._nothing << 3 * self._width | self._nothing << 4 * self._width
        self._lift: Vector = TOP * own + _NEAR * (shared - own)
        self._candidates: dict[bytes, Candidates] = {}
        self._features = lru_cache(maxsize=2048)(self._feature)
        self._endings = lru_cache(maxsize=2048)(self._ending)
        self.of = lru_cache(maxsize=2048)(self.look_up)
        self.opening = lru_cache(maxsize=2048)(self._look_up_opening)
        self.padding = (self.look_up(START), self.look_up(END))
        for piece in self.padding:
            self.complete(piece)

    def look_up(self, text: str) -> Piece:
        """The piece of a text: for those who keep it themselves."""
        piece = Piece()
        piece.text = text
        piece.low = low = normal(text)
        piece.record = record = self._weights.words.get(low)
        tags = record[1 : 1 + record[0]] if record and record[0] else self._weights.open_tags
        found = self._candidates.get(tags)
        if found is None:
            found = self._candidates[tags] = Candidates(tags, self.tags, self._lift)
        piece.candidates = found
        piece.only = found.only
        piece.guess = tags[0]
        piece.complete = False
        piece.parts = ()
        return piece

    def _look_up_opening(self, text: str) -> Piece:
        """The piece of a text where it opens a sentence."""
        piece = self.look_up(text)
        self.complete(piece, first=True)
        return piece

    def complete(self, piece: Piece, *, first: bool = False) -> None:
        """Work out all that is added up to judge a piece or a neighbour; ``first``: it opens a sentence."""
        low, record = piece.low, piece.record
        found = piece.candidates.lift + self._endings(low[-3:])
        found += self._features("h" + shape(piece.text, first))
        slot, width = self._slot, self._width
        after = False
        if record:
            at = 2 + record[0]
            count = record[at - 1]
            after = count > 0
            found += self._far + self._vector(record[at + count * (1 + len(piece.candidates.lanes)) :])
            far = found >> 3 * width
            piece.far_left = far & slot
            piece.far_right = far >> width
        else:
            if piece.only < 0:
                found += sum(map(self._features, letter_features(low)))
            piece.far_left = piece.far_right = self._nothing
        piece.own = found & slot
        piece.left = found >> width & slot
        piece.right = found >> 2 * width & slot
        if piece.only < 0:
            piece.after = [None if after else piece.own] * (self.count + 1)
        if not after:
            piece.record = b""
        piece.complete = True

    def after(self, piece: Piece, before: int) -> Vector:
        """What a piece says of its own tag after another one, lifted."""
        found, record, lanes = piece.own, piece.record, piece.candidates.lanes
        first = 2 + record[0]
        end = first + record[first - 1]
        place = record.find(before, first, end)
        if place >= 0:
            at = end + (place - first) * len(lanes)
            for _, lane in lanes:
                found += (record[at] - BIASED) << lane
                at += 1
        piece.after[before] = found
        return found

    def history(self, before: int, two_before: int) -> Vector:
        """What the two tags before say."""
        return sum(map(self._features, history_features(before, two_before)))

    def _vector(self, groups: bytes) -> Vector:
        """The weights of a record in all slots."""
        found = at = 0
        while at < len(groups):
            size, at = groups[at], at + 1
            # A table that leaves each byte as it is, but for the places, where the weight is added.
            row = bytes.maketrans(groups[at : at + size], groups[at + size : at + 2 * size])
            at += 2 * size
            found += int.from_bytes(_lanes(row[self._first : self._last]), "little") - self._places
        return found

    def _feature(self, feature: str) -> Vector:
        row = self._weights.features.get(feature)
        return int.from_bytes(_lanes(row), "little") - self._biases[len(row)] if row else 0

    def _ending(self, ending: str) -> Vector:
        """What three last letters say."""
        return sum(map(self._features, ending_features(ending)))


def _lanes(row: bytes) -> bytes:
    """A row of bytes with a zero after each, so that it is a row of lanes: Latin-1 as UTF-16."""
    return utf_16_le_encode(row.decode("latin-1"))[0]


def _everywhere(lanes: int) -> Vector:
    """A one in each of so many lanes."""
    return int.from_bytes(_lanes(b"\1" * lanes), "little")
