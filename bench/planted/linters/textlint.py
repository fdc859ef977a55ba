"""textlint, with the rules for English that are installed beside it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from planted.linters.base import Finding, first_line, installed, output, read
from planted.model import Span

NAME = "textlint"
RULES = (
    "common-misspellings", "date-weekday-mismatch", "diacritics", "doubled-spaces", "en-capitalization",
    "unexpanded-acronym", "@textlint-rule/no-unmatched-pair",
)  # fmt: skip
"""Rules about mistakes. Those about style are left out, also alex and write-good, which run themselves."""
INSTALL = "npm install textlint and its rules: " + ", ".join(RULES)


def _modules() -> Path:
    """The ``node_modules`` folder that textlint is installed in."""
    program = Path(shutil.which("textlint") or "textlint").resolve()
    return next((parent for parent in program.parents if parent.name == "node_modules"), program.parent)


def _rules() -> list[str]:
    return [rule for rule in RULES if (_modules() / _package(rule)).is_dir()]


def _package(rule: str) -> str:
    scope, _, name = rule.rpartition("/")
    return f"{scope}/textlint-rule-{name}" if scope else f"textlint-rule-{name}"


def available() -> bool:
    """Whether it is on PATH, with at least one of the rules."""
    return installed("textlint") and bool(_rules())


def version() -> str:
    """Return the version and the rules."""
    return f"{first_line(['textlint', '--version'])} with {', '.join(_rules())}"


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Run it in a folder with a configuration and a link to the rules: it looks for them where it runs."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "node_modules").symlink_to(_modules())
        settings = json.dumps({"rules": dict.fromkeys(_rules(), True)})
        (here / ".textlintrc.json").write_text(settings, encoding="utf-8")
        command = ["textlint", "--format", "json", *(str(path) for path in paths)]
        printed, _ = output(command, here, limit)
    return parse(printed, paths[0].parent)


def parse(printed: str, folder: Path) -> dict[Path, list[Finding]]:
    """Read its JSON: an object a file, with ranges in UTF-16 units."""
    severities = {0: "info", 1: "warning", 2: "error", 3: "info"}
    found: dict[Path, list[Finding]] = {}
    for file in json.loads(printed or "[]"):
        path = folder / Path(file["filePath"]).name
        text = read(path)
        found[path] = [
            Finding(
                Span(text.utf16(row["range"][0]), text.utf16(row["range"][1])),
                row["ruleId"], row["message"], severities[row["severity"]],
            )
            for row in file["messages"]
        ]  # fmt: skip
    return found
