"""codespell, with its default dictionaries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output, read
from planted.model import Span

NAME = "codespell"
INSTALL = "pip install codespell"


def available() -> bool:
    """Whether it is on PATH."""
    return installed("codespell")


def version() -> str:
    """Return the version."""
    return first_line(["codespell", "--version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on the folder of the files. Its exit code is 65 if it finds anything."""
    folder = paths[0].parent
    printed, _ = output(["codespell", "."], folder, limit, codes=(0, 65))
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read lines such as ``./a.txt:3: teh ==> the``: without a column, so the word is found in the line."""
    found: dict[Path, list[Finding]] = {}
    rows = {tuple(m.groups()) for m in re.finditer(r"^(.+?):(\d+): (\S+) ==> (.+)$", printed, re.MULTILINE)}
    for name, line, word, correction in sorted(rows):
        path = folder / name
        text = read(path)
        start, end = text.line(int(line)), text.line(int(line) + 1)
        end = end if end > start else len(text.text)
        for match in re.finditer(rf"\b{re.escape(word)}\b", text.text[start:end]):
            span = Span(start + match.start(), start + match.end())
            found.setdefault(path, []).append(Finding(span, "codespell", f"{word} ==> {correction}"))
    return found
