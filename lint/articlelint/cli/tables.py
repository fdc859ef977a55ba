"""Tables for people, with rich."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import Any

from articlelint.report.escape import encodable, visible

_UNSEEN_WIDTH = 160
"""The width of a table if the output is no terminal."""


def cell(text: str) -> Any:
    """A text as a cell of a table: in a plain string, rich would take brackets for markup."""
    from rich.text import Text

    return Text(encodable(visible(text)))


def print_table(table: Any, write: Callable[[str], object]) -> None:
    """Write a table as wide as the terminal, and a blank line."""
    from rich.console import Console

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNSEEN_WIDTH
    console = Console(width=width, color_system=None, force_terminal=False, highlight=False)
    with console.capture() as captured:
        console.print(table)
    # rich pads each line with spaces to the width of the table.
    lines = [line.rstrip() for line in captured.get().splitlines()]
    write("\n".join(lines).strip("\n") + "\n\n")
