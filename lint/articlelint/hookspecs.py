"""The hooks a plugin may implement. See docs/plugins.md for a three-minute start."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from articlelint.hooks import PROJECT

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from articlelint.document import House
    from articlelint.house import RuleSet
    from articlelint.markup.base import Parser
    from articlelint.report.base import Reporter
    from articlelint.rule import LazyRule, Rule

hookspec = pluggy.HookspecMarker(PROJECT)


@hookspec
def articlelint_rules() -> Iterable[type[Rule[Any]] | LazyRule]:  # type: ignore[empty-body]
    """
    The rules of this plugin: classes, imported inside the function, or where to find them.

    Called once, when needed. A LazyRule is imported only for a text that it may report something in.
    """


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
