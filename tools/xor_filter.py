"""Writes the word tables that ``articlelint.text.wordtable`` reads; the scripts beside it use it."""

from __future__ import annotations

import random
from itertools import count, islice
from struct import pack
from typing import TYPE_CHECKING

from articlelint.text.wordtable import FINGERPRINT, HEADER, MAGIC, MODULUS, WordTable

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
    """The file's bytes: header, then the cells, 1.23 for each word: their fingerprints, then their values."""
    words = sorted(table)
    sizes = list(islice(filter(is_prime, count(int(len(words) * 1.23 / 3) + 16)), 3))
    rng = random.Random(1)
    while True:
        factor = rng.randrange(MODULUS >> 1, MODULUS)
        hashed = [int.from_bytes(word.encode(), "little") * factor % MODULUS for word in words]
        keys = [(h % sizes[0], sizes[0] + h % sizes[1], sum(sizes[:2]) + h % sizes[2]) for h in hashed]
        order = peel(keys, sum(sizes))
        if order is not None:
            break
    prints, values = [0] * sum(sizes), bytearray(sum(sizes))
    for number, own in reversed(order):
        first, second, third = keys[number]
        prints[own] = hashed[number] & FINGERPRINT ^ prints[first] ^ prints[second] ^ prints[third]
        values[own] = table[words[number]] ^ values[first] ^ values[second] ^ values[third]
    return HEADER.pack(MAGIC, factor, *sizes) + pack(f"<{len(prints)}H", *prints) + values


def is_prime(number: int) -> bool:
    return all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def peel(keys: list[tuple[int, int, int]], size: int) -> list[tuple[int, int]] | None:
    """An order (key, cell) in which each key has a cell to itself among those left; None: no such."""
    times, combined = [0] * size, [0] * size
    for number, key in enumerate(keys):
        for cell in key:
            times[cell] += 1
            combined[cell] ^= number
    alone = [cell for cell in range(size) if times[cell] == 1]
    order: list[tuple[int, int]] = []
    while alone:
        cell = alone.pop()
        if times[cell] != 1:
            continue
        number = combined[cell]
        order.append((number, cell))
        for other in keys[number]:
            times[other] -= 1
            combined[other] ^= number
            if times[other] == 1:
                alone.append(other)
    return order if len(order) == len(keys) else None
