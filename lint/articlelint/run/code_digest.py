"""The files of installed code, and a digest of them by which machines see whether they have the same."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path


def digest_of(packages: Iterable[str]) -> str:
    """
    Return a digest of all files of articlelint and of other top-level packages, or modules.

    Versions do not tell, because they stay the same while code is written.
    """
    digest = hashlib.blake2b(digest_size=16)
    for package in sorted({"articlelint", *packages}):
        for file in files_of(package):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def files_of(package: str) -> Iterator[Path]:
    """Yield the files of a package in order, which may not have been imported yet."""
    if package in sys.modules:
        origin = getattr(sys.modules[package], "__file__", None)
    else:
        spec = find_spec(package)
        origin = spec.origin if spec else None
    if origin is None:
        return
    file = Path(origin)
    files = sorted(file.parent.rglob("*")) if file.name == "__init__.py" else [file]
    yield from (each for each in files if each.parent.name != "__pycache__" and each.is_file())
