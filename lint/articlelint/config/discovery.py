"""Which files to lint: arguments, folders and globs to paths, less what is ignored or excluded."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from articlelint.config import settings_file
from articlelint.config.patterns import compiled, matches
from articlelint.config.settings import Settings
from articlelint.markup import SUFFIXES
from articlelint.plugins.registry import RegisteredSetting

_SKIPPED_FOLDERS = {".git", ".hg", ".svn", "node_modules", "__pycache__"}


class Configuration:
    """
    Finds the settings for a folder: the nearest file above it, one named file, or none.

    ``explicit`` is used instead of any file found; ``isolated`` uses no file. ``plugin_settings`` are the
    keys that plugins add to the file; without them, such a key is an error.
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
        plugin_settings: Mapping[str, RegisteredSetting] | None = None,
    ) -> None:
        self.explicit = explicit
        self.isolated = isolated
        self.select = select
        self.ignore = ignore
        self.fail_on = fail_on
        self.min_confidence = min_confidence
        self.plugin_settings = plugin_settings
        self._loaded: dict[Path | None, Settings] = {}
        self._nearest: dict[Path, Path | None] = {}

    def for_folder(self, folder: Path) -> Settings:
        """The settings of files in a folder. Raises SettingsError for a file that cannot be used."""
        file = None if self.isolated else self.explicit or self._find(folder)
        if file not in self._loaded:
            loaded = Settings(base=folder) if file is None else settings_file.load(file, self.plugin_settings)
            self._loaded[file] = loaded.with_command_line(
                self.select, self.ignore, self.fail_on, self.min_confidence
            )
        return self._loaded[file]

    def _find(self, folder: Path) -> Path | None:
        if folder not in self._nearest:
            self._nearest[folder] = settings_file.find(folder)
        return self._nearest[folder]


class Found(NamedTuple):
    """A file to lint, or (with ``error``) an argument that leads nowhere."""

    path: str
    """As it is reported: relative where it was given so, with forward slashes."""
    error: str = ""
    data: bytes | None = None
    """The content to lint instead of what lies on disk: standard input, or what is staged."""


_EMPTY_PATH = Found("", "a path is empty; name a file or a folder, or . for the current folder")


def discover(
    arguments: Iterable[str], configuration: Configuration, suffixes: Iterable[str] = ()
) -> Iterator[Found]:
    """
    The files to lint, each once, in the order of the arguments and sorted within a folder.

    A file that is named is linted whatever it is called and whatever is excluded. A folder gives the files
    with a known suffix (and those that ``include`` names), without those that ``exclude`` or a .gitignore
    leaves out. What does not exist comes back as an error; the other arguments still count. ``suffixes`` are
    those of plugins' parsers.
    """
    known = known_suffixes(suffixes)
    seen: set[str] = set()
    for argument in arguments:
        try:
            for found in _expand(argument, configuration, known):
                if found.error or found.path not in seen:
                    seen.add(found.path)
                    yield found
        except OSError as error:
            yield Found(argument, f"{argument}: cannot be opened: {error.strerror or error}")


def known_suffixes(of_plugins: Iterable[str]) -> frozenset[str]:
    """The suffixes of articles: those of the built-in parsers and of the parsers of plugins."""
    return frozenset((*SUFFIXES, *of_plugins))


def chosen(
    files: Mapping[Path, bytes],
    arguments: Iterable[str],
    configuration: Configuration,
    suffixes: Iterable[str] = (),
) -> Iterator[Found]:
    """
    Those of some files, given with their content, that a run on the arguments would read, sorted.

    They need not be on disk. A file that is named is read whatever it is called. ``suffixes`` are those of
    plugins' parsers.
    """
    arguments = tuple(arguments)
    if "" in arguments:
        yield _EMPTY_PATH
    known = known_suffixes(suffixes)
    roots = {Path(argument).resolve() for argument in arguments if argument}
    for path, data in sorted(files.items()):
        rules = configuration.for_folder(path.parent)
        named = path in roots
        below = not roots.isdisjoint(path.parents)
        if named or (below and _wanted(path, rules, known)):
            yield Found(Path(os.path.relpath(path)).as_posix(), data=data)


def _expand(argument: str, configuration: Configuration, known: frozenset[str]) -> Iterator[Found]:
    path = Path(argument)
    if not argument:
        yield _EMPTY_PATH
    elif path.is_dir():
        yield from _folder(path, configuration, known)
    elif path.is_file():
        yield Found(path.as_posix())
    elif os.path.lexists(path):
        yield Found(argument, f"{argument}: cannot be read: a link that leads nowhere, or not a file")
    elif any(c in argument for c in "*?["):
        found = [Path(match) for match in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 - Path.glob() takes no absolute pattern
        if not found:
            yield Found(argument, f"{argument}: no file matches")
        for match in found:
            if match.is_dir():
                yield from _folder(match, configuration, known)
            else:
                real = match.parent.resolve() / match.name
                if _is_article(real, configuration.for_folder(real.parent), known):
                    yield Found(match.as_posix())
    else:
        yield Found(argument, f"{argument}: no such file or folder")


def _folder(root: Path, configuration: Configuration, known: frozenset[str]) -> Iterator[Found]:
    """The articles below a folder, sorted by path."""
    real = root.resolve()
    yield from _walk(root, real, configuration, known, _GitIgnores(real))


def _walk(
    folder: Path, real: Path, configuration: Configuration, known: frozenset[str], ignores: _GitIgnores
) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
        rules = configuration.for_folder(real)
        ignores.enter(real)
    except OSError as error:
        shown = folder.as_posix()
        yield Found(shown, f"{shown}: cannot be opened: {error.strerror or error}")
        return
    for entry in entries:
        path, target = folder / entry.name, real / entry.name
        if entry.is_dir(follow_symlinks=False):
            skipped = entry.name in _SKIPPED_FOLDERS or entry.name.startswith(".")
            if (
                not skipped
                and not ignores.ignored(target, folder=True)
                and not _excluded(target, rules, folder=True)
            ):
                yield from _walk(path, target, configuration, known, ignores)
        elif _wanted(target, rules, known) and not ignores.ignored(target, folder=False):
            # Not the entry's own question about links: it fails where one leads round in a circle.
            if entry.is_file(follow_symlinks=False) or target.is_file():
                yield Found(path.as_posix())
            elif entry.is_symlink() and not target.is_dir():
                yield Found(path.as_posix(), f"{path.as_posix()}: cannot be read: a link that leads nowhere")


def _wanted(path: Path, rules: Settings, known: frozenset[str]) -> bool:
    """Whether a folder that holds this file means it, too."""
    return _is_article(path, rules, known) and not _excluded(path, rules, folder=False)


def _is_article(path: Path, rules: Settings, known: frozenset[str]) -> bool:
    """Whether a file has a known suffix, or ``include`` names it."""
    return path.suffix.lower() in known or matches(path, rules.base, rules.include)


def _excluded(path: Path, rules: Settings, *, folder: bool) -> bool:
    return matches(path, rules.base, rules.exclude, folder=folder)


class _GitIgnores:
    """The .gitignore files from the top of the repository down to a folder."""

    def __init__(self, root: Path) -> None:
        self._patterns: list[tuple[Path, tuple[str, ...]]] = []
        self._entered: set[Path] = set()
        above = list(root.parents)
        top = next((f for f in (root, *above) if (f / ".git").exists()), None)
        if top in above:
            for folder in reversed(above[: above.index(top) + 1]):
                self.enter(folder)

    def enter(self, folder: Path) -> None:
        """Take a folder's own .gitignore into account."""
        file = folder / ".gitignore"
        if folder in self._entered or not file.is_file():
            return
        self._entered.add(folder)
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        self._patterns.append((folder, tuple(lines)))

    def ignored(self, path: Path, *, folder: bool) -> bool:
        """Whether git ignores a path; the deepest .gitignore that says something decides."""
        for base, patterns in reversed(self._patterns):
            if path.is_relative_to(base):
                inside = path.relative_to(base).as_posix()
                result = compiled(patterns).check_file(f"{inside}/" if folder else inside)
                if result.include is not None:
                    return result.include
        return False
