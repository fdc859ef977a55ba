#!/usr/bin/env python3
"""
How well the rules about capitals and sentence boundaries find slips made in clean sentences.

    bench/accuracy_capitals.py TREEBANK.conllu[.gz] ... [--pairs 2000] [--seed 1] [--examples 5]

Reads tagged sentences (any English Universal Dependencies file with ``# text`` and ``# newdoc``) and takes
pairs of complete sentences that follow each other. In each copy of a pair it makes one slip: the second
sentence starts in lower case, the full stop between the sentences is missing, a name loses its capital, or a
function word or verb gains one. Prints for each kind of slip how many were found, and how many findings there
were in the pairs without a slip.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articlelint.testing import document
from articlelint_rules.capitals.lowercase_name import LowercaseName
from articlelint_rules.capitals.stray_capital import StrayCapital
from articlelint_rules.fragments.lowercase_start import LowercaseStart
from articlelint_rules.fragments.missing_full_stop import MissingFullStop
from articlelint_rules.fragments.missing_space import MissingSpace

RULES = (LowercaseName, StrayCapital, LowercaseStart, MissingFullStop, MissingSpace)
STRAY = {"ADP", "AUX", "DET", "PRON", "SCONJ", "VERB"}
SHORTEST = 6


@dataclass
class Sentence:
    """A sentence as written, with its words: part of speech and span."""

    text: str
    words: list[tuple[str, str, int, int]]


def sentences(path: Path) -> Iterator[Sentence | None]:
    """Yield the sentences of a file, and None at the start of each document."""
    opener = gzip.open if path.suffix == ".gz" else open
    text, rows = "", []
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                yield None
            elif line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line.strip() and not line.startswith("#"):
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append((row[1], row[3]))
            elif not line.strip() and rows:
                yield Sentence(text, list(aligned(text, rows)))
                rows = []


def aligned(text: str, rows: list[tuple[str, str]]) -> Iterator[tuple[str, str, int, int]]:
    """Yield the words with their spans, except for words that are not in the text in this form."""
    at = 0
    for form, tag in rows:
        start = text.find(form, at)
        if start >= 0:
            at = start + len(form)
            yield form, tag, start, at


def is_clean(sentence: Sentence) -> bool:
    """Whether a sentence has a capital, a verb, a full stop and enough words."""
    text = sentence.text
    return (
        text[:1].isupper()
        and text.endswith(".")
        and len(sentence.words) > SHORTEST
        and any(tag in {"VERB", "AUX"} for _, tag, _, _ in sentence.words)
    )


def pairs(paths: list[Path]) -> list[tuple[Sentence, Sentence]]:
    """The pairs of clean sentences that follow each other."""
    found = []
    for path in paths:
        before: Sentence | None = None
        for sentence in sentences(path):
            if before is not None and sentence is not None and is_clean(before) and is_clean(sentence):
                found.append((before, sentence))
            before = sentence
    return found


def damaged(first: Sentence, second: Sentence, rng: random.Random) -> Iterator[tuple[str, str, int, int]]:
    """Yield the pair with one slip of each kind, as (kind, text, start of the slip, end of the slip)."""
    text = f"{first.text} {second.text}"
    at = len(first.text) + 1
    word = second.text.split()[0]
    if second.words[0][1] != "PROPN" and word != "I":
        yield "lowercase-start", text[:at] + text[at].lower() + text[at + 1 :], at, at + len(word)
    joined = f"{first.text[:-1]} {second.text}"
    if first.text[-2].isalnum():
        yield "missing-full-stop", joined, at - 3, at - 1 + len(word)
    inner = [(w, tag, s + at, e + at) for w, tag, s, e in second.words[1:] if text[s + at : e + at] == w]
    name = [x for x in inner if x[1] == "PROPN" and x[0].istitle() and x[0].isalpha()]
    if name:
        _, _, start, end = rng.choice(name)
        yield "lowercase-name", text[:start] + text[start].lower() + text[start + 1 :], start, end
    small = [x for x in inner if x[1] in STRAY and x[0].islower() and x[0].isalpha()]
    if small:
        _, _, start, end = rng.choice(small)
        yield "stray-capital", text[:start] + text[start].upper() + text[start + 1 :], start, end


def findings(text: str) -> list[tuple[str, int, int]]:
    """What the rules report, as (rule, start, end)."""
    doc = document(text)
    return [(f.rule, f.span.start, f.span.end) for rule in RULES for f in rule().check(doc)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=0)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    chosen = pairs(arguments.treebank)
    chosen = rng.sample(chosen, min(arguments.pairs, len(chosen)))
    total: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    false: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    for first, second in chosen:
        clean = f"{first.text} {second.text}"
        for rule, start, end in findings(clean):
            false[rule] += 1
            examples[f"false {rule}"].append(
                f"{clean[max(start - 40, 0) : start]}[[{clean[start:end]}]]{clean[end : end + 30]}"
            )
        for kind, text, start, end in damaged(first, second, rng):
            total[kind] += 1
            if any(s < end and e > start for _, s, e in findings(text)):
                hits[kind] += 1
            else:
                examples[f"missed {kind}"].append(text[max(start - 40, 0) : end + 30])
    for label in sorted(examples):
        for example in examples[label][: arguments.examples]:
            print(f"    {label}: {example!r}")
    for kind in sorted(total):
        print(f"recall {kind:20} {hits[kind] / total[kind]:.3f}  ({hits[kind]} / {total[kind]})")
    for rule in sorted(false):
        print(f"false  {rule:20} {1000 * false[rule] / len(chosen):.1f} per 1,000 clean pairs")


if __name__ == "__main__":
    main()
