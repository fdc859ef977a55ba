"""What the adapters of the linters share: findings, places in a text, and running a command."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from planted.model import Span


class LinterError(Exception):
    """A linter that fails, or that does not end in time."""


class Finding(NamedTuple):
    """What a linter reports; ``severity`` is empty if it knows none."""

    span: Span
    rule: str
    message: str
    severity: str = ""


class Places:
    """Offsets of a text, in characters, from the places that linters give."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
        self._astral = [i for i, letter in enumerate(text) if ord(letter) > 0xFFFF]

    def line(self, number: int) -> int:
        """Return where a line starts; lines are counted from 1."""
        return self._lines[min(number, len(self._lines)) - 1]

    def at(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, both counted from 1, the column in characters."""
        return min(self.line(line) + column - 1, len(self.text))

    def at_utf16(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, both counted from 1, the column in UTF-16 units."""
        start = self.line(line)
        before = sum(1 for i in self._astral if i < start)
        return self.utf16(start + before + column - 1)

    def utf16(self, offset: int) -> int:
        """Return the offset in characters of an offset in UTF-16 units."""
        for number, at in enumerate(self._astral):
            if at + number >= offset:
                return offset - number
        return offset - len(self._astral)

    def byte_in_line(self, line: int, offset: int) -> int:
        """Return the offset of a byte of the UTF-8 of a line."""
        start = self.line(line)
        end = self._lines[line] if line < len(self._lines) else len(self.text)
        return start + len(self.text[start:end].encode()[:offset].decode(errors="ignore"))


@cache
def read(path: Path) -> Places:
    """Return the places of the text in a file; it is read once."""
    return Places(path.read_text(encoding="utf-8"))


def installed(command: str) -> bool:
    """Whether a command is on PATH and says its version."""
    if shutil.which(command) is None:
        return False
    done = subprocess.run([command, "--version"], capture_output=True, check=False)
    return done.returncode == 0


def output(
    command: Sequence[str], folder: Path, limit: float, codes: Sequence[int] = (0, 1)
) -> tuple[str, str]:
    """
    Run a command in a folder and return what it prints and its errors.

    Raises LinterError if it takes longer than ``limit`` seconds or ends with another exit code.
    """
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=limit, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise LinterError(f"{command[0]} did not end in {limit:.0f} seconds") from None
    if done.returncode not in codes:
        lines = done.stderr.strip().splitlines() or ["no message"]
        raise LinterError(f"{command[0]} ends with {done.returncode}: {lines[-1]}")
    return done.stdout, done.stderr


def first_line(command: Sequence[str]) -> str:
    """Return the last word of the first line that a command prints: its version."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.split("\n")[0].split()[-1].lstrip("v")
