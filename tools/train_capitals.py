#!/usr/bin/env python3
"""
Trains the models that weigh up what a capital inside a sentence, and a small letter, mean.

    tools/train_capitals.py TREEBANK.conllu[.gz] ... [--clean FOLDER ...] [--without DOCUMENTS.txt]

Reads English Universal Dependencies files (of GUM, the genres whose licence lets a model be shipped) and, as
further examples of text in order, the Markdown files of folders. Neighbouring sentences are joined without
their full stop: the capital between them is an example of a lost stop, every other capital is none. Writes
rules/articlelint_rules/data/capitals_stops.txt. The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from articlelint.testing import document
from articlelint_rules.capitals.boundary import doubtful_sentences
from articlelint_rules.capitals.linear import DATA, UNIT
from articlelint_rules.capitals.lost_stops import stop_candidates, stop_features

FREE_GENRES = {"academic", "bio", "court", "essay", "interview", "news", "speech", "textbook", "vlog", "voyage"}
EPOCHS = 6
RATE = 0.08
DECAY = 2e-6
LEAST_COUNT = 4
SMALLEST = 6
"""Weights below, in hundredths, are left out."""
FEWEST_WORDS = 5

Example = tuple[list[str], bool]


def sentences(path: Path, without: set[str]) -> Iterator[str]:
    """The sentences of a treebank; empty between two documents."""
    opener = gzip.open if path.suffix == ".gz" else open
    skip = False
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id"):
                name = line.split("=")[1].strip()
                genre = name.split("_")[1] if name.startswith("GUM_") else ""
                skip = name in without or (genre != "" and genre not in FREE_GENRES)
                yield ""
            elif line.startswith("# text = ") and not skip:
                yield line[9:].strip()


def joined(paths: list[Path], without: set[str]) -> Iterator[tuple[str, int]]:
    """Neighbouring sentences as one text without the full stop between, and where the second begins."""
    for path in paths:
        before = ""
        for text in sentences(path, without):
            whole = text.endswith((".", "?", "!")) and text[:1].isupper() and len(text.split()) >= FEWEST_WORDS
            if before and whole:
                yield f"{before[:-1]} {text}", len(before)
                if len(before) % 2:
                    yield f"{before} {text}", -1
            before = text if whole and text.endswith(".") and text[-2].isalnum() else ""


def examples(paths: list[Path], folders: list[Path], without: set[str]) -> Iterator[Example]:
    """The capitals of joined sentences and of clean text."""
    for text, at in joined(paths, without):
        doc = document(text)
        for s in doubtful_sentences(doc):
            for i in stop_candidates(s):
                yield stop_features(s, i), doc.tokens.starts[s.first + i] == at
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            doc = document(path.read_text(encoding="utf-8"), suffix=".md")
            for s in doubtful_sentences(doc):
                yield from ((stop_features(s, i), False) for i in stop_candidates(s))


def train(data: list[Example]) -> dict[str, int]:
    """Weights in hundredths: logistic regression, by stochastic gradient descent with averaging."""
    count = Counter(feature for features, _ in data for feature in features)
    kept = {feature: k + 1 for k, feature in enumerate(sorted(f for f, n in count.items() if n >= LEAST_COUNT))}
    rows = [([0, *(kept[f] for f in features if f in kept)], label) for features, label in data]
    weights = [0.0] * (len(kept) + 1)
    total = [0.0] * (len(kept) + 1)
    rng = random.Random(1)
    for epoch in range(EPOCHS):
        rng.shuffle(rows)
        rate = RATE / (1 + epoch)
        for row, label in rows:
            score = sum(weights[k] for k in row)
            step = rate * (label - 1 / (1 + math.exp(-max(min(score, 30), -30))))
            for k in row:
                weights[k] += step - DECAY * weights[k]
        if epoch >= EPOCHS // 2:
            total = [a + b for a, b in zip(total, weights, strict=True)]
    names = ["bias", *kept]
    share = UNIT / (EPOCHS - EPOCHS // 2)
    return {name: round(w * share) for name, w in zip(names, total, strict=True) if abs(w * share) >= SMALLEST}


def write(name: str, weights: dict[str, int], source: Iterable[str]) -> None:
    """Write a model, one feature a line."""
    lines = [f"# {line}" for line in source] + [f"{w} {f}" for f, w in sorted(weights.items())]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(weights)} features, {(DATA / name).stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--without", type=Path, help="names of documents to leave out, one a line")
    arguments = parser.parse_args()
    without = set(arguments.without.read_text().split()) if arguments.without else set[str]()
    data = list(examples(arguments.treebank, arguments.clean, without))
    print(f"{len(data)} capitals, {sum(label for _, label in data)} with a lost stop")
    source = ("Weights for lost_stops.py, trained by tools/train_capitals.py; see capitals_NOTICE.md.",)
    write("capitals_stops.txt", train(data), source)


if __name__ == "__main__":
    main()
