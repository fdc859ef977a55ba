"""Reading the files that a configuration names: every error names the file, and the line if there is one."""

from __future__ import annotations

import fnmatch
import math
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from articlelint.errors import ReadError, SettingsError
from articlelint.source import read_bytes

MOST_FOLDERS = 10_000
"""How many folders a glob may search. One that begins at the top of a disk would go on for minutes."""
_BARE_KEY = re.compile(r"[A-Za-z0-9_.-]+")
"""What may stand before ``=`` without quotation marks."""
_TOO_LARGE = 2**63
"""TOML has whole numbers of 64 bits. A larger one cannot be a float, and may be too long to be printed."""


def shown_path(path: Path) -> str:
    """The path for messages: relative to the current folder if the file, links followed, is below it."""
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def read_setting_file(path: Path, shown: str) -> str:
    """
    Return the text of a file that the configuration names; messages call it ``shown``.

    Raises SettingsError if it is not a file, cannot be read, or is not UTF-8.
    """
    try:
        return read_bytes(path, shown).decode("utf-8-sig")
    except ReadError as error:
        raise SettingsError(str(error)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SettingsError(
            f"{shown}:{line}: not valid UTF-8: this line has a character that cannot be read; "
            "save the file as UTF-8"
        ) from None


def parse_toml(text: str, shown: str) -> dict[str, Any]:
    """Return the data of a TOML file. Raises SettingsError, with the place, if it is not valid."""
    import tomli

    try:
        data = tomli.loads(text, parse_float=_finite)
    except tomli.TOMLDecodeError as error:
        line = text.split("\n")[error.lineno - 1]
        what = _marks_needed(line, error.colno - 1) or error.msg
        raise SettingsError(f"{shown}:{error.lineno}:{error.colno}: not valid TOML: {what}") from None
    except RecursionError:
        raise SettingsError(f"{shown}: its tables or lists are nested too deeply") from None
    except OverflowError as error:
        raise SettingsError(f"{shown}: {error}") from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise SettingsError(f"{shown}: a number has too many digits") from None
    to_do: list[Any] = [data]
    while to_do:
        value = to_do.pop()
        if isinstance(value, dict):
            to_do += cast("dict[str, Any]", value).values()
        elif isinstance(value, list):
            to_do += cast("Iterable[Any]", value)
        elif isinstance(value, int) and abs(value) >= _TOO_LARGE:
            raise SettingsError(f"{shown}: a number has too many digits")
    return data


def _finite(number: str) -> float:
    """The value of a number with a fraction or exponent. Raises OverflowError if no float can hold it."""
    value = float(number)
    if math.isinf(value) and "inf" not in number:
        raise OverflowError(f"the number {number[:20]} is too large")
    return value


def _marks_needed(line: str, at: int) -> str:
    """What to write where straight quotation marks are missing at a place in a line; "" if that is not it."""
    key = line.partition("=")[0]
    if line.lstrip().startswith("["):
        name = line.partition("#")[0].strip(" \t\r[]")
        if '"' not in name and not _BARE_KEY.fullmatch(name):
            return 'write a name in straight quotation marks, as in [paths."news/**"]'
    elif at <= len(key) < len(line) and '"' not in key and not _BARE_KEY.fullmatch(key.strip()):
        name = key.strip(" \t“”„")
        return f'write the name in straight quotation marks: "{name}" ='
    return "write straight quotation marks" if line[at : at + 1] in {"“", "”", "„", "‘", "’"} else ""


def matching_paths(folder: Path, pattern: str) -> list[Path]:
    """
    Return the files and folders that match a glob, sorted; a relative glob starts at the folder.

    ``*`` and ``**`` match no name that begins with a dot, and ``**`` does not follow links to folders. Raises
    ValueError if more than ``MOST_FOLDERS`` folders would be searched.
    """
    top, *steps = (folder.absolute() / pattern).parts
    found: set[Path] = set()
    searched = 0
    to_do = [(Path(top), tuple(steps))]
    while to_do:
        path, parts = to_do.pop()
        if not parts:
            found.add(path)
            continue
        first, rest = parts[0], parts[1:]
        if not any(c in first for c in "*?["):
            if os.path.lexists(path / first):
                to_do.append((path / first, rest))
            continue
        searched += 1
        if searched > MOST_FOLDERS:
            raise ValueError(f"'{pattern}' would search more than {MOST_FOLDERS:,} folders; name one of them")
        if first == "**":
            to_do += [(path, rest or ("*",))]
            to_do += [(inside, parts) for inside in _entries(path, "*", folders=True)]
        else:
            to_do += [(inside, rest) for inside in _entries(path, first)]
    return sorted(found)


def _entries(folder: Path, pattern: str, *, folders: bool = False) -> list[Path]:
    """The entries of a folder whose names match; none if it cannot be opened, or is no folder."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return []
    return [
        folder / entry.name
        for entry in entries
        if fnmatch.fnmatch(entry.name, pattern)
        and (pattern.startswith(".") or not entry.name.startswith("."))
        and (not folders or entry.is_dir(follow_symlinks=False))
    ]
