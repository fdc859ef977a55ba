"""``[house]`` of a configuration file: what the newsroom has decided, and where its own rules are."""

from __future__ import annotations

import glob
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from articlelint.document import House
from articlelint.errors import SettingsError

_KEYS = ("spelling", "names", "packs", "vale", "vale-vocabularies")


class Reader(Protocol):
    """Checks the plain values of one file; every complaint names the line of its key."""

    def fail(self, keys: tuple[str, ...], message: str) -> SettingsError:
        """An error that points at a key."""
        ...

    def known(self, table: Mapping[str, Any], allowed: tuple[str, ...], *keys: str) -> None:
        """Complain about a key that is not allowed."""
        ...

    def strings(self, value: Any, *keys: str) -> tuple[str, ...]:
        """A list of strings."""
        ...

    def table(self, value: Any, *keys: str) -> Mapping[str, Any]:
        """A table."""
        ...


def read_house(reader: Reader, data: Mapping[str, Any], dialect: str, base: Path) -> House:
    """The ``[house]`` table of a file in the folder ``base``. Raises SettingsError."""
    reader.known(data, _KEYS, "house")
    spelling = reader.table(data.get("spelling", {}), "house", "spelling")
    return House(
        dialect=dialect,
        spelling={k: reader.strings(v, "house", "spelling", k) for k, v in spelling.items()},
        names=reader.strings(data.get("names", []), "house", "names"),
        packs=_files(reader, data, "packs", base),
        vale=_folders(reader, data, "vale", base),
        vale_vocabularies=_folders(reader, data, "vale-vocabularies", base),
    )


def merged_house(parent: House, own: House, dialect: str) -> House:
    """A file's house on top of that of the file it extends: lists add up."""
    added: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(parent, name), *getattr(own, name))))
        for name in House._fields
        if name not in {"dialect", "spelling"}
    }
    return House(dialect=dialect, spelling={**parent.spelling, **own.spelling}, **added)


def _files(reader: Reader, data: Mapping[str, Any], key: str, base: Path) -> tuple[str, ...]:
    """
    The files that the globs under a key lead to, sorted by glob; a folder means its TOML files.

    What has a name before a colon, such as "starter:ap", is no file but a plugin's to know.
    """
    found: dict[str, None] = {}
    for pattern in reader.strings(data.get(key, []), "house", key):
        if _is_a_plugins(pattern):
            found[pattern] = None
            continue
        inside = [sorted(p.glob("*.toml")) if p.is_dir() else [p] for p in _matches(base, pattern)]
        files = [file.resolve().as_posix() for group in inside for file in group]
        if not files:
            raise reader.fail(("house", key), f"'{key}': no file matches '{pattern}'")
        found.update(dict.fromkeys(files))
    return tuple(found)


def _is_a_plugins(pattern: str) -> bool:
    """Whether a name before a colon says that a plugin knows what is meant; one letter is a drive."""
    name, colon, rest = pattern.partition(":")
    return bool(colon and rest) and len(name) > 1 and name.isalpha() and not set(rest) & set("/\\*?[")


def _folders(reader: Reader, data: Mapping[str, Any], key: str, base: Path) -> tuple[str, ...]:
    """The folders that the globs under a key lead to, sorted by glob."""
    found: dict[str, None] = {}
    for pattern in reader.strings(data.get(key, []), "house", key):
        folders = [p.resolve().as_posix() for p in _matches(base, pattern) if p.is_dir()]
        if not folders:
            raise reader.fail(("house", key), f"'{key}': no folder matches '{pattern}'")
        found.update(dict.fromkeys(folders))
    return tuple(found)


def _matches(base: Path, pattern: str) -> list[Path]:
    found = glob.glob(str(base / pattern), recursive=True)  # noqa: PTH207 - Path.glob() takes no absolute pattern
    return [Path(path) for path in sorted(found)]
