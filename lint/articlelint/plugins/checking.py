"""Checks what plugins return from their hooks, and collects it by name. Every fault is a PluginError."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias, TypeGuard, cast

import click

from articlelint.errors import PluginError
from articlelint.markup import SUFFIXES
from articlelint.markup.base import Parser
from articlelint.plugins.registry import ENGINE, ENGINE_RULES, Plugin, RegisteredRule, RegisteredSetting
from articlelint.plugins.settings import ENGINE_KEYS, Setting
from articlelint.report import BUILT_IN
from articlelint.report.base import Reporter
from articlelint.rule import Clean, Flagged, Meta, Rule

Results: TypeAlias = Iterable[tuple[Plugin, Any]]
"""The objects that a hook has returned, each with its plugin."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_RESERVED = {"all"}


class PluginCommand(NamedTuple):
    """A command and the plugin that it comes from."""

    command: click.Command
    plugin: Plugin


def checked_rules(results: Results) -> dict[str, RegisteredRule]:
    """The rules of the engine and of plugins, by name. Raises PluginError."""
    rules = {r.meta.name: RegisteredRule(r, _full_meta(r), ENGINE) for r in ENGINE_RULES}
    for plugin, item in results:
        fault = rule_fault(item)
        if fault:
            raise PluginError(f"{plugin}: {fault}")
        name = item.meta.name
        if name in rules:
            raise PluginError(
                f"two rules are named '{name}': one from {rules[name].plugin}, one from {plugin}"
            )
        rules[name] = RegisteredRule(item, _full_meta(item), plugin)
    for registered in rules.values():
        if registered.category in rules:
            raise PluginError(
                f"{registered.plugin}: '{registered.category}' is a category and a rule; rename one of them"
            )
    return rules


def rule_fault(item: Any) -> str:
    """Say why an object cannot be used as a rule; "" if it can."""
    if not _is_rule_class(item):
        return f"{item!r} is not a subclass of articlelint.Rule"
    meta = getattr(item, "meta", None)
    if not isinstance(meta, Meta):
        return f"rule class '{item.__name__}' has no 'meta' of type articlelint.Meta"
    fault = _meta_fault(_full_meta(item))
    if fault:
        return fault
    if getattr(item, "__abstractmethods__", None):
        return f"rule '{meta.name}' does not define check()"
    if not (item.__doc__ or "").strip():
        return f"rule '{meta.name}' has no docstring; it is the rule's documentation"
    examples: Any = getattr(item, "examples", ())
    kinds: set[Any] = (
        set(map(type, cast("Iterable[Any]", examples))) if isinstance(examples, tuple) else set()
    )
    if kinds != {Flagged, Clean}:
        return f"rule '{meta.name}': examples must be a tuple with at least one Flagged and one Clean"
    options_type: Any = getattr(item, "options_type", None)
    if not (hasattr(options_type, "_fields") or hasattr(options_type, "__dataclass_fields__")):
        return f"rule '{meta.name}': options_type must be a NamedTuple or a dataclass"
    return ""


def _is_rule_class(item: Any) -> TypeGuard[type[Rule[Any]]]:
    return isinstance(item, type) and issubclass(item, Rule)


def _full_meta(rule: type[Rule[Any]]) -> Meta:
    return rule.meta._replace(category=rule.category())


def _meta_fault(meta: Meta) -> str:
    if not _NAME.match(meta.name) or meta.name in _RESERVED:
        return f"'{meta.name}' is no name for a rule: use lower-case words joined by hyphens"
    if not _NAME.match(meta.category) or meta.category in _RESERVED:
        return (
            f"rule '{meta.name}': '{meta.category}' is no name for a category; set it in Meta(category=...)"
        )
    return ""


def checked_parsers(results: Results) -> dict[str, Parser]:
    """The parsers of plugins, by the suffixes of their files. Raises PluginError."""
    parsers: dict[str, Parser] = {}
    owners: dict[str, object] = dict.fromkeys(SUFFIXES, ENGINE)
    for plugin, item in results:
        suffixes: Any = getattr(item, "suffixes", None)
        if not isinstance(suffixes, tuple) or not suffixes or not callable(getattr(item, "parse", None)):
            raise PluginError(f"{plugin}: {item!r} is no parser: it needs 'name', 'suffixes' and 'parse'")
        for suffix in cast("tuple[str, ...]", suffixes):
            if suffix in owners:
                raise PluginError(
                    f"{plugin}: files ending in '{suffix}' are already read by {owners[suffix]}"
                )
            owners[suffix] = plugin
            parsers[suffix] = item
    return dict(sorted(parsers.items()))


def checked_reporters(results: Results) -> dict[str, Reporter]:
    """The output formats of plugins, by name. Raises PluginError."""
    reporters: dict[str, Reporter] = {}
    owners: dict[str, object] = dict.fromkeys(BUILT_IN, ENGINE)
    for plugin, item in results:
        name = getattr(item, "name", None)
        if not isinstance(name, str) or not _NAME.match(name) or not callable(getattr(item, "report", None)):
            raise PluginError(f"{plugin}: {item!r} is no reporter: it needs 'name' and 'report'")
        if name in owners:
            raise PluginError(f"{plugin}: an output format '{name}' already comes from {owners[name]}")
        owners[name] = plugin
        reporters[name] = item
    return dict(sorted(reporters.items()))


def checked_settings(results: Results) -> dict[str, RegisteredSetting]:
    """The keys that plugins add to the configuration file, by name. Raises PluginError."""
    settings: dict[str, RegisteredSetting] = {}
    for plugin, item in results:
        if not isinstance(item, Setting):
            raise PluginError(f"{plugin}: {item!r} is no articlelint.Setting")
        fault = _setting_fault(item)
        if fault:
            raise PluginError(f"{plugin}: setting '{item.name}': {fault}")
        for other, owner in settings.values():
            if item.name in {other.name, other.table} or other.name == item.table:
                raise PluginError(
                    f"two settings clash: '{other.name}' of {owner}, and '{item.name}' of {plugin}"
                )
        settings[item.name] = RegisteredSetting(item, plugin)
    return dict(sorted(settings.items()))


def _setting_fault(setting: Setting) -> str:
    """Say why a key cannot be added to the configuration file; "" if it can."""
    names: tuple[Any, ...] = (setting.key, setting.table or setting.key)
    if not all(isinstance(name, str) and _NAME.match(name) for name in names):
        return "use lower-case words joined by hyphens"
    if setting.key in ENGINE_KEYS.get(setting.table, ()):
        return "the key is articlelint's own"
    if setting.table in ENGINE_KEYS[""] and setting.table not in ENGINE_KEYS:
        return f"no key can be added to '{setting.table}', which is articlelint's own"
    functions: tuple[Any, ...] = (setting.read, setting.files)
    if not all(map(callable, functions)):
        return "'read' and 'files' must be functions"
    return ""


def checked_commands(results: Results, built_in: Collection[str]) -> Mapping[str, PluginCommand]:
    """The commands of plugins, by name; ``built_in`` are the names they cannot have. Raises PluginError."""
    commands: dict[str, PluginCommand] = {}
    for plugin, item in results:
        if not isinstance(item, click.Command):
            raise PluginError(f"{plugin}: {item!r} is no click command")
        name = item.name or ""
        if not _NAME.match(name):
            raise PluginError(
                f"{plugin}: '{name}' is no name for a command: use lower-case words and hyphens"
            )
        if name in built_in:
            raise PluginError(f"{plugin}: the command '{name}' is articlelint's own")
        if name in commands:
            raise PluginError(
                f"two commands are named '{name}': one from {commands[name].plugin}, one from {plugin}"
            )
        commands[name] = PluginCommand(item, plugin)
    return commands
