#!/usr/bin/env python3
"""
How accurate articlelint is on the labelled data beside the project, all figures in one run.

    bench/accuracy.py [--shared ../shared] [--examples N] [--own]

Runs the two scripts that judge accuracy (``eval/score.py`` and ``eval/measure.py`` in the shared folder) with
this Python's articlelint. With ``--own``, also the benches that look inside: sentence boundaries and the
tagger, quotations and attribution, damage done to clean sentences, and variant spellings. Says so and exits 0
where the data is not there.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = f"{sys.executable} -m articlelint check --isolated --no-cache --output-format json"


def run(*command: str | Path) -> int:
    """Run a script with this Python and let it print; its exit code."""
    sys.stdout.flush()
    return subprocess.run([sys.executable, *map(str, command)], check=False).returncode


def own(shared: Path) -> list[int]:
    """The benches of this folder, each on the data it needs."""
    data, bench = shared / "eval" / "data", ROOT / "bench"
    treebanks = sorted((shared / "eval" / "treebank").glob("*.conllu.gz"))
    codes = [
        run(bench / "accuracy_quotes.py", data / "quotes_polnear.jsonl"),
        run(bench / "accuracy_capitals.py", *treebanks, "--pairs", "500"),
        run(bench / "accuracy_spelling.py", data),
    ]
    return [run(bench / "accuracy_language.py", shared / "eval" / "treebank", "--quick"), *codes]


def main() -> None:
    """Measure and print."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--examples", default="0")
    parser.add_argument("--own", action="store_true", help="also look inside; takes minutes")
    args = parser.parse_args()
    evaluation = args.shared / "eval"
    if not evaluation.exists():
        print(f"{evaluation} is not there: nothing to measure")
        return
    options = ("--examples", args.examples, "--command", COMMAND)
    codes = [
        run(evaluation / "score.py", evaluation / "dev", "--verbose", "--command", COMMAND),
        run(evaluation / "measure.py", evaluation / "data", *options),
    ]
    if args.own:
        codes += own(args.shared)
    sys.exit(max(codes))


if __name__ == "__main__":
    main()
