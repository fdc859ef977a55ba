"""Finds the line of each key in a TOML file."""

from __future__ import annotations

from typing import Any

import tomli


def key_lines(text: str) -> dict[tuple[str, ...], int]:
    """
    The line of every key and table of a valid TOML document.

    The TOML reader does not report lines, so each line is parsed for the keys or the table that it begins.
    Text inside a multi-line string may be taken for a key; nothing asks for the line of such a key.
    """
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        try:
            if line.startswith("["):
                table = _path_of(tomli.loads(line.split("#")[0] if '"' not in line else line))
                lines.setdefault(table, number)
            elif "=" in line and not line.startswith("#"):
                keys = _path_of(tomli.loads(line.split("=", 1)[0] + "= 0"))
                for length in range(1, len(keys) + 1):
                    lines.setdefault((*table, *keys[:length]), number)
        except (ValueError, RecursionError):  # not TOML, or in a multi-line string that only looks like it
            continue
    return lines


def _path_of(data: Any) -> tuple[str, ...]:
    """The keys that lead to the innermost value of a document with one key at each level."""
    keys: list[str] = []
    node: Any = data
    while node and hasattr(node, "__getitem__") and not isinstance(node, str):
        first: Any = next(iter(node))
        if not hasattr(node, "items"):  # the one table of an array of tables
            node = first
            continue
        keys.append(first)
        node = node[first]
    return tuple(keys)
