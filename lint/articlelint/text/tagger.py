"""Parts of speech: an averaged perceptron that reads its weights from a memory-mapped file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from articlelint.records import NamedTuple
from articlelint.text.perword import GENERATION, PerWord
from articlelint.text.tagger_features import (
    END,
    START,
    Groups,
    far_left_features,
    far_right_features,
    history_features,
    left_groups,
    normal,
    own_groups,
    pieces,
    right_groups,
)
from articlelint.text.tagger_weights import BIASED, Weights
from articlelint.text.tags import FINITE, Tag

MODEL = os.path.join(os.path.dirname(__file__), "data", "tagger.bin")
"""Built by tools/train_tagger.py; data/tagger.LICENCE.txt says from what."""


SURE = 10_000
"""More than any margin between two tags."""


Vector = int
"""
A score for every tag, as lanes of one integer: adding two of them adds all scores at once, which Python does
faster than it adds two numbers of its own. A lane may be negative; ``_Piece.own`` lifts the sum above zero.
"""
LANE = 15
"""Bits of a lane: two dozen weights of at most 128 stay below half of what it holds."""
_MASK = (1 << LANE) - 1
_LIFT = 1 << (LANE - 1)


class _Terms(dict[int, Vector]):
    """A weight in its lane, by the two bytes that a model has for a tag and its weight."""

    def __missing__(self, entry: int) -> Vector:
        tag, weight = entry.to_bytes(2, sys.byteorder)
        found = self[entry] = (weight - BIASED) << LANE * tag
        return found


_terms = _Terms()


class _Piece:
    """
    What the model knows of one word, looked up once and then kept.

    What it says about its neighbours is looked up when one of these could be several things: half of all
    words can be one thing only.
    """

    __slots__ = (
        *("candidates", "far_left", "far_right", "finite", "left", "low", "only", "own", "right", "text"),
        "transitions",
    )

    text: str
    low: str
    only: int
    """The tag, where there is only one, else -1."""
    candidates: tuple[tuple[int, int], ...]
    """The tags it may have, and where the lanes of these begin."""
    own: Vector
    """What it says of itself, lifted so that no lane of a sum is negative."""
    finite: bool
    """Whether a finite verb is among the candidates."""
    transitions: dict[int, Vector]
    """What it says of itself after a tag."""
    left: Vector | None
    right: Vector | None
    far_left: Vector | None
    far_right: Vector | None


class Parsed(NamedTuple):
    """A sentence as the tagger has read it: ``line`` has its pieces between their padding."""

    parts: list[tuple[_Piece, ...]]
    line: list[_Piece]
    numbers: list[int]


class Tagger:
    """Tags words from left to right, each by its own form, its neighbours and the two tags before it."""

    __slots__ = (
        *("_count", "_finite", "_first", "_history", "_padding", "_pieces", "_shared", "_weights", "_words"),
        *("_lift", "tags"),
    )

    def __init__(self, path: str | os.PathLike[str] = MODEL) -> None:
        self._weights = Weights(path)
        self.tags = self._weights.tags
        self._count = len(self.tags)
        self._finite = frozenset(number for number, tag in enumerate(self.tags) if tag in FINITE)
        self._lift: Vector = sum(_LIFT << LANE * tag for tag in range(self._count))
        self._shared: dict[tuple[str, ...], Vector] = {}
        self._history: dict[int, Vector] = {}
        self._words: PerWord[tuple[_Piece, ...]] = PerWord(self._parts)
        self._pieces: PerWord[_Piece] = PerWord(self._look_up)
        self._first: PerWord[_Piece] = PerWord(self._look_up_first)
        self._padding = (self._look_up(START), self._look_up(END))

    def _vector(self, *features: str) -> Vector:
        """The summed weights of features."""
        payload = b"".join(map(self._weights.get, features))
        return sum(map(_terms.__getitem__, memoryview(payload).cast("H"))) if payload else 0

    def _known(self, features: tuple[str, ...]) -> Vector:
        """The same for features that many words share, such as an ending: worked out once."""
        found = self._shared.get(features)
        if found is None:
            if len(self._shared) >= 2 * GENERATION:
                self._shared.clear()
            found = self._shared[features] = self._vector(*features)
        return found

    def _sum(self, groups: Groups) -> Vector:
        """The weights of a word's own features and of those it shares."""
        own, shared = groups
        return self._vector(*own) + sum(map(self._known, shared))

    def _look_up(self, text: str, *, first: bool = False) -> _Piece:
        piece = _Piece()
        piece.text, piece.low = text, normal(text)
        allowed = self._weights.get("l" + piece.low) or self._weights.open_tags
        piece.only = allowed[0] if len(allowed) == 1 else -1
        piece.finite = not self._finite.isdisjoint(allowed)
        piece.left = piece.right = piece.far_left = piece.far_right = None
        piece.candidates = tuple([(tag, LANE * tag) for tag in allowed])
        piece.own, piece.transitions = 0, {}
        if piece.only < 0:
            piece.own = self._lift + self._sum(own_groups(text, piece.low, first))
            triples = iter(self._weights.get("k" + piece.low))
            for before, tag, weight in zip(triples, triples, triples, strict=True):
                added = (weight - BIASED) << LANE * tag
                piece.transitions[before] = piece.transitions.get(before, 0) + added
        return piece

    def _look_up_first(self, text: str) -> _Piece:
        return self._look_up(text, first=True)

    def _left(self, piece: _Piece) -> Vector:
        """What a piece says of the word after it."""
        piece.left = found = self._sum(left_groups(piece.text, piece.low))
        return found

    def _right(self, piece: _Piece) -> Vector:
        """What a piece says of the word before it."""
        piece.right = found = self._sum(right_groups(piece.text, piece.low))
        return found

    def _far_left(self, piece: _Piece) -> Vector:
        """What a piece says of the second word after it."""
        piece.far_left = found = self._vector(*far_left_features(piece.low))
        return found

    def _far_right(self, piece: _Piece) -> Vector:
        """What a piece says of the second word before it."""
        piece.far_right = found = self._vector(*far_right_features(piece.low))
        return found

    def _parts(self, word: str) -> tuple[_Piece, ...]:
        """The pieces of a word."""
        return tuple([self._pieces[text] for text in pieces(word)])

    def _opening(self, piece: _Piece) -> _Piece:
        """A piece as it is judged at the start of a sentence, where a capital says little."""
        if piece.only >= 0 or piece.text.islower():
            return piece
        return self._first[piece.text]

    def _line(self, row: Iterable[_Piece]) -> list[_Piece]:
        """The pieces of a sentence between their padding, the first word as the first word."""
        start, end = self._padding
        line = [start, start, *row, end, end]
        for i in range(2, len(line) - 2):
            if line[i].text[0].isalpha():
                line[i] = self._opening(line[i])
                break
        return line

    def read(self, words: Sequence[str]) -> Parsed:
        """The words of a sentence and their tags by number: what ``tags_of`` and ``margins_of`` take."""
        parts = list(map(self._words.__getitem__, words))
        line = self._line(chain.from_iterable(parts))
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
        line = self._line(map(self._pieces.__getitem__, texts))
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
        total = self._scores(line, at, before, two_before)
        finite = other = -SURE
        for tag, lane in piece.candidates:
            score = (total >> lane & _MASK) - _LIFT
            if tag in self._finite:
                finite = max(finite, score)
            else:
                other = max(other, score)
        return max(-SURE, min(SURE, finite - other))

    def _decode(self, line: list[_Piece]) -> list[int]:
        """The tags of a line, greedily from left to right. Every sentence's words go through here."""
        before = two_before = self._count
        tags: list[int] = []
        for at in range(2, len(line) - 2):
            piece = line[at]
            best = piece.only
            if best < 0:
                total = self._scores(line, at, before, two_before)
                top = -1
                for tag, lane in piece.candidates:
                    score = total >> lane & _MASK
                    if score > top:
                        top, best = score, tag
            tags.append(best)
            two_before, before = before, best
        return tags

    def _scores(self, line: list[_Piece], at: int, before: int, two_before: int) -> Vector:
        """What everything around says of a piece, and the piece itself."""
        piece = line[at]
        history = self._history.get(before << 8 | two_before)
        if history is None:
            history = self._after(before, two_before)
        beside, behind = line[at - 1], line[at + 1]
        left, right = beside.left, behind.right
        if left is None:
            left = self._left(beside)
        if right is None:
            right = self._right(behind)
        beside, behind = line[at - 2], line[at + 2]
        far_left, far_right = beside.far_left, behind.far_right
        if far_left is None:
            far_left = self._far_left(beside)
        if far_right is None:
            far_right = self._far_right(behind)
        return piece.own + left + right + far_left + far_right + history + piece.transitions.get(before, 0)

    def _after(self, before: int, two_before: int) -> Vector:
        """What the two tags before say, looked up once."""
        found = self._history[before << 8 | two_before] = self._vector(*history_features(before, two_before))
        return found


@cache
def default_tagger() -> Tagger:
    """The tagger that ships with the package, opened once a process."""
    return Tagger()


def tag_words(words: Sequence[str]) -> tuple[Tag, ...]:
    """The parts of speech of a sentence's words: for rules that ask how it would read otherwise."""
    return tuple(default_tagger().tag(words))
