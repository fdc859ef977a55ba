"""The hooks that a plugin may implement. See docs/plugins.md for a three-minute start."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from articlelint.document import House
    from articlelint.markup.base import Parser
    from articlelint.plugins.rule_sets import RuleSet
    from articlelint.report.base import Reporter
    from articlelint.rule import Rule

PROJECT = "articlelint"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Mark a function of a plugin as the implementation of the hook that it is named after."""


@hookspec
def articlelint_rules() -> Iterable[type[Rule[Any]]]:  # type: ignore[empty-body]
    """The rules of this plugin, as classes. Called once; import their modules inside the function."""


@hookspec
def articlelint_rule_sets(house: House) -> Iterable[RuleSet]:  # type: ignore[empty-body]
    """
    Rules from the files that ``[house]`` names: its ``packs``.

    Called once for each configuration that names any. Raise SettingsError where a file cannot be used.
    """


@hookspec
def articlelint_parsers() -> Iterable[Parser]:  # type: ignore[empty-body]
    """Parsers for further markups, each an object with ``name``, ``suffixes`` and ``parse``."""


@hookspec
def articlelint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Further output formats, each an object with ``name`` and ``report``."""
