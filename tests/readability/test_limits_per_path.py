"""Readability limits that depend on where an article lies, as the configuration guide shows them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

from articlelint.cli import cli

GUIDE = Path(__file__).parents[2] / "docs" / "configuration.md"
LONG = (
    "Today "
    + "the ferry sails at noon and the mayor will be on it and " * 2
    + "the old captain will be there.\n"
)
LONGER = (
    "Today "
    + "the ferry sails at noon and the mayor will be on it and " * 4
    + "the old captain will be there.\n"
)


def test_limits_depend_on_the_path(tmp_path: Path) -> None:
    shown = next(
        block
        for block in re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
        if ".rules.long-sentence]" in block
    )
    (tmp_path / ".articlelint.toml").write_text(shown, encoding="utf-8")
    for folder in ("children", "news"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "long.txt").write_text(LONG, encoding="utf-8")
        (tmp_path / folder / "longer.txt").write_text(LONGER, encoding="utf-8")
    (tmp_path / "news" / "twice.txt").write_text("Today the the ferry sails.\n", encoding="utf-8")
    arguments = ["check", "--no-cache", "--output-format", "json", str(tmp_path)]
    run = CliRunner().invoke(cli, arguments, standalone_mode=False)
    found = {
        (Path(row["path"]).parent.name, Path(row["path"]).name, row["rule"]) for row in json.loads(run.stdout)
    }
    assert found == {
        ("children", "long.txt", "long-sentence"),
        ("children", "longer.txt", "long-sentence"),
        ("children", "longer.txt", "hard-to-read"),
        ("news", "longer.txt", "long-sentence"),
        ("news", "longer.txt", "hard-to-read"),
        ("news", "twice.txt", "repeated-word"),
    }
