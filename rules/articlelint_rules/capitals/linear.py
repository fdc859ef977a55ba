"""Linear models over named features: the weights of what was seen are added up."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

from articlelint_rules import read_table

UNIT = 100
"""What a weight of 1.0 is in the files."""


class LinearModel:
    """
    A logistic regression over binary features; ``bias`` is a feature as well.

    The file has one weight a line, in hundredths, and behind it the features that have this weight, all
    divided by tabs: read so, ten thousand features take a millisecond. tools/train_capitals.py writes it.
    """

    def __init__(self, name: str) -> None:
        self._weights: dict[str, int] = {}
        for line in read_table(name).splitlines():
            if not line.startswith("#"):
                weight, *features = line.split("\t")
                self._weights.update(dict.fromkeys(features, int(weight)))
        self.bias = self._weights.get("bias", 0)

    def score(self, features: Iterable[str]) -> float:
        """The log-odds that the features speak for."""
        return (self.bias + self.points(features)) / UNIT

    def points(self, features: Iterable[str]) -> int:
        """The weights of some features, in hundredths: for those whose sum is worth keeping."""
        return sum(map(self._weights.get, features, repeat(0)))
