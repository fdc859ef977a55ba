#!/usr/bin/env python3
"""
Plant defects in published articles and count how many each linter finds.

    bench/planted.py [ARTICLES] [--count N] [--kinds K ...] [--linters L ...] [--seed N] [--write PAGE]

ARTICLES is a folder or a file of articles: ``.txt``, or ``.jsonl`` or ``.jsonl.gz`` with a {"text"} a line.
Into each copy of an article one defect is planted: a name respelt, a clause cut off, a figure of the headline
changed. A linter has found it if it reports something at its place, or at the place that it disagrees with,
that it does not report there in the article without the defect. The articles as they were published are
linted too: most of what a linter reports on them is a false alarm or a matter of style.

Every linter that is installed runs, once, on all files together. Nothing is downloaded. With --write, the
figures are written to a page, such as docs/comparison.md.

The modules are in the folder ``planted`` beside this file.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from articles import read_articles
from planted.kinds import KINDS
from planted.linters import ALL
from planted.linters.base import LinterError
from planted.making import Case, Files, make
from planted.page import Figures, Result, page, report
from planted.scoring import noise, score

ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "published"


def main() -> None:
    """Run the benchmark. The exit code is 1 if there is nothing to plant in."""
    args = _arguments()
    articles = read_articles(args.articles)
    if not articles:
        sys.exit(f"{args.articles}: no articles in .txt, .jsonl or .jsonl.gz files")
    cases = make(articles, args.kinds or list(KINDS), args.count, args.seed)
    print(f"{len(cases)} defects of {len({c.kind.name for c in cases})} kinds", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        figures = _measure(args, Path(folder), articles[: args.untouched], cases)
    print(report(figures))
    if args.write:
        args.write.write_text(page(figures), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("articles", type=Path, nargs="?", default=ARTICLES, metavar="ARTICLES")
    parser.add_argument(
        "--count", type=int, default=40, metavar="N", help="articles for each kind; default: 40"
    )
    parser.add_argument(
        "--kinds", nargs="+", choices=list(KINDS), metavar="K", help="only these kinds of defect"
    )
    parser.add_argument("--linters", nargs="+", choices=list(ALL), metavar="L", help=f"of {', '.join(ALL)}")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="other defects; default: 7")
    parser.add_argument(
        "--untouched", type=int, default=300, metavar="N", help="articles as published; default: 300"
    )
    parser.add_argument(
        "--limit", type=int, default=1800, metavar="S", help="seconds for each linter; default: 1800"
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the figures to a page")
    return parser.parse_args()


def _measure(args: argparse.Namespace, folder: Path, articles: list[str], cases: list[Case]) -> Figures:
    """Write all texts to files and run each linter on them."""
    files = Files(folder)
    for case in sorted(cases, key=lambda case: case.number):  # the versions of an article beside each other
        for text in (case.untouched, case.planted.clean, case.planted.text):
            files.add(text, case.planted.suffix)
    untouched = [(text, files.add(text)) for text in articles]
    paths = list(files.paths.values())
    results: dict[str, Result] = {}
    skipped: dict[str, str] = {}
    for name in args.linters or ALL:
        linter = ALL[name]
        if not linter.available():
            skipped[name] = f"not installed ({linter.INSTALL})"
            continue
        print(f"{name} reads {len(paths)} files", file=sys.stderr)
        started = time.perf_counter()
        try:
            findings = linter.findings(paths, args.limit)
        except LinterError as error:
            skipped[name] = str(error)
            continue
        seconds = time.perf_counter() - started
        scores = score(cases, findings, files.add)
        results[name] = Result(linter.version(), scores, noise(untouched, findings), seconds)
    return Figures(args.count, args.seed, len(articles), len(paths), cases, results, skipped)


if __name__ == "__main__":
    main()
