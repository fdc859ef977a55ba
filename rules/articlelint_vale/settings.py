"""The keys ``vale`` and ``vale-vocabularies`` of the configuration: folders with styles and vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import articlelint as al

_SUFFIXES = frozenset({".yml", ".txt"})


def _read(key: str, value: Any, folder: Path) -> tuple[str, ...]:
    """Return the absolute paths of the folders that match a list of globs, each once."""
    found: dict[str, None] = {}
    for pattern in al.read_strings(key, value):
        folders = [path.resolve() for path in al.matching_paths(folder, pattern) if path.is_dir()]
        if not folders:
            raise ValueError(f"'{key}': no folder matches '{pattern}'")
        found.update(dict.fromkeys(path.as_posix() for path in folders))
    return tuple(found)


def _files(folders: tuple[str, ...]) -> Iterable[Path]:
    """Return the folders, and the files in them that rules or words are read from."""
    for folder in map(Path, folders):
        yield folder
        yield from sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES)


def _folders(key: str) -> al.Setting:
    read: Callable[[Any, Path], Any] = partial(_read, key)
    return al.Setting(table="house", key=key, read=read, files=_files)


STYLES = _folders("vale")
VOCABULARIES = _folders("vale-vocabularies")
