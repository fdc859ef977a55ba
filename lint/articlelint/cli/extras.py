"""Packages that only some commands need."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from articlelint.errors import UsageError


@contextmanager
def needs_extra(command: str, extra: str) -> Generator[None]:
    """Raise UsageError, with what to install, if an import in the block does not find a package."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("articlelint"):
            raise
        what = f"{command} needs the package {error.name}"
        raise UsageError(f"{what}: install articlelint with its extra '{extra}'") from None
