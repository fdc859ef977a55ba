"""Which rules are on for a path, with which options and severity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from articlelint.config.options import build_options
from articlelint.config.patterns import matches
from articlelint.config.settings import Layer, Settings, table_name
from articlelint.errors import PluginError, SettingsError, UsageError, nearest
from articlelint.model import Severity
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.registry import RegisteredRule, Registry
from articlelint.plugins.rule_sets import FileRule
from articlelint.rule import Rule


class ActiveRule(NamedTuple):
    """A rule that is on, ready to run with its options."""

    registered: RegisteredRule
    rule: Rule[Any]
    severity: Severity
    configured: bool = False
    """Whether the severity is from the configuration. It then applies whatever the confidence."""

    @property
    def category(self) -> str:
        """The rule's category."""
        return self.registered.category

    @property
    def url(self) -> str:
        """The address of a page about the rule, or ""."""
        return self.registered.url


class ActiveFileRule(NamedTuple):
    """A rule from a file that is on."""

    rule: FileRule
    severity: Severity

    @property
    def category(self) -> str:
        """The rule's category."""
        return self.rule.category

    @property
    def url(self) -> str:
        """The address of a page about the rule, or ""."""
        return self.rule.url


class _Selectable(Protocol):
    """A rule of a plugin or from a file: the names that it can be selected by."""

    @property
    def name(self) -> str: ...
    @property
    def category(self) -> str: ...


def layers_for(settings: Settings, path: Path | None) -> tuple[Layer, ...]:
    """The layers that apply to a path, in order; those of the command line come last."""
    matching: list[Layer] = []
    if path is not None and settings.paths:
        real = path.resolve()
        matching = [p.layer for p in settings.paths if matches(real, p.base, (p.pattern,))]
    general = [layer for layer in settings.layers if not layer.on_command_line]
    special = [layer for layer in settings.layers if layer.on_command_line]
    return (*general, *matching, *special)


def active_rules(
    registry: Registry,
    layers: Iterable[Layer],
    file_rules: Mapping[str, FileRule] | None = None,
    only: frozenset[str] | None = None,
) -> tuple[ActiveRule, ...]:
    """
    The rules that the layers turn on, sorted by name.

    A later layer overrides an earlier one. Within a layer, the name of a rule takes precedence over its
    category, a category over ``all``, and ``ignore`` over ``select``. ``all`` and a category stand for the
    rules that are on by default; the others run only by name. ``file_rules`` are the rules from files; the
    layers may contain their names, too. With ``only``, exactly these rules are on, whatever the layers
    select; the layers still set their options and severities.

    Raises UsageError or SettingsError for an unknown name of a rule or category, and for a wrong option.
    """
    layers = tuple(layers)
    for layer in layers:
        _check_names(registry, layer, file_rules or {})
    enabled = {name: registered.meta.default for name, registered in registry.rules.items()}
    for layer in layers:
        for name, registered in registry.rules.items():
            enabled[name] = _decide(registered, layer, before=enabled[name], default=registered.meta.default)
    if only is not None:
        enabled = {name: name in only for name in enabled}
    return tuple(
        _configured(registered, layers) for name, registered in registry.rules.items() if enabled[name]
    )


def check_paths(registry: Registry, settings: Settings, file_rules: Mapping[str, FileRule]) -> None:
    """
    Check the names, severities and options of every table of ``[paths]``, even if no article matches it.

    Raises SettingsError for an unknown name and for a wrong option.
    """
    for entry in settings.paths:
        _check_names(registry, entry.layer, file_rules)
        for name in entry.layer.rules:
            _configured(registry.rules[name], (*settings.layers, entry.layer))


def no_rule_selected(layers: Iterable[Layer]) -> Exception:
    """Return the error for layers that turn on no rule; it names the last ``select`` or ``ignore``."""
    where, on_command_line = "the configuration", False
    for layer in layers:
        if layer.ignore or layer.select is not None:
            where = layer.at("ignore" if layer.ignore else "select")
            on_command_line = layer.on_command_line
    message = f"{where}: no rule is selected, so nothing would be checked; select a rule, or 'all'"
    return UsageError(message) if on_command_line else SettingsError(message)


def active_file_rules(
    rules: Mapping[str, FileRule], layers: Iterable[Layer], only: frozenset[str] | None = None
) -> dict[str, ActiveFileRule]:
    """
    The rules from files that the layers turn on, or exactly those of ``only``.

    The group of a rule takes precedence over its category.
    """
    layers = tuple(layers)
    active: dict[str, ActiveFileRule] = {}
    for name, rule in rules.items():
        enabled, severity = rule.default, rule.severity
        for layer in layers:
            enabled = _decide(rule, layer, before=enabled, default=rule.default, group=rule.group)
            if layer.severity:
                for key in (name,) if rule.advisory else ("all", rule.category, rule.group, name):
                    severity = layer.severity.get(key, severity)
        if enabled if only is None else name in only:
            active[name] = ActiveFileRule(rule, severity)
    return active


def rules_together(settings: Settings, rules: Mapping[str, FileRule]) -> Iterator[frozenset[str]]:
    """
    The rules from files that may run together: for all files, and for each table of paths.

    Rules that the configuration ignores or that are off by default are left out. A ``select`` for all files
    leaves out no rule, because a newsroom may change it any day.
    """
    general = [layer._replace(select=None) for layer in settings.layers]
    by_name = frozenset(name for layer in settings.layers for name in layer.select or ())
    yield frozenset(active_file_rules(rules, general)) | (by_name & rules.keys())
    for entry in settings.paths:
        yield frozenset(active_file_rules(rules, (*general, entry.layer)))


def named_rules(
    wanted: Iterable[str], registry: Registry, file_rules: Mapping[str, FileRule], option: str
) -> frozenset[str]:
    """
    The rules that names of rules, groups, categories and "all" stand for, including rules that are off.

    Raises UsageError, which begins with the option, for an unknown name.
    """
    members: dict[str, set[str]] = {"all": {*registry.rules, *file_rules}}
    for name, registered in registry.rules.items():
        members.setdefault(registered.category, set()).add(name)
    for name, rule in file_rules.items():
        for group in (rule.category, rule.group):
            members.setdefault(group, set()).add(name)
    found: set[str] = set()
    for name in wanted:
        if name in registry.rules or name in file_rules:
            found.add(name)
        elif name in members:
            found |= members[name]
        else:
            known = (*registry.rules, *members, *file_rules)
            raise UsageError(f"{option}: no rule, pack or category is named '{name}'{nearest(name, known)}")
    return frozenset(found)


def _decide(rule: _Selectable, layer: Layer, *, before: bool, default: bool, group: str = "") -> bool:
    selected = _weight(rule, layer.select or (), group, open_to_groups=default)
    ignored = _weight(rule, layer.ignore, group)
    if ignored and ignored >= selected:
        return False
    if layer.select is not None:
        return selected > 0
    return before


def _weight(rule: _Selectable, names: tuple[str, ...], group: str, *, open_to_groups: bool = True) -> int:
    """How a list selects a rule: 4 by its name, 3 by its group, 2 by its category, 1 by ``all``, 0 not."""
    if not names:
        return 0
    if rule.name in names:
        return 4
    if not open_to_groups:
        return 0
    if group in names:
        return 3
    if rule.category in names:
        return 2
    return 1 if "all" in names else 0


def _check_names(registry: Registry, layer: Layer, file_rules: Mapping[str, FileRule]) -> None:
    groups = {key for rule in file_rules.values() for key in (rule.group, rule.category)}
    known = dict.fromkeys((*registry.rules, *registry.categories, *file_rules, *sorted(groups), "all"))
    for key, names in (("select", layer.select or ()), ("ignore", layer.ignore)):
        for name in names:
            if name not in known:
                message = f"no rule or category is named '{name}'{nearest(name, known)}"
                if layer.on_command_line:
                    raise UsageError(f"{layer.origin}: {message}")
                raise SettingsError(f"{layer.at(key)}: {message}")
    for key, table in (("severity", layer.severity), ("rules", layer.rules)):
        for name in table:
            known_here = registry.rules if key == "rules" else known
            if name not in known_here:
                where = f"{layer.at(key, name)}: {table_name((*layer.table, key))}"
                raise SettingsError(f"{where}: no rule is named '{name}'{nearest(name, known_here)}")


def _configured(registered: RegisteredRule, layers: tuple[Layer, ...]) -> ActiveRule:
    rule = registered.rule
    given: dict[str, Any] = {}
    options: Any = rule.options_type()
    severity, configured = registered.meta.severity, False
    for layer in layers:
        for name in ("all", registered.category, registered.name):
            if name in layer.severity:
                severity, configured = layer.severity[name], True
        own: Mapping[str, Any] = layer.rules.get(registered.name, {})
        if not own:
            continue
        given.update(own)
        try:
            options = build_options(rule, given)
        except SettingsError as error:
            key = next((k for k in own if f"'{k}'" in str(error)), "")
            raise SettingsError(f"{layer.at('rules', registered.name, key)}: {error}") from None
    try:
        instance: Rule[Any] = call(rule, options)
    except FailedError as error:
        raise PluginError(f"{registered.plugin}: rule '{registered.name}' cannot be made: {error}") from error
    return ActiveRule(registered, instance, severity, configured)
