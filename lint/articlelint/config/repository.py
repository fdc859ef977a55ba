"""What git knows about a folder: the top of its repository, and the files that it ignores."""

from __future__ import annotations

from pathlib import Path

from articlelint.config.patterns import compiled_where_valid
from articlelint.errors import SettingsError


def top_of(folder: Path) -> Path | None:
    """The top folder of the repository that a folder is in, found by its ``.git``; None outside of one."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


class GitIgnores:
    """The .gitignore files from the top of the repository down to a folder."""

    def __init__(self, root: Path) -> None:
        """Read those above ``root``. Raises SettingsError for one that cannot be read."""
        self._patterns: list[tuple[Path, tuple[str, ...]]] = []
        self._entered: set[Path] = set()
        top = top_of(root)
        if top is not None:
            above = list(root.parents)
            for folder in reversed(above[: above.index(top) + 1] if top in above else []):
                self.enter(folder)

    def enter(self, folder: Path) -> None:
        """Take a folder's own .gitignore into account. Raises SettingsError if it cannot be read."""
        file = folder / ".gitignore"
        if folder in self._entered or not file.is_file():
            return
        self._entered.add(folder)
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError as error:
            raise SettingsError(f"{file.as_posix()}: cannot be read: {error.strerror or error}") from None
        self._patterns.append((folder, tuple(lines)))

    def ignored(self, path: Path, *, folder: bool) -> bool:
        """Whether git ignores a path; the deepest .gitignore that says something decides."""
        for base, patterns in reversed(self._patterns):
            if path.is_relative_to(base):
                inside = path.relative_to(base).as_posix()
                result = compiled_where_valid(patterns).check_file(f"{inside}/" if folder else inside)
                if result.include is not None:
                    return result.include
        return False
