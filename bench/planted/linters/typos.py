"""typos, with its default dictionary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output, read
from planted.model import Span

NAME = "typos"
INSTALL = "pip install typos"


def available() -> bool:
    """Whether it is on PATH."""
    return installed("typos")


def version() -> str:
    """Return the version."""
    return first_line(["typos", "--version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on the folder of the files. Its exit code is 2 if it finds anything."""
    folder = paths[0].parent
    printed, _ = output(["typos", "--isolated", "--format", "json", "."], folder, limit, codes=(0, 2))
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its JSON lines: a line, and an offset in it in bytes."""
    found: dict[Path, list[Finding]] = {}
    for line in printed.splitlines():
        row = json.loads(line)
        if row["type"] != "typo" or "line_num" not in row:
            continue
        path = folder / row["path"]
        text = read(path)
        start = text.byte_in_line(row["line_num"], row["byte_offset"])
        message = f"{row['typo']}: {', '.join(row['corrections'])}"
        found.setdefault(path, []).append(Finding(Span(start, start + len(row["typo"])), "typos", message))
    return found
