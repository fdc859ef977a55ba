"""Linear models over named features: the weights of what was seen are added up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import articlelint as al
from articlelint_rules import DATA

UNIT = 100
"""What a weight of 1.0 is in the files."""


class LinearModel:
    """
    A logistic regression over binary features; ``bias`` is a feature as well.

    The table has the weight of each feature, in hundredths. Of twelve thousand features an article has five
    hundred, most of them again and again: weights that have been asked for are kept. tools/train_capitals.py
    writes the tables.
    """

    def __init__(self, name: str) -> None:
        self._table = al.Table(DATA / name)
        self.bias = self._weight("bias")

    @lru_cache(maxsize=2048)  # noqa: B019 - there are two models, for the whole run
    def _weight(self, feature: str) -> int:
        return int(self._table.get(feature, "0"))

    def score(self, features: Iterable[str]) -> float:
        """The log-odds that the features speak for."""
        return (self.bias + self.points(features)) / UNIT

    def points(self, features: Iterable[str]) -> int:
        """The weights of some features, in hundredths: for those whose sum is worth keeping."""
        return sum(map(self._weight, features))
