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
    """A file that a table is made of: a package of Debian or PyPI, or a treebank."""

    name: str
    title: str
    origin: str
    """``"debian"``, ``"pypi"`` or a sentence that says where else the file comes from."""
    release: str
    file: str
    sha256: str
    licence: str
    copyright: str

    @property
    def where(self) -> str:
        """Where the file comes from, for messages."""
        registries = {"debian": "Debian package", "pypi": "PyPI package"}
        if self.origin in registries:
            return f"{registries[self.origin]} {self.name} {self.release}"
        return self.origin


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
    not_reproducible: str = ""
    """Why the file cannot be built again; empty where it can."""
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
    return Sources(inputs, targets, data["licences"])
