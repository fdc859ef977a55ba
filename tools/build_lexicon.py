#!/usr/bin/env python3
"""
Builds lint/articlelint/text/data/lexicon.bin from the word lists of SCOWL (Debian package ``scowl``).

    apt-get download scowl && dpkg -x scowl_*.deb scowl
    tools/build_lexicon.py scowl/usr/share/dict/scowl

Takes the words of all spellings (American, British, Canadian, Australian and their accepted variants) up to
size 70: larger sizes have too many oddities, and include the UKACD list, whose licence asks for more. A
word's byte is two size classes, one for its form without a capital and one for its form with one.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import word_tables

from articlelint.text import lexicon

SPELLINGS = (
    "english", "american", "british", "british_z", "canadian", "australian",
    "variant_1", "british_variant_1", "canadian_variant_1", "australian_variant_1",
)  # fmt: skip
LOWER = ("words", "contractions")
CAPITAL = ("upper", "proper-names")
LARGEST = 70


def read_lists(folder: Path, kinds: tuple[str, ...]) -> dict[str, int]:
    """The smallest size each word is listed at, as an index into ``lexicon.SIZES``; no possessives."""
    found: dict[str, int] = {}
    for spelling in SPELLINGS:
        for kind in kinds:
            for path in sorted(folder.glob(f"{spelling}-{kind}.*")):
                size = int(path.suffix[1:])
                if size > LARGEST:
                    continue
                index = lexicon.SIZES.index(size)
                for line in path.read_text(encoding="latin-1").split():
                    word = lexicon.normalized(line.lower())
                    if len(word) > 1 or word in {"a", "i", "o"}:
                        found[word] = min(found.get(word, index), index)
    return found


def values(folder: Path) -> dict[str, int]:
    """Every word's byte: size class without a capital, plus 16 times the size class with one."""
    merged: dict[str, int] = defaultdict(int)
    for word, index in read_lists(folder, LOWER).items():
        merged[word] += index
    for word, index in read_lists(folder, CAPITAL).items():
        merged[word] += index << 4
    return dict(merged)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scowl", type=Path, help="the folder with english-words.10 and the others")
    word_tables.write(Path(lexicon.TABLE.path), values(parser.parse_args().scowl))


if __name__ == "__main__":
    main()
