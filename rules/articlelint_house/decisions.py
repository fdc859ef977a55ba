"""Entries that decide the same thing twice: the same way (a duplicate) or differently (a contradiction)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import articlelint as al
from articlelint_house.entries import Entry


def clashes(entries: Mapping[str, Entry]) -> Iterator[al.Fault]:
    """Report every entry that decides what an earlier entry decides, where both apply."""
    decided: dict[tuple[str, ...], list[str]] = {}
    for rule, entry in entries.items():
        subject = _subject(entry)
        if not subject:
            continue
        for other in decided.get(subject, ()):
            first = entries[other]
            if overlap(entry, first) and _levels_overlap(entry, first):
                mine, theirs = _decision(entry), _decision(first)
                if mine == theirs:
                    message = f"decides the same as {other}, at {first.at}"
                else:
                    message = f"decides {mine}, where {other} decides {theirs}, at {first.at}"
                yield al.Fault(entry.at, rule, message)
                break
        decided.setdefault(subject, []).append(rule)


def overlap(one: Entry, other: Entry) -> bool:
    """Whether there are places to which both entries apply."""
    dialects = not one.dialect or not other.dialect or not set(one.dialect).isdisjoint(other.dialect)
    return dialects and one.scope.overlaps(other.scope)


def _levels_overlap(one: Entry, other: Entry) -> bool:
    """Whether both entries are about headings of one level; an entry without levels is about all of them."""
    return not set(one.texts("level") or "123456").isdisjoint(other.texts("level") or "123456")


def _subject(entry: Entry) -> tuple[str, ...]:
    """What an entry decides about; () for terms and phrases, which are compared by what they find."""
    match entry.kind:
        case "pattern":
            return entry.kind, entry.text("regex")
        case "paired":
            return entry.kind, *sorted(form.lower() for form in entry.texts("pair"))
        case "name":
            return entry.kind, entry.use
        case "first-use":
            return entry.kind, entry.text("full")
        case "abbreviation":
            return entry.kind, entry.text("short")
        case "number":
            return entry.kind, next(iter(entry.own))
        case "heading":
            return (entry.kind,)
        case _:
            return ()


def _decision(entry: Entry) -> str:
    """The decision of an entry, for a message."""
    match entry.kind:
        case "pattern":
            return f"“{entry.use}”"
        case "paired":
            return f"“{entry.text('together')}”"
        case "first-use":
            return f"“{entry.text('short')}”"
        case "abbreviation":
            return f"“{entry.text('full')}”"
        case "number":
            return f"“{next(iter(entry.own.values()))}”"
        case "heading":
            return f"“{entry.text('case')}”"
        case _:
            return f"“{entry.use}”"
