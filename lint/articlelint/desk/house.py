"""What an editor adds to the house's configuration while writing: names, spellings, rules that are off."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError

from articlelint.config.nearest import PROJECT_FILE, PROJECT_TABLE, find
from articlelint.config.settings import FILE_NAME
from articlelint.desk.checking import Options
from articlelint.errors import SettingsError, UsageError
from articlelint.source import replace_file

_MEANING = re.compile(r"[\\*?\[\]!#]")
"""Characters that have a meaning in a pattern of ``[paths]``."""


def configuration_file(options: Options) -> Path:
    """The file that is changed: the one that is used, or a new one in the folder."""
    return options.config or find(options.folder) or options.folder / FILE_NAME


def add_name(options: Options, name: str) -> Path:
    """
    Add a name to ``[house] names``. Returns the file that has it.

    Raises SettingsError if the file cannot be read or written, UsageError for a name that is none.
    """
    name = " ".join(name.split())
    if not any(letter.isalnum() for letter in name):
        raise UsageError("a name needs a letter")
    changed = _Configuration.read(options)
    _append(_table(changed.own, "house"), "names", name)
    return changed.write()


def add_spelling(options: Options, better: str, other: str) -> Path:
    """Add to ``[house.spelling]`` that ``better`` replaces ``other``. Returns the file."""
    changed = _Configuration.read(options)
    _append(_table(_table(changed.own, "house"), "spelling"), better, other)
    return changed.write()


def ignore_in_file(options: Options, article: Path, rule: str) -> Path:
    """
    Add a rule to ``ignore`` of the article's table of ``[paths]``. Returns the file.

    Raises UsageError for an article that is not below the folder of the file.
    """
    changed = _Configuration.read(options)
    base = changed.file.absolute().parent
    if not article.is_relative_to(base):
        raise UsageError(f"{article}: is not in the folder of {changed.file}, so no path there can name it")
    pattern = _MEANING.sub(r"\\\g<0>", article.relative_to(base).as_posix())
    _append(_table(_table(changed.own, "paths"), pattern), "ignore", rule)
    return changed.write()


def switch_off(options: Options, rule: str) -> Path:
    """Add a rule to ``ignore``. Returns the file. Raises SettingsError as ``add_name`` does."""
    changed = _Configuration.read(options)
    _append(changed.own, "ignore", rule)
    return changed.write()


class _Configuration(NamedTuple):
    """A configuration file that is being changed: the whole of it, and our table in it."""

    file: Path
    document: tomlkit.TOMLDocument
    own: Any

    @classmethod
    def read(cls, options: Options) -> _Configuration:
        """Read the nearest file, or begin a new one in the folder. Raises SettingsError if it is not TOML."""
        file = configuration_file(options)
        if not file.exists():
            document = tomlkit.document()
            return cls(file, document, document)
        try:
            document = tomlkit.parse(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, TOMLKitError) as error:
            raise SettingsError(f"{file}: cannot be changed: {' '.join(str(error).split())}") from None
        own: Any = document
        for name in PROJECT_TABLE if file.name == PROJECT_FILE else ():
            own = _table(own, name)
        return cls(file, document, own)

    def write(self) -> Path:
        """Write the file, in one step. Returns it. Raises SettingsError if it cannot be written."""
        try:
            replace_file(self.file, tomlkit.dumps(self.document).encode())
        except OSError as error:
            raise SettingsError(f"{self.file}: cannot be written: {error.strerror or error}") from None
        return self.file


def _table(parent: Any, name: str) -> Any:
    if name not in parent:
        parent[name] = tomlkit.table()
    return parent[name]


def _append(table: Any, key: str, value: str) -> None:
    """Add a value to a list, unless it is there."""
    values = table.setdefault(key, tomlkit.array())
    if value not in values:
        values.append(value)
