"""``tools/sources.toml``: what the shipped tables and models are made of."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).parents[1]
ROOT = TOOLS.parent
SOURCES = TOOLS / "sources.toml"


@dataclass(frozen=True)
class Source:
    """A file that a table is made of: a package of Debian, PyPI or npm, or a treebank."""

    name: str
    title: str
    origin: str
    """``"debian"``, ``"pypi"``, ``"npm"`` or a sentence that says where else the file comes from."""
    release: str
    file: str
    sha256: str
    licence: str
    copyright: str

    @property
    def where(self) -> str:
        """Where the file comes from, for messages."""
        registries = {"debian": "Debian package", "pypi": "PyPI package", "npm": "npm package"}
        if self.origin in registries:
            return f"{registries[self.origin]} {self.name} {self.release}"
        return self.origin


@dataclass(frozen=True)
class Text:
    """
    Articles of a public repository that the reader is trained on. Nothing of them is in this repository.
    """

    name: str
    title: str
    repository: str
    commit: str
    files: str
    """A regular expression for the paths of the files that are read."""
    sha256: str
    """Of the contents of these files, one after the other in the order of their paths."""
    licence: str
    holder: str
    words: int
    documents: int


@dataclass(frozen=True)
class Target:
    """A data file that is shipped."""

    name: str
    file: str
    title: str
    licence: str
    """The licence of the data file, as an SPDX expression."""
    changes: str
    """What was taken from the inputs, and what was changed."""
    inputs: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    texts: bool = False
    """Whether it is trained on the texts that the file lists."""
    made_by: str = ""
    """The script that makes the file, where it is not ``tools/build.py``."""
    written_here: bool = False
    """Whether the file is a text that is edited by hand."""

    @property
    def path(self) -> Path:
        return ROOT / self.file

    @property
    def notice(self) -> Path:
        """The notice of the data file, which stands beside it."""
        return self.path.with_suffix(".NOTICE.txt")


@dataclass(frozen=True)
class Sources:
    """Everything that the file lists, by name."""

    inputs: dict[str, Source]
    texts: dict[str, Text]
    targets: dict[str, Target]
    licences: dict[str, str]
    """For each licence the file in ``tools/licences`` that has its text."""


def read_sources() -> Sources:
    """Read ``tools/sources.toml``."""
    with SOURCES.open("rb") as file:
        data = tomllib.load(file)
    inputs = {name: Source(name=name, **table) for name, table in data["inputs"].items()}
    targets: dict[str, Target] = {}
    for name, table in data["targets"].items():
        table["inputs"] = tuple(table.get("inputs", ()))
        targets[name] = Target(name=name, **table)
    texts = {name: Text(name=name, **table) for name, table in data["texts"].items()}
    return Sources(inputs, texts, targets, data["licences"])
