"""Entries of the kind ``number``: each decides one thing about how numbers are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import replacement, with_reason
from articlelint_house.number_hits import NumberHit
from articlelint_house.schema import DECISIONS
from articlelint_house.values import Fail

_MODULES = {
    "words-below": "number_words",
    "day": "number_dates",
    "ordinal-day": "number_dates",
    "month": "number_dates",
    "time": "number_times",
    "percent": "number_amounts",
    "currency": "number_amounts",
    "decade": "number_amounts",
    "thousands": "number_amounts",
}


def decision(entry: Entry) -> str:
    """What an entry decides."""
    return next(key for key in entry.own if key in DECISIONS)


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise unless an entry decides one thing."""
    found = [key for key in entry.own if key in DECISIONS]
    if len(found) != 1:
        what = f"not {len(found)}" if found else f"one of {', '.join(DECISIONS)}"
        raise fail(found[1] if found else "", f"a number decides one thing an entry, {what}")
    below = entry.own.get("words-below", 10)
    if not 2 <= below <= 100:  # noqa: PLR2004 - the words that are known
        raise fail("words-below", f"'words-below' must be from 2 to 100, not {below}")


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """A check for each."""
    for rule, entry in entries.items():
        yield al.Check(frozenset({rule}), partial(_findings, rule, entry))


def _findings(rule: str, entry: Entry, doc: al.Document) -> Iterator[al.Finding]:
    for hit in number_hits(doc, entry):
        if counts(doc, hit.span, entry):
            advice = hit.advice or f"write “{hit.use}”"
            message = with_reason(f"“{' '.join(doc.slice(hit.span).split())}”: {advice}", entry)
            yield al.Finding(rule, hit.span, message, (), replacement(doc, hit.span, hit.use))


def asked_for(entry: Entry) -> Iterator[str]:
    """Texts that are written as an entry asks: to see what others say of them."""
    key = decision(entry)
    value = entry.own[key]
    if key == "words-below":
        from articlelint_house.number_words import in_words

        yield f"We saw {in_words(value - 1)} schools there."
        yield f"We saw {value} schools there."
    elif key == "thousands":
        yield f"We saw {value} schools there."
    elif key == "day":  # a month that nobody shortens
        yield str(value).replace("December", "May")
    elif key not in {"ordinal-day", "month"}:
        yield str(value)


def number_hits(doc: al.Document, entry: Entry) -> Iterator[NumberHit]:
    """The numbers of a document that are written against an entry, wherever they stand."""
    key = decision(entry)
    find: Callable[[al.Document, str, str | int], Iterator[NumberHit]] = import_module(
        f"articlelint_house.{_MODULES[key]}"
    ).find
    return find(doc, key, entry.own[key])
