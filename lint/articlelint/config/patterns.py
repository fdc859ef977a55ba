"""File patterns, written as in a .gitignore: ``exclude``, ``include``, ``[paths]`` and .gitignore files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where the first pattern is compiled: most single-file runs have none
    from pathspec import GitIgnoreSpec


@cache
def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """The patterns of one list or file, in their order."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def matches(path: Path, base: Path, patterns: tuple[str, ...], *, folder: bool = False) -> bool:
    """Whether one of the patterns, which are relative to the folder ``base``, matches a path below it."""
    if not patterns or not path.is_relative_to(base):
        return False
    inside = path.relative_to(base).as_posix()
    return compiled(patterns).match_file(f"{inside}/" if folder else inside)
