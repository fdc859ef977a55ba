"""``.articlelint.toml`` to frozen settings: every key is checked, every error names file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import tomli

from articlelint.document import House
from articlelint.errors import SettingsError, nearest
from articlelint.model import Severity
from articlelint.text.words import dialects

FILE_NAME = ".articlelint.toml"
DIALECTS = ("auto", *dialects.DIALECTS)
FAIL_ON = ("error", "warning", "info", "never")


class Layer(NamedTuple):
    """
    A choice of rules: what one ``select``, ``ignore``, ``[severity]`` and ``[rules]`` say together.

    ``select`` is None where nothing is selected: the layer then only takes away.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    rules: Mapping[str, Mapping[str, Any]] = {}
    origin: str = ""
    """``FILE`` or ``--select``: what an error about a name in this layer points at."""
    lines: Mapping[tuple[str, ...], int] = {}
    """Line of each key in that file."""

    def at(self, *keys: str) -> str:
        """``FILE:LINE`` of a key, or as much of it as is known."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return f"{self.origin}:{self.lines[keys[:length]]}"
        return self.origin


class PathLayer(NamedTuple):
    """A layer for the files that match a glob, relative to the configuration file's folder."""

    pattern: str
    base: Path
    layer: Layer


class Settings(NamedTuple):
    """What one configuration file (and those it extends) says."""

    base: Path = Path()
    """The folder that globs are relative to."""
    layers: tuple[Layer, ...] = ()
    """From the most general (an extended file) to the most special (the command line)."""
    paths: tuple[PathLayer, ...] = ()
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    fail_on: str = "error"
    house: House = House()

    @property
    def fails_at(self) -> int:
        """The lowest severity rank that fails a run; above them all for ``never``."""
        return Severity.ERROR.rank + 1 if self.fail_on == "never" else Severity(self.fail_on).rank

    def with_command_line(
        self, select: tuple[str, ...] | None, ignore: tuple[str, ...], fail_on: str | None
    ) -> Settings:
        """The settings with the command line's choices on top."""
        settings = self
        if select is not None:
            # What the command line selects is what is wanted: earlier layers keep only options and severity.
            kept = tuple(layer._replace(select=None, ignore=()) for layer in self.layers)
            settings = settings._replace(layers=(*kept, Layer(select=select, origin="--select")))
        if ignore:
            settings = settings._replace(layers=(*settings.layers, Layer(ignore=ignore, origin="--ignore")))
        return settings._replace(fail_on=fail_on) if fail_on else settings


def load(path: Path, seen: tuple[Path, ...] = ()) -> Settings:
    """
    Read a configuration file and those it extends.

    Raises SettingsError, with file and line, where it is not TOML, or has an unknown key or a wrong value.
    """
    shown = _shown(path)
    if path.resolve() in seen:
        raise SettingsError(f"{shown}: 'extend' goes round in a circle")
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomli.loads(text)
    except OSError as error:
        raise SettingsError(f"{shown}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise SettingsError(f"{shown}: not valid UTF-8: byte {error.start}; save the file as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise SettingsError(f"{shown}:{error.lineno}:{error.colno}: not valid TOML: {error.msg}") from None
    reader = _Reader(shown, _key_lines(text))
    own = reader.settings(data, path.resolve().parent)
    if "extend" not in data:
        return own
    parent_path = path.resolve().parent / reader.string(data["extend"], "extend")
    parent = load(parent_path, (*seen, path.resolve()))
    return _extended(parent, own, data)


def _extended(parent: Settings, own: Settings, data: Mapping[str, Any]) -> Settings:
    """A file's settings on top of the file it extends; lists add up, single values are replaced."""
    dialect = own.house.dialect if "dialect" in data else parent.house.dialect
    from articlelint.config.house_table import merged_house

    house = merged_house(parent.house, own.house, dialect)
    layers = parent.layers
    if own.layers[-1].select is not None:
        layers = tuple(layer._replace(select=None) for layer in layers)
    return Settings(
        base=own.base,
        layers=(*layers, *own.layers),
        paths=(*parent.paths, *own.paths),
        exclude=(*parent.exclude, *own.exclude),
        include=(*parent.include, *own.include),
        fail_on=own.fail_on if "fail-on" in data else parent.fail_on,
        house=house,
    )


def find(start: Path) -> Path | None:
    """The nearest configuration file in a folder or above it."""
    for folder in (start, *start.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def _shown(path: Path) -> str:
    """A path as short as it can be said from the current folder."""
    try:
        return path.resolve().relative_to(path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


_LAYER_KEYS = ("select", "ignore", "severity", "rules")
_KEYS = ("dialect", *_LAYER_KEYS, "exclude", "include", "fail-on", "extend", "paths", "house")


class _Reader(NamedTuple):
    """Checks the plain values of one file; every complaint names the line of its key."""

    file: str
    lines: Mapping[tuple[str, ...], int]

    def fail(self, keys: tuple[str, ...], message: str) -> SettingsError:
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return SettingsError(f"{self.file}:{self.lines[keys[:length]]}: {message}")
        return SettingsError(f"{self.file}: {message}")

    def known(self, table: Mapping[str, Any], allowed: tuple[str, ...], *keys: str) -> None:
        for key in table:
            if key not in allowed:
                where = f" in [{'.'.join(keys)}]" if keys else ""
                raise self.fail((*keys, key), f"unknown key '{key}'{where}{nearest(key, allowed)}")

    def string(self, value: Any, *keys: str) -> str:
        if not isinstance(value, str):
            raise self.fail(keys, f"'{keys[-1]}' must be a string in quotation marks, not {value!r}")
        return value

    def strings(self, value: Any, *keys: str) -> tuple[str, ...]:
        items = cast("list[Any]", value)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in items):
            raise self.fail(keys, f"'{keys[-1]}' must be a list of strings, not {value!r}")
        return tuple(items)

    def table(self, value: Any, *keys: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(keys, f"'{'.'.join(keys)}' must be a table, not {value!r}")
        return cast("dict[str, Any]", value)

    def choice(self, value: Any, choices: tuple[str, ...], *keys: str) -> str:
        if value not in choices:
            hint = nearest(str(value), choices)
            raise self.fail(keys, f"'{keys[-1]}' must be one of {', '.join(choices)}, not {value!r}{hint}")
        return str(value)

    def settings(self, data: Mapping[str, Any], base: Path) -> Settings:
        self.known(data, _KEYS)
        from articlelint.config.house_table import read_house

        paths = tuple(
            PathLayer(pattern, base, self.layer(self.table(value, "paths", pattern), "paths", pattern))
            for pattern, value in self.table(data.get("paths", {}), "paths").items()
        )
        dialect = self.choice(data.get("dialect", "auto"), DIALECTS, "dialect")
        return Settings(
            base=base,
            layers=(self.layer({key: data[key] for key in _LAYER_KEYS if key in data}),),
            paths=paths,
            exclude=self.strings(data.get("exclude", []), "exclude"),
            include=self.strings(data.get("include", []), "include"),
            fail_on=self.choice(data.get("fail-on", "error"), FAIL_ON, "fail-on"),
            house=read_house(self, self.table(data.get("house", {}), "house"), dialect, base),
        )

    def layer(self, data: Mapping[str, Any], *prefix: str) -> Layer:
        self.known(data, _LAYER_KEYS, *prefix)
        severity = self.table(data.get("severity", {}), *prefix, "severity")
        levels = tuple(s.value for s in Severity)
        rules = self.table(data.get("rules", {}), *prefix, "rules")
        depth = len(prefix)
        return Layer(
            select=self.strings(data["select"], *prefix, "select") if "select" in data else None,
            ignore=self.strings(data.get("ignore", []), *prefix, "ignore"),
            severity={
                name: Severity(self.choice(value, levels, *prefix, "severity", name))
                for name, value in severity.items()
            },
            rules={name: self.table(value, *prefix, "rules", name) for name, value in rules.items()},
            origin=self.file,
            lines={key[depth:]: line for key, line in self.lines.items() if key[:depth] == prefix},
        )


def _key_lines(text: str) -> dict[tuple[str, ...], int]:
    """
    The line of every key and table of a valid TOML document.

    The TOML reader gives none, so lines are read for what they open. A key inside a multi-line value may be
    taken for one of its own; it is then never asked for.
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
        except tomli.TOMLDecodeError:
            continue
    return lines


def _path_of(data: Any) -> tuple[str, ...]:
    """The keys of a document that has one at each level."""
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
