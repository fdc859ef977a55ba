"""Paths as strings: what ``pathlib`` says of them, which takes as long to import as a dozen rules."""

from __future__ import annotations

import os
from collections.abc import Iterator


def tidy(path: str) -> str:
    """A path as it is reported: with forward slashes, and none of them or of ``.`` to spare."""
    if os.name == "nt":
        from pathlib import Path

        return Path(path).as_posix()
    rest = path.lstrip("/")
    slashes = len(path) - len(rest)
    root = "//" if slashes == 2 else "/" if slashes else ""  # noqa: PLR2004 - two have a meaning of their own
    return (root + "/".join(part for part in rest.split("/") if part not in {"", "."})) or "."


def absolute(path: str) -> str:
    """A path from the root; ``..`` stays, for it may follow a link."""
    if os.name == "nt":
        from pathlib import Path

        return str(Path(path).absolute())
    return tidy(os.path.join(os.getcwd(), path))


def suffix(path: str) -> str:
    """What the last part of a path ends with, dot included; nothing for ``.hidden`` and ``a.``."""
    name = os.path.basename(path)
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""


def parents(path: str) -> Iterator[str]:
    """The folders a path lies in, the nearest first."""
    above = os.path.dirname(path)
    while above != path:
        yield above
        path, above = above, os.path.dirname(above)


def relative(path: str, base: str) -> str | None:
    """An absolute path as it is said from a folder, with forward slashes; None where it is not inside."""
    inside = base if base.endswith(os.sep) else base + os.sep
    return path[len(inside) :].replace(os.sep, "/") if base and path.startswith(inside) else None
