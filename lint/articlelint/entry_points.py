"""
The entry points of installed plugins, read straight from the folders of ``sys.path``.

``importlib.metadata`` takes thirty milliseconds to import and to look through an environment, as long as an
article takes to lint. Nothing is remembered from run to run: a scan costs a hundredth of a millisecond for
each distribution, and cannot be out of date.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib_external import PathFinder
from collections.abc import Iterator

from articlelint.errors import PluginError
from articlelint.modules import import_module
from articlelint.patterns import compile_pattern
from articlelint.records import NamedTuple

_RUN = compile_pattern(r"[-_.]+")
"""What of a name counts as one hyphen."""


class InstalledEntryPoint(NamedTuple):
    """An entry point and the distribution that brings it."""

    name: str
    value: str
    distribution: str
    version: str

    def load(self) -> object:
        """What ``module:attribute`` names."""
        module, _, attributes = self.value.partition("[")[0].partition(":")
        found: object = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def entry_points(group: str) -> list[InstalledEntryPoint]:
    """The group's entry points of every distribution on ``sys.path``, sorted by name and value."""
    found = _scanned(group) if _only_folders() else _asked(group)
    return sorted(found, key=lambda entry: (entry.name, entry.value))


def _only_folders() -> bool:
    """Whether a look into folders sees all: no archive on the path, no finder with a store of its own."""
    if any(path.endswith(".egg") or os.path.isfile(path) for path in sys.path):
        return False
    return not any(
        finder is not PathFinder and hasattr(finder, "find_distributions") for finder in sys.meta_path
    )


def _asked(group: str) -> Iterator[InstalledEntryPoint]:
    import importlib.metadata

    for entry in importlib.metadata.entry_points(group=group):
        dist = entry.dist
        yield InstalledEntryPoint(
            entry.name, entry.value, dist.name if dist else "unknown", dist.version if dist else "?"
        )


def _scanned(group: str) -> Iterator[InstalledEntryPoint]:
    header = f"[{group}]"
    seen: set[str] = set()
    for path in dict.fromkeys(sys.path):
        for name, info in _metadata_folders(path or "."):
            # The first distribution of a name on the path is the one that Python imports.
            key = name.rpartition(".")[0].partition("-")[0].lower()
            if "_" in key or "." in key:
                key = _RUN.sub("-", key)
            if key in seen:
                continue
            seen.add(key)
            data = _read(info, "entry_points.txt")
            if header.encode() in data:
                distribution, version = _identity(info)
                for entry, value in _pairs(data.decode(errors="replace"), header):
                    yield InstalledEntryPoint(entry, value, distribution, version)


def _metadata_folders(path: str) -> list[tuple[str, str]]:
    try:
        with os.scandir(path) as entries:
            return [(e.name, e.path) for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    except OSError:  # a path that leads nowhere is no fault: Python, too, passes it over
        return []


def _read(folder: str, name: str) -> bytes:
    """A file of a distribution, or nothing: most have no entry points, some are no folder."""
    path = f"{folder}/{name}"
    if not os.access(path, os.F_OK):  # asking takes a fifth of failing
        return b""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except OSError as error:
        raise PluginError(f"{path}: cannot be read: {error.strerror or error}") from None


def _pairs(text: str, header: str) -> Iterator[tuple[str, str]]:
    """The ``name = value`` lines under a header."""
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            inside = line == header
        elif inside and line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield name.strip(), value.strip()


def _identity(info: str) -> tuple[str, str]:
    """Name and version, as the distribution's metadata say."""
    fields: dict[str, str] = {}
    for line in (_read(info, "METADATA") or _read(info, "PKG-INFO")).decode(errors="replace").splitlines():
        if not line:
            break
        key, _, value = line.partition(":")
        fields.setdefault(key.lower(), value.strip())
    return fields.get("name", "unknown"), fields.get("version", "?")
