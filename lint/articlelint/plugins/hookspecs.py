"""The hooks that a plugin may implement. docs/plugins.md introduces them with examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click
import pluggy

from articlelint.markup.base import AnyParser
from articlelint.plugins.archive_kinds import ArchiveKind
from articlelint.plugins.rule_sets import RuleSet
from articlelint.plugins.settings import Setting
from articlelint.report.base import Reporter
from articlelint.rule import Rule

PROJECT = "articlelint"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook that has the same name."""


@hookspec
def articlelint_rules() -> Iterable[type[Rule[Any]]]:  # type: ignore[empty-body]
    """Return the rules of this plugin, as classes. Called once."""


@hookspec
def articlelint_settings() -> Iterable[Setting]:  # type: ignore[empty-body]
    """Return the keys that this plugin adds to the configuration file. Called once, in every run."""


@hookspec
def articlelint_rule_sets(settings: Mapping[str, Any]) -> Iterable[RuleSet]:  # type: ignore[empty-body]
    """
    Return the rules that this plugin reads from files.

    ``settings`` holds the values of all keys that plugins have added, by name, such as ``"house.packs"``. A
    key that the configuration does not set is missing. The hook is called once for each configuration.
    Raise SettingsError, with file and line, for a file that cannot be used.
    """


@hookspec
def articlelint_parsers() -> Iterable[AnyParser]:  # type: ignore[empty-body]
    """
    Return parsers for further file formats.

    They are objects with ``name``, ``suffixes`` and ``parse``; or with ``articles`` in its place, where a
    file has several articles, or has more in it than the text of one; see ``articlelint.ArticlesParser``.
    """


@hookspec
def articlelint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Return further output formats: objects with ``name`` and ``report``."""


@hookspec
def articlelint_commands() -> Iterable[click.Command]:  # type: ignore[empty-body]
    """
    Return further commands for the command line.

    Called only to print the help and to look up a command that is not built in. A command returns its exit
    code. ``articlelint.commands`` has what a command needs to read the configuration and to lint files.
    """


@hookspec
def articlelint_archive_kinds() -> Iterable[ArchiveKind]:  # type: ignore[empty-body]
    """Return the kinds of choices that an archive counts. Called only to learn or ask an archive."""
