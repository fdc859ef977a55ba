"""Finds the installed plugins, imports them and calls their hooks. Every fault is a PluginError."""

from __future__ import annotations

import configparser
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, EntryPoint, distributions
from typing import Any, TypeAlias, cast

import pluggy

from articlelint.errors import PluginError, nearest
from articlelint.plugins import hookspecs
from articlelint.plugins.archive_kinds import ArchiveKind
from articlelint.plugins.checking import (
    PluginCommand,
    checked_commands,
    checked_rules,
    checked_settings,
    described,
)
from articlelint.plugins.checking_archive_kinds import checked_archive_kinds
from articlelint.plugins.checking_formats import checked_parsers, checked_reporters
from articlelint.plugins.checking_rule_sets import checked_reader
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.registry import ENGINE_RULES, Plugin, RegisteredSetting, Registry
from articlelint.plugins.time_limit import HOOK_SECONDS, TimeLimit

GROUP = "articlelint"
"""The entry-point group of plugins."""

HOOKS = tuple(name for name in dir(hookspecs) if name.startswith(f"{hookspecs.PROJECT}_"))
"""The names of the hooks."""

Implementations: TypeAlias = Mapping[str, list[tuple[Plugin, Callable[..., Any]]]]
"""By hook: the plugins that implement it and their functions, sorted by the plugin's name."""


@cache
def load() -> Registry:
    """
    Load every installed plugin.

    Raises PluginError for the first fault found: a plugin that cannot be imported, has the name of another
    one, implements an unknown hook, or returns an object of the wrong kind.
    """
    rules = checked_rules(_results("articlelint_rules"))
    if len(rules) == len(ENGINE_RULES):
        raise PluginError("no rules are installed: reinstall articlelint (its own rules are a plugin, too)")
    parsers = checked_parsers(_results("articlelint_parsers"))
    rule_sets = _implementations()["articlelint_rule_sets"]
    return Registry(
        rules=dict(sorted(rules.items())),
        parsers={suffix: parser for suffix, (_, parser) in parsers.items()},
        reporters=checked_reporters(_results("articlelint_reporters")),
        plugins=tuple(_entry_points()),
        rule_sets={plugin: checked_reader(plugin, read, frozenset(rules)) for plugin, read in rule_sets},
        settings=load_settings(),
        parser_plugins={suffix: plugin for suffix, (plugin, _) in parsers.items()},
    )


@cache
def load_settings() -> Mapping[str, RegisteredSetting]:
    """Load the keys that plugins add to the configuration file. Raises PluginError."""
    return checked_settings(_results("articlelint_settings"))


def load_commands(built_in: Collection[str]) -> Mapping[str, PluginCommand]:
    """Load the commands of plugins, by name; they cannot have the names ``built_in``. Raises PluginError."""
    return checked_commands(_results("articlelint_commands"), built_in)


@cache
def load_archive_kinds() -> Mapping[str, tuple[Plugin, ArchiveKind]]:
    """Load the kinds of choices that an archive counts, by name, with their plugins. Raises PluginError."""
    return checked_archive_kinds(_results("articlelint_archive_kinds"))


@cache
def _entry_points() -> Mapping[Plugin, EntryPoint]:
    """The plugins that are installed, sorted by name; a name used twice is an error."""
    # pluggy would keep one of two plugins with one name and drop the other without a word.
    found: dict[str, tuple[Plugin, EntryPoint]] = {}
    for plugin, entry in sorted(_installed(), key=lambda each: (each[0].name, each[1].value)):
        if plugin.name in found:
            other = found[plugin.name][0]
            raise PluginError(
                f"two plugins are named '{plugin.name}': one from {other.distribution}, "
                f"one from {plugin.distribution}; uninstall one of them"
            )
        found[plugin.name] = plugin, entry
    return dict(found.values())


def _installed() -> Iterator[tuple[Plugin, EntryPoint]]:
    """
    The plugins of all distributions on the import path.

    Where a distribution stands in two folders of the path, the first one counts, as for ``import``. Raises
    PluginError if it stands in one folder twice: an installer has left an older version behind.
    """
    seen: dict[str, Distribution] = {}
    for distribution in distributions():
        text = _entry_points_text(distribution)
        if GROUP not in text:
            continue
        name = distribution.name or "unknown"
        normalized = re.sub(r"[-_.]+", "-", name).lower()
        first = seen.setdefault(normalized, distribution)
        if first is not distribution:
            if first.locate_file("") == distribution.locate_file(""):
                versions = " and ".join(sorted((first.version, distribution.version)))
                raise PluginError(f"{name} is installed twice in one folder, as {versions}; reinstall it")
            continue
        for entry in _read_entry_points(distribution, text):
            yield Plugin(entry.name, name, distribution.version), entry


def _entry_points_text(distribution: Distribution) -> str:
    """The file ``entry_points.txt`` of a distribution; "" if it has none. Raises PluginError."""
    try:
        return distribution.read_text("entry_points.txt") or ""
    except (OSError, ValueError) as error:
        raise PluginError(
            f"the entry points of {distribution.name} cannot be read: {_one_line(error)}; reinstall it"
        ) from None


def _read_entry_points(distribution: Distribution, text: str) -> Iterable[EntryPoint]:
    """The plugins of a distribution. Raises PluginError if ``entry_points.txt``, the text, is malformed."""
    # importlib.metadata leaves out what is under a broken header, so the file is checked first.
    parser = configparser.RawConfigParser(delimiters=("=",), strict=False, allow_no_value=False)
    try:
        parser.read_string(text)
        return distribution.entry_points.select(group=GROUP)
    except (configparser.Error, TypeError, ValueError) as error:
        raise PluginError(
            f"the entry points of {distribution.name} cannot be read: {_one_line(error)}; reinstall it"
        ) from None


@cache
def _implementations() -> Implementations:
    """The hooks of all plugins, each plugin registered with pluggy and checked against the specifications."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    by_name: dict[str | None, Plugin] = {}
    for plugin, entry in _entry_points().items():
        module = _imported(entry, plugin)
        _check_hooks(module, plugin, manager)
        try:
            manager.register(module, name=plugin.name)
            manager.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            raise PluginError(
                f"{plugin} does not match the hook specifications: {_one_line(error)}"
            ) from None
        by_name[plugin.name] = plugin
    hooks: dict[str, list[tuple[Plugin, Callable[..., Any]]]] = {}
    for hook in HOOKS:
        found = sorted(getattr(manager.hook, hook).get_hookimpls(), key=lambda each: each.plugin_name)
        hooks[hook] = [(by_name[each.plugin_name], each.function) for each in found]
    return hooks


def _imported(entry: EntryPoint, plugin: Plugin) -> Any:
    try:
        with TimeLimit(HOOK_SECONDS):
            return call(entry.load)
    except FailedError as error:
        raise PluginError(f"{plugin} cannot be loaded from '{entry.value}': {error}") from error


def _check_hooks(module: Any, plugin: Plugin, manager: pluggy.PluginManager) -> None:
    """Check that a plugin implements a hook, and that every function named like a hook has the mark."""
    marked: set[str] = set()
    for name in dir(module):
        options = manager.parse_hookimpl_opts(module, name)
        if options is None:
            continue
        marked.add(name)
        hook = options.get("specname") or name
        if hook not in HOOKS:
            raise PluginError(f"{plugin}: there is no hook '{hook}'{nearest(hook, HOOKS)}")
    named = [n for n in dir(module) if n.startswith("articlelint_") and callable(getattr(module, n))]
    unmarked = sorted(set(named) - marked)
    if unmarked:
        close = "" if unmarked[0] in HOOKS else nearest(unmarked[0], HOOKS)
        raise PluginError(f"{plugin}: '{unmarked[0]}' lacks the @articlelint.hookimpl mark{close}")
    if not marked:
        raise PluginError(f"{plugin} implements no hook; see 'articlelint_rules' in the plugin guide")


def _results(hook: str) -> Iterator[tuple[Plugin, Any]]:
    """Call a hook that takes no arguments: each object that a plugin returns, by the plugin's name."""
    for plugin, function in _implementations()[hook]:
        try:
            with TimeLimit(HOOK_SECONDS):
                returned = call(function)
        except FailedError as error:
            raise PluginError(f"{plugin}: {hook}() failed: {error}") from error
        if not isinstance(returned, list | tuple):
            raise PluginError(f"{plugin}: {hook}() must return a list, not {described(returned)}")
        for item in cast("Iterable[Any]", returned):
            yield plugin, item


def _one_line(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)).strip()
