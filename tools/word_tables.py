"""Writes the word tables that ``articlelint.text.wordtable`` reads; the scripts beside it use it."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from struct import pack
from typing import TYPE_CHECKING

from articlelint.text.wordtable import FACTOR, FIRST, MAGIC, SECOND, WordTable

if TYPE_CHECKING:
    from pathlib import Path

FILLED = 0.82
"""The share of the cells that have a word."""
PER_BUCKET = 2.6
"""Words of a bucket on average."""
SHIFTS = range(0, 256, 2)
"""By how much a divisor may be larger than the least: a byte, and even, so that no divisor is."""


def write(path: Path, table: dict[str, int]) -> None:
    """Write a table of words and their bytes (1 to 255), and check that it gives every one of them back."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(build(table))
    get = WordTable(path).get
    assert all(get(word) == value for word, value in table.items())
    print(f"{path.name}: {len(table)} words, {path.stat().st_size} bytes")


def build(table: dict[str, int]) -> bytes:
    """The file's bytes: header, the buckets' shifts, then the cells by columns: fingerprint, value."""
    numbers = {int.from_bytes(word.encode(), "little") * FACTOR: value for word, value in table.items()}
    assert len(numbers) == len(table)
    divisor = int(len(table) / FILLED) | 1
    buckets = next(filter(is_prime, count(int(len(table) / PER_BUCKET) + 3)))
    while True:
        placed = place(numbers, divisor, buckets)
        if placed is not None:
            break
        buckets = next(filter(is_prime, count(buckets + 1)))
    shifts, cells = placed
    firsts, seconds, values = (bytearray(divisor + SHIFTS[-1]) for _ in range(3))
    for cell, number in cells.items():
        firsts[cell], seconds[cell], values[cell] = number % FIRST, number % SECOND, numbers[number]
    head = MAGIC + pack("<III", buckets, len(values), divisor)
    return head + shifts + firsts + seconds + values


def is_prime(number: int) -> bool:
    return all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def place(numbers: dict[int, int], divisor: int, buckets: int) -> tuple[bytes, dict[int, int]] | None:
    """The buckets' shifts, and the number in each cell that has one; None: a bucket finds no room."""
    filled: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(numbers):
        filled[number % buckets].append(number)
    shifts, cells = bytearray(buckets), dict[int, int]()
    # The fullest buckets choose first, while there is room.
    for bucket in sorted(filled, key=lambda bucket: -len(filled[bucket])):
        own = filled[bucket]
        for shift in SHIFTS:
            found = {number % (divisor + shift): number for number in own}
            if len(found) == len(own) and cells.keys().isdisjoint(found):
                break
        else:
            return None
        shifts[bucket] = shift
        cells |= found
    return bytes(shifts), cells
