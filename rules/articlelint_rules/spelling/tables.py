"""The tables of words and places that have several spellings."""

from __future__ import annotations

from functools import cache

import articlelint as al
from articlelint_rules import DATA


@cache
def words() -> al.Table:
    """
    Words in lower case that have another spelling, each with its rows and ``|`` between them.

    A row has two spellings and the dialects that accept each: ``colour color e1``.
    """
    return al.Table(DATA / "variants.table")


@cache
def misspellings() -> al.Table:
    """Misspellings in lower case, each with its corrections and ``|`` between them."""
    return al.Table(DATA / "misspellings.table")
