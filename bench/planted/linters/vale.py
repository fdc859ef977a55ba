"""Vale, with its own style and the styles of the folder that VALE_STYLES_PATH names."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output, read
from planted.model import Span

NAME = "Vale"
INSTALL = "a release of Vale on PATH, and its styles in the folder that VALE_STYLES_PATH names"


def available() -> bool:
    """Whether it is on PATH and runs: the package on PyPI downloads it at the first start."""
    return installed("vale")


def _styles() -> list[str]:
    folder = os.environ.get("VALE_STYLES_PATH", "")
    names = [p.name for p in Path(folder).iterdir() if p.is_dir()] if folder else []
    return ["Vale", *sorted(name for name in names if name != "config")]


def version() -> str:
    """Return the version and the styles."""
    return f"{first_line(['vale', '--version'])} with the styles {', '.join(_styles())}"


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it on the folder of the files, with a configuration that is written elsewhere."""
    folder = paths[0].parent
    lines = ["MinAlertLevel = suggestion", "[*.{txt,md}]", f"BasedOnStyles = {', '.join(_styles())}"]
    with tempfile.TemporaryDirectory() as elsewhere:
        settings = Path(elsewhere) / ".vale.ini"
        settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = ["vale", "--output=JSON", "--no-exit", f"--config={settings}", "."]
        printed, _ = output(command, folder, limit)
    return parse(printed, folder)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its JSON: alerts by file, with a line and the first and the last column in characters, from 1."""
    found: dict[Path, list[Finding]] = {}
    for name, rows in json.loads(printed or "{}").items():
        text = read(folder / name)
        for row in rows:
            first, last = row["Span"]
            span = Span(text.at(row["Line"], first), text.at(row["Line"], last) + 1)
            finding = Finding(span, row["Check"], row["Message"], row["Severity"])
            found.setdefault(folder / name, []).append(finding)
    return found
