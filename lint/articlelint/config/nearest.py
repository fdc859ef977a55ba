"""Finds the configuration of a folder: the nearest file, in the folder or above it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from articlelint.config.reach import ADVICE, Reach, is_within
from articlelint.config.settings import FILE_NAME
from articlelint.errors import SettingsError
from articlelint.plugins.setting_files import parse_toml, read_setting_file, shown_path

PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = ("tool", "articlelint")


def find(start: Path, reach: Reach | None = None) -> Path | None:
    """The configuration of a folder: the one in the nearest folder, from this one up, that has one."""
    found = (in_folder(folder, reach) for folder in (start, *start.parents))
    return next((file for file in found if file is not None), None)


def in_folder(folder: Path, reach: Reach | None = None) -> Path | None:
    """
    The ``.articlelint.toml`` in this very folder, or else the ``pyproject.toml`` if it has our table.

    Raises SettingsError if the file is a folder, or a link that leads out of the reach of configurations, and
    for a pyproject.toml that cannot be read.
    """
    file, project = folder / FILE_NAME, folder / PROJECT_FILE
    if file.is_dir():
        raise SettingsError(
            f"{shown_path(file)}: this is a folder, not a configuration file; rename the folder"
        )
    if not os.path.lexists(file):
        if not (project.is_file() and _has_table(project)):
            return None
        file = project
    limit = reach.limit(file) if reach is not None else None
    if not is_within(file, limit):
        raise SettingsError(f"{shown_path(file)}: this link leads outside of {limit}{ADVICE}")
    return file


def _has_table(project: Path) -> bool:
    """Whether a ``pyproject.toml`` has our table. Most do not even have its name, and need not be parsed."""
    shown = shown_path(project)
    text = read_setting_file(project, shown)
    return PROJECT_TABLE[-1] in text and _table_in(parse_toml(text, shown)) is not None


def own_table(data: Mapping[str, Any], shown: str) -> dict[str, Any]:
    """Return our table in the data of a ``pyproject.toml``. Raises SettingsError if there is none."""
    table = _table_in(data)
    if not isinstance(table, dict):
        raise SettingsError(f"{shown}: there is no table [{'.'.join(PROJECT_TABLE)}] in it")
    return cast("dict[str, Any]", table)


def _table_in(data: Mapping[str, Any]) -> object:
    """What stands under the keys of our table, or None."""
    found: object = data
    for key in PROJECT_TABLE:
        found = cast("dict[str, object]", found).get(key) if isinstance(found, dict) else None
    return found
