#!/usr/bin/env python3
"""
How accurate articlelint is on a folder of labelled data.

    bench/accuracy.py FOLDER [--examples N] [--own]

FOLDER has the data and two scripts that judge findings, ``score.py`` and ``measure.py``. They are run with
this Python's articlelint. With ``--own``, the other scripts of bench/ are run, too. They measure parts of
articlelint: sentence boundaries, quotations and attribution, and variant spellings.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
COMMAND = f"{sys.executable} -m articlelint check --isolated --no-cache --output-format json"


def run(*command: str | Path) -> int:
    """Run a script with this Python, with its output shown, and return its exit code."""
    sys.stdout.flush()
    return subprocess.run([sys.executable, *map(str, command)], check=False).returncode


def own(folder: Path) -> list[int]:
    """Run the other scripts of bench/ and return their exit codes."""
    data, treebank = folder / "data", folder / "treebank"
    return [
        run(BENCH / "accuracy_language.py", treebank),
        run(BENCH / "accuracy_quotes.py", data / "quotes_polnear.jsonl"),
        run(BENCH / "accuracy_spelling.py", data),
    ]


def main() -> None:
    """Run the scripts; exit with the highest of their exit codes."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--examples", default="0")
    parser.add_argument("--own", action="store_true", help="also measure parts; takes minutes")
    args = parser.parse_args()
    folder: Path = args.folder
    options = ("--examples", args.examples, "--command", COMMAND)
    codes = [
        run(folder / "score.py", folder / "dev", "--verbose", "--command", COMMAND),
        run(folder / "measure.py", folder / "data", *options),
    ]
    if args.own:
        codes += own(folder)
    sys.exit(max(codes))


if __name__ == "__main__":
    main()
