"""
Vale styles, read as they are.

This plugin adds the keys ``vale`` and ``vale-vocabularies`` to ``[house]`` in the configuration, the rules of
these styles, and the command ``articlelint import-vale``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

import articlelint as al


@al.hookimpl
def articlelint_settings() -> list[al.Setting]:
    """Return the keys ``[house] vale`` and ``vale-vocabularies``."""
    from articlelint_vale.settings import STYLES, VOCABULARIES

    return [STYLES, VOCABULARIES]


@al.hookimpl
def articlelint_rule_sets(settings: Mapping[str, Any]) -> list[al.RuleSet]:
    """Return the rules of the styles that the configuration names."""
    folders = settings.get("house.vale", ())
    vocabularies = settings.get("house.vale-vocabularies", ())
    if not folders and not vocabularies:
        return []
    from articlelint_vale.styles import Styles

    return [Styles(folders, vocabularies)]


@al.hookimpl
def articlelint_commands() -> list[click.Command]:
    """Return the command ``articlelint import-vale``."""
    from articlelint_vale.cli import command

    return [command]
