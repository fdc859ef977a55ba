"""
LingoTweaker has no command: this checks files through its Python interface and prints what it finds.

    python bench/speed_lingotweaker.py FILE_OR_FOLDER ...

As its documentation shows: ``pip install lingotweaker lingotweaker-data-en``; one engine, a call an article.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def main() -> None:
    """Check the articles that are named."""
    engine: Any = import_module("lt_py").Engine("en-US")
    for argument in map(Path, sys.argv[1:]):
        for path in sorted(argument.rglob("*.[hmt]*")) if argument.is_dir() else [argument]:
            text = path.read_text(encoding="utf-8")
            for match in engine.check(text):
                start, end = match["offset"], match["offset"] + match["length"]
                print(f"{path}:{start}: {match['rule_id']}: {text[start:end]}")


if __name__ == "__main__":
    main()
