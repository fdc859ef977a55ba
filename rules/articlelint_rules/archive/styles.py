"""
How a decision of an archive is written as an entry of a style pack.

Each function takes a key, the form to write and the forms not to write. An entry reports these forms and, for
names of several words, their near misses; it reports no other inflected forms, which are keys of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import articlelint as al

_PERCENT = {"%": "5%", "percent": "5 percent", "per cent": "5 per cent"}
_DATES = {"5 June": ("day", "25 December 2026"), "June 5": ("day", "December 25, 2026"), "1990s": ("decade", "1990s")}  # fmt: skip  # noqa: E501
_LEVELS = {"headline": ("1",), "crosshead": ("2", "3", "4", "5", "6")}


def term(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for words that are replaced as they are."""
    del key
    return _term(use, avoid)


def _term(use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    if not avoid:
        return None
    return al.StyleEntry("term", {"avoid": list(avoid), "use": use, "inflect": False})


def name(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for a name. Of one word, the forms alone are avoided: others have names like it."""
    if " " not in use:
        return term(key, use, avoid)
    return al.StyleEntry("name", {"avoid": list(avoid), "use": use})


def abbreviation(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for an abbreviation; "am" and "pm" are looked for behind a figure."""
    if not key.startswith("time "):
        return _term(use, avoid)
    if not avoid:
        return None
    forms = "|".join(map(re.escape, avoid))
    keys = {
        "id": f"time-{key.removeprefix('time ')}",
        "regex": rf"(\b\d[\d.:]* ?)(?:{forms})(?!\w)",
        "use": rf"\1{use}",
        "flagged": f"It began at [[10 {avoid[0]}]] today.",
    }
    return al.StyleEntry("pattern", keys)


def capitals(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for capitals; a single word is looked for behind "the", where it was counted."""
    if key.startswith("the ") and " " not in use:
        return _term(f"the {use}", [f"the {form}" for form in avoid])
    return _term(use, avoid)


def percent(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for the sign or the words of percentages."""
    del key, avoid
    return al.StyleEntry("number", {"percent": _PERCENT[use]}) if use in _PERCENT else None


def date(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for the order of day and month, and for decades."""
    del key, avoid
    return al.StyleEntry("number", dict([_DATES[use]])) if use in _DATES else None


def number(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for the comma of thousands. Numbers in words are two questions, an entry is one."""
    del key, avoid
    return al.StyleEntry("number", {"thousands": "10,000"}) if use == "1,000" else None


def headline_case(key: str, use: str, avoid: Sequence[str]) -> al.StyleEntry | None:
    """Return an entry for the capitals of headlines or crossheads."""
    del avoid
    if use not in {"sentence", "title"}:
        return None
    return al.StyleEntry("heading", {"case": use, "level": list(_LEVELS[key])})
