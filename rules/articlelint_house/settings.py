"""The key ``[house] packs`` of the configuration, and the style packs that come with articlelint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import articlelint as al

STARTER = "starter:"
"""Begins the name of a style pack that comes with articlelint, such as ``starter:ap``."""
STARTER_FOLDER = Path(__file__).with_name("starters")
_STARTERS = {path.stem: path for path in sorted(STARTER_FOLDER.glob("*.toml"))}

_COMMENT = """\
# Style packs: rules without code, in your own files or in packs that come with articlelint.
# The guide to house style describes them.
"""


def starter(pack: str) -> Path | None:
    """
    Return the file of a pack that comes with articlelint; None for a pack that is a file of its own.

    Raises ValueError for an unknown name.
    """
    if not pack.startswith(STARTER):
        return None
    name = pack.removeprefix(STARTER)
    if name not in _STARTERS:
        known = ", ".join(STARTER + each for each in _STARTERS)
        raise ValueError(f"[house] packs: no starter pack is named '{pack}'; there are {known}")
    return _STARTERS[name]


def _read(value: Any, folder: Path) -> tuple[str, ...]:
    """
    Return the packs that a list of names and globs stands for, each once.

    A folder stands for the TOML files in it. The result contains absolute paths and names of starter packs.
    """
    found: dict[str, None] = {}
    for pattern in al.read_strings("packs", value):
        if starter(pattern) is not None:
            found[pattern] = None
            continue
        files: list[Path] = []
        for path in al.matching_paths(folder, pattern):
            files += sorted(path.glob("*.toml")) if path.is_dir() else [path]
        if not files:
            raise ValueError(f"'packs': no file matches '{pattern}'")
        found.update(dict.fromkeys(file.resolve().as_posix() for file in files))
    return tuple(found)


def _files(packs: tuple[str, ...]) -> Iterable[Path]:
    """Return the files of the packs; those that come with articlelint change only with a new version."""
    return [Path(pack) for pack in packs if not pack.startswith(STARTER)]


PACKS = al.Setting(
    table="house",
    key="packs",
    read=_read,
    files=_files,
    template=f'{_COMMENT}# [house]\n# packs = ["starter:ap"]',
    starters={name: f'{_COMMENT}[house]\npacks = ["{STARTER}{name}"]' for name in _STARTERS},
)
