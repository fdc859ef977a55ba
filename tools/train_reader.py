#!/usr/bin/env python3
"""
Train the reader: from the texts that ``tools/sources.toml`` lists to the weights that articlelint comes with.

    tools/train_reader.py --work FOLDER --inputs FOLDER --snapshots FOLDER --measured FOLDER    all steps
    tools/train_reader.py --work FOLDER ... --steps train export                                some of them

The steps are, in this order: ``vocabulary`` (which words have a row), ``text`` (articles out of the snapshots
of repositories),
``annotate`` (a parser says what the words are), ``train``, ``export`` (the weights, calibrated),
``thresholds`` (from which confidence the rules warn and err) and ``report``. Each keeps its result in the
work folder; ``train`` keeps its state after each pass over the articles and goes on from there. The same
texts and packages give the same weights.

It needs what ``pip install torch scipy spacy`` installs; articlelint itself needs none of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from reader import annotate, calibration, examples, export, report, splitting, text, thresholds, training
from reader.overlap import measured_rows, without_measured
from reader.texts.collecting import write_texts
from reader.vocabulary import build_vocabulary

from articlelint.text.reader.weights import FOLDER, Weights
from articlelint_rules import DATA

WORDS = 36_000
ANNOTATED_PIECES = 130_000
"""How many pieces of each source the parser annotates; the others are trained on without annotation."""
PASSES = 4
CALIBRATION_ARTICLES = 400
THREADS = 2


class Folders(NamedTuple):
    """
    Where things are: results of steps, downloaded inputs, snapshots of repositories, and the sets that
    measure.
    """

    work: Path
    inputs: Path
    snapshots: Path
    measured: Path

    @property
    def texts(self) -> Path:
        return self.work / "text"

    @property
    def annotated(self) -> Path:
        return self.work / "annotated.pickle"

    @property
    def plain(self) -> Path:
        return self.work / "plain.pickle"

    @property
    def vectors(self) -> Path:
        return self.work / "vectors.npy"

    @property
    def state(self) -> Path:
        return self.work / "state.pt"


def make_vocabulary(folders: Folders) -> None:
    """Choose the words and their first vectors."""
    table, vectors = build_vocabulary(folders.inputs, count=WORDS)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "words.table").write_bytes(table)
    np.save(folders.vectors, vectors)


def collect_text(folders: Folders) -> None:
    """Write the articles of all sources."""
    write_texts(folders.texts, folders.snapshots)
    for path in sorted((folders.inputs / "corpora").iterdir()):
        text.write_articles(folders.texts / f"{path.name}.jsonl", text.markdown_articles(path.name, path))
    treebank = folders.inputs / "ewt.conllu.gz"
    text.write_articles(folders.texts / "ewt.jsonl", text.treebank_articles("ewt", treebank))


def annotate_text(folders: Folders) -> None:
    """Divide all articles, and have a parser annotate a part of each source."""
    rows = measured_rows(folders.measured)
    articles = map(annotate.divide, without_measured(text.read_articles(folders.texts), rows))
    chosen, others = splitting.choose(articles, ANNOTATED_PIECES)
    annotate.save(folders.plain, others)
    annotate.save(folders.annotated, annotate.parse_in_parallel(chosen, folders.inputs, THREADS))


def train(folders: Folders) -> None:
    """Train the network; goes on where an earlier run has stopped."""
    annotated, _ = splitting.split(annotate.load(folders.annotated))
    plain, _ = splitting.split(annotate.load(folders.plain))
    trainer = training.Trainer(
        np.load(folders.vectors), training.labels_of(annotated), passes=PASSES, state=folders.state
    )
    trainer.train(annotated, plain, examples.Shares())


def export_weights(folders: Folders) -> None:
    """Write the weights, calibrated on articles that are held out."""
    annotated, held_out = splitting.split(annotate.load(folders.annotated))
    labels = training.labels_of(annotated)
    trainer = training.Trainer(np.load(folders.vectors), labels, passes=PASSES, state=folders.state)
    export.export(trainer.network, labels, export.UNCALIBRATED, FOLDER)
    sample = list(training.encoded(held_out[:CALIBRATION_ARTICLES], labels, training.SEED, examples.Shares()))
    difference = export.compare(trainer.network, FOLDER, [example.features for example in sample[:200]])
    assert difference < export.LARGEST_DIFFERENCE, f"numpy's scores differ by {difference:.3f}"
    export.export(trainer.network, labels, calibration.calibrate(Weights(FOLDER), sample), FOLDER)


def set_thresholds(folders: Folders) -> None:
    """Choose from which confidence the rules warn and err."""
    articles = [
        article
        for article in text.read_articles(folders.texts)
        if splitting.is_held_out(article) and article.source not in thresholds.OTHER_THAN_NEWS
    ]
    thresholds.write(DATA / "thresholds.json", thresholds.choose_all(articles))


def write_report(folders: Folders) -> None:
    """Say what the weights reach on articles that are held out."""
    _, held_out = splitting.split(annotate.load(folders.annotated))
    report.write(FOLDER / "report.txt", Weights(FOLDER), held_out)


STEPS: dict[str, Callable[[Folders], None]] = {
    "vocabulary": make_vocabulary,
    "text": collect_text,
    "annotate": annotate_text,
    "train": train,
    "export": export_weights,
    "thresholds": set_thresholds,
    "report": write_report,
}


def main() -> None:
    """Run the steps that were asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in Folders._fields:
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    arguments = parser.parse_args()
    folders = Folders(*(getattr(arguments, name).absolute() for name in Folders._fields))
    folders.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    for name, step in STEPS.items():
        if name in arguments.steps:
            print(f"== {name}", flush=True)
            step(folders)


if __name__ == "__main__":
    main()
