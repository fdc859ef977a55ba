"""Which files to lint: arguments, folders and globs to paths, less what is ignored or excluded."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from articlelint import settings as settings_module
from articlelint.markup import SUFFIXES
from articlelint.paths import parents, relative, suffix, tidy
from articlelint.records import NamedTuple
from articlelint.settings import Settings

TYPE_CHECKING = False

if TYPE_CHECKING:
    import pathspec

_SKIPPED_FOLDERS = {".git", ".hg", ".svn", "node_modules", "__pycache__"}


class Configuration:
    """
    Finds the settings for a folder: the nearest file above it, one named file, or none.

    ``explicit`` wins over every file found; ``isolated`` looks for none.
    """

    def __init__(
        self,
        explicit: str | os.PathLike[str] | None = None,
        *,
        isolated: bool = False,
        select: tuple[str, ...] | None = None,
        ignore: tuple[str, ...] = (),
        fail_on: str | None = None,
    ) -> None:
        self.explicit = os.fspath(explicit) if explicit is not None else None
        self.isolated = isolated
        self.select = select
        self.ignore = ignore
        self.fail_on = fail_on
        self._loaded: dict[str | None, Settings] = {}
        self._nearest: dict[str, str | None] = {}

    def for_folder(self, folder: str | os.PathLike[str]) -> Settings:
        """The settings of files in a folder. Raises SettingsError for a file that cannot be used."""
        folder = os.fspath(folder)
        file = None if self.isolated else self.explicit or self._find(folder)
        if file not in self._loaded:
            loaded = Settings(base=folder) if file is None else settings_module.load(file)
            self._loaded[file] = loaded.with_command_line(self.select, self.ignore, self.fail_on)
        return self._loaded[file]

    def _find(self, folder: str) -> str | None:
        if folder not in self._nearest:
            self._nearest[folder] = settings_module.find(folder)
        return self._nearest[folder]


class Found(NamedTuple):
    """A file to lint, or (with ``error``) an argument that leads nowhere."""

    path: str
    """As it is reported: relative where it was given so, with forward slashes."""
    error: str = ""
    data: bytes | None = None
    """The content to lint instead of what lies on disk: standard input, or what is staged."""


def discover(
    arguments: Iterable[str], configuration: Configuration, suffixes: Iterable[str] = ()
) -> Iterator[Found]:
    """
    The files to lint, each once, in the order of the arguments and sorted within a folder.

    A file that is named is linted whatever it is called and whatever is excluded. A folder gives the files
    with a known suffix (and those that ``include`` names), without those that ``exclude`` or a .gitignore
    leaves out. What does not exist comes back as an error; the other arguments still count.
    """
    known = frozenset((*SUFFIXES, *suffixes))
    seen: set[str] = set()
    for argument in arguments:
        for found in _expand(argument, configuration, known):
            if found.error or found.path not in seen:
                seen.add(found.path)
                yield found


def chosen(
    files: Mapping[str, bytes], arguments: Iterable[str], configuration: Configuration
) -> Iterator[Found]:
    """
    Those of some files, given with their content, that a run on the arguments would read, sorted.

    They need not be on disk. A file that is named is read whatever it is called.
    """
    roots = {os.path.realpath(argument) for argument in arguments}
    for path, data in sorted(files.items()):
        rules = configuration.for_folder(os.path.dirname(path))
        named = path in roots
        below = not roots.isdisjoint(parents(path))
        if named or (below and _wanted(path, rules, frozenset(SUFFIXES))):
            yield Found(tidy(os.path.relpath(path)), data=data)


def _expand(argument: str, configuration: Configuration, known: frozenset[str]) -> Iterator[Found]:
    if os.path.isdir(argument):
        yield from _folder(argument, configuration, known)
    elif os.path.isfile(argument):
        yield Found(tidy(argument))
    elif os.path.lexists(argument):
        yield Found(argument, f"{argument}: cannot be read: a link that leads nowhere, or not a file")
    elif any(c in argument for c in "*?["):
        import glob

        matches = sorted(glob.glob(argument, recursive=True))
        if not matches:
            yield Found(argument, f"{argument}: no file matches")
        for match in matches:
            if os.path.isdir(match):
                yield from _folder(match, configuration, known)
            elif suffix(match).lower() in known:
                yield Found(tidy(match))
    else:
        yield Found(argument, f"{argument}: no such file or folder")


def _folder(root: str, configuration: Configuration, known: frozenset[str]) -> Iterator[Found]:
    """The articles below a folder, sorted by path."""
    real = os.path.realpath(root)
    yield from _walk(tidy(root), real, configuration, known, _GitIgnores(real))


def _walk(
    folder: str, real: str, configuration: Configuration, known: frozenset[str], ignores: _GitIgnores
) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        yield Found(folder, f"{folder}: cannot be opened: {error.strerror or error}")
        return
    rules = configuration.for_folder(real)
    ignores.enter(real)
    shown = "" if folder == "." else folder if folder.endswith("/") else f"{folder}/"
    for entry in entries:
        path, target = shown + entry.name, os.path.join(real, entry.name)
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
            if entry.is_file(follow_symlinks=False) or os.path.isfile(target):
                yield Found(path)
            elif entry.is_symlink() and not os.path.isdir(target):
                yield Found(path, f"{path}: cannot be read: a link that leads nowhere")


def _wanted(path: str, rules: Settings, known: frozenset[str]) -> bool:
    """Whether a folder that holds this file means it, too."""
    if suffix(path).lower() not in known and not _matches(path, rules.base, rules.include):
        return False
    return not _excluded(path, rules, folder=False)


def _excluded(path: str, rules: Settings, *, folder: bool) -> bool:
    return _matches(path, rules.base, rules.exclude, folder=folder)


_specs: dict[tuple[str, ...], pathspec.GitIgnoreSpec] = {}


def _matches(path: str, base: str, patterns: tuple[str, ...], *, folder: bool = False) -> bool:
    """Whether a path matches one of the patterns, written as in a .gitignore."""
    if not patterns:
        return False
    if patterns not in _specs:
        import pathspec

        _specs[patterns] = pathspec.GitIgnoreSpec.from_lines(patterns)
    inside = relative(path, base)
    if inside is None:
        return False
    return _specs[patterns].match_file(inside + "/" if folder else inside)


class _GitIgnores:
    """The .gitignore files from the top of the repository down to a folder."""

    def __init__(self, root: str) -> None:
        self._specs: list[tuple[str, pathspec.GitIgnoreSpec]] = []
        self._entered: set[str] = set()
        above = list(parents(root))
        top = next((f for f in (root, *above) if os.path.exists(os.path.join(f, ".git"))), None)
        if top in above:
            for folder in reversed(above[: above.index(top) + 1]):
                self.enter(folder)

    def enter(self, folder: str) -> None:
        """Take a folder's own .gitignore into account."""
        file = os.path.join(folder, ".gitignore")
        if folder in self._entered or not os.path.isfile(file):
            return
        self._entered.add(folder)
        import pathspec

        with open(file, encoding="utf-8", errors="replace") as opened:
            lines = opened.read().splitlines()
        self._specs.append((folder, pathspec.GitIgnoreSpec.from_lines(lines)))

    def ignored(self, path: str, *, folder: bool) -> bool:
        """Whether git ignores a path; the deepest .gitignore that says something decides."""
        for base, spec in reversed(self._specs):
            inside = relative(path, base)
            if inside:
                result = spec.check_file(inside + ("/" if folder else ""))
                if result.include is not None:
                    return result.include
        return False
