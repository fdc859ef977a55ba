"""The tables of words and places that have several spellings, each read once, when first asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, ...]]:
    """Each word that has other spellings, with its rows: two words and the dialects of each."""
    rows: dict[str, tuple[str, ...]] = {}
    for row in (DATA / "spelling-words.txt").read_text(encoding="utf-8").splitlines():
        first, second, _ = row.split(" ")
        for word in (first.lower(), second.lower()):
            rows[word] = (*rows.get(word, ()), row)
    return rows


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Each spelling of a place, in plain lower case, with the place's first one: ``"kiev": "kyiv"``."""
    first: dict[str, str] = {}
    for row in (DATA / "spelling-places.txt").read_text(encoding="utf-8").splitlines():
        forms = row.split("|")
        first.update(dict.fromkeys(forms, forms[0]))
    return first
