"""Reads a configuration file: every key is checked, and every error names the file and the line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from articlelint.config.key_lines import key_lines
from articlelint.config.nearest import PROJECT_FILE, PROJECT_TABLE, own_table
from articlelint.config.patterns import is_valid
from articlelint.config.reach import ADVICE, is_within
from articlelint.config.settings import (
    DIALECTS,
    FAIL_ON,
    Layer,
    NamedArchive,
    OwnFormat,
    PathLayer,
    PluginValue,
    Settings,
    lowered,
    table_name,
)
from articlelint.document import House
from articlelint.errors import PluginError, SettingsError, nearest, shown_value
from articlelint.markup import BUILT_IN
from articlelint.markup.file_formats import FORMATS, MappedFormat
from articlelint.model import BlockKind, Severity
from articlelint.plugins.registry import RegisteredSetting
from articlelint.plugins.setting_files import parse_toml, read_setting_file, shown_path
from articlelint.plugins.settings import ENGINE_KEYS, read_strings

_LONGEST_CHAIN = 50
"""Configuration files that may extend each other."""


def load(
    path: Path,
    plugin_settings: Mapping[str, RegisteredSetting] | None = None,
    limit: Path | None = None,
    seen: tuple[Path, ...] = (),
) -> Settings:
    """
    Read a configuration file and those that it extends.

    ``plugin_settings`` are the keys that plugins add; ``limit`` is the folder outside of which no file that
    the configuration names is read; ``seen`` are the files that extend this one. Raises SettingsError, with
    file and line, for a file that is not TOML, an unknown key, a wrong value, or a file beyond the limit.
    """
    real = Path(os.path.realpath(path))
    shown = shown_path(path)
    text = read_setting_file(path, shown)
    data = parse_toml(text, shown)
    lines = key_lines(text)
    table: tuple[str, ...] = ()
    if path.name == PROJECT_FILE:
        table = PROJECT_TABLE
        data = own_table(data, shown)
        depth = len(table)
        lines = {keys[depth:]: line for keys, line in lines.items() if keys[:depth] == table}
    reader = _Reader(shown, lines, plugin_settings or {}, table, limit)
    own = reader.settings(data, real.parent)._replace(files=(real,))
    if "extend" not in data:
        return own
    parent_path = real.parent / reader.string(data["extend"], "extend")
    if os.path.realpath(parent_path) in map(str, (*seen, real)):
        raise reader.fail(("extend",), f"'extend' leads round in a circle, back to {shown_path(parent_path)}")
    if len(seen) == _LONGEST_CHAIN:
        raise reader.fail(("extend",), f"more than {_LONGEST_CHAIN} files extend each other")
    reader.check_reach(parent_path, "extend")
    try:
        read_setting_file(parent_path, shown_path(parent_path))
    except SettingsError as error:
        raise reader.fail(("extend",), f"'extend': {error}") from None
    parent = load(parent_path, plugin_settings, limit, (*seen, real))
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
        status=own.status if "status" in data else parent.status,
        house=House(
            dialect=own.house.dialect if "dialect" in data else parent.house.dialect,
            spelling={**parent.house.spelling, **own.house.spelling},
            names=tuple(dict.fromkeys((*parent.house.names, *own.house.names))),
        ),
        front_matter={**parent.front_matter, **own.front_matter},
        formats={**parent.formats, **own.formats},
        archive=own.archive or parent.archive,
        plugin_values=plugin_values,
        files=(*parent.files, *own.files),
    )


_LAYER_KEYS = ("select", "ignore", "severity", "rules")


class _Reader(NamedTuple):
    """Checks the plain values of one file; every error names the line of its key."""

    file: str
    lines: Mapping[tuple[str, ...], int]
    plugin_settings: Mapping[str, RegisteredSetting]
    inside: tuple[str, ...]
    """The keys of the table that the configuration is in; none where it is the whole file."""
    limit: Path | None

    def fail(self, keys: tuple[str, ...], message: str) -> SettingsError:
        return SettingsError(f"{self.at(keys)}: {message}")

    def at(self, keys: tuple[str, ...]) -> str:
        """The file and the line of a key, or of its table; the file alone where neither is known."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return f"{self.file}:{self.lines[keys[:length]]}"
        return self.file

    def wrong(self, keys: tuple[str, ...], wanted: str, value: Any, hint: str = "") -> SettingsError:
        return self.fail(keys, f"'{keys[-1]}' must be {wanted}, not {shown_value(value)}{hint}")

    def known(self, table: Mapping[str, Any], allowed: tuple[str, ...], *keys: str) -> None:
        for key in table:
            if key not in allowed:
                keys_above = (*self.inside, *keys)
                where = f" in {table_name(keys_above)}" if keys_above else ""
                raise self.fail((*keys, key), f"unknown key '{key}'{where}{nearest(key, allowed)}")

    def string(self, value: Any, *keys: str) -> str:
        if not isinstance(value, str):
            raise self.wrong(keys, "a string in quotation marks", value)
        if "\0" in value:
            raise self.fail(keys, f"'{keys[-1]}' has a null character in it, which no name has")
        return value

    def strings(self, value: Any, *keys: str) -> tuple[str, ...]:
        try:
            return read_strings(keys[-1], value)
        except ValueError as error:
            raise self.fail(keys, str(error)) from None

    def patterns(self, value: Any, *keys: str) -> tuple[str, ...]:
        found = self.strings(value, *keys)
        for pattern in found:
            self.check_pattern(pattern, *keys)
        return found

    def check_pattern(self, pattern: str, *keys: str) -> None:
        if not is_valid(pattern):
            raise self.fail(keys, f"'{keys[0]}': '{pattern}' is no pattern as in a .gitignore")

    def check_reach(self, file: Path, *keys: str) -> None:
        """Raise SettingsError for a file that the key names, if the configuration may not read it."""
        if not is_within(file, self.limit):
            where = f"{shown_path(file)} leads outside of {self.limit}"
            raise self.fail(keys, f"'{keys[-1]}': {where}{ADVICE}")

    def table(self, value: Any, *keys: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(keys, f"'{'.'.join(keys)}' must be a table, not {shown_value(value)}")
        return cast("dict[str, Any]", value)

    def choice(self, value: Any, choices: tuple[str, ...], *keys: str) -> str:
        if value not in choices:
            hint = nearest(str(value), choices)
            raise self.wrong(keys, f"one of {', '.join(choices)}", value, hint)
        return str(value)

    def probability(self, value: Any, *keys: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.wrong(keys, "a number from 0 to 1, such as 0.8", value)
        return float(value)

    def settings(self, data: Mapping[str, Any], base: Path) -> Settings:
        self.known(data, self.keys_of(""))
        for pattern in self.table(data.get("paths", {}), "paths"):
            self.check_pattern(pattern, "paths", pattern)
        paths = tuple(
            PathLayer(pattern, base, self.layer(self.table(value, "paths", pattern), "paths", pattern))
            for pattern, value in self.table(data.get("paths", {}), "paths").items()
        )
        dialect = self.choice(data.get("dialect", "auto"), DIALECTS, "dialect")
        return Settings(
            base=base,
            layers=(self.layer({key: data[key] for key in _LAYER_KEYS if key in data}),),
            paths=paths,
            exclude=self.patterns(data.get("exclude", []), "exclude"),
            include=self.patterns(data.get("include", []), "include"),
            fail_on=self.choice(data.get("fail-on", "error"), FAIL_ON, "fail-on"),
            min_confidence=self.probability(data.get("min-confidence", 0.0), "min-confidence"),
            status=lowered(self.strings(data.get("status", []), "status")),
            house=self.house(self.table(data.get("house", {}), "house"), dialect),
            front_matter=self.front_matter(self.table(data.get("front-matter", {}), "front-matter")),
            formats=self.formats(self.table(data.get("formats", {}), "formats"), base),
            archive=self.archive(data["archive"], base) if "archive" in data else None,
            plugin_values=self.plugin_values(data, base),
        ).without_own_files()

    def front_matter(self, data: Mapping[str, Any]) -> Mapping[str, BlockKind | None]:
        """The kinds of the keys of front matter, beside those that are known without a configuration."""
        names = (*(kind.value for kind in BlockKind), "none")
        found = {key: self.choice(value, names, "front-matter", key) for key, value in data.items()}
        return {key: BlockKind(name) if name != "none" else None for key, name in found.items()}

    def formats(self, data: Mapping[str, Any], base: Path) -> dict[str, OwnFormat]:
        """The formats of the configuration, by name."""
        return {
            name: OwnFormat(self.format(name, self.table(value, "formats", name)), base)
            for name, value in data.items()
        }

    def format(self, name: str, data: Mapping[str, Any]) -> MappedFormat:
        """A format: the files that it is for, and pointers to the strings that are prose."""
        keys = ("formats", name)
        if name in BUILT_IN or name in FORMATS:
            raise self.fail(keys, f"'{name}' is a format of articlelint; give this one another name")
        self.known(data, MappedFormat._fields[1:], *keys)
        pointers = {key: self.pointers(data[key], *keys, key) for key in data if key != "match"}
        if not any(key != "article" for key in pointers):
            raise self.fail(keys, f"'{name}' names no prose; add 'headline', 'standfirst', 'body' or 'html'")
        return MappedFormat(name, self.patterns(data.get("match", []), *keys, "match"), **pointers)

    def pointers(self, value: Any, *keys: str) -> tuple[str, ...]:
        """One JSON pointer, or a list of them."""
        found = (value,) if isinstance(value, str) else self.strings(value, *keys)
        for pointer in found:
            if not pointer.startswith("/"):
                what = f"'{pointer}' is no JSON pointer, such as '/content/body' or '/blocks/*/text'"
                raise self.fail(keys, f"'{keys[-1]}': {what}")
        return found

    def archive(self, value: Any, base: Path) -> NamedArchive:
        """The archive; that it can be read is known when it is opened."""
        file = base / self.string(value, "archive")
        self.check_reach(file, "archive")
        return NamedArchive(file, f"{self.at(('archive',))}: 'archive'")

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
            found = PluginValue(setting, setting.read(value, base))
            files = found.files
        except SettingsError:
            raise
        except ValueError as error:
            raise self.fail(keys, str(error)) from None
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            raise PluginError(f"{plugin}: reading the setting '{setting.name}' failed: {what}") from error
        for file in files:
            self.check_reach(file, *keys)
        return found

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
            table=(*self.inside, *prefix),
            lines={key[depth:]: line for key, line in self.lines.items() if key[:depth] == prefix},
        )
