"""Writes the output that the README shows anew: ``python tools/update_readme.py``."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def shown(match: re.Match[str]) -> str:
    """A command's marker and what it prints now."""
    command = [sys.executable, "-m", "articlelint", *match[2].split(), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return f"{match[1]}```text\n{done.stdout}```"


def main() -> None:
    """Rewrite the README in place."""
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    pattern = r"(<!-- output: articlelint ([^\n]*) -->\n)```text\n.*?```"
    path.write_text(re.sub(pattern, shown, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
