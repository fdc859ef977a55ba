"""What a run has left out of the folders that it read, and why: told once, in the summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from articlelint.markup.formats import DOCUMENTS
from articlelint.report.wording import counted


class Why(Enum):
    """Why a file or folder was left out."""

    FORMAT = "articlelint does not read"
    NOT_NAMED = "read only where they are named"
    OTHER_FORMAT = "not of the format that --format names"
    EXCLUDED = "the configuration excludes"
    GIT = "git ignores"
    ZIP = "inside another"


@dataclass(slots=True)
class LeftOut:
    """The files and folders that were left out. Hidden ones are not told: nobody takes them for articles."""

    named: int = 0
    """How many files were named, and left out because ``exclude`` names them, too."""
    _files: dict[Path, Why] = field(default_factory=dict[Path, Why])
    _folders: dict[Path, Why] = field(default_factory=dict[Path, Why])

    def add(self, path: Path, why: Why, *, folder: bool = False) -> None:
        """Take note of a file or folder; the same path counts once."""
        if not path.name.startswith("."):
            (self._folders if folder else self._files)[path] = why

    def add_named(self, path: Path) -> None:
        """Take note of a file that is named and excluded."""
        self.named += 1
        self._files[path] = Why.EXCLUDED

    def __str__(self) -> str:
        """One line for people; "" if nothing was left out."""
        parts = [*self._only_named(), *self._formats()]
        other = self._suffixes(Why.OTHER_FORMAT).total()
        if other:
            parts.append(f"{counted(other, 'file')} {Why.OTHER_FORMAT.value}")
        for why in (Why.EXCLUDED, Why.GIT):
            files = sum(each is why for each in self._files.values())
            folders = sum(each is why for each in self._folders.values())
            found = [counted(files, "file")] if files else []
            found += [counted(folders, "folder")] if folders else []
            if found:
                parts.append(f"{' and '.join(found)} that {why.value}")
        nested = sum(each is Why.ZIP for each in self._files.values())
        if nested:
            parts.append(f"{counted(nested, '.zip file')} {Why.ZIP.value}")
        return f"Left out: {'; '.join(parts)}." if parts else ""

    def line(self) -> str:
        """The line with its newline; "" if nothing was left out."""
        return f"{self}\n" if str(self) else ""

    def _only_named(self) -> Iterator[str]:
        """What is said of files that are read where they are named."""
        suffixes = self._suffixes(Why.NOT_NAMED)
        if suffixes:
            yield f"{_listed(suffixes)} ({Why.NOT_NAMED.value})"

    def _formats(self) -> Iterator[str]:
        """What is said of the formats: documents by suffix, those of which there are most first."""
        suffixes = self._suffixes(Why.FORMAT)
        documents = Counter({suffix: count for suffix, count in suffixes.items() if suffix in DOCUMENTS})
        names = [_listed(documents)] if documents else []
        others = suffixes.total() - documents.total()
        if others:
            names.append(counted(others, "other file" if documents else "file"))
        if names:
            whose = "its format" if suffixes.total() == 1 else "their formats"
            yield f"{', '.join(names)} ({Why.FORMAT.value} {whose})"

    def _suffixes(self, why: Why) -> Counter[str]:
        """How many files of each suffix were left out for a reason."""
        return Counter(path.suffix.lower() for path, each in self._files.items() if each is why)


def _listed(suffixes: Counter[str]) -> str:
    """Suffixes with how many files have each, those of which there are most first."""
    in_order = sorted(suffixes, key=lambda suffix: (-suffixes[suffix], suffix))
    return ", ".join(f"{suffixes[suffix]:,} {suffix}" for suffix in in_order)
