"""articlelint, with its default rules and no configuration."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, output, read
from planted.model import Span

NAME = "articlelint"
INSTALL = "pip install articlelint"
COMMAND = [sys.executable, "-m", "articlelint"]


def available() -> bool:
    """It is always here: the benchmark is part of it."""
    return True


def version() -> str:
    """Return the version."""
    return first_line([*COMMAND, "--version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on the folder of the files."""
    folder = paths[0].parent
    command = [*COMMAND, "check", "--isolated", "--no-cache", "--output-format", "json", "."]
    printed, _ = output(command, folder, limit)
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its JSON: one object a finding, lines and columns in characters, the end exclusive."""
    found: dict[Path, list[Finding]] = {}
    for row in json.loads(printed or "[]"):
        path = folder / row["path"]
        text = read(path)
        span = Span(text.at(row["line"], row["column"]), text.at(row["end_line"], row["end_column"]))
        found.setdefault(path, []).append(Finding(span, row["rule"], row["message"], row["severity"]))
    return found
