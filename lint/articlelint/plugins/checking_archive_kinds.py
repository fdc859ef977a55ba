"""Checks the kinds of choices that plugins return for archives. Every fault is a PluginError."""

from __future__ import annotations

import re
from typing import Any

from articlelint.errors import PluginError
from articlelint.plugins.archive_kinds import ArchiveKind
from articlelint.plugins.checking import Results, described, examined
from articlelint.plugins.registry import Plugin

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


def checked_archive_kinds(results: Results) -> dict[str, tuple[Plugin, ArchiveKind]]:
    """The kinds of plugins, each with its plugin, by name. Raises PluginError."""
    kinds: dict[str, tuple[Plugin, ArchiveKind]] = {}
    for plugin, item in results:
        fault = examined(_kind_fault, item)
        if fault:
            raise PluginError(f"{plugin}: {fault}")
        if item.name in kinds:
            raise PluginError(f"{plugin}: a kind '{item.name}' already comes from {kinds[item.name][0]}")
        kinds[item.name] = plugin, item
    return dict(sorted(kinds.items()))


def _kind_fault(item: Any) -> str:
    """Say why an object cannot be a kind; "" if it can."""
    if not isinstance(item, ArchiveKind):
        return f"{described(item)} is not an articlelint.ArchiveKind"
    name: Any = item.name
    if not isinstance(name, str) or not _NAME.match(name):
        return f"{name!r} is no name for an ArchiveKind: use lower-case words joined by hyphens"
    summary: Any = item.summary
    if not isinstance(summary, str) or not summary.strip():
        return f"kind '{name}': 'summary' must be a string that is not empty, not {summary!r}"
    find: Any = item.find
    if not callable(find):
        return f"kind '{name}': 'find' must be a function, not {described(find)}"
    optional: dict[str, Any] = {"style": item.style, "marks": item.marks}
    for each, function in optional.items():
        if function is not None and not callable(function):
            return f"kind '{name}': '{each}' must be a function or None, not {described(function)}"
    return ""
