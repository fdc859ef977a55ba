"""The reader's weights: one file of numbers, mapped into memory, and a description of what is where in it."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from articlelint.errors import InstallationError
from articlelint.text.lexicon import DATA

FOLDER = DATA / "reader"
WEIGHTS = "weights.npy"
DESCRIPTION = "reader.json"
DIGESTS = "SHA256SUMS.txt"
PARTS = (WEIGHTS, DESCRIPTION, "words.table")
"""The files that belong together: a network with other words or numbers says nonsense."""


class Labels(NamedTuple):
    """What the classes of the network's scores stand for, in their order."""

    tags: tuple[str, ...]
    entities: tuple[str, ...]
    relations: tuple[str, ...]


class Weights:
    """
    The arrays of the network by their names.

    ``tables`` are the names of the tables of rows, in the order of the features; ``layers`` the kinds of the
    layers;
    ``calibration`` has for each question the slope and the offset that turn log-odds into calibrated ones.
    The file has half-precision floats; a matrix is converted when it is first asked for, a row of a table
    whenever it is.
    """

    def __init__(self, folder: Path) -> None:
        description: dict[str, Any] = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        self.labels = Labels(*(tuple(description["labels"][name]) for name in Labels._fields))
        self.tables: tuple[str, ...] = tuple(description["tables"])
        self.layers: tuple[str, ...] = tuple(description["layers"])
        self.attention_heads: int = description["attention_heads"]
        self.calibration: dict[str, tuple[float, float]] = description["calibration"]
        self._places: dict[str, tuple[int, tuple[int, ...]]] = {
            name: (place["start"], tuple(place["shape"])) for name, place in description["arrays"].items()
        }
        self._numbers: NDArray[np.float16] = np.load(folder / WEIGHTS, mmap_mode="r")
        self._arrays: dict[str, NDArray[np.float32]] = {}

    def _stored(self, name: str) -> NDArray[np.float16]:
        """An array as the file has it."""
        start, shape = self._places[name]
        return self._numbers[start : start + int(np.prod(shape))].reshape(shape)

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        if name not in self._arrays:
            self._arrays[name] = self._stored(name).astype(np.float32)
        return self._arrays[name]

    def rows(self, table: str, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """Rows of a table, by their numbers."""
        return self._stored(f"tables.{table}.weight")[numbers].astype(np.float32)


def digests(folder: Path) -> str:
    """The SHA-256 of each part, in lines as ``sha256sum`` writes them."""
    digest_of = {part: hashlib.sha256((folder / part).read_bytes()).hexdigest() for part in PARTS}
    return "".join(f"{digest}  {part}\n" for part, digest in digest_of.items())


@cache
def default_weights() -> Weights:
    """The weights that articlelint comes with. Raises InstallationError if a file is missing or damaged."""
    try:
        whole = digests(FOLDER) == (FOLDER / DIGESTS).read_text(encoding="ascii")
    except (OSError, ValueError):
        whole = False
    if not whole:
        raise InstallationError(f"{FOLDER}: a file is missing or damaged: install articlelint again")
    return Weights(FOLDER)
