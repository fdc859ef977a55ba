"""The built-in rules: a plugin like any other. Each category is a folder, each rule a file named after it."""

from __future__ import annotations

import os

import articlelint as al

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

DATA = os.path.join(os.path.dirname(__file__), "data")
"""The folder of the tables."""

CATEGORIES = (
    "spelling",
    "fragments",
    "capitals",
    "quotes",
    "leftovers",
    "typography",
    "numbers",
    "readability",
)


def read_table(name: str) -> str:
    """The text of a table."""
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return file.read()


@al.hookimpl
def articlelint_rules() -> list[al.LazyRule]:
    """Every built-in rule, from a list made of them: each is imported when it is first needed."""
    from articlelint_rules.manifest import RULES

    return [*RULES]


def rule_classes() -> list[type[al.Rule[Any]]]:
    """Every built-in rule, imported; a category's package names its own as ``module:Class``."""
    from importlib import import_module

    rules: list[type[al.Rule[Any]]] = []
    for category in CATEGORIES:
        package = f"{__name__}.{category}"
        for entry in import_module(package).RULES:
            module, _, name = entry.partition(":")
            rules.append(getattr(import_module(f"{package}.{module}"), name))
    return rules


@al.hookimpl
def articlelint_rule_sets(house: al.House) -> list[al.RuleSet]:
    """The rules of the newsroom's own files; what reads them is imported if there are any."""
    sets: list[al.RuleSet] = []
    if house.packs:
        from articlelint_rules.house.packs import Packs

        sets.append(Packs(house.packs))
    if house.vale or house.vale_vocabularies:
        from articlelint_rules.vale.styles import Styles

        sets.append(Styles(house.vale, house.vale_vocabularies))
    return sets
