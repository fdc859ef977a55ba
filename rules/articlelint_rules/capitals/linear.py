"""Linear models over named features: the weights of what was seen are added up."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
UNIT = 100
"""What a weight of 1.0 is in the files."""


class LinearModel:
    """
    A logistic regression over binary features; ``bias`` is a feature as well.

    The file has one feature a line, its weight in hundredths before it; tools/train_capitals.py writes it.
    """

    def __init__(self, name: str) -> None:
        self._weights: dict[str, int] = {}
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            weight, _, feature = line.partition(" ")
            if not line.startswith("#"):
                self._weights[feature] = int(weight)
        self.bias = self._weights.get("bias", 0)

    def score(self, features: Iterable[str]) -> float:
        """The log-odds that the features speak for."""
        return (self.bias + self.points(features)) / UNIT

    def points(self, features: Iterable[str]) -> int:
        """The weights of some features, in hundredths: for those whose sum is worth keeping."""
        return sum(map(self._weights.get, features, repeat(0)))
