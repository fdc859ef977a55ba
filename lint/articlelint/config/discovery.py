"""Which files to lint: arguments, folders and globs to paths, less what is ignored or excluded."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from articlelint.config.configuration import Configuration
from articlelint.config.left_out import LeftOut, Why
from articlelint.config.patterns import matches
from articlelint.config.repository import GitIgnores
from articlelint.config.settings import Settings
from articlelint.errors import SettingsError
from articlelint.markup import SUFFIXES
from articlelint.markup.file_formats import FILE_SUFFIXES, NAMED_SUFFIXES
from articlelint.markup.formats import why_not_read
from articlelint.markup.zip_paths import is_zip

_SKIPPED_FOLDERS = {".git", ".hg", ".svn", "node_modules", "__pycache__"}


class Found(NamedTuple):
    """A file to lint, or (with ``error``) an argument that leads nowhere."""

    path: str
    """As it is reported: relative where it was given so, with forward slashes."""
    error: str = ""
    data: bytes | None = None
    """The content to lint instead of what lies on disk: standard input, what is staged, part of a zip."""


_OWN_FILES = ".articlelint"
"""How the names of the configuration and the baseline begin: no articles, whatever ``include`` says."""
_EMPTY_PATH = Found("", "a path is empty; name a file or a folder, or . for the current folder")


def known_suffixes(of_plugins: Iterable[str]) -> frozenset[str]:
    """The suffixes of articles: those of the built-in parsers and of the parsers of plugins."""
    return frozenset((*SUFFIXES, *FILE_SUFFIXES, *of_plugins))


def discover(  # noqa: PLR0913 - most are options of the command line
    arguments: Iterable[str],
    configuration: Configuration,
    suffixes: Iterable[str] = (),
    left_out: LeftOut | None = None,
    *,
    force_exclude: bool = False,
    forced: Iterable[str] | None = None,
) -> Iterator[Found]:
    """
    The files to lint, each once, in the order of the arguments and sorted within a folder.

    A file that is named is read whatever it is called, unless its suffix is that of a format that cannot be
    read (an error) or, with ``force_exclude``, ``exclude`` leaves it out. A folder gives the files with a
    known suffix (and those that ``include`` names), without those that ``exclude`` or a .gitignore leaves
    out; ``left_out`` takes note of the others. What does not exist comes back as an error; the other
    arguments still count. ``suffixes`` are those of plugins' parsers. ``forced`` are those of the format that
    ``--format`` asks for: in folders, only these files are read, and a named file whatever it is called.
    """
    finder = _Finder.of(configuration, suffixes, left_out, force_exclude=force_exclude, forced=forced)
    seen: set[str] = set()
    for argument in arguments:
        try:
            for found in finder.expand(argument):
                if found.error or found.path not in seen:
                    seen.add(found.path)
                    yield found
        except OSError as error:
            yield Found(argument, f"{argument}: cannot be opened: {error.strerror or error}")


def chosen(  # noqa: PLR0913 - most are options of the command line
    files: Mapping[Path, bytes],
    arguments: Iterable[str],
    configuration: Configuration,
    suffixes: Iterable[str] = (),
    left_out: LeftOut | None = None,
    *,
    force_exclude: bool = False,
    forced: Iterable[str] | None = None,
) -> Iterator[Found]:
    """
    Those of some files, given with their content, that a run on the arguments would read, sorted.

    They need not be on disk. The other arguments are those of ``discover()``.
    """
    arguments = tuple(arguments)
    if "" in arguments:
        yield _EMPTY_PATH
    finder = _Finder.of(configuration, suffixes, left_out, force_exclude=force_exclude, forced=forced)
    roots = {Path(argument).resolve() for argument in arguments if argument}
    for path, data in sorted(files.items()):
        shown = Path(os.path.relpath(path)).as_posix()
        if path in roots:
            yield from finder.named(shown, path, data)
        elif not roots.isdisjoint(path.parents) and finder.wants(path):
            yield from finder.found(shown, path, data)


def given(  # noqa: PLR0913 - as chosen()
    name: str,
    data: bytes,
    configuration: Configuration,
    suffixes: Iterable[str],
    left_out: LeftOut | None,
    *,
    forced: Iterable[str] | None = None,
) -> Iterator[Found]:
    """An article that an editor has open, as the file ``name``; nothing if that is excluded. "-" never is."""
    finder = _Finder.of(configuration, suffixes, left_out, force_exclude=name != "-", forced=forced)
    yield from finder.named(name, _listed_path(Path(name)), data)


class _Folder(NamedTuple):
    """A folder to look into: its path as it is reported, and its real path."""

    path: Path
    real: Path


@dataclass(slots=True)
class _Finder:
    """Finds articles; what it leaves out of folders, it notes."""

    configuration: Configuration
    known: frozenset[str]
    left_out: LeftOut
    force_exclude: bool
    is_forced: bool
    """Whether all files are read in one format, whatever they are called."""

    @classmethod
    def of(
        cls,
        configuration: Configuration,
        suffixes: Iterable[str],
        left_out: LeftOut | None,
        *,
        force_exclude: bool,
        forced: Iterable[str] | None,
    ) -> _Finder:
        noted = LeftOut() if left_out is None else left_out
        known = known_suffixes(suffixes) if forced is None else frozenset(forced)
        return cls(configuration, known, noted, force_exclude, forced is not None)

    def expand(self, argument: str) -> Iterator[Found]:
        """What an argument stands for."""
        path = Path(argument)
        if not argument:
            yield _EMPTY_PATH
        elif path.is_dir():
            yield from self.folder(path)
        elif path.is_file():
            yield from self.named(path.as_posix(), _listed_path(path))
        elif os.path.lexists(path):
            yield Found(argument, f"{argument}: cannot be read: a link that leads nowhere, or not a file")
        elif any(c in argument for c in "*?["):
            yield from self.glob(argument)
        else:
            with suppress(FileNotFoundError, NotADirectoryError):
                path.stat()  # raises what else is wrong, such as a folder that may not be opened
            yield Found(argument, f"{argument}: no such file or folder")

    def glob(self, pattern: str) -> Iterator[Found]:
        """The articles that match a glob, and those in the folders that match it."""
        matching = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob() takes no absolute pattern
        if not matching:
            yield Found(pattern, f"{pattern}: no file matches")
        for path in matching:
            real = _listed_path(path)
            if path.is_dir():
                yield from self.folder(path)
            elif self.is_article(real, self.configuration.for_folder(real.parent)) or (
                self.why_unread(real) is Why.NOT_NAMED and pattern.lower().endswith(real.suffix.lower())
            ):
                yield from self.named(path.as_posix(), real)
            else:
                self.left_out.add(real, self.why_unread(real))

    def named(self, shown: str, real: Path, data: bytes | None = None) -> Iterator[Found]:
        """A file that is named, unless it is excluded and ``exclude`` counts for named files."""
        if self.force_exclude and self.excluded_with_its_folder(real):
            self.left_out.add_named(real)
        else:
            yield from self.found(shown, real, data)

    def found(self, shown: str, real: Path, data: bytes | None = None) -> Iterator[Found]:
        """A file to lint, or the error that its format is not read; of a zip file, its articles."""
        if is_zip(shown) and ".zip" not in self.known:
            from articlelint.config.zipped import articles_in_zip  # needs zipfile; few runs read one

            for unpacked in articles_in_zip(shown, real, data, self.why_left_out_of_zip, self.left_out):
                yield Found(*unpacked)
            return
        error = "" if self.is_forced else why_not_read(shown, self.known | NAMED_SUFFIXES.keys())
        yield Found(shown, error, data)

    def why_left_out_of_zip(self, target: Path) -> Why | None:
        """Why a file in a zip file is left out; None for one that is not."""
        rules = self.configuration.for_folder(target.parent)
        if _excluded(target, rules, folder=False):
            return Why.EXCLUDED
        is_named = not self.is_forced and target.suffix.lower() in NAMED_SUFFIXES
        return None if is_named or self.is_article(target, rules) else self.why_unread(target)

    def why_unread(self, path: Path) -> Why:
        """Why a file that is no article for a folder is left out."""
        if self.is_forced:
            return Why.OTHER_FORMAT
        is_read_if_named = path.suffix.lower() in NAMED_SUFFIXES or is_zip(path.name)
        return Why.NOT_NAMED if is_read_if_named else Why.FORMAT

    def folder(self, root: Path) -> Iterator[Found]:
        """The articles below a folder, sorted by path."""
        real = Path(os.path.realpath(root))
        try:
            ignores = GitIgnores(real)
        except SettingsError as error:
            yield Found(root.as_posix(), str(error))
            return
        # No recursion: folders may lie deeper in each other than functions may.
        to_do = [self.entries(root, real, ignores)]
        while to_do:
            entry = next(to_do[-1], None)
            if entry is None:
                to_do.pop()
            elif isinstance(entry, Found):
                yield entry
            else:
                to_do.append(self.entries(entry.path, entry.real, ignores))

    def entries(self, folder: Path, real: Path, ignores: GitIgnores) -> Iterator[Found | _Folder]:
        """The articles and folders in a folder, sorted by name; ``real`` is its real path."""
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError as error:
            shown = folder.as_posix()
            yield Found(shown, f"{shown}: cannot be opened: {error.strerror or error}")
            return
        rules = self.configuration.for_folder(real)
        try:
            ignores.enter(real)
        except SettingsError as error:
            yield Found(folder.as_posix(), str(error))
            return
        for entry in entries:
            path, target = folder / entry.name, real / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and (entry.name in _SKIPPED_FOLDERS or entry.name.startswith(".")):
                continue
            why = self.why_left_out(target, rules, ignores, folder=is_folder)
            if why is not None:
                self.left_out.add(target, why, folder=is_folder)
            elif is_folder:
                yield _Folder(path, target)
            # Not the entry's own question about links: it fails where one leads round in a circle.
            elif entry.is_file(follow_symlinks=False) or target.is_file():
                yield from self.found(path.as_posix(), target)
            elif entry.is_symlink() and not target.is_dir():
                yield Found(path.as_posix(), f"{path.as_posix()}: cannot be read: a link that leads nowhere")

    def why_left_out(self, target: Path, rules: Settings, ignores: GitIgnores, *, folder: bool) -> Why | None:
        """Why an entry of a folder is left out; None for one that is not."""
        if _excluded(target, rules, folder=folder):
            return Why.EXCLUDED
        if ignores.ignored(target, folder=folder):
            return Why.GIT
        return None if folder or self.is_article(target, rules) else self.why_unread(target)

    def wants(self, path: Path) -> bool:
        """Whether a folder that holds this file stands for it, too; if not, that is noted."""
        rules = self.configuration.for_folder(path.parent)
        if _excluded(path, rules, folder=False):
            self.left_out.add(path, Why.EXCLUDED)
        elif not self.is_article(path, rules):
            self.left_out.add(path, self.why_unread(path))
        else:
            return True
        return False

    def is_article(self, path: Path, rules: Settings) -> bool:
        """Whether a file has a known suffix, or ``include`` or a format of the configuration names it."""
        if path.name.startswith(_OWN_FILES):
            return False
        known = path.suffix.lower() in self.known or matches(path, rules.base, rules.include)
        return known or rules.format_of(path) is not None

    def excluded_with_its_folder(self, real: Path) -> bool:
        """Whether ``exclude`` names a file, or a folder that it is in."""
        rules = self.configuration.for_folder(real.parent)
        return any(_excluded(each, rules, folder=each is not real) for each in (real, *real.parents))


def _listed_path(path: Path) -> Path:
    """The real path of the folder that a file stands in, with the file's own name: a link is not followed."""
    path = path.absolute()
    return Path(os.path.realpath(path.parent)) / path.name


def _excluded(path: Path, rules: Settings, *, folder: bool) -> bool:
    return matches(path, rules.base, rules.exclude, folder=folder)
