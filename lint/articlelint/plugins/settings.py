"""Keys that plugins add to the configuration file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from articlelint.errors import shown_value

ENGINE_KEYS: Mapping[str, tuple[str, ...]] = {
    "": (
        *("dialect", "select", "ignore", "severity", "rules"),
        *(
            "exclude",
            "include",
            "fail-on",
            "min-confidence",
            "status",
            "extend",
            "paths",
            "house",
            "front-matter",
            "formats",
            "archive",
        ),
    ),
    "house": ("spelling", "names"),
}
"""The engine's own keys, by the table that they stand in; ``""`` is the top level of the file."""


def no_files(value: Any) -> Iterable[Path]:
    """Return no files: the value of a setting is all there is to it."""
    del value
    return ()


@dataclass(frozen=True, slots=True)
class Setting:
    """
    A key that a plugin adds to the configuration file.

    ``table`` is the table that the key stands in: ``"house"``, a table of the plugin's own, or ``""`` for the
    top level of the file. ``key`` is written in lower case with hyphens.

    ``read`` takes the plain value from the file and the folder of that file, and returns the value for
    the hooks. It raises ValueError to refuse a value; the message should name the key, and articlelint adds
    the file and the line. Results are cached by the ``repr()`` of the value, which must tell it apart from
    others. If a configuration extends another one, a tuple is added to the tuple of the file that is
    extended. Any other value replaces the earlier one.

    ``files`` takes the value and returns the files that the rules are read from. Cached results are used only
    while these files are unchanged, and a file outside of the configuration's repository is refused, so
    ``read`` must not open any.

    ``template`` is what ``articlelint init`` writes about the key: lines of TOML, usually commented out.
    ``starters`` holds what ``articlelint init --style NAME`` writes instead, by name.
    """

    table: str
    key: str
    read: Callable[[Any, Path], Any]
    files: Callable[[Any], Iterable[Path]] = no_files
    template: str = ""
    starters: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def name(self) -> str:
        """The key with its table, such as ``house.packs``; hooks get the value under this name."""
        return f"{self.table}.{self.key}" if self.table else self.key


def read_strings(key: str, value: Any) -> tuple[str, ...]:
    """Return a list of strings as a tuple. Raises ValueError, naming the key, for any other value."""
    items = cast("list[Any]", value)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(f"'{key}' must be a list of strings, not {shown_value(value)}")
    if any("\0" in item for item in items):
        raise ValueError(f"'{key}' has a null character in it, which no name or pattern has")
    return tuple(items)
