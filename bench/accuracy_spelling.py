#!/usr/bin/env python3
"""
How well the spelling rules do on labelled articles.

    bench/accuracy_spelling.py FOLDER

A group is a word in several forms. Groups that are labelled inconsistent should be reported, legitimate ones
should not. The script also prints the findings on edited articles, per thousand words, and the time of the
rules. Data sets that are not in the folder are left out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import articlelint as al
from articlelint.markup import parser_for
from articlelint.testing import document
from articlelint_rules import articlelint_rules

LABELLED = ("names_wmt", "mixed_spelling")
EDITED = ("quotes_polnear", "gum_sentence_types", "pud_clean")
SKIPPED = {"unlabelled", "ambiguous"}


def rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a data set; none if its file does not exist."""
    path = data / f"{name}.jsonl"
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def findings(doc: al.Document) -> list[al.Finding]:
    """What the spelling rules find in an article."""
    rules = [rule() for rule in articlelint_rules() if rule.category() == "spelling"]
    return [finding for rule in rules for finding in rule.check(doc)]


def flagged(row: dict[str, Any], group: str, found: list[tuple[al.Span, str]]) -> bool:
    """Whether a finding on one of the forms of the group names another."""
    forms = group.casefold().split("|")
    for place in row["spans"]:
        if place["group"] != group:
            continue
        span = al.Span(place["start"], place["end"])
        own = row["text"][span.start : span.end].casefold()
        others = [form for form in forms if form != own]
        if any(at.overlaps(span) and any(o in line for o in others) for at, line in found):
            return True
    return False


def labelled(data: Path, name: str) -> None:
    """Print how many of the groups are reported, by label."""
    total: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for row in rows(data, name):
        markup = parser_for(".txt").parse(row["text"])
        found = findings(al.Document(markup.text, markup.blocks))
        placed = [(markup.offsets.span(f.span), f.message.casefold()) for f in found]
        for group, verdict in sorted({(p["group"], p["verdict"]) for p in row["spans"]}):
            if verdict not in SKIPPED:
                total[verdict] += 1
                got[verdict] += flagged(row, group, placed)
    for verdict, count in sorted(total.items()):
        print(f"{name:20} {verdict:20} {got[verdict] / count:6.3f}  ({got[verdict]} / {count})")


def edited(data: Path, name: str) -> None:
    """Print the findings on edited articles, by rule, and the speed."""
    by_rule: Counter[str] = Counter()
    words, spent = 0, 0.0
    for row in rows(data, name):
        doc = document(row["text"])
        assert doc.sentences is not None
        words += len(doc.text.split())
        started = time.process_time()
        by_rule.update(finding.rule for finding in findings(doc))
        spent += time.process_time() - started
    for rule, count in sorted(by_rule.items()):
        print(f"{name:20} {rule:20} {1000 * count / words:6.3f}  per 1,000 words ({count} / {words})")
    if words:
        print(f"{name:20} {'time':20} {1e6 * spent / words:6.1f}  s per million words")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="FOLDER")
    data: Path = parser.parse_args().data
    for name in LABELLED:
        labelled(data, name)
    for name in EDITED:
        edited(data, name)


if __name__ == "__main__":
    main()
