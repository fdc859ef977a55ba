"""Readings: what the reader says of a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from articlelint.errors import InstallationError
from articlelint.text.reader.features import features_of
from articlelint.text.reader.pieces import Pieces, split_tokens
from articlelint.text.reader.usage import Usage
from articlelint.text.tags import Tag

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlelint.text.reader.network import Scores
    from articlelint.text.reader.weights import Weights

BATCH_PIECES = 600
"""Sentences are computed together until they have this many pieces."""
LONGEST = 300
"""Pieces of a sentence that are read; what comes after them is left out, because no sentence is that long."""
DECIMALS = 4
"""Decimals of a probability."""


class EntityKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    PLACE = "place"
    GROUP = "group"
    """A firm, a party, a club, an office."""
    PEOPLE = "people"
    """A people, a faith or a language, as a noun or an adjective."""
    WORK = "work"
    """A title of a work, a law, an event or a product."""
    TIME = "time"


class Word(NamedTuple):
    """
    A word of a reading: a token, or a part of one where a clitic is divided from it.

    ``token`` counts in ``Document.tokens`` and ``start`` in the token. ``head`` is the index of the word that
    this one depends on and -1 for the root; ``relation`` says how, in the terms of ClearNLP (``nsubj``,
    ``dobj``, ``amod``).
    """

    text: str
    token: int
    start: int
    tag: Tag
    entity: EntityKind | None
    head: int
    relation: str


class Reading:
    """
    What the reader says of one sentence.

    The indexes of tokens are those of ``Document.tokens``; ``first_token`` is the sentence's first.
    Probabilities are rounded, so that they are the same on every processor.
    """

    def __init__(self, first_token: int, pieces: Pieces, scores: Scores, weights: Weights) -> None:
        self.first_token = first_token
        self._pieces = pieces
        self._scores = scores
        self._weights = weights

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, in order."""
        from articlelint.text.reader.network import parse

        labels = self._weights.labels
        found = parse(self._weights, self._scores.states)
        return tuple(
            Word(
                text=self._pieces.texts[i],
                token=self.first_token + self._pieces.tokens[i],
                start=self._pieces.starts[i],
                tag=Tag(labels.tags[found.tag[i]]),
                entity=_entity_kind(labels.entities[found.entity[i]]),
                head=found.head[i] - 1,
                relation=labels.relations[found.relation[i]],
            )
            for i in range(len(found.tag))
        )

    def index_of(self, token: int) -> int:
        """
        The index in ``words`` of a token's first word; of a token that was not read, that of the last.

        Raises IndexError for a token of another sentence.
        """
        if not 0 <= token - self.first_token < len(self._pieces.firsts):
            raise IndexError(f"token {token} is not in the sentence that begins with {self.first_token}")
        index = self._pieces.firsts[token - self.first_token]
        return min(index, len(self._scores.begins) - 1)

    def word_of(self, token: int) -> Word:
        """The first word of a token."""
        return self.words[self.index_of(token)]

    @cached_property
    def incomplete(self) -> float:
        """The probability that the sentence is a fragment: that its main clause is missing."""
        return self._probability("incomplete", self._scores.incomplete)

    def capital(self, token: int) -> float:
        """The probability that a token should begin with a capital."""
        small, *others = self._scores.capital[self.index_of(token)].tolist()
        largest = max(others)
        # The log-odds of "small" against the other two together.
        odds = largest + math.log(sum(math.exp(score - largest) for score in others)) - small
        return self._probability("capital", odds)

    def begins(self, token: int) -> float:
        """The probability that a sentence begins at a token, and has lost the full stop before it."""
        return self._probability("begins", float(self._scores.begins[self.index_of(token)]))

    def _probability(self, question: str, odds: float) -> float:
        """The calibrated probability (Platt scaling) of log-odds."""
        slope, offset = self._weights.calibration[question]
        return round(1 / (1 + math.exp(-max(slope * odds + offset, -60.0))), DECIMALS)


def _entity_kind(label: str) -> EntityKind | None:
    """The kind of a label such as ``B-PERSON``."""
    kind = label.partition("-")[2]
    return EntityKind[kind] if kind else None


class Request(NamedTuple):
    """A sentence to be read: the index of its first token, its pieces, and how other sentences write them."""

    first_token: int
    pieces: Pieces
    states: Sequence[int]


def make_request(first_token: int, tokens: Sequence[str], usage: Usage) -> Request:
    """The request to read the sentence with these tokens."""
    pieces = split_tokens(tokens)
    return Request(first_token, pieces, usage.states(tokens, pieces.texts))


class Reader:
    """
    Reads sentences, and remembers what it has found in so many of them.

    A server reads an article again after every change, when nearly all of its sentences are the same.
    """

    def __init__(self, remembered: int = 0) -> None:
        self._size = remembered
        self._remembered: dict[_Sentence, Scores] = {}
        """In the order in which they were last used."""

    def read(self, requests: Iterable[Request]) -> Iterator[Reading]:
        """Read sentences; yields a reading for each, first of those that it remembers."""
        waiting: list[Request] = []
        size = 0
        for request in requests:
            scores = self._recall(request)
            if scores is not None:
                yield _reading(request, scores)
                continue
            waiting.append(request)
            size += min(len(request.pieces.texts), LONGEST)
            if size >= BATCH_PIECES:
                yield from self._read_batch(waiting)
                waiting, size = [], 0
        if waiting:
            yield from self._read_batch(waiting)

    def _read_batch(self, batch: list[Request]) -> Iterator[Reading]:
        for request, scores in zip(batch, _score(batch), strict=True):
            self._remember(request, scores)
            yield _reading(request, scores)

    def _recall(self, request: Request) -> Scores | None:
        if not self._remembered:
            return None
        key = _Sentence.of(request)
        scores = self._remembered.pop(key, None)
        if scores is not None:
            self._remembered[key] = scores
        return scores

    def _remember(self, request: Request, scores: Scores) -> None:
        if not self._size:
            return
        if len(self._remembered) == self._size:
            del self._remembered[next(iter(self._remembered))]
        self._remembered[_Sentence.of(request)] = scores


class _Sentence(NamedTuple):
    """What the scores of a sentence depend on."""

    pieces: tuple[str, ...]
    states: tuple[int, ...]

    @classmethod
    def of(cls, request: Request) -> _Sentence:
        return cls(tuple(request.pieces.texts), tuple(request.states))


def _reading(request: Request, scores: Scores) -> Reading:
    from articlelint.text.reader.weights import default_weights

    return Reading(request.first_token, request.pieces, scores, default_weights())


def _score(batch: list[Request]) -> list[Scores]:
    """Compute the scores of sentences together."""
    # numpy takes a tenth of a second to import, and many articles need no reading.
    try:
        import numpy as np

        from articlelint.text.reader.network import score
        from articlelint.text.reader.weights import default_weights
    except ModuleNotFoundError as error:
        missing = f"the package '{error.name}' is not installed"
        raise InstallationError(f"{missing}: install articlelint again with what it needs") from error

    weights = default_weights()
    arrays: list[NDArray[np.int64]] = []
    for request in batch:
        pairs = zip(request.pieces.texts[:LONGEST], request.states, strict=False)
        arrays.append(np.array([(*features_of(text), state) for text, state in pairs], np.int64))
    return score(weights, arrays)


def read_words(words: Sequence[str]) -> Reading:
    """
    Read a sentence that stands in no article, such as a heading. Tokens are counted from 0.

    Raises ValueError if there are no words.
    """
    if not words:
        raise ValueError("there are no words to read")
    return _read_words(tuple(words))


@lru_cache(maxsize=128)  # a server meets the headings of an article again after every change
def _read_words(words: tuple[str, ...]) -> Reading:
    return next(Reader().read([make_request(0, words, Usage())]))
