"""Finds the configuration of a folder: the nearest file, in the folder or above it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from articlelint.config.reach import ADVICE, Reach, is_within
from articlelint.config.settings import FILE_NAME
from articlelint.errors import SettingsError
from articlelint.plugins.setting_files import parse_toml, read_setting_file, shown_path

PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = ("tool", "articlelint")


def find(start: Path, reach: Reach | None = None) -> Path | None:
    """
    The nearest ``.articlelint.toml``, or ``pyproject.toml`` with our table, in a folder or above it.

    Of two in one folder the first counts. Raises SettingsError if it is a folder, or a link to a file beyond
    the reach of configurations, and for a pyproject.toml that cannot be read.
    """
    for folder in (start, *start.parents):
        file = _in_folder(folder)
        if file is not None:
            limit = reach.limit(file) if reach is not None else None
            if not is_within(file, limit):
                raise SettingsError(f"{shown_path(file)}: this link leads outside of {limit}{ADVICE}")
            return file
    return None


def _in_folder(folder: Path) -> Path | None:
    """The configuration that stands in this very folder."""
    own, project = folder / FILE_NAME, folder / PROJECT_FILE
    if own.is_dir():
        raise SettingsError(
            f"{shown_path(own)}: this is a folder, not a configuration file; rename the folder"
        )
    if os.path.lexists(own):
        return own
    if project.is_file():
        text = read_setting_file(project, shown_path(project))
        # Most have no such table, and need not be parsed to see that.
        if PROJECT_TABLE[-1] in text and _table_in(parse_toml(text, shown_path(project))) is not None:
            return project
    return None


def own_table(data: Mapping[str, Any], shown: str) -> dict[str, Any]:
    """Return our table in the data of a ``pyproject.toml``. Raises SettingsError if there is none."""
    table = _table_in(data)
    if not isinstance(table, dict):
        raise SettingsError(f"{shown}: there is no table [{'.'.join(PROJECT_TABLE)}] in it")
    return table


def _table_in(data: Mapping[str, Any]) -> Any:
    """What stands under the keys of our table, or None."""
    found: Any = data
    for key in PROJECT_TABLE:
        found = found.get(key) if isinstance(found, dict) else None
    return found
