"""How often the findings of a rule are right, as people have judged it: a file in the package of the rule."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, NamedTuple, cast

from articlelint.errors import PluginError
from articlelint.plugins.registry import RegisteredRule

FILE_NAME = "precision.json"
"""A table in the top package of a plugin, with the fields of ``Precision`` under the name of each rule."""

FEWEST = 10
"""The smallest sample that says something: figures of a smaller one are not shown."""


class Precision(NamedTuple):
    """
    How a person has judged a random sample of a rule's findings on published articles.

    ``right`` of the ``sample`` were right, and ``style`` of it were a matter of style; the others were wrong.
    ``version`` is the version of the rule that was judged, ``date`` the day of that version.
    """

    right: int
    style: int
    sample: int
    version: str
    date: str

    def __str__(self) -> str:
        style = f", {self.style} style" if self.style else ""
        return f"{self.right} of {self.sample} right{style}"

    @property
    def sentence(self) -> str:
        """Return the figures as a sentence for the page of the rule."""
        style = f"{self.style} a matter of style, " if self.style else ""
        wrong = self.sample - self.right - self.style
        return (
            f"Of {self.sample} of its findings in published articles, a person judged {self.right} right, "
            f"{style}and {wrong} wrong (version {self.version}, {self.date})."
        )


def measured(rules: Iterable[RegisteredRule]) -> dict[str, Precision]:
    """
    Return what samples of ``FEWEST`` or more say of rules, by name.

    Raises PluginError for a file that cannot be used.
    """
    tables: dict[str, Mapping[str, Any]] = {}
    found: dict[str, Precision] = {}
    for registered in rules:
        package = registered.rule.__module__.partition(".")[0]
        if package not in tables:
            tables[package] = _table(package, registered)
        row = tables[package].get(registered.name)
        precision = None if row is None else _precision(row, registered)
        if precision is not None and precision.sample >= FEWEST:
            found[registered.name] = precision
    return found


def _table(package: str, registered: RegisteredRule) -> Mapping[str, Any]:
    """Return the table of a package; an empty one if it has none."""
    try:
        text = files(package).joinpath(FILE_NAME).read_text(encoding="utf-8")
    except (OSError, TypeError, ModuleNotFoundError):  # no such file, or a plugin of one module
        return {}
    try:
        table: object = json.loads(text)
    except ValueError:
        table = None
    if not isinstance(table, dict):
        raise PluginError(f"{registered.plugin}: {FILE_NAME} is no JSON table")
    return cast("dict[str, Any]", table)


def _precision(row: object, registered: RegisteredRule) -> Precision:
    try:
        precision = Precision(**cast("dict[str, Any]", row))
        if 0 <= precision.right + precision.style <= precision.sample:
            return precision
    except TypeError:
        pass
    raise PluginError(f"{registered.plugin}: {FILE_NAME}: the row of '{registered.name}' cannot be used")
