"""Reads the YAML file of a rule as a table of values with their lines."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import articlelint as al

Value: TypeAlias = "str | list[Value] | Pairs | None"
"""A scalar as it stands in the file, a list, or the pairs of a mapping."""


_DEEPEST = 8
"""The limit for nested values: an alias that refers to itself would be endless."""
_SHOWN = 100
"""The most characters of a value in a message."""
_MOST = 100_000
"""The limit for the values of one file, where an alias counts as what it stands for."""


class Pair(NamedTuple):
    """A key of a mapping, its value, and its line."""

    key: str
    value: Value
    line: int


class Pairs(tuple[Pair, ...]):
    """A mapping, in the order of the file; a key may occur twice."""

    __slots__ = ()


class Table:
    """The mapping at the top of a file. Keys are in lower case, because Vale ignores their case."""

    def __init__(self, shown: str, pairs: Pairs) -> None:
        self.shown = shown
        self.entries: Mapping[str, Pair] = {pair.key.lower(): pair for pair in pairs}

    def __contains__(self, key: str) -> bool:
        return key in self.entries and self.entries[key].value is not None

    def at(self, key: str = "") -> str:
        """``FILE:LINE`` of a key; the first line if there is no such key."""
        return f"{self.shown}:{self.entries[key].line if key in self.entries else 1}"

    def wrong(self, key: str, wanted: str) -> al.SettingsError:
        """The error about a value of the wrong type."""
        what = _described(self.entries[key].value)
        return al.SettingsError(f"{self.at(key)}: '{key}' must be {wanted}, not {what}")

    def string(self, key: str, default: str = "") -> str:
        """A scalar as it stands in the file."""
        if key not in self:
            return default
        value = self.entries[key].value
        if not isinstance(value, str):
            raise self.wrong(key, "a string")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A Boolean value."""
        if key not in self:
            return default
        value = self.entries[key].value
        word = value.lower() if isinstance(value, str) else ""
        if word in {"true", "yes", "on"}:
            return True
        if word in {"false", "no", "off"}:
            return False
        raise self.wrong(key, "true or false")

    def number(self, key: str, default: float = 0) -> float:
        """A number."""
        value = self.string(key, str(default))
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise self.wrong(key, "a number")
        return number

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings, or a single string as a list."""
        if key not in self:
            return ()
        value = self.entries[key].value
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list):
            raise self.wrong(key, "a list of strings")
        found: list[str] = []
        for number, item in enumerate(value, 1):
            if not isinstance(item, str):
                what = f"item {number} is {_described(item)}"
                raise al.SettingsError(f"{self.at(key)}: '{key}' must be a list of strings, and {what}")
            found.append(item)
        return tuple(found)

    def pairs(self, key: str) -> tuple[tuple[str, str, int], ...]:
        """A mapping of strings to strings with the lines, or a list of such mappings, which Vale allows."""
        if key not in self:
            return ()
        value = self.entries[key].value
        tables = value if isinstance(value, list) else [value]
        found: list[tuple[str, str, int]] = []
        for pair in (pair for table in tables for pair in self._pairs_of(key, table)):
            if not isinstance(pair.value, str | None):
                raise al.SettingsError(f"{self.shown}:{pair.line}: '{pair.key}' in '{key}' must be a string")
            found.append((pair.key, pair.value or "", pair.line))
        return tuple(found)

    def _pairs_of(self, key: str, value: Value) -> Pairs:
        if not isinstance(value, Pairs):
            raise self.wrong(key, "a table of strings")
        return value

    def table(self, key: str) -> Table | None:
        """A table inside the table."""
        if key not in self:
            return None
        value = self.entries[key].value
        if not isinstance(value, Pairs):
            raise self.wrong(key, "a table")
        return Table(self.shown, value)


def _described(value: Value) -> str:
    """A value for a message about its type."""
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= _SHOWN else f"'{value[:_SHOWN]}…'"
    return "a list" if isinstance(value, list) else "a table"


def read_table(path: Path) -> Table:
    """Read a file. Raises SettingsError for a file that cannot be read or contains no mapping."""
    import yaml

    shown = al.shown_path(path)
    text = al.read_setting_file(path, shown)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise al.SettingsError(f"{shown}:{line}: not valid YAML: {error.problem}") from None
    except RecursionError:
        raise al.SettingsError(f"{shown}: nested too deeply") from None
    except yaml.YAMLError as error:
        raise al.SettingsError(f"{shown}: not valid YAML: {' '.join(str(error).split())}") from None
    _check_size(root, shown)
    value = _value(root, shown)
    if not isinstance(value, Pairs):
        raise al.SettingsError(f"{shown}:1: not a Vale rule: it must be a table that begins with 'extends'")
    return Table(shown, value)


def _value(node: Any, shown: str) -> Value:
    import yaml

    if node is None:
        return None
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, shown) for item in node.value]
    pairs: list[Pair] = []
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise al.SettingsError(f"{shown}:{line}: a key must be a string")
        pairs.append(Pair(str(key.value), _value(value, shown), line))
    return Pairs(pairs)


def _check_size(root: Any, shown: str) -> None:
    """
    Refuse a file with too many values, or nested too deeply.

    A few aliases can stand for millions of values, and one can stand for itself.
    """
    import yaml

    nodes = [(root, 0)]
    found = 0
    while nodes:
        node, depth = nodes.pop()
        found += 1
        if found > _MOST:
            raise al.SettingsError(f"{shown}: more than {_MOST:,} values")
        if depth > _DEEPEST:
            raise al.SettingsError(f"{shown}:{node.start_mark.line + 1}: nested too deeply")
        if isinstance(node, yaml.SequenceNode):
            nodes += ((item, depth + 1) for item in node.value)
        elif isinstance(node, yaml.MappingNode):
            nodes += ((part, depth + 1) for pair in node.value for part in pair)
