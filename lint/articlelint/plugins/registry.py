"""Finds, loads and validates plugins, and keeps what they bring by name. Every fault is an error."""

from __future__ import annotations

import configparser
import re
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import EntryPoint, distributions, entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeGuard, cast

import pluggy

from articlelint.errors import PluginError
from articlelint.plugins import hookspecs
from articlelint.plugins.unused_ignore import UnusedIgnore
from articlelint.rule import Clean, Flagged, Meta, Rule

if TYPE_CHECKING:
    from articlelint.document import House
    from articlelint.markup.base import Parser
    from articlelint.plugins.rule_sets import RuleSet
    from articlelint.report.base import Reporter

GROUP = "articlelint"

Implementations: TypeAlias = "Mapping[str, list[tuple[Plugin, Callable[..., Any]]]]"
"""By hook, who implements it and how, sorted by the plugin's name."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_RESERVED = {"all"}


class Plugin(NamedTuple):
    """Where a rule, parser or reporter came from."""

    name: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"plugin '{self.name}' ({self.distribution} {self.version})"


ENGINE = Plugin("articlelint", "articlelint", "built in")
ENGINE_RULES: tuple[type[Rule[Any]], ...] = (UnusedIgnore,)


class RegisteredRule(NamedTuple):
    """A rule and the plugin that it comes from."""

    rule: type[Rule[Any]]
    meta: Meta
    """The rule's own, with the category filled in."""
    plugin: Plugin

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.meta.name

    @property
    def category(self) -> str:
        """The rule's category."""
        return self.meta.category


def _full_meta(rule: type[Rule[Any]]) -> Meta:
    return rule.meta._replace(category=rule.category())


class Registry(NamedTuple):
    """Everything the installed plugins bring, by name, sorted."""

    rules: Mapping[str, RegisteredRule]
    parsers: Mapping[str, Parser]
    """By suffix; beside the built-in ones."""
    reporters: Mapping[str, Reporter]
    plugins: tuple[Plugin, ...]
    rule_sets: Mapping[Plugin, Callable[[House], Iterable[RuleSet]]] = MappingProxyType({})
    """Who makes rules of the files that a configuration names."""

    @property
    def categories(self) -> list[str]:
        """The categories that have a rule, sorted."""
        return sorted({registered.category for registered in self.rules.values()})


def load() -> Registry:
    """
    Load every installed plugin.

    Raises PluginError for the first fault: one that cannot be imported, shares its name with another,
    implements a hook that does not exist, or hands out what is not a rule, parser or reporter.
    """
    found = _entry_points()
    hooks = _implementations(found)
    rules = _rules(hooks)
    if len(rules) == len(ENGINE_RULES):
        raise PluginError("no rules are installed: reinstall articlelint (its own rules are a plugin, too)")
    return Registry(
        rules=dict(sorted(rules.items())),
        parsers=_parsers(hooks),
        reporters=_reporters(hooks),
        plugins=tuple(plugin for _, plugin in found),
        rule_sets=dict(hooks.get("articlelint_rule_sets", ())),
    )


def _entry_points() -> list[tuple[EntryPoint, Plugin]]:
    """The group's entry points with their origin, sorted by name; a name used twice is an error."""
    _check_metadata()
    found: dict[str, tuple[EntryPoint, Plugin]] = {}
    # pluggy would keep one of two plugins with one name and drop the other without a word.
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        distribution = entry.dist
        name, version = (distribution.name, distribution.version) if distribution else ("unknown", "?")
        plugin = Plugin(entry.name, name, version)
        if entry.name in found:
            other = found[entry.name][1]
            raise PluginError(
                f"two plugins are named '{entry.name}': one from {other.distribution}, "
                f"one from {plugin.distribution}; uninstall one of them"
            )
        found[entry.name] = (entry, plugin)
    return list(found.values())


def _check_metadata() -> None:
    """Raise PluginError for a list of entry points that Python would leave out because it is malformed."""
    for distribution in distributions():
        text = distribution.read_text("entry_points.txt") or ""
        if GROUP not in text:
            continue
        parser = configparser.RawConfigParser(delimiters=("=",), strict=False, allow_no_value=False)
        try:
            parser.read_string(text)
        except configparser.Error as error:
            raise PluginError(
                f"the entry points of {distribution.name} cannot be read: {_one_line(error)}; reinstall it"
            ) from None


def _loaded(entry: EntryPoint, plugin: Plugin) -> Any:
    try:
        return entry.load()
    except (Exception, SystemExit) as error:
        raise PluginError(
            f"{plugin} cannot be loaded from '{entry.value}': {type(error).__name__}: {error}"
        ) from error


def _implementations(found: list[tuple[EntryPoint, Plugin]]) -> Implementations:
    """The hooks of plugins, each registered with pluggy and checked against the hook specifications."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    plugins = {plugin.name: plugin for _, plugin in found}
    for entry, plugin in found:
        module = _loaded(entry, plugin)
        _check_hooks(module, plugin, manager)
        try:
            manager.register(module, name=entry.name)
            manager.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            raise PluginError(f"{plugin} does not keep to the hooks: {_one_line(error)}") from None
    names = [name for name in dir(hookspecs) if name.startswith(f"{hookspecs.PROJECT}_")]
    by_hook = {name: getattr(manager.hook, name).get_hookimpls() for name in names}
    return {
        name: [(plugins[i.plugin_name], i.function) for i in sorted(impls, key=lambda i: i.plugin_name)]
        for name, impls in by_hook.items()
    }


def _check_hooks(module: Any, plugin: Plugin, manager: pluggy.PluginManager) -> None:
    """A plugin must implement a hook, and what looks like a hook must be marked as one."""
    marked = [name for name in dir(module) if manager.parse_hookimpl_opts(module, name) is not None]
    looks = [n for n in dir(module) if n.startswith("articlelint_") and callable(getattr(module, n))]
    unmarked = sorted(set(looks) - set(marked))
    if unmarked:
        raise PluginError(f"{plugin}: '{unmarked[0]}' lacks the @articlelint.hookimpl mark")
    if not marked:
        raise PluginError(f"{plugin} implements no hook; see 'articlelint_rules' in the plugin guide")


def _results(hooks: Implementations, hook: str) -> Iterable[tuple[Plugin, Any]]:
    """What each plugin's implementation of a hook returns, item by item, by plugin name."""
    for plugin, function in hooks.get(hook, ()):
        try:
            returned = function()
        except Exception as error:
            raise PluginError(f"{plugin}: {hook}() failed: {type(error).__name__}: {error}") from error
        if not isinstance(returned, list | tuple):
            raise PluginError(f"{plugin}: {hook}() must return a list, not {returned!r}")
        for item in cast("list[Any]", returned):
            yield plugin, item


def _rules(hooks: Implementations) -> dict[str, RegisteredRule]:
    rules = {r.meta.name: RegisteredRule(r, _full_meta(r), ENGINE) for r in ENGINE_RULES}
    for plugin, item in _results(hooks, "articlelint_rules"):
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


def _meta_fault(meta: Meta) -> str:
    if not _NAME.match(meta.name) or meta.name in _RESERVED:
        return f"'{meta.name}' is no name for a rule: use lower-case words joined by hyphens"
    if not _NAME.match(meta.category) or meta.category in _RESERVED:
        return (
            f"rule '{meta.name}': '{meta.category}' is no name for a category; set it in Meta(category=...)"
        )
    return ""


def _is_rule_class(item: Any) -> TypeGuard[type[Rule[Any]]]:
    return isinstance(item, type) and issubclass(item, Rule)


def rule_fault(item: Any) -> str:
    """What keeps an object from being a rule, or an empty string."""
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


def _parsers(hooks: Implementations) -> dict[str, Parser]:
    from articlelint.markup import SUFFIXES

    parsers: dict[str, Parser] = {}
    owners: dict[str, object] = dict.fromkeys(SUFFIXES, ENGINE)
    for plugin, item in _results(hooks, "articlelint_parsers"):
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


def _reporters(hooks: Implementations) -> dict[str, Reporter]:
    from articlelint.report import BUILT_IN

    reporters: dict[str, Reporter] = {}
    owners: dict[str, object] = dict.fromkeys(BUILT_IN, ENGINE)
    for plugin, item in _results(hooks, "articlelint_reporters"):
        name = getattr(item, "name", None)
        if not isinstance(name, str) or not _NAME.match(name) or not callable(getattr(item, "report", None)):
            raise PluginError(f"{plugin}: {item!r} is no reporter: it needs 'name' and 'report'")
        if name in owners:
            raise PluginError(f"{plugin}: an output format '{name}' already comes from {owners[name]}")
        owners[name] = plugin
        reporters[name] = item
    return dict(sorted(reporters.items()))


def _one_line(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)).strip()
