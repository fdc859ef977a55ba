"""alex, with all its checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output, read
from planted.model import Span

NAME = "alex"
INSTALL = "npm install alex"

ROW = re.compile(r"^ +(\d+):(\d+)-(\d+):(\d+) +(warning|error) +(.+?)  +(\S+) +\S+$")


def available() -> bool:
    """Whether it is on PATH."""
    return installed("alex")


def version() -> str:
    """Return the version."""
    return first_line(["alex", "--version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on all files. It prints its findings as errors."""
    folder = paths[0].parent
    _, printed = output(["alex", "--quiet", *(path.name for path in paths)], folder, limit)
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its report: the name of a file, then a line for each finding, columns from 1 in UTF-16 units."""
    found: dict[Path, list[Finding]] = {}
    path = folder
    for line in printed.splitlines():
        row = ROW.match(line)
        if row is None:
            path = folder / line.strip() if re.fullmatch(r"\S+\.\w+", line.strip()) else path
            continue
        text = read(path)
        start, end = text.at_utf16(int(row[1]), int(row[2])), text.at_utf16(int(row[3]), int(row[4]))
        found.setdefault(path, []).append(Finding(Span(start, end), row[7], row[6], row[5]))
    return found
