"""Which rules are on for a path, with which options and severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from articlelint.errors import SettingsError, UsageError, nearest
from articlelint.options import build_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from articlelint.model import Severity
    from articlelint.plugins import RegisteredRule, Registry
    from articlelint.rule import Rule
    from articlelint.settings import Layer, Settings


class ActiveRule(NamedTuple):
    """A rule that is on, ready to run."""

    registered: RegisteredRule
    rule: Rule[Any]
    severity: Severity


def layers_for(settings: Settings, path: Path | None) -> tuple[Layer, ...]:
    """The layers that speak for a path, the most special last; the command line has the last word."""
    matching: list[Layer] = []
    if path is not None and settings.paths:
        import pathspec

        for entry in settings.paths:
            try:
                relative = path.resolve().relative_to(entry.base).as_posix()
            except ValueError:
                continue
            if pathspec.GitIgnoreSpec.from_lines([entry.pattern]).match_file(relative):
                matching.append(entry.layer)
    general = [layer for layer in settings.layers if not layer.origin.startswith("--")]
    special = [layer for layer in settings.layers if layer.origin.startswith("--")]
    return (*general, *matching, *special)


def active_rules(registry: Registry, layers: Iterable[Layer]) -> tuple[ActiveRule, ...]:
    """
    The rules that the layers turn on, sorted by name.

    A later layer overrules an earlier one. Within a layer a rule's own name weighs more than its
    category, a category more than ``all``, and ``ignore`` more than ``select``. ``all`` and a category mean
    the rules that are on by default; the others run only by name.

    Raises UsageError or SettingsError for a name that no rule or category has, and for a bad option.
    """
    layers = tuple(layers)
    for layer in layers:
        _check_names(registry, layer)
    enabled = {name: registered.rule.meta.default for name, registered in registry.rules.items()}
    for layer in layers:
        for name, registered in registry.rules.items():
            enabled[name] = _decide(registered, layer, enabled[name])
    return tuple(
        _configured(registered, layers) for name, registered in registry.rules.items() if enabled[name]
    )


def _decide(registered: RegisteredRule, layer: Layer, before: bool) -> bool:
    selected = _weight(registered, layer.select or (), selecting=True)
    ignored = _weight(registered, layer.ignore, selecting=False)
    if ignored and ignored >= selected:
        return False
    if layer.select is not None:
        return selected > 0
    return before


def _weight(registered: RegisteredRule, names: tuple[str, ...], *, selecting: bool) -> int:
    """How exactly a list names a rule: 3 by its name, 2 by its category, 1 by ``all``, 0 not at all."""
    if registered.name in names:
        return 3
    if selecting and not registered.rule.meta.default:
        return 0
    if registered.category in names:
        return 2
    return 1 if "all" in names else 0


def _check_names(registry: Registry, layer: Layer) -> None:
    known = [*registry.rules, *registry.categories, "all"]
    for key, names in (("select", layer.select or ()), ("ignore", layer.ignore)):
        for name in names:
            if name not in known:
                message = f"no rule or category is named '{name}'{nearest(name, known)}"
                if layer.origin.startswith("--"):
                    raise UsageError(f"{layer.origin}: {message}")
                raise SettingsError(f"{layer.at(key)}: {message}")
    for key, table in (("severity", layer.severity), ("rules", layer.rules)):
        for name in table:
            known_here = registry.rules if key == "rules" else known
            if name not in known_here:
                raise SettingsError(
                    f"{layer.at(key, name)}: [{key}]: no rule is named '{name}'{nearest(name, known_here)}"
                )


def _configured(registered: RegisteredRule, layers: tuple[Layer, ...]) -> ActiveRule:
    options: dict[str, Any] = {}
    severity = registered.rule.meta.severity
    for layer in layers:
        for name in ("all", registered.category, registered.name):
            severity = layer.severity.get(name, severity)
        own: Mapping[str, Any] = layer.rules.get(registered.name, {})
        if not own:
            continue
        options.update(own)
        try:
            build_options(registered.rule, options)
        except SettingsError as error:
            key = next((k for k in own if f"'{k}'" in str(error)), "")
            raise SettingsError(f"{layer.at('rules', registered.name, key)}: {error}") from None
    return ActiveRule(registered, registered.rule(build_options(registered.rule, options)), severity)
