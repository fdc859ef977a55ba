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
        parts = [*self._formats()]
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

    def _formats(self) -> Iterator[str]:
        """What is said of the formats: documents by suffix, those of which there are most first."""
        unread = [path for path, why in self._files.items() if why is Why.FORMAT]
        suffixes = Counter(path.suffix.lower() for path in unread)
        documents = {suffix: count for suffix, count in suffixes.items() if suffix in DOCUMENTS}
        names = [
            f"{documents[suffix]:,} {suffix}"
            for suffix in sorted(documents, key=lambda s: (-documents[s], s))
        ]
        others = len(unread) - sum(documents.values())
        if others:
            names.append(counted(others, "other file" if documents else "file"))
        if names:
            whose = "its format" if len(unread) == 1 else "their formats"
            yield f"{', '.join(names)} ({Why.FORMAT.value} {whose})"
