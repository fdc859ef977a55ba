"""
The arithmetic of the reader: from the features of sentences to scores, with numpy.

Sentences are computed side by side, with a gap between them that is wider than any convolution reaches, so
that none sees another. Scores differ in their last digits with the processor and with the sentences that are
computed together; ``ROUNDING`` is far above that, and all scores are rounded before anything compares them.
``tools/reader/network.py`` says what the layers are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from articlelint.text.reader.weights import Weights

Floats = NDArray[np.float32]

ROUNDING = 2
"""Decimals of a score."""
GAP = 4
"""Empty places between two sentences: the largest dilation."""
EPSILON = 1e-5
"""What a layer norm adds to the variance, as PyTorch does."""


class Scores(NamedTuple):
    """
    The scores of one sentence of T pieces.

    ``capital`` (T, 3: small, capital, neither) are scores of classes; ``begins`` (T) and ``incomplete`` (a
    number) are log-odds.
    ``states`` (T, width) are the pieces as the last layer has them, from which ``parse`` finds the rest.
    """

    capital: Floats
    begins: Floats
    incomplete: float
    states: Floats


class Parse(NamedTuple):
    """
    The parse of one sentence of T pieces.

    ``tag`` (T), ``entity`` (T) and ``relation`` (T) are the best classes; ``head`` (T) is the best head of
    each piece, counted from 1, 0 for the root.
    """

    tag: list[int]
    entity: list[int]
    head: list[int]
    relation: list[int]


@cache
def _thread_pools() -> ThreadpoolController:
    """The libraries in this process that multiply matrices in several threads."""
    return ThreadpoolController()


def _one_thread() -> AbstractContextManager[object]:
    """Have matrices multiplied in one thread: they are small, so several would mostly wait for each other."""
    limited: AbstractContextManager[object] = _thread_pools().limit(limits=1)  # pyright: ignore[reportUnknownMemberType] - threadpoolctl has no types
    return limited


def score(weights: Weights, sentences: Sequence[NDArray[np.int64]]) -> list[Scores]:
    """The scores of sentences; each is an array (T, tables) of rows of the tables."""
    with _one_thread():
        return _score(weights, sentences)


def _score(weights: Weights, sentences: Sequence[NDArray[np.int64]]) -> list[Scores]:
    spans: list[slice] = []
    end = 0
    for sentence in sentences:
        spans.append(slice(end, end + len(sentence)))
        end += len(sentence) + GAP
    features = np.zeros((end, sentences[0].shape[1]), np.int64)
    inside = np.zeros((end, 1), np.float32)
    for span, sentence in zip(spans, sentences, strict=True):
        features[span] = sentence
        inside[span] = 1
    states = _states(weights, features, inside, spans)
    capital = _rounded(_linear(weights, "capital", states))
    begins = _rounded(_linear(weights, "begins", states)[:, 0])
    found: list[Scores] = []
    for span in spans:
        own = states[span]
        found.append(Scores(capital[span], begins[span], _incomplete(weights, own), own))
    return found


def parse(weights: Weights, states: Floats) -> Parse:
    """The parse of one sentence, from its ``Scores.states``."""
    with _one_thread():
        heads = _best_heads(weights, states)
        relations = _relations(weights, states, heads)
        tag, entity = (_linear(weights, name, states) for name in ("tag", "entity"))
    tag, entity, relations = (_rounded(scores).argmax(1).tolist() for scores in (tag, entity, relations))
    return Parse(tag, entity, heads.tolist(), relations)


def _rounded(scores: Floats) -> Floats:
    # Adding 0 makes -0.0 the same as 0.0.
    rounded: Floats = np.round(scores, ROUNDING) + np.float32(0)
    return rounded


def _states(weights: Weights, features: NDArray[np.int64], inside: Floats, spans: list[slice]) -> Floats:
    """The pieces as the last layer has them; places that are in no sentence (``inside`` is 0) are zeros."""
    rows = [weights.rows(name, features[:, column]) for column, name in enumerate(weights.tables)]
    states = _linear(weights, "input", np.concatenate(rows, 1))
    states = _norm(weights, "input_norm", states) * inside
    for number, kind in enumerate(weights.layers):
        name = f"layers.{number}"
        if kind == "attention":
            change = _attention(weights, name, states, spans)
        else:
            change = _convolution(weights, name, states, int(kind.removeprefix("conv")))
        states = (states + _norm(weights, f"{name}.norm", change)) * inside
    return states


def _linear(weights: Weights, name: str, states: Floats) -> Floats:
    result: Floats = states @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return result


def _norm(weights: Weights, name: str, states: Floats) -> Floats:
    """Layer normalisation (Ba et al., arXiv:1607.06450, 2016)."""
    centred = states - states.mean(1, keepdims=True)
    variance = np.square(centred).mean(1, keepdims=True)
    normal = centred / np.sqrt(variance + np.float32(EPSILON))
    result: Floats = normal * weights[f"{name}.weight"] + weights[f"{name}.bias"]
    return result


def _sigmoid(values: Floats) -> Floats:
    # Below -60 the exponential would be too large for a float, and the result is 0 in any case.
    return np.float32(1) / (np.float32(1) + np.exp(-np.maximum(values, np.float32(-60))))


def _convolution(weights: Weights, name: str, states: Floats, dilation: int) -> Floats:
    """A gated convolution over three places that are ``dilation`` apart."""
    length = len(states)
    padded = np.pad(states, ((dilation, dilation), (0, 0)))
    neighbours = [padded[place * dilation : place * dilation + length] for place in range(3)]
    value, gate = np.split(_linear(weights, f"{name}.conv", np.concatenate(neighbours, 1)), 2, axis=1)
    return value * _sigmoid(gate)


def _attention(weights: Weights, name: str, states: Floats, spans: list[slice]) -> Floats:
    """Self-attention, each sentence by itself."""
    projected = _linear(weights, f"{name}.project", states)
    mixed = np.zeros_like(states)
    for span in spans:
        length = span.stop - span.start
        query, key, value = (
            part.reshape(length, weights.attention_heads, -1).transpose(1, 0, 2)
            for part in np.split(projected[span], 3, axis=1)
        )
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(query.shape[-1]))
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        mixed[span] = (shares @ value).transpose(1, 0, 2).reshape(length, -1)
    return _linear(weights, f"{name}.out", mixed)


def _best_heads(weights: Weights, states: Floats) -> NDArray[np.int64]:
    """The best head of each piece, by biaffine scores. No piece is its own head."""
    dependents = np.maximum(_linear(weights, "arc_dependent", states), 0)
    heads = np.maximum(_linear(weights, "arc_head", states), 0)
    matrix = weights["arc"]
    with_root = np.concatenate([weights["arc_root"][None], heads])
    scores = cast("Floats", (dependents @ matrix[:, :-1].T + matrix[:, -1]) @ with_root.T)
    own = np.arange(len(scores))
    scores[own, own + 1] = -np.inf
    best: NDArray[np.int64] = _rounded(scores).argmax(1)
    return best


def _relations(weights: Weights, states: Floats, heads: NDArray[np.int64]) -> Floats:
    """The scores of the relations of pieces to their heads."""
    with_root = np.concatenate([np.zeros_like(states[:1]), states])
    dependents = np.maximum(_linear(weights, "relation_dependent", states), 0)
    of_heads = np.maximum(_linear(weights, "relation_head", with_root), 0)[heads]
    return _linear(weights, "relation", np.concatenate([dependents, of_heads], 1))


def _incomplete(weights: Weights, states: Floats) -> float:
    """The log-odds that a sentence is incomplete."""
    summary = np.concatenate([states.max(0), states.mean(0)])[None]
    hidden = np.maximum(_linear(weights, "complete_hidden", summary), 0)
    return round(float(_linear(weights, "complete", hidden)[0, 0]), ROUNDING)
