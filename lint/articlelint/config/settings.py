"""The settings of a configuration, as frozen values; settings_file.py reads them from a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from articlelint.config.patterns import matches
from articlelint.document import House
from articlelint.markup import SUFFIXES
from articlelint.markup.file_formats import MappedFormat
from articlelint.model import BlockKind, Severity
from articlelint.plugins.settings import Setting
from articlelint.text.words import dialects

FILE_NAME = ".articlelint.toml"
DIALECTS = ("auto", *dialects.DIALECTS)
FAIL_ON = ("error", "warning", "info", "never")


def table_name(keys: tuple[str, ...]) -> str:
    """Return the name of a table as it is written in the file, such as ``[paths."a/**"]``."""
    written = (key if re.fullmatch(r"[\w-]+", key) else f'"{key}"' for key in keys)
    return f"[{'.'.join(written)}]"


def lowered(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in lower case."""
    return tuple(name.lower() for name in names)


class Layer(NamedTuple):
    """
    A choice of rules: the ``select``, ``ignore``, ``[severity]`` and ``[rules]`` that stand together.

    ``select`` is None where the key is missing: the layer then turns no rule on.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    rules: Mapping[str, Mapping[str, Any]] = {}
    origin: str = ""
    """The file, or the option such as ``--select``: errors about names in this layer begin with it."""
    lines: Mapping[tuple[str, ...], int] = {}
    """Line of each key in that file."""
    table: tuple[str, ...] = ()
    """The keys of the table that the layer stands in, such as ``("paths", "a.txt")``; none at the top."""

    @property
    def on_command_line(self) -> bool:
        """Whether the layer stands for an option, and not for a file."""
        return self.origin in {"--select", "--ignore"}

    def at(self, *keys: str) -> str:
        """``FILE:LINE`` of a key; the line of its table, or only the file, where its own line is unknown."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return f"{self.origin}:{self.lines[keys[:length]]}"
        return self.origin


class PathLayer(NamedTuple):
    """A layer for the files that match a glob, relative to the configuration file's folder."""

    pattern: str
    base: Path
    layer: Layer


class OwnFormat(NamedTuple):
    """A format of the configuration, and the folder that its patterns of files are relative to."""

    mapped: MappedFormat
    base: Path

    def takes(self, path: Path) -> bool:
        """Whether a file is of this format, by its path."""
        return matches(path, self.base, self.mapped.match)


class PluginValue(NamedTuple):
    """The value that a configuration gives to a key of a plugin."""

    setting: Setting
    value: Any

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the value stands for."""
        return tuple(self.setting.files(self.value))

    def on_top_of(self, earlier: PluginValue) -> PluginValue:
        """The value over that of the file that is extended: tuples are joined, other values replaced."""
        if {type(earlier.value), type(self.value)} != {tuple}:
            return self
        added = tuple(item for item in self.value if item not in earlier.value)
        return PluginValue(self.setting, earlier.value + added)


class NamedArchive(NamedTuple):
    """An archive that articles are checked against."""

    file: Path
    origin: str
    """What names it, for errors about it: ``--archive``, or a file, a line and the key."""


class Settings(NamedTuple):
    """The content of one configuration file and of those that it extends."""

    base: Path = Path()
    """The folder that globs are relative to."""
    layers: tuple[Layer, ...] = ()
    """In the order in which they apply: extended files, the file itself, the command line."""
    paths: tuple[PathLayer, ...] = ()
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    fail_on: str = "error"
    min_confidence: float = 0.0
    """Findings with a lower confidence are left out; those without a confidence stay."""
    status: tuple[str, ...] = ()
    """The statuses that articles are read with, in lower case; with none, all but those of deleted posts."""
    house: House = House()
    front_matter: Mapping[str, BlockKind | None] = {}
    """The kinds of the blocks that stand in front matter, by patterns of keys; None for no block."""
    formats: Mapping[str, OwnFormat] = {}
    """The formats of the configuration, by name."""
    plugin_values: Mapping[str, PluginValue] = {}
    """The values of plugins' keys, by name, such as ``house.packs``."""
    archive: NamedArchive | None = None
    files: tuple[Path, ...] = ()
    """The configuration files that were read, with those that they extend."""

    @property
    def fails_at(self) -> int:
        """The lowest severity rank that fails a run; a rank above all severities for ``never``."""
        return Severity.ERROR.rank + 1 if self.fail_on == "never" else Severity(self.fail_on).rank

    def format_of(self, path: Path) -> MappedFormat | None:
        """The format of the configuration that a file is of; None if it is of none."""
        return next((own.mapped for own in self.formats.values() if own.takes(path)), None)

    def with_command_line(  # noqa: PLR0913 - each is an option of the command line
        self,
        *,
        select: tuple[str, ...] | None,
        ignore: tuple[str, ...],
        fail_on: str | None,
        min_confidence: float | None,
        archive: Path | None,
        status: tuple[str, ...],
    ) -> Settings:
        """The settings with the choices of the command line added."""
        settings = self
        if select is not None:
            # A --select replaces the choices of the configuration, which keeps only options and severities.
            kept = tuple(layer._replace(select=None, ignore=()) for layer in self.layers)
            settings = settings._replace(layers=(*kept, Layer(select=select, origin="--select")))
        if ignore:
            settings = settings._replace(layers=(*settings.layers, Layer(ignore=ignore, origin="--ignore")))
        if min_confidence is not None:
            settings = settings._replace(min_confidence=min_confidence)
        if archive is not None:
            settings = settings._replace(archive=NamedArchive(archive, "--archive"))
        if status:
            settings = settings._replace(status=lowered(status))
        return settings._replace(fail_on=fail_on) if fail_on else settings

    def with_dialect(self, dialect: str) -> Settings:
        """The settings with a dialect, if they name none themselves."""
        return (
            self
            if self.house.dialect != "auto"
            else self._replace(house=self.house._replace(dialect=dialect))
        )

    def without_own_files(self) -> Settings:
        """The settings with the texts excluded that plugins read for them: a list of words is no article."""
        found: list[str] = []
        for value in self.plugin_values.values():
            for file in value.files:
                if file.suffix.lower() in SUFFIXES and file.is_relative_to(self.base):
                    inside = file.relative_to(self.base).as_posix()
                    found.append("/" + re.sub(r"([\\*?\[\]! #])", r"\\\1", inside))
        return self._replace(exclude=(*self.exclude, *found)) if found else self
