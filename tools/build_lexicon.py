#!/usr/bin/env python3
"""
Builds lint/articlelint/text/data/lexicon.bin from the word lists of SCOWL (Debian package ``scowl``).

    apt-get download scowl && dpkg -x scowl_*.deb scowl
    tools/build_lexicon.py scowl/usr/share/dict/scowl

Takes the words of all spellings (American, British, Canadian, Australian and their accepted variants) up to
size 70: larger sizes have too many oddities, and include the UKACD list, whose licence asks for more. A
word's value is two size classes, one for its form without a capital and one for its form with one.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

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


def peel(keys: list[tuple[int, int, int, int]], size: int) -> list[tuple[int, int]] | None:
    """An order in which every key has a cell of its own (key, cell), last first; None where there is none."""
    count, combined = [0] * size, [0] * size
    for number, key in enumerate(keys):
        for cell in key[:3]:
            count[cell] += 1
            combined[cell] ^= number
    alone = [cell for cell in range(size) if count[cell] == 1]
    order: list[tuple[int, int]] = []
    while alone:
        cell = alone.pop()
        if count[cell] != 1:
            continue
        number = combined[cell]
        order.append((number, cell))
        for other in keys[number][:3]:
            count[other] -= 1
            combined[other] ^= number
            if count[other] == 1:
                alone.append(other)
    return order if len(order) == len(keys) else None


def build(table: dict[str, int]) -> bytes:
    """The finished file: header, then the cells."""
    words = sorted(table)
    segment = int(len(words) * 1.23 / 3) + 16
    rng = random.Random(1)
    while True:
        seed = rng.getrandbits(31)
        keys = [lexicon.cells(word, seed, segment) for word in words]
        order = peel(keys, 3 * segment)
        if order is not None:
            break
    content = [0] * (3 * segment)
    for number, own in reversed(order):
        first, second, third, fingerprint = keys[number]
        wanted = fingerprint << 8 | table[words[number]]
        content[own] = wanted ^ content[first] ^ content[second] ^ content[third] ^ content[own]
    body = b"".join(cell.to_bytes(lexicon.CELL, "little") for cell in content)
    return lexicon.MAGIC + seed.to_bytes(4, "little") + segment.to_bytes(4, "little") + body


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scowl", type=Path, help="the folder with english-words.10 and the others")
    folder: Path = parser.parse_args().scowl
    table = values(folder)
    data = build(table)
    lexicon.TABLE.parent.mkdir(exist_ok=True)
    lexicon.TABLE.write_bytes(data)
    lexicon.forget()
    for word, value in table.items():
        assert (
            lexicon.SIZES.index(lexicon.size(word)) + 16 * lexicon.SIZES.index(lexicon.name_size(word))
            == value
        )
    print(f"{len(table)} words, {len(data)} bytes")


if __name__ == "__main__":
    main()
