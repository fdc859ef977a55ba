"""write-good, with all its checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output, read
from planted.model import Span

NAME = "write-good"
INSTALL = "npm install write-good"


def available() -> bool:
    """Whether it is on PATH."""
    return installed("write-good")


def version() -> str:
    """Return the version."""
    return first_line(["write-good", "--version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on all files. Its exit code is the number of its findings, modulo 256."""
    folder = paths[0].parent
    command = ["write-good", "--parse", *(path.name for path in paths)]
    printed, _ = output(command, folder, limit, codes=range(256))
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read lines such as ``a.txt:3:55:"the" is repeated``, with columns from 0 in UTF-16 units."""
    found: dict[Path, list[Finding]] = {}
    for match in re.finditer(r'^([^:\n]+):(\d+):(\d+):"(.+?)" (.+)$', printed, re.MULTILINE):
        name, line, column, words, message = match.groups()
        path = folder / name
        text = read(path)
        start = text.at_utf16(int(line), int(column) + 1)
        rule = message.split(" and ")[0]
        found.setdefault(path, []).append(Finding(Span(start, start + len(words)), rule, message))
    return found
