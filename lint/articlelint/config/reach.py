"""Which files a configuration may read: it may have come from a stranger, with a pull request."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from articlelint.config.repository import top_of

ADVICE = "; copy it into that folder, or run with --trust-config"


class Reach(NamedTuple):
    """
    How far the configurations of a run may reach.

    ``trusted`` lets them read any file. ``given`` are the folders that the command line names; the current
    folder is always one of them.
    """

    trusted: bool = False
    given: tuple[Path, ...] = ()

    @classmethod
    def of_paths(cls, paths: Iterable[str], *, trusted: bool) -> Reach:
        """The reach in a run on these files and folders."""
        return cls(trusted, tuple(_real(Path(path)) for path in paths if path and Path(path).is_dir()))

    def limit(self, file: Path) -> Path | None:
        """
        The folder below which a configuration file may read; None if it may read everywhere.

        It is the top of the git repository; without one, the outermost of the given folders that holds the
        file, or else the file's own folder.
        """
        if self.trusted:
            return None
        own = _real(file.parent)
        around = [folder for folder in (_real(Path()), *self.given) if own.is_relative_to(folder)]
        return top_of(own) or min(around, key=lambda folder: len(folder.parts), default=own)


def is_within(file: Path, limit: Path | None) -> bool:
    """Whether a file, once links are followed, lies in the folder ``limit``."""
    return limit is None or _real(file).is_relative_to(limit)


def _real(path: Path) -> Path:
    """The path without links. Unlike ``Path.resolve()``, takes links that lead round in a circle."""
    return Path(os.path.realpath(path))
