"""
Near copies: articles that share most of their word sequences, such as a wire story in two desks' versions.

MinHash (Broder 1997) keeps the smallest of many hashes of an article's sequences of five words. Two articles
agree in as large a share of these minima as they share sequences. The minima are put together in bands of
four, of which two articles agree in many if, and nearly only if, most of their sequences are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Any
from zlib import crc32

SHINGLE = 5
"""The words in a sequence."""
BANDS = 32
ROWS = 4
"""Minima in a band."""
AGREEING = 8
"""From so many bands on, two articles are near copies: they share about 70 % of their sequences, or more."""


@cache
def _factors() -> Any:
    """A factor and a summand of each hash function, the same in every run; odd factors."""
    import numpy as np

    numbers = np.random.Generator(np.random.PCG64(1997)).integers(0, 1 << 63, (2, BANDS * ROWS, 1), np.uint64)
    numbers[0] |= np.uint64(1)
    return numbers


def bands(words: Sequence[str]) -> list[int]:
    """Return the bands of a text of words in lower case; none of a text that is shorter than a sequence."""
    import numpy as np

    shingles = {crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(len(words) - SHINGLE + 1)}
    if not shingles:
        return []
    factor, summand = _factors()
    # Multiply-shift hashing (Dietzfelbinger 1997): the upper half of a product that overflows.
    hashes = (np.array(sorted(shingles), np.uint64) * factor + summand) >> np.uint64(32)
    minima = hashes.min(axis=1).astype(">u4").reshape(BANDS, ROWS)
    return [
        int.from_bytes(hashlib.blake2b(bytes([number]) + band.tobytes(), digest_size=8).digest())
        for number, band in enumerate(minima)
    ]
