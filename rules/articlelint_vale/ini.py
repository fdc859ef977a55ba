"""Reads ``.vale.ini`` into sections of keys and values with their lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from articlelint.commands import UsageError

_COMMENT = re.compile(r"\s[#;].*$")
"""A comment after a value has a space before it."""


class Entry(NamedTuple):
    """A key and its value as they stand in the file."""

    key: str
    value: str
    line: int

    @property
    def values(self) -> tuple[str, ...]:
        """The items of a comma-separated list, each once."""
        parts = (part.strip() for part in self.value.split(","))
        return tuple(dict.fromkeys(part for part in parts if part))


class Section(NamedTuple):
    """A section; the lines before the first ``[header]`` are a section with the name ""."""

    name: str
    entries: tuple[Entry, ...]
    line: int

    def all(self, key: str) -> tuple[str, ...]:
        """The items of all lists under a key, each once."""
        found = (value for entry in self.entries if entry.key == key for value in entry.values)
        return tuple(dict.fromkeys(found))

    def line_of(self, key: str) -> int:
        """The line of a key, or of the section."""
        return next((entry.line for entry in self.entries if entry.key == key), self.line)


def read_ini(text: str, shown: str) -> tuple[Section, ...]:
    """
    The sections in the order of the file; sections of the same name are joined.

    Raises UsageError for a line that is neither a header nor a key nor a comment.
    """
    found: dict[str, list[Entry]] = {"": []}
    lines = {"": 1}
    name = ""
    for number, line in _logical_lines(text):
        if line.startswith("["):
            if not line.endswith("]") or len(line) < len("[x]"):
                raise UsageError(f"{shown}:{number}: a section must be written [like this], not {line}")
            name = line[1:-1].strip()
            found.setdefault(name, [])
            lines.setdefault(name, number)
            continue
        key, equals, value = line.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"{shown}:{number}: neither a [section] nor KEY = VALUE")
        found[name].append(Entry(key.strip(), value.strip(), number))
    return tuple(Section(name, tuple(entries), lines[name]) for name, entries in found.items())


def _logical_lines(text: str) -> list[tuple[int, str]]:
    r"""The lines without comments, with their numbers; a line that ends with ``\`` is joined to the next."""
    found: list[tuple[int, str]] = []
    begun, before = 0, ""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        bare = line.strip()
        if not before and (not bare or bare[0] in "#;"):
            continue
        bare = _COMMENT.sub("", bare) if not bare.startswith("[") else bare
        begun = begun or number
        if bare.endswith("\\"):
            before += bare[:-1].rstrip() + " "
            continue
        found.append((begun, (before + bare).strip()))
        begun, before = 0, ""
    if before:
        found.append((begun, before.strip()))
    return found
