"""Examples as arrays of numbers, in batches of sentences of about the same length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

import articlelint as al
from articlelint.text.reader.features import features_of
from reader.examples import UNKNOWN, Example

IGNORED = -100
"""The class that PyTorch's cross entropy leaves out."""
ENTITY_KINDS = ("PERSON", "PLACE", "GROUP", "PEOPLE", "WORK", "TIME")
ENTITIES = ("O", *(f"{part}-{kind}" for kind in ENTITY_KINDS for part in "BI"))
TAGS = tuple(al.Tag)
BATCH_PIECES = 2600
SORTED_AT_ONCE = 4000

features = cache(features_of.__wrapped__)


class Labels(NamedTuple):
    """The tags, entities and relations, each in the order of the network's scores."""

    tags: tuple[str, ...]
    entities: tuple[str, ...]
    relations: tuple[str, ...]


class Encoded(NamedTuple):
    """One example: features (T, tables), classes (T) each, and whether it is incomplete."""

    features: np.ndarray
    tags: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    entities: np.ndarray
    case: np.ndarray
    begins: np.ndarray
    incomplete: int


def encode(example: Example, labels: Labels) -> Encoded:
    """The numbers of one example."""
    rows = [(*features(word), state) for word, state in zip(example.words, example.states, strict=True)]
    length = len(rows)
    return Encoded(
        features=np.array(rows, np.int64),
        tags=_classes(example.tags, labels.tags, length),
        heads=np.full(length, IGNORED) if example.heads is None else np.array(example.heads, np.int64),
        relations=_classes(example.relations, labels.relations, length),
        entities=_classes(example.entities, labels.entities, length),
        case=np.array([IGNORED if case == UNKNOWN else case for case in example.case], np.int64),
        begins=np.array(example.begins, np.float32),
        incomplete=example.incomplete,
    )


def _classes(values: list[str] | None, labels: tuple[str, ...], length: int) -> np.ndarray:
    """The numbers of labels; those that are not among them, and all where there are none, are ignored."""
    if values is None:
        return np.full(length, IGNORED)
    numbers = _numbers(labels)
    return np.array([numbers.get(value, IGNORED) for value in values], np.int64)


@cache
def _numbers(labels: tuple[str, ...]) -> dict[str, int]:
    return {label: number for number, label in enumerate(labels)}


class Batch(NamedTuple):
    """Encoded examples side by side, filled up to the length of the longest: arrays (B, T, ...)."""

    features: np.ndarray
    tags: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    entities: np.ndarray
    case: np.ndarray
    begins: np.ndarray
    incomplete: np.ndarray


def batches(examples: Iterable[Encoded], seed: int) -> Iterator[Batch]:
    """Batches of at most ``BATCH_PIECES`` pieces, in a mixed order."""
    mixed = random.Random(seed)
    waiting: list[Encoded] = []
    for example in examples:
        waiting.append(example)
        if len(waiting) == SORTED_AT_ONCE:
            yield from _divide(waiting, mixed)
            waiting = []
    yield from _divide(waiting, mixed)


def _divide(examples: list[Encoded], mixed: random.Random) -> Iterator[Batch]:
    examples.sort(key=lambda example: len(example.features))
    groups: list[list[Encoded]] = []
    group: list[Encoded] = []
    for example in examples:
        # The examples are sorted: this one is the longest so far.
        if group and len(example.features) * (len(group) + 1) > BATCH_PIECES:
            groups.append(group)
            group = []
        group.append(example)
    if group:
        groups.append(group)
    mixed.shuffle(groups)
    for chosen in groups:
        yield _collate(chosen)


def _collate(group: list[Encoded]) -> Batch:
    shape = (len(group), max(len(example.features) for example in group))
    features = np.zeros((*shape, group[0].features.shape[1]), np.int64)
    columns = {
        name: np.full(shape, IGNORED, np.int64) for name in ("tags", "heads", "relations", "entities", "case")
    }
    begins = np.full(shape, float(UNKNOWN), np.float32)
    for row, example in enumerate(group):
        length = len(example.features)
        features[row, :length] = example.features
        begins[row, :length] = example.begins
        for name, column in columns.items():
            column[row, :length] = getattr(example, name)
    incomplete = np.array([example.incomplete for example in group], np.float32)
    return Batch(features=features, begins=begins, incomplete=incomplete, **columns)
