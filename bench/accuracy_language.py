#!/usr/bin/env python3
"""
How accurate and how fast sentence splitting is, on a folder of treebanks.

    bench/accuracy_language.py FOLDER

Sentences: the F1 of boundaries in text whose sentences are joined with spaces. A sentence without an end mark
is taken for a heading: it ends its block in the first figure and runs into the next sentence in the second.

``tools/train_reader.py`` reports the accuracy of the reader, on articles that it was not trained on.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Iterator
from pathlib import Path

from articlelint.model import Block, BlockKind, Span
from articlelint.text.sentences import split_sentences
from articlelint.text.tokens import tokenize

NEWS = ("GUM_news", "weblog")
END_MARKS = ".!?…"


def texts(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The documents of a CoNLL-U file as (name, the texts of its sentences)."""
    name, found = "", []
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                if found:
                    yield name, found
                name, found = line.partition("=")[2].strip(), []
            elif line.startswith("# text ="):
                found.append(line.partition("=")[2].strip())
    if found:
        yield name, found


def ends_found(text: str) -> set[int]:
    """The offsets inside a text at which a sentence was found to end."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    found = split_sentences(text, [block], tokenize(text))
    return {sentence.span.end for sentence in found if sentence.span.end < len(text)}


def blocks_of(sentences: list[str], *, headings: bool) -> Iterator[list[str]]:
    """Yield the sentences of each block; with ``headings``, a sentence without an end mark ends a block."""
    block: list[str] = []
    for sentence in sentences:
        block.append(sentence)
        if headings and sentence.rstrip("\"'”’)]")[-1:] not in END_MARKS:
            yield block
            block = []
    if block:
        yield block


def boundary_f1(documents: list[list[str]], *, headings: bool) -> tuple[float, int]:
    """The F1 of boundaries in per cent, and the number of true boundaries."""
    hits = found = wanted = 0
    for sentences in documents:
        for block in blocks_of(sentences, headings=headings):
            text = " ".join(block)
            gold: set[int] = set()
            at = -1
            for sentence in block[:-1]:
                at += 1 + len(sentence)
                gold.add(at)
            ends = ends_found(text)
            hits, found, wanted = hits + len(ends & gold), found + len(ends), wanted + len(gold)
    return 200 * hits / (found + wanted), wanted


def report_sentences(paths: list[Path]) -> None:
    """Print the F1 of boundaries by kind of document, and the speed of tokens and sentences."""
    documents = [item for path in paths for item in texts(path)]
    for prefix in NEWS:
        chosen = [sentences for name, sentences in documents if name.startswith(prefix)]
        if not chosen:
            continue
        for headings, label in ((True, "headings apart"), (False, "headings run in")):
            f1, count = boundary_f1(chosen, headings=headings)
            print(f"sentences  {prefix:10} {label:16} boundary F1 {f1:6.2f}   ({count} boundaries)")
    text = "\n\n".join(" ".join(sentences) for _, sentences in documents)
    began = time.perf_counter()
    tokens = tokenize(text)
    between = time.perf_counter()
    split_sentences(text, [Block(BlockKind.PARAGRAPH, Span(0, len(text)))], tokens)
    ended = time.perf_counter()
    seconds = between - began
    print(f"tokens     {len(tokens) / seconds:,.0f} a second, {len(text) / seconds / 1e6:.1f} MB/s")
    print(f"sentences  {len(text) / (ended - between) / 1e6:.1f} MB/s after the tokens")


def main() -> None:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path, help="a folder of CoNLL-U files, plain or gzipped")
    arguments = parser.parse_args()
    paths = sorted(arguments.treebank.glob("*.conllu*"))
    if not paths:
        print(f"no CoNLL-U files in {arguments.treebank}: nothing measured")
        return
    report_sentences(paths)


if __name__ == "__main__":
    main()
