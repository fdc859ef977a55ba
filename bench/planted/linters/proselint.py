"""proselint, with all its checks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, output
from planted.model import Span

NAME = "proselint"
INSTALL = "pip install proselint"


def available() -> bool:
    """Whether it is on PATH."""
    return shutil.which("proselint") is not None


def version() -> str:
    """Return the version."""
    return first_line(["proselint", "version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on all files."""
    folder = paths[0].parent
    command = ["proselint", "check", "--output-format", "json", *(path.name for path in paths)]
    printed, _ = output(command, folder, limit)
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its JSON: spans in characters, one too high, as it puts a line break before the text."""
    found: dict[Path, list[Finding]] = {}
    for address, file in json.loads(printed)["result"].items():
        found[folder / address.rsplit("/", 1)[-1]] = [
            Finding(Span(row["span"][0] - 1, row["span"][1] - 1), row["check_path"], row["message"])
            for row in file["diagnostics"]
        ]
    return found
