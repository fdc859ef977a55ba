"""
Calibration: what makes the reader's log-odds probabilities, on articles that it was not trained on.

Platt scaling (Platt, "Probabilistic Outputs for Support Vector Machines", 1999): a slope and an offset for
each question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from articlelint.text.reader.network import Scores, score
from articlelint.text.reader.weights import Weights
from reader.encoding import IGNORED, Encoded
from reader.examples import SMALL

BATCH = 40


class Asked(NamedTuple):
    """The log-odds of a question, and whether the answer is yes."""

    odds: list[float]
    answers: list[bool]


def scored(weights: Weights, examples: Sequence[Encoded]) -> Iterable[tuple[Encoded, Scores]]:
    """The examples with their scores."""
    for start in range(0, len(examples), BATCH):
        batch = examples[start : start + BATCH]
        yield from zip(batch, score(weights, [example.features for example in batch]), strict=True)


def ask(weights: Weights, examples: Sequence[Encoded]) -> dict[str, Asked]:
    """The three yes-or-no questions, asked about each word or sentence whose answer is known."""
    asked = {name: Asked([], []) for name in ("incomplete", "begins", "capital")}
    for example, scores in scored(weights, examples):
        if example.incomplete >= 0:
            asked["incomplete"].odds.append(scores.incomplete)
            asked["incomplete"].answers.append(bool(example.incomplete))
        known = example.begins >= 0
        asked["begins"].odds.extend(scores.begins[known].tolist())
        asked["begins"].answers.extend((example.begins[known] > 0).tolist())
        known = example.case != IGNORED
        others = np.logaddexp(scores.capital[:, 1], scores.capital[:, 2])
        asked["capital"].odds.extend((others - scores.capital[:, SMALL])[known].tolist())
        asked["capital"].answers.extend((example.case != SMALL)[known].tolist())
    return asked


def fit(asked: Asked) -> tuple[float, float]:
    """The slope and the offset that make the answers most likely."""
    odds = np.array(asked.odds)
    signs = np.where(asked.answers, 1.0, -1.0)

    def loss(line: np.ndarray) -> float:
        return float(np.logaddexp(0, -signs * (line[0] * odds + line[1])).mean())

    slope, offset = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return round(float(slope), 4), round(float(offset), 4)


def calibrate(weights: Weights, examples: Sequence[Encoded]) -> dict[str, tuple[float, float]]:
    """The slope and the offset of each question."""
    return {name: fit(asked) for name, asked in ask(weights, examples).items()}
