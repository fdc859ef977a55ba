#!/usr/bin/env python3
"""
What a large house style costs: CPU seconds with a generated pack of 13,000 terms, and without.

    bench/house.py [FOLDER] [--terms 13000] [--runs 5]

FOLDER is a folder of articles; without one, 500 articles of 5 KB are generated, see speed_texts.py. A
third of the terms are words of these articles with a letter more, a third names of two words, a third made-up
words; one in a hundred is a word that the articles have, so that there is something to report. Measured are
whole runs on one process, in turn, and what counts are the medians of their CPU seconds and the ratio of
these: all articles, one article, and, in this process, what reading the pack takes.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from speed import CHECK
from speed_measure import in_turn
from speed_texts import corpus

OWN = [word for word in CHECK if word != "--isolated"]
LIMIT = 1.5


def words_of(folder: Path) -> list[str]:
    """The words of the articles, the commonest first."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".md", ".txt"}:
            counts.update(re.findall(r"[a-z]{5,}", path.read_text(encoding="utf-8", errors="replace")))
    return [word for word, _ in counts.most_common()]


def pack(words: list[str], terms: int) -> str:
    """A pack of so many terms, the same for the same words."""
    chance = random.Random(7)
    avoided: dict[str, str] = {}
    while len(avoided) < terms:
        word = chance.choice(words)
        at = chance.randrange(len(word))
        slip = word[:at] + chance.choice("aeioustrn") + word[at:]
        kind = len(avoided) % 3
        if len(avoided) % 100 == 0:
            avoided[words[len(avoided) // 20 + 400]] = "another"
        elif kind == 0:
            avoided[slip] = word
        elif kind == 1:
            avoided[f"{slip.title()} {chance.choice(words).title()}"] = f"{word.title()} Hall"
        else:
            avoided[f"z{slip}q"] = word
    return "\n".join(
        f'[[term]]\nid = "t{n}"\navoid = "{form}"\nuse = "{use}"\nwhy = "Decided by the desk"\n'
        for n, (form, use) in enumerate(avoided.items())
    )


def reading(file: Path) -> float:
    """Seconds of CPU to read the pack and describe its rules."""
    from articlelint_house.packs import Packs

    before = time.process_time()
    packs = Packs([str(file)])
    list(packs.checks(frozenset(packs.rules)))
    return time.process_time() - before


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--terms", type=int, default=13_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="articlelint-house-") as name:
        work = Path(name)
        folder = args.folder.absolute() if args.folder else corpus(work / "texts", 500, 5_000)
        (work / "big.toml").write_text(pack(words_of(folder), args.terms), encoding="utf-8")
        (work / "with.toml").write_text('[house]\npacks = ["big.toml"]\n', encoding="utf-8")
        (work / "without.toml").write_text("", encoding="utf-8")
        one = min(p for p in folder.rglob("*") if p.suffix in {".md", ".txt"})
        print(f"| {args.terms:,} terms | CPU s without | CPU s with | ratio |")
        print("|---|---:|---:|---:|")
        worst = 0.0
        for title, path in (("all articles", folder), ("one article", one)):
            call = [*OWN, "--no-cache", "--workers", "1", str(path), "--config"]
            commands = {
                f"articlelint {kind}": [*call, str(work / f"{kind}.toml")] for kind in ("without", "with")
            }
            without, loaded = in_turn(commands, work, runs=args.runs, budget=600).values()
            ratio = loaded.cpu / without.cpu
            worst = worst or ratio
            print(f"| {title} | {without.cpu:.2f} | {loaded.cpu:.2f} | {ratio:.2f} |")
        took = statistics.median(reading(work / "big.toml") for _ in range(args.runs))
        print(f"\nReading the pack: {took:.2f} s of CPU. All articles: at most {LIMIT} times.")
    sys.exit(worst > LIMIT)


if __name__ == "__main__":
    main()
