"""The names of entries: those given by ``id``, and different names for all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

import articlelint as al
from articlelint_house.entries import Entry, slug


def named(packs: Mapping[str, Iterable[Entry]]) -> dict[str, Entry]:
    """
    All entries of all packs by the name of their rule, in order.

    Entries often have the same ``use``, such as twenty verbs to replace by "said". The first one by its line
    is named after ``use`` alone, each of the others also after what it avoids. An entry that is added below
    therefore does not rename those above it.

    Raises SettingsError if two entries have the same ``id``.
    """
    entries = [(f"house/{pack}.", entry) for pack, all_of_it in packs.items() for entry in all_of_it]
    taken: dict[str, Entry] = {}
    for prefix, entry in entries:
        if entry.given:
            other = taken.setdefault(prefix + entry.id, entry)
            if other is not entry:
                raise al.SettingsError(
                    f"{entry.at}: '{prefix}{entry.id}' is already at {other.at}; give one an 'id' of its own"
                )
    names = {id(entry): name for name, entry in taken.items()}
    for prefix, entry in sorted(entries, key=lambda each: _place(each[1])):
        if not entry.given:
            for name in _names(entry):
                if prefix + name not in taken:
                    taken[prefix + name] = entry
                    names[id(entry)] = prefix + name
                    break
    return {names[id(entry)]: entry for _, entry in entries}


def _place(entry: Entry) -> tuple[str, int]:
    file, _, line = entry.at.rpartition(":")
    return (file, int(line)) if line.isdecimal() else (entry.at, 0)


def _names(entry: Entry) -> Iterator[str]:
    """Possible names for an entry without an ``id``, the best first; an endless iterator."""
    yield entry.id
    for key, value in entry.own.items():
        if isinstance(value, bool):
            continue
        text = slug(entry.text(key) if isinstance(value, str | int) else entry.texts(key)[0])
        if text and text != entry.id:
            yield f"{entry.id}-{text}"
    yield f"{entry.id}-{entry.kind}"
    yield from (f"{entry.id}-{number}" for number in count(2))
