"""The report: what the reader reaches on articles that it was not trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from articlelint.text.reader.network import parse
from articlelint.text.reader.weights import Weights
from reader.annotate import AnnotatedArticle
from reader.calibration import Asked, ask, scored
from reader.encoding import IGNORED, Encoded, Labels
from reader.examples import Shares
from reader.training import SEED, encoded

UNDAMAGED = Shares(cut=0, rest=0, joined=0, broken=0, no_pronoun=0, case=0, name=0, word=0, first=0)
FALSE_SHARES = (0.0003, 0.001, 0.003, 0.01)
"""
At these shares of false alarms among the sentences or words that are right, the report says what is found.
"""
SAMPLE = 600
"""Articles that are read."""


def write(path: Path, weights: Weights, held_out: Sequence[AnnotatedArticle]) -> None:
    """Write the report, and print it."""
    labels = Labels(*weights.labels)
    articles = held_out[:SAMPLE]
    lines = [
        *annotation_figures(weights, list(encoded(articles, labels, SEED, UNDAMAGED))),
        *damage_figures(weights, list(encoded(articles, labels, SEED, Shares()))),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def annotation_figures(weights: Weights, examples: Sequence[Encoded]) -> Iterator[str]:
    """How far the reader agrees with the parser, on sentences as they stand."""
    right: Counter[str] = Counter()
    for example, scores in scored(weights, examples):
        known = example.tags != IGNORED
        if not known.any():
            continue
        found_parse = parse(weights, scores.states)
        right["words"] += int(known.sum())
        right["tags"] += int((np.array(found_parse.tag) == example.tags)[known].sum())
        heads = np.array(found_parse.head) == example.heads
        right["heads"] += int(heads[known].sum())
        right["labelled"] += int((heads & (np.array(found_parse.relation) == example.relations))[known].sum())
        found = np.array(found_parse.entity)
        right["entities found"] += int((found > 0)[known].sum())
        right["entities"] += int((example.entities > 0).sum())
        right["entities right"] += int(((found == example.entities) & (found > 0))[known].sum())
    for name in ("tags", "heads", "labelled"):
        yield f"{name:22} {right[name] / right['words']:.3f}"
    yield f"{'entities, precision':22} {right['entities right'] / max(1, right['entities found']):.3f}"
    yield f"{'entities, recall':22} {right['entities right'] / max(1, right['entities']):.3f}"


def damage_figures(weights: Weights, examples: Sequence[Encoded]) -> Iterator[str]:
    """How much of the damage is found, at several shares of false alarms."""
    for name, asked in ask(weights, examples).items():
        for share in FALSE_SHARES:
            yield f"{name:12} found with {share:.2%} false: {found_at(asked, share):.3f}"


def found_at(asked: Asked, share: float) -> float:
    """
    The share of the words or sentences whose answer is yes above the odds that this share of the others
    exceeds.
    """
    odds, answers = np.array(asked.odds), np.array(asked.answers)
    threshold = np.quantile(odds[~answers], 1 - share)
    return float((odds[answers] > threshold).mean())
