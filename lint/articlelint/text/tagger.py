"""Parts of speech: an averaged perceptron that reads its weights from a memory-mapped file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from articlelint.text.tagger_features import pieces
from articlelint.text.tagger_pieces import LANE, LIFT, RAW, TOP, Piece, Pieces, Vector
from articlelint.text.tags import FINITE, Tag

MODEL = Path(__file__).parent / "data" / "tagger.bin"
"""Built by tools/train_tagger.py; data/tagger.NOTICE.txt says from what."""
_BESIDE = 2
"""How many pieces on either side help to decide a tag."""
SURE = 10_000
"""More than any margin between two tags."""
_SEVERAL = -2
"""Instead of a tag, for a word of several pieces: it has none of its own."""


class Reading:
    """
    A sentence as far as the tagger has read it: from its start to what was asked for, tagged in parts.

    ``line`` has the pieces of the words after two of padding, and before two more when it is complete.
    """

    __slots__ = ("decided", "line", "numbers", "opened", "read", "split", "words")

    def __init__(self, words: Sequence[str], before: Piece, padding: int) -> None:
        self.words = words
        self.read = 0
        """How many of the words are in the line."""
        self.split: list[tuple[int, int]] = []
        """The words that are several pieces, and how many."""
        self.line = [before, before]
        self.opened = False
        """Whether the first word is in the line, as the first word."""
        self.numbers: list[int] = [padding, padding]
        """The tags of the pieces in the line by number; -1 for what is not decided."""
        self.decided = _BESIDE
        """How much of the line has been tagged without a gap."""

    def place(self, word: int) -> int:
        """Where in the line a word begins."""
        return _BESIDE + word + sum([count - 1 for at, count in self.split if at < word])


class Tagger:
    """Tags words from left to right, each by its own form, its neighbours and the two tags before it."""

    __slots__ = (
        "_behind",
        "_highest",
        "_history",
        "_lanes",
        "_names",
        "_ones",
        "_pieces",
        "_ready",
        "_tops",
        "_words",
        "tags",
    )

    def __init__(self, path: Path = MODEL) -> None:
        self._pieces = Pieces(path)
        self.tags = self._pieces.tags
        count = len(self.tags)
        self._words = lru_cache(maxsize=2048)(self._piece)
        self._ready = lru_cache(maxsize=2048)(self._completed)
        self._behind = [self._pieces.padding[1]] * _BESIDE
        self._names = list(self.tags)
        self._history: list[list[Vector | None]] = [[None] * (count + 1) for _ in range(count + 1)]
        self._lanes = [LANE * tag for tag in range(count)]
        self._tops = [TOP << lane for lane in self._lanes]
        self._highest: Vector = sum(self._tops)
        self._ones: Vector = self._highest >> LANE - 1

    def _piece(self, word: str) -> Piece:
        """A word as a piece, or as one that has its pieces."""
        piece = self._pieces.look_up(word)
        texts = pieces(word)
        if len(texts) > 1:
            piece.parts = tuple([self._pieces.of(text) for text in texts])
            piece.only = _SEVERAL
        return piece

    def _completed(self, word: str) -> Piece:
        """The piece of a word with all that is added up for it, which ``possible_tags`` does not need."""
        piece = self._words(word)
        for part in piece.parts or (piece,):
            if not part.complete:
                self._pieces.complete(part)
        return piece

    def possible_tags(self, word: str) -> frozenset[Tag]:
        """The tags that a word may have, see ``tags_of``."""
        piece = self._words(word)
        if not piece.parts:
            return piece.candidates.tags
        finite = frozenset([tag for part in piece.parts for tag in part.candidates.tags if tag in FINITE])
        if any(part.candidates.tags <= FINITE for part in piece.parts):
            return finite
        return finite | piece.parts[0].candidates.tags

    def start(self, words: Sequence[str]) -> Reading:
        """A sentence of which nothing has been read, for ``tags_of`` and ``margins_of``."""
        return Reading(words, self._pieces.padding[0], len(self.tags))

    def _reach(self, reading: Reading, stop: int) -> None:
        """Have so many words in the line, and those after them that help to decide their tags."""
        have, words = reading.read, reading.words
        need = min(stop + _BESIDE, len(words))
        if have < need:
            row = list(map(self._ready, words[have:need]))
            numbers = [piece.only for piece in row]
            if _SEVERAL in numbers:
                reading.split += [(i, len(piece.parts)) for i, piece in enumerate(row, have) if piece.parts]
                row = [part for piece in row for part in piece.parts or (piece,)]
                numbers = [piece.only for piece in row]
            if not reading.opened:
                self._open(reading, row)
            reading.line += row
            reading.numbers += numbers
            reading.read = need
            if need == len(words):
                reading.line += self._behind

    def _open(self, reading: Reading, row: list[Piece]) -> None:
        """Take the first word of a sentence as that, if it is in a row."""
        for i, piece in enumerate(row):
            if piece.text[0].isalpha():
                if piece.only < 0 and not piece.text.islower():
                    row[i] = self._pieces.opening(piece.text)
                reading.opened = True
                break

    def tag(self, words: Sequence[str]) -> list[Tag]:
        """A tag for each word of a sentence, see ``tags_of``."""
        return self.tags_of(self.start(words), 0, len(words))

    def finite_margins(self, words: Sequence[str]) -> list[int]:
        """How surely each word of a sentence is a finite verb, see ``margins_of``."""
        return self.margins_of(self.start(words), 0, len(words))

    def tags_of(self, reading: Reading, start: int, stop: int) -> list[Tag]:
        """
        A tag for each word of a sentence from ``start`` to ``stop``; the rest of it is not decided for that.

        A word of several pieces, such as ``don't`` or ``he's``, has the tag of its finite piece if it has
        one, else of its first piece.
        """
        self._reach(reading, stop)
        first, last = start + _BESIDE, stop + _BESIDE
        if reading.split:
            first, last = reading.place(start), reading.place(stop)
        self._decide(reading, first, last)
        names = self._names
        found = [names[number] for number in reading.numbers[first:last]]
        for at, count in reading.split:
            if start <= at < stop:
                # Those before have been merged: the first piece stands where its word will.
                own = found[at - start : at - start + count]
                found[at - start : at - start + count] = [next((tag for tag in own if tag in FINITE), own[0])]
        return found

    def tag_pieces(self, texts: Sequence[str]) -> list[Tag]:
        """A tag for each piece of a sentence whose words have been divided already."""
        reading = self.start(())
        row = list(map(self._pieces.of, texts))
        for piece in row:
            if not piece.complete:
                self._pieces.complete(piece)
        self._open(reading, row)
        reading.line += row + self._behind
        reading.numbers += [piece.only for piece in row]
        self._decide(reading, _BESIDE, len(reading.numbers))
        return [self.tags[number] for number in reading.numbers[_BESIDE:]]

    def margins_of(self, reading: Reading, start: int, stop: int) -> list[int]:
        """
        How much better a finite verb fits each word from ``start`` to ``stop`` than anything else does.

        Positive where the word is tagged as a finite verb, ``-SURE`` where it can be none, ``SURE`` where it
        can be nothing else. A word of several pieces has the margin of its likeliest piece.
        """
        self._reach(reading, stop)
        first, last = start + _BESIDE, stop + _BESIDE
        if reading.split:
            first, last = reading.place(start), reading.place(stop)
        self._decide(reading, first, last)
        found = [self._margin(reading, at) for at in range(first, last)]
        for at, count in reading.split:
            if start <= at < stop:
                found[at - start : at - start + count] = [max(found[at - start : at - start + count])]
        return found

    def margin_of(self, reading: Reading, word: int) -> int:
        """The same for one word."""
        if reading.split or reading.decided <= _BESIDE + word:
            return self.margins_of(reading, word, word + 1)[0]
        return self._margin(reading, _BESIDE + word)

    def _margin(self, reading: Reading, at: int) -> int:
        """The best score of a finite tag less the best of another, at a place whose tag is decided."""
        line, numbers, piece = reading.line, reading.numbers, reading.line[at]
        candidates = piece.candidates
        if not candidates.finite:
            return -SURE
        if piece.only >= 0:
            return SURE
        total = self._said(piece, numbers[at - 2], numbers[at - 1]) + line[at - 1].left + line[at + 1].right
        total += line[at - 2].far_left + line[at + 2].far_right
        finite = max([total >> lane & RAW for lane in candidates.finite])
        other = max([total >> lane & RAW for lane in candidates.others], default=LIFT - SURE)
        return max(-SURE, min(SURE, finite - other))

    def _decide(self, reading: Reading, start: int, stop: int) -> None:
        """
        Decide the tags of a part of a line, greedily from left to right: all sentences go through here.

        A tag hangs on the two before it, so that deciding begins after two that are known.
        """
        if stop <= reading.decided:
            return
        line, numbers, histories = reading.line, reading.numbers, self._history
        lanes, tops, highest, ones = self._lanes, self._tops, self._highest, self._ones
        at = max(start, reading.decided)
        while numbers[at - 1] < 0 or numbers[at - 2] < 0:
            at -= 1
        found: list[int] = []
        two_before, before = numbers[at - 2], numbers[at - 1]
        far, beside, piece, behind = line[at - 2], line[at - 1], line[at], line[at + 1]
        for far_behind in line[at + 2 : stop + 2]:
            best = piece.only
            if best < 0:
                own, history = piece.after[before], histories[two_before][before]
                if own is None or history is None:
                    total = self._said(piece, two_before, before)
                else:
                    total = own + history
                total += beside.left + behind.right + far.far_left + far_behind.far_right
                best = piece.guess
                # Which tags are as good as the one that it had last, all compared at once: mostly that alone.
                if (total - (total >> lanes[best] & RAW) * ones) & highest != tops[best]:
                    best = self._best(piece, total)
            found.append(best)
            two_before, before = before, best
            far, beside, piece, behind = beside, piece, behind, far_behind
        numbers[at:stop] = found
        if at <= reading.decided:
            reading.decided = stop

    def _said(self, piece: Piece, two_before: int, before: int) -> Vector:
        """What a word and the tags before it say of its own, looked up where nobody has asked yet."""
        own, history = piece.after[before], self._history[two_before][before]
        if own is None:
            own = self._pieces.after(piece, before)
        if history is None:
            history = self._history[two_before][before] = self._pieces.history(before, two_before)
        return own + history

    def _best(self, piece: Piece, total: Vector) -> int:
        """The tag with the best score, the first of those that have it."""
        top = best = -1
        for tag, lane in piece.candidates.lanes:
            score = total >> lane & RAW
            if score > top:
                top, best = score, tag
        piece.guess = best
        return best


@cache
def default_tagger() -> Tagger:
    """The tagger that ships with the package, opened once a process."""
    return Tagger()


def tag_words(words: Sequence[str]) -> tuple[Tag, ...]:
    """The parts of speech of a sentence's words: for rules that ask how it would read otherwise."""
    return tuple(default_tagger().tag(words))


def possible_tags(word: str) -> frozenset[Tag]:
    """
    The parts of speech that a word may be given, wherever it stands: ``Document.tags`` never has another.

    Nothing is decided for that, so that it is a gate before the tags of a sentence: where no word can be a
    finite verb there is none, and a word that can be nothing but one always is one. A word that the tagger
    does not know can be nearly anything.
    """
    return default_tagger().possible_tags(word)
