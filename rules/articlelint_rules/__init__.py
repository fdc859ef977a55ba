"""
The built-in rules: a plugin like any other.

Each category is a folder and each rule a file named after it, with helper modules beside it. A category's
package lists its rules in ``RULES``; data/ holds the tables.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import articlelint as al

DATA = Path(__file__).parent / "data"
"""The folder of the data files that only rules read; ``tools/build.py`` makes the tables in it."""

CATEGORIES = (
    "spelling",
    "fragments",
    "capitals",
    "quotes",
    "leftovers",
    "typography",
    "numbers",
    "readability",
    "facts",
    "archive",
)


@al.hookimpl
def articlelint_rules() -> list[type[al.Rule[Any]]]:
    """Return every built-in rule; each category's package lists its own as ``module:Class``."""
    rules: list[type[al.Rule[Any]]] = []
    for category in CATEGORIES:
        package = f"{__name__}.{category}"
        for entry in import_module(package).RULES:
            module, _, name = entry.partition(":")
            rules.append(getattr(import_module(f"{package}.{module}"), name))
    return rules


@al.hookimpl
def articlelint_archive_kinds() -> list[al.ArchiveKind]:
    """Return the kinds of choices that an archive decides."""
    from articlelint_rules.archive.kinds import KINDS

    return list(KINDS)
