#!/usr/bin/env python3
"""
How well quotations are found, classified and attributed, on labelled articles.

    bench/accuracy_quotes.py DATA.jsonl [--examples N]

Each line of the data is an article with ``text`` and ``spans``. A span has ``start``, ``end``, ``label``
(``ATTR_...`` if it is attributed), ``kind`` (sentence, fragment or short), ``source_text`` (the speaker) and
``cue_text`` (the attribution cue), as the annotators marked them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from articlelint.document import Document
from articlelint.markup import parser_for
from articlelint.model import Span
from articlelint.text.attribution import Attribution
from articlelint.text.quotes import Quote


class Figures:
    """Counts of cases and of those found, and examples of those missed."""

    def __init__(self, examples: int) -> None:
        self.examples = examples
        self.of: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.shown: Counter[str] = Counter()

    def count(self, name: str, found: bool, example: str) -> None:
        """Count a case, and print it if it was missed and more examples are wanted."""
        self.of[name] += 1
        self.found[name] += found
        if not found and self.shown[name] < self.examples:
            self.shown[name] += 1
            print(f"    missed, {name}: {example!r}")

    def report(self) -> None:
        """Print one line for each figure."""
        for name, of in self.of.items():
            print(f"{name:48} {self.found[name] / of:6.3f}   ({self.found[name]} / {of})")


def shares_a_word(one: str, other: str) -> bool:
    """Whether two speakers have a word in common that is no article, preposition or the like."""
    small = {"the", "a", "an", "of", "his", "her", "their", "for", "and", "in"}
    first, second = ({w.strip(".,:’'").casefold() for w in text.split()} - small for text in (one, other))
    return bool(first & second) or one.casefold() == other.casefold()


def read(row: dict[str, Any], figures: Figures) -> None:
    """Count the labels of one article that articlelint agrees with."""
    markup = parser_for(".txt").parse(row["text"])
    doc = Document(markup.text, markup.blocks)
    quotes: dict[Span, Quote] = {markup.offsets.span(quote.span): quote for quote in doc.quotes}
    for label in row["spans"]:
        text = row["text"][label["start"] : label["end"]]
        quote = quotes.get(Span(label["start"], label["end"]))
        figures.count("quotation found with exactly its bounds", quote is not None, text[:100])
        if label.get("closed", True):
            figures.count("  of those with both marks", quote is not None, text[:100])
        if quote is None:
            continue
        if label["kind"] == "sentence":
            figures.count("sentence taken for a sentence", quote.kind.value == "sentence", text[:100])
        if label["label"] == "ATTR_SAME_PAR":
            attribution = doc.attributions.get(quote)
            figures.count("attributed in its paragraph", attribution is not None, text[:100])
            compare(doc, label, attribution, figures)


def compare(doc: Document, label: dict[str, Any], attribution: Attribution | None, figures: Figures) -> None:
    """Count whether the speaker and the cue are those of the annotators."""
    if attribution is None or label["kind"] != "sentence":
        return
    speaker = doc.slice(attribution.speaker) if attribution.speaker else ""
    cue = doc.slice(attribution.cue) if attribution.cue else ""
    shown = f"{label['source_text']} | {label['cue_text']} <> {speaker} | {cue} ({attribution.where})"
    figures.count("speaker of a sentence right", shares_a_word(speaker, label["source_text"] or ""), shown)
    figures.count("cue of a sentence right", shares_a_word(cue, label["cue_text"] or ""), shown)


def main() -> None:
    """Read the data and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--examples", type=int, default=0)
    arguments = parser.parse_args()
    figures = Figures(arguments.examples)
    with arguments.data.open(encoding="utf-8") as lines:
        for line in lines:
            read(json.loads(line), figures)
    figures.report()


if __name__ == "__main__":
    main()
