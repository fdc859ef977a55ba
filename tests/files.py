"""Files for tests that look for some."""

from __future__ import annotations

from pathlib import Path


def write(*names: str, text: str = "Text.\n") -> None:
    """Write files of one text, in the current folder or below, with the folders that they need."""
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
