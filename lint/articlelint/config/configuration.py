"""Finds the settings of each file, by the options of the command line and the configuration files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from articlelint.config import settings_file
from articlelint.config.nearest import in_folder
from articlelint.config.reach import Reach
from articlelint.config.settings import Settings
from articlelint.plugins.registry import RegisteredSetting


class Configuration:
    """
    Finds the settings for a folder: the nearest file above it, one named file, or none.

    ``explicit`` is used instead of any file found; ``isolated`` uses no file. ``plugin_settings`` are the
    keys that plugins add to the file; without them, such a key is an error. ``dialect`` holds where the files
    name none.
    """

    def __init__(  # noqa: PLR0913 - most are options of the command line
        self,
        explicit: Path | None = None,
        *,
        isolated: bool = False,
        select: tuple[str, ...] | None = None,
        ignore: tuple[str, ...] = (),
        fail_on: str | None = None,
        min_confidence: float | None = None,
        archive: Path | None = None,
        status: tuple[str, ...] = (),
        plugin_settings: Mapping[str, RegisteredSetting] | None = None,
        reach: Reach = Reach(),  # noqa: B008 - it is frozen
        dialect: str = "auto",
    ) -> None:
        self.explicit = explicit
        self.isolated = isolated
        self.select = select
        self.ignore = ignore
        self.fail_on = fail_on
        self.min_confidence = min_confidence
        self.archive = archive
        self.status = status
        self.plugin_settings = plugin_settings
        self.reach = reach
        self.dialect = dialect
        self._loaded: dict[Path | None, Settings] = {}
        self._nearest: dict[Path, Path | None] = {}

    def for_file(self, path: Path) -> Settings:
        """The settings of a file, by its real path: links and ``..`` are followed. Raises SettingsError."""
        return self.for_folder(Path(os.path.realpath(path)).parent)

    def for_folder(self, folder: Path) -> Settings:
        """The settings of files in a folder. Raises SettingsError for a file that cannot be used."""
        file = None if self.isolated else self.explicit or self._find(folder)
        if file not in self._loaded:
            if file is None:
                loaded = Settings(base=folder)
            else:
                limit = self.reach.limit(Path(os.path.realpath(file)))
                loaded = settings_file.load(file, self.plugin_settings, limit)
            self._loaded[file] = loaded.with_dialect(self.dialect).with_command_line(
                select=self.select,
                ignore=self.ignore,
                fail_on=self.fail_on,
                min_confidence=self.min_confidence,
                archive=self.archive,
                status=self.status,
            )
        return self._loaded[file]

    def _find(self, folder: Path) -> Path | None:
        """The nearest configuration file; what is found holds for the folders on the way, too."""
        passed: list[Path] = []
        found: Path | None = None
        for each in chain((folder,), folder.parents):
            if each in self._nearest:
                found = self._nearest[each]
                break
            passed.append(each)
            found = in_folder(each, self.reach)
            if found is not None:
                break
        self._nearest.update(dict.fromkeys(passed, found))
        return found
