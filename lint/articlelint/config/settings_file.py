"""Reads ``.articlelint.toml``: every key is checked, and every error names the file and the line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import tomli

from articlelint.config.key_lines import key_lines
from articlelint.config.settings import (
    DIALECTS,
    FAIL_ON,
    FILE_NAME,
    Layer,
    PathLayer,
    PluginValue,
    Settings,
    table_name,
)
from articlelint.document import House
from articlelint.errors import PluginError, SettingsError, nearest
from articlelint.model import Severity
from articlelint.plugins.registry import RegisteredSetting
from articlelint.plugins.settings import ENGINE_KEYS, read_strings


def load(
    path: Path, plugin_settings: Mapping[str, RegisteredSetting] | None = None, seen: tuple[Path, ...] = ()
) -> Settings:
    """
    Read a configuration file and those that it extends.

    ``plugin_settings`` are the keys that plugins add; ``seen`` are the files that extend this one. Raises
    SettingsError, with file and line, for a file that is not TOML, an unknown key or a wrong value.
    """
    shown = _shown(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomli.loads(text)
    except OSError as error:
        raise SettingsError(f"{shown}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise SettingsError(f"{shown}: not valid UTF-8: byte {error.start}; save the file as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise SettingsError(f"{shown}:{error.lineno}:{error.colno}: not valid TOML: {error.msg}") from None
    plugin_settings = plugin_settings or {}
    reader = _Reader(shown, key_lines(text), plugin_settings)
    own = reader.settings(data, path.resolve().parent)._replace(files=(path.resolve(),))
    if "extend" not in data:
        return own
    parent_path = path.resolve().parent / reader.string(data["extend"], "extend")
    seen = (*seen, path.resolve())
    if parent_path.resolve() in seen:
        raise reader.fail(("extend",), f"'extend' leads round in a circle, back to {_shown(parent_path)}")
    try:
        parent_path.open("rb").close()
    except OSError as error:
        reason = f"{_shown(parent_path)}: cannot be read: {error.strerror or error}"
        raise reader.fail(("extend",), f"'extend': {reason}") from None
    parent = load(parent_path, plugin_settings, seen)
    extended = _extended(parent, own, data)
    reader.check_house(extended.house)  # an entry may contradict one of the file that is extended
    return extended


def _extended(parent: Settings, own: Settings, data: Mapping[str, Any]) -> Settings:
    """A file's settings over those of the file that it extends; lists are joined, other values replaced."""
    layers = parent.layers
    if own.layers[-1].select is not None:
        layers = tuple(layer._replace(select=None) for layer in layers)
    plugin_values = dict(parent.plugin_values)
    for name, value in own.plugin_values.items():
        earlier = plugin_values.get(name)
        plugin_values[name] = value if earlier is None else value.on_top_of(earlier)
    return Settings(
        base=own.base,
        layers=(*layers, *own.layers),
        paths=(*parent.paths, *own.paths),
        exclude=(*parent.exclude, *own.exclude),
        include=(*parent.include, *own.include),
        fail_on=own.fail_on if "fail-on" in data else parent.fail_on,
        min_confidence=own.min_confidence if "min-confidence" in data else parent.min_confidence,
        house=House(
            dialect=own.house.dialect if "dialect" in data else parent.house.dialect,
            spelling={**parent.house.spelling, **own.house.spelling},
            names=tuple(dict.fromkeys((*parent.house.names, *own.house.names))),
        ),
        plugin_values=plugin_values,
        files=(*parent.files, *own.files),
    )


def find(start: Path) -> Path | None:
    """The nearest configuration file in a folder or above it."""
    for folder in (start, *start.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def _shown(path: Path) -> str:
    """The path for messages: relative to the current folder if the file is below it."""
    try:
        return path.resolve().relative_to(path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


_LAYER_KEYS = ("select", "ignore", "severity", "rules")


class _Reader(NamedTuple):
    """Checks the plain values of one file; every error names the line of its key."""

    file: str
    lines: Mapping[tuple[str, ...], int]
    plugin_settings: Mapping[str, RegisteredSetting]

    def fail(self, keys: tuple[str, ...], message: str) -> SettingsError:
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return SettingsError(f"{self.file}:{self.lines[keys[:length]]}: {message}")
        return SettingsError(f"{self.file}: {message}")

    def known(self, table: Mapping[str, Any], allowed: tuple[str, ...], *keys: str) -> None:
        for key in table:
            if key not in allowed:
                where = f" in {table_name(keys)}" if keys else ""
                raise self.fail((*keys, key), f"unknown key '{key}'{where}{nearest(key, allowed)}")

    def string(self, value: Any, *keys: str) -> str:
        if not isinstance(value, str):
            raise self.fail(keys, f"'{keys[-1]}' must be a string in quotation marks, not {value!r}")
        return value

    def strings(self, value: Any, *keys: str) -> tuple[str, ...]:
        try:
            return read_strings(keys[-1], value)
        except ValueError as error:
            raise self.fail(keys, str(error)) from None

    def table(self, value: Any, *keys: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(keys, f"'{'.'.join(keys)}' must be a table, not {value!r}")
        return cast("dict[str, Any]", value)

    def choice(self, value: Any, choices: tuple[str, ...], *keys: str) -> str:
        if value not in choices:
            hint = nearest(str(value), choices)
            raise self.fail(keys, f"'{keys[-1]}' must be one of {', '.join(choices)}, not {value!r}{hint}")
        return str(value)

    def probability(self, value: Any, *keys: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.fail(keys, f"'{keys[-1]}' must be a number from 0 to 1, such as 0.8, not {value!r}")
        return float(value)

    def settings(self, data: Mapping[str, Any], base: Path) -> Settings:
        self.known(data, self.keys_of(""))
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
            min_confidence=self.probability(data.get("min-confidence", 0.0), "min-confidence"),
            house=self.house(self.table(data.get("house", {}), "house"), dialect),
            plugin_values=self.plugin_values(data, base),
        ).without_own_files()

    def keys_of(self, table: str) -> tuple[str, ...]:
        """The keys that may stand in a table: the engine's own and those of plugins."""
        found = dict.fromkeys(ENGINE_KEYS.get(table, ()))
        for registered in self.plugin_settings.values():
            if registered.setting.table == table:
                found[registered.setting.key] = None
            elif not table:
                found[registered.setting.table] = None
        return tuple(found)

    def house(self, data: Mapping[str, Any], dialect: str) -> House:
        spelling = self.table(data.get("spelling", {}), "house", "spelling")
        house = House(
            dialect=dialect,
            spelling={k: self.strings(v, "house", "spelling", k) for k, v in spelling.items()},
            names=self.strings(data.get("names", []), "house", "names"),
        )
        self.check_house(house)
        return house

    def check_house(self, house: House) -> None:
        """Raise SettingsError for the first entry that cannot be used."""
        for keys, message in house.mistakes():
            raise self.fail(("house", *keys), message)

    def plugin_values(self, data: Mapping[str, Any], base: Path) -> dict[str, PluginValue]:
        """The values of plugins' keys, by name; ``base`` is the folder of the file."""
        tables = {registered.setting.table for registered in self.plugin_settings.values()}
        for table in sorted(tables | {"house"}):
            if table and table in data:
                self.known(self.table(data[table], table), self.keys_of(table), table)
        values: dict[str, PluginValue] = {}
        for name, registered in self.plugin_settings.items():
            setting = registered.setting
            given = data.get(setting.table, {}) if setting.table else data
            if setting.key in given:
                values[name] = self.plugin_value(registered, given[setting.key], base)
        return values

    def plugin_value(self, registered: RegisteredSetting, value: Any, base: Path) -> PluginValue:
        setting, plugin = registered
        keys = (setting.table, setting.key) if setting.table else (setting.key,)
        try:
            return PluginValue(setting, setting.read(value, base))
        except SettingsError:
            raise
        except ValueError as error:
            raise self.fail(keys, str(error)) from None
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            raise PluginError(f"{plugin}: reading the setting '{setting.name}' failed: {what}") from error

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
            table=prefix,
            lines={key[depth:]: line for key, line in self.lines.items() if key[:depth] == prefix},
        )
