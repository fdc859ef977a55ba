"""Finds, loads and validates plugins, and keeps what they bring by name. Every fault is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from articlelint.entry_points import InstalledEntryPoint, entry_points
from articlelint.errors import PluginError
from articlelint.hooks import MARK, PROJECT
from articlelint.modules import import_module
from articlelint.patterns import compile_pattern
from articlelint.records import NamedTuple
from articlelint.rule import Clean, Flagged, LazyRule, Meta, Rule
from articlelint.typed import cast

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, TypeAlias, TypeGuard

    import pluggy

    from articlelint.document import House
    from articlelint.house import RuleSet
    from articlelint.markup.base import Parser
    from articlelint.report.base import Reporter

GROUP = "articlelint"
BUILT_IN = "articlelint_rules"
"""The module of the plugin that articlelint comes with."""

Implementations: TypeAlias = "Mapping[str, list[tuple[Plugin, Callable[..., Any]]]]"
"""By hook, who implements it and how, sorted by the plugin's name."""

_NAME = compile_pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_RESERVED = {"all"}


class Plugin(NamedTuple):
    """Where a rule, parser or reporter came from."""

    name: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"plugin '{self.name}' ({self.distribution} {self.version})"


ENGINE = Plugin("articlelint", "articlelint", "built in")


class RegisteredRule:
    """A rule and the plugin that brought it; the class of a lazy one is imported when it is first needed."""

    __slots__ = ("_entry", "meta", "plugin")

    def __init__(self, entry: type[Rule[Any]] | LazyRule, plugin: Plugin) -> None:
        self._entry = entry
        self.plugin = plugin
        self.meta = entry.meta if isinstance(entry, LazyRule) else _full_meta(entry)

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.meta.name

    @property
    def category(self) -> str:
        """The rule's category."""
        return self.meta.category

    @property
    def package(self) -> str:
        """The top-level package that the rule's code is in."""
        entry = self._entry
        return (entry.target if isinstance(entry, LazyRule) else entry.__module__).partition(".")[0]

    @property
    def rule(self) -> type[Rule[Any]]:
        """The rule's class. Raises PluginError where it cannot be imported, or is not what was announced."""
        if isinstance(self._entry, LazyRule):
            self._entry = _imported(self._entry, self.plugin)
        return self._entry


def _full_meta(rule: type[Rule[Any]]) -> Meta:
    return rule.meta._replace(category=rule.category())


def _imported(lazy: LazyRule, plugin: Plugin) -> type[Rule[Any]]:
    module, _, name = lazy.target.partition(":")
    try:
        rule: Any = getattr(import_module(module), name)
    except (Exception, SystemExit) as error:
        raise PluginError(
            f"{plugin}: rule '{lazy.meta.name}' cannot be loaded from '{lazy.target}': "
            f"{type(error).__name__}: {error}"
        ) from error
    if _is_own(lazy):
        return cast("type[Rule[Any]]", rule)
    fault = rule_fault(rule)
    if fault:
        raise PluginError(f"{plugin}: {fault}")
    for field_name, announced, own in zip(Meta._fields, lazy.meta, _full_meta(rule), strict=True):
        if own != announced:
            raise PluginError(
                f"{plugin}: '{lazy.target}' was announced with {field_name} {announced!r}, but has {own!r}"
            )
    return cast("type[Rule[Any]]", rule)


def _is_own(lazy: LazyRule) -> bool:
    """Whether a rule is articlelint's own: the tests look for faults in those, not every run."""
    return lazy.target.startswith(f"{BUILT_IN}.")


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
    if len(rules) == len(_engine_rules()):
        raise PluginError("no rules are installed: reinstall articlelint (its own rules are a plugin, too)")
    return Registry(
        rules=dict(sorted(rules.items())),
        parsers=_parsers(hooks),
        reporters=_reporters(hooks),
        plugins=tuple(plugin for _, plugin in found),
        rule_sets=dict(hooks.get("articlelint_rule_sets", ())),
    )


def _entry_points() -> list[tuple[InstalledEntryPoint, Plugin]]:
    """The group's entry points with their origin, sorted by name; a name used twice is an error."""
    found: dict[str, tuple[InstalledEntryPoint, Plugin]] = {}
    # pluggy would keep one of two plugins with one name and drop the other without a word.
    for entry in entry_points(GROUP):
        plugin = Plugin(entry.name, entry.distribution, entry.version)
        if entry.name in found:
            other = found[entry.name][1]
            raise PluginError(
                f"two plugins are named '{entry.name}': one from {other.distribution}, "
                f"one from {plugin.distribution}; uninstall one of them"
            )
        found[entry.name] = (entry, plugin)
    return list(found.values())


def _implementations(found: list[tuple[InstalledEntryPoint, Plugin]]) -> Implementations:
    """What the plugins implement. pluggy, which checks it, is for others than our own."""
    if [entry.value for entry, _ in found] == [BUILT_IN]:
        return own_implementations(*found[0])
    return checked_implementations(found)


def own_implementations(entry: InstalledEntryPoint, plugin: Plugin) -> Implementations:
    """The hooks of a plugin that keeps to them: of ours, which the tests hold against pluggy."""
    module = cast("dict[str, Any]", vars(_loaded(entry, plugin)))
    return {name: [(plugin, value)] for name, value in module.items() if hasattr(value, MARK)}


def _loaded(entry: InstalledEntryPoint, plugin: Plugin) -> Any:
    try:
        return entry.load()
    except (Exception, SystemExit) as error:
        raise PluginError(
            f"{plugin} cannot be loaded from '{entry.value}': {type(error).__name__}: {error}"
        ) from error


def checked_implementations(found: list[tuple[InstalledEntryPoint, Plugin]]) -> Implementations:
    """The hooks of plugins, each registered with pluggy and checked against the hook specifications."""
    import pluggy

    from articlelint import hookspecs

    manager = pluggy.PluginManager(PROJECT)
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
    names = [name for name in dir(hookspecs) if name.startswith(f"{PROJECT}_")]
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


def _engine_rules() -> list[type[Rule[Any]]]:
    from articlelint.suppress import UnusedIgnore

    return [UnusedIgnore]


def _rules(hooks: Implementations) -> dict[str, RegisteredRule]:
    rules = {rule.meta.name: RegisteredRule(rule, ENGINE) for rule in _engine_rules()}
    for plugin, item in _results(hooks, "articlelint_rules"):
        fault = _lazy_fault(item) if isinstance(item, LazyRule) else rule_fault(item)
        if fault:
            raise PluginError(f"{plugin}: {fault}")
        name = item.meta.name
        if name in rules:
            raise PluginError(
                f"two rules are named '{name}': one from {rules[name].plugin}, one from {plugin}"
            )
        rules[name] = RegisteredRule(item, plugin)
    for registered in rules.values():
        if registered.category in rules:
            raise PluginError(
                f"{registered.plugin}: '{registered.category}' is a category and a rule; rename one of them"
            )
    return rules


def _lazy_fault(lazy: LazyRule) -> str:
    """What keeps a rule from being announced, or an empty string; its class is not looked at."""
    if _is_own(lazy):
        return ""
    meta: Any = lazy.meta
    if not isinstance(meta, Meta):
        return f"'{lazy.target}' was announced without a 'meta' of type articlelint.Meta"
    return _meta_fault(meta)


def _meta_fault(meta: Meta) -> str:
    if not _NAME.match(meta.name) or meta.name in _RESERVED:
        return f"'{meta.name}' is no name for a rule: use lower-case words joined by hyphens"
    if not _NAME.match(meta.category) or meta.category in _RESERVED:
        return (
            f"rule '{meta.name}': '{meta.category}' is no name for a category; set it in Meta(category=...)"
        )
    triggers: Any = meta.triggers
    if not isinstance(triggers, tuple) or not all(t and isinstance(t, str) for t in cast("Any", triggers)):
        return f"rule '{meta.name}': triggers must be a tuple of strings"
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
