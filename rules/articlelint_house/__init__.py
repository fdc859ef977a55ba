"""
Style packs: rules that editors write in TOML, without code.

This plugin adds the key ``packs`` to ``[house]`` in the configuration, the rules that the packs contain, and
the commands ``articlelint style test``, ``style try`` and ``style export``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

import articlelint as al


@al.hookimpl
def articlelint_settings() -> list[al.Setting]:
    """Return the key ``[house] packs``."""
    from articlelint_house.settings import PACKS

    return [PACKS]


@al.hookimpl
def articlelint_rule_sets(settings: Mapping[str, Any]) -> list[al.RuleSet]:
    """Return the rules of the style packs that the configuration names."""
    packs = settings.get("house.packs", ())
    if not packs:
        return []
    from articlelint_house.packs import Packs

    return [Packs(packs)]


@al.hookimpl
def articlelint_commands() -> list[click.Command]:
    """Return the command ``articlelint style``."""
    from articlelint_house.cli.style import command

    return [command]
