"""Export: the trained network as the files that articlelint comes with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from articlelint.text.reader.network import score
from articlelint.text.reader.weights import DESCRIPTION, DIGESTS, WEIGHTS, Weights, digests
from reader.encoding import Labels
from reader.network import ATTENTION_HEADS, LAYERS, TABLE_WIDTHS, Network

UNCALIBRATED = {"incomplete": (1.0, 0.0), "capital": (1.0, 0.0), "begins": (1.0, 0.0)}
LARGEST_DIFFERENCE = 0.05
"""By how much a score with half-precision weights may differ from PyTorch's."""


def export(
    network: Network, labels: Labels, calibration: Mapping[str, tuple[float, float]], folder: Path
) -> None:
    """Write the weights as half-precision floats, and the description of them."""
    arrays = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    places: dict[str, dict[str, object]] = {}
    start = 0
    for name, array in arrays.items():
        places[name] = {"start": start, "shape": array.shape}
        start += array.size
    folder.mkdir(exist_ok=True)
    np.save(folder / WEIGHTS, np.concatenate([array.ravel() for array in arrays.values()]).astype(np.float16))
    description = {
        "labels": labels._asdict(),
        "tables": list(TABLE_WIDTHS),
        "layers": LAYERS,
        "attention_heads": ATTENTION_HEADS,
        "calibration": calibration,
        "arrays": places,
    }
    (folder / DESCRIPTION).write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    (folder / DIGESTS).write_text(digests(folder), encoding="ascii")


def compare(network: Network, folder: Path, features: list[np.ndarray]) -> float:
    """The largest difference between PyTorch's scores and numpy's for some sentences."""
    weights = Weights(folder)
    largest = 0.0
    network.eval()
    with torch.no_grad():
        for sentence, ours in zip(features, score(weights, features), strict=True):
            answers = network(torch.from_numpy(sentence)[None])
            for theirs, own in ((answers.capital[0], ours.capital), (answers.begins[0], ours.begins)):
                largest = max(largest, float(np.abs(theirs.numpy() - own).max()))
            largest = max(largest, abs(float(answers.complete[0]) - ours.incomplete))
    return largest
