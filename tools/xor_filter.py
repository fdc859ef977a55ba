"""Writes the word tables that ``articlelint.text.wordtable`` reads; the scripts beside it use it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from articlelint.text.wordtable import CELL, MAGIC, WordTable, cells

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, table: dict[str, int]) -> None:
    """Write a table of words and their bytes (1 to 255), and check that it gives every one of them back."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(build(table))
    get = WordTable(path).get
    assert all(get(word) == value for word, value in table.items())
    print(f"{path.name}: {len(table)} words, {path.stat().st_size} bytes")


def build(table: dict[str, int]) -> bytes:
    """The file's bytes: header, then the cells, 1.23 for each word."""
    words = sorted(table)
    segment = int(len(words) * 1.23 / 3) + 16
    rng = random.Random(1)
    while True:
        seed = rng.getrandbits(31)
        keys = [cells(word, seed, segment) for word in words]
        order = peel(keys, 3 * segment)
        if order is not None:
            break
    content = [0] * (3 * segment)
    for number, own in reversed(order):
        first, second, third, fingerprint = keys[number]
        wanted = fingerprint << 8 | table[words[number]]
        content[own] = wanted ^ content[first] ^ content[second] ^ content[third]
    body = b"".join(cell.to_bytes(CELL, "little") for cell in content)
    return MAGIC + seed.to_bytes(4, "little") + segment.to_bytes(4, "little") + body


def peel(keys: list[tuple[int, int, int, int]], size: int) -> list[tuple[int, int]] | None:
    """An order (key, cell) in which each key has a cell to itself among those left; None: no such."""
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
