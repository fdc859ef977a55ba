#!/usr/bin/env python3
"""
Trains the models that weigh up what a capital inside a sentence, and a small letter, mean.

    tools/train_capitals.py TREEBANK.conllu[.gz] ... [--clean FOLDER ...] [--without DOCUMENTS.txt]

Reads English Universal Dependencies files (of GUM, the genres whose licence lets a model be shipped) and, as
further examples of text in order, the Markdown files of folders. Neighbouring sentences are joined without
their full stop: the capital between them is an example of a lost stop, every other capital is none. Names
lose their capital one at a time: they are examples of lost capitals, every other small letter is none. Writes
lost-stops.table and lost-capitals.table in rules/articlelint_rules/data. The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path

from train_tagger import FREE_GENRES

import articlelint as al
from articlelint.testing import document
from articlelint_rules import DATA
from articlelint_rules.capitals.boundary import doubtful_sentences
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.linear import UNIT
from articlelint_rules.capitals.lost_stops import stop_features
from articlelint_rules.capitals.lowercase_name import KINDS
from articlelint_rules.capitals.name_odds import may_be_name, name_features
from articlelint_rules.capitals.usage import usage_of

EPOCHS = 6
RATE = 0.08
DECAY = 2e-6
LEAST_COUNT = 4
SMALLEST = 6
"""Weights below, in hundredths, are left out."""
FEWEST_WORDS = 5
SAMPLE = 3
"""Names of a sentence that lose their capital, one at a time."""

Example = tuple[list[str], bool]


Sentence = tuple[str, list[int]]
"""A sentence, and where its names begin."""


def sentences(path: Path, without: set[str]) -> Iterator[Sentence]:
    """The sentences of a treebank; empty between two documents."""
    opener = gzip.open if path.suffix == ".gz" else open
    skip = False
    text, names, at = "", list[int](), 0
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id"):
                name = line.split("=")[1].strip()
                genre = name.split("_")[1] if name.startswith("GUM_") else ""
                skip = name in without or (genre != "" and genre not in FREE_GENRES)
                yield "", []
            elif line.startswith("# text = "):
                text, names, at = line[9:].strip(), [], 0
            elif line[0].isdigit():
                form, tag = line.split("\t")[1:4:2]
                found = text.find(form, at)
                at = found + len(form) if found >= 0 else at
                if tag == "PROPN" and found > 0 and form.istitle() and form.isalpha():
                    names.append(found)
            elif not line.strip() and text and not skip:
                yield text, names


def joined(paths: list[Path], without: set[str]) -> Iterator[tuple[str, int]]:
    """Neighbouring sentences as one text without the full stop between, and where the second begins."""
    for path in paths:
        before = ""
        for text, _ in sentences(path, without):
            whole = (
                text.endswith((".", "?", "!")) and text[:1].isupper() and len(text.split()) >= FEWEST_WORDS
            )
            if before and whole:
                yield f"{before[:-1]} {text}", len(before)
                if len(before) % 2:
                    yield f"{before} {text}", -1
            before = text if whole and text.endswith(".") and text[-2].isalnum() else ""


def names(paths: list[Path], folders: list[Path], without: set[str]) -> Iterator[Example]:
    """The small letters of sentences in which a name has lost its capital, and of clean text."""
    rng = random.Random(1)
    for path in paths:
        for text, found in sentences(path, without):
            if len(text.split()) < FEWEST_WORDS:
                continue
            yield from small_letters(document(text), -1)
            for at in rng.sample(found, min(len(found), SAMPLE)):
                low = text[:at] + text[at].lower() + text[at + 1 :]
                yield from (example for example in small_letters(document(low), at) if example[1])
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            yield from small_letters(document(path.read_text(encoding="utf-8"), suffix=".md"), -1)


def small_letters(doc: al.Document, name: int) -> Iterator[Example]:
    """The words of a document that could be names without a capital; ``name`` is where one begins."""
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind not in KINDS:
            continue
        context = Context(doc, sentence, usage_of(doc))
        for i in sentence.tokens[1:]:
            if (
                doc.tokens.kinds[i] is al.TokenKind.WORD
                and may_be_name(context, i)
                and not context.is_code(i)
            ):
                yield name_features(context, i), doc.tokens.starts[i] == name


def stops(paths: list[Path], folders: list[Path], without: set[str]) -> Iterator[Example]:
    """The capitals of joined sentences and of clean text."""
    for text, at in joined(paths, without):
        doc = document(text)
        for s in doubtful_sentences(doc, every=True):
            for i in s.stops:
                yield stop_features(s, i), doc.tokens.starts[s.first + i] == at
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            doc = document(path.read_text(encoding="utf-8"), suffix=".md")
            for s in doubtful_sentences(doc, every=True):
                yield from ((stop_features(s, i), False) for i in s.stops)


def train(data: list[Example], given: Sequence[float] | None = None) -> dict[str, int]:
    """
    Weights in hundredths: logistic regression, by stochastic gradient descent with averaging.

    ``given`` is for each example the log-odds that are known already: the weights add to them.
    """
    count = Counter(feature for features, _ in data for feature in features)
    kept = {
        feature: k + 1 for k, feature in enumerate(sorted(f for f, n in count.items() if n >= LEAST_COUNT))
    }
    rows = [
        ([0, *(kept[f] for f in features if f in kept)], label, known)
        for (features, label), known in zip(data, given or repeat(0.0), strict=False)
    ]
    weights = [0.0] * (len(kept) + 1)
    total = [0.0] * (len(kept) + 1)
    rng = random.Random(1)
    for epoch in range(EPOCHS):
        rng.shuffle(rows)
        rate = RATE / (1 + epoch)
        for row, label, known in rows:
            score = known + sum(weights[k] for k in row)
            step = rate * (label - 1 / (1 + math.exp(-max(min(score, 30), -30))))
            for k in row:
                weights[k] += step - DECAY * weights[k]
        if epoch >= EPOCHS // 2:
            total = [a + b for a, b in zip(total, weights, strict=True)]
    names = ["bias", *kept]
    share = UNIT / (EPOCHS - EPOCHS // 2)
    return {
        name: round(w * share) for name, w in zip(names, total, strict=True) if abs(w * share) >= SMALLEST
    }


def write(name: str, weights: dict[str, int]) -> None:
    """Write a model: the table of its features, each with its weight."""
    path = Path(DATA, name)
    path.write_bytes(al.Table.pack({feature: str(weight) for feature, weight in weights.items()}))
    print(f"{name}: {len(weights)} features, {path.stat().st_size} bytes")


def arguments(description: str) -> tuple[list[Path], list[Path], set[str]]:
    """The treebanks, the folders of clean text and the documents to leave out, from the command line."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--without", type=Path, help="names of documents to leave out, one a line")
    given = parser.parse_args()
    return given.treebank, given.clean, set(given.without.read_text().split() if given.without else ())


def main() -> None:
    treebanks, folders, without = arguments(__doc__ or "")
    for file, read in (("lost-stops.table", stops), ("lost-capitals.table", names)):
        data = list(read(treebanks, folders, without))
        print(f"{file}: {len(data)} examples, {sum(label for _, label in data)} of a slip")
        write(file, train(data))


if __name__ == "__main__":
    main()
