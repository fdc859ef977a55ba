"""File patterns, written as in a .gitignore: ``exclude``, ``include``, ``[paths]`` and .gitignore files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where the first pattern is compiled: most single-file runs have none
    from pathspec import GitIgnoreSpec


@cache
def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """The patterns of one list, in their order. ``is_valid`` must be true of each."""
    import warnings

    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # about brackets in brackets, which are no sets here
        return GitIgnoreSpec.from_lines(patterns)


@cache
def compiled_where_valid(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """The lines of a .gitignore. Those that are no patterns match nothing, as for git."""
    return compiled(tuple(line for line in lines if is_valid(line)))


def is_valid(pattern: str) -> bool:
    r"""Whether a pattern can be used; not ``!``, a backslash at the end or a range such as ``[z-a]``."""
    try:
        compiled((pattern,))
    except (ValueError, re.error):
        return False
    return True


def matches(path: Path, base: Path, patterns: tuple[str, ...], *, folder: bool = False) -> bool:
    """Whether one of the patterns, which are relative to the folder ``base``, matches a path below it."""
    if not patterns or not path.is_relative_to(base):
        return False
    inside = path.relative_to(base).as_posix()
    return compiled(patterns).match_file(f"{inside}/" if folder else inside)
