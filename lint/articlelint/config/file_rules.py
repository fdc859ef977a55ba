"""The rules that a configuration's own files bring: read once, chosen like any other, run as checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from articlelint.config.selection import ActiveHouseRule, active_house_rules
from articlelint.errors import PluginError, SettingsError

if TYPE_CHECKING:
    from articlelint.config.settings import Layer, Settings
    from articlelint.document import House
    from articlelint.plugins.registry import Plugin, Registry
    from articlelint.plugins.rule_sets import Check, HouseRule, RuleSet


class HouseRules(NamedTuple):
    """All rules of one configuration's files."""

    sets: tuple[RuleSet, ...] = ()
    rules: Mapping[str, HouseRule] = MappingProxyType({})

    def active(
        self, layers: tuple[Layer, ...], only: frozenset[str] | None = None
    ) -> tuple[Mapping[str, ActiveHouseRule], tuple[Check, ...]]:
        """The rules that the layers turn on (or ``only`` names), and the checks to run for those that can."""
        on = active_house_rules(self.rules, layers, only)
        able = frozenset(name for name, active in on.items() if not active.rule.unsupported)
        checks = [check for s in self.sets for check in s.checks(able & s.rules.keys())]
        return on, tuple(checks)


def house_rules(registry: Registry, house: House) -> HouseRules:
    """
    Read the files that a configuration names.

    Raises SettingsError where one cannot be used, and PluginError where a plugin breaks over it.
    """
    if not (house.packs or house.vale or house.vale_vocabularies):
        return HouseRules()
    sets: list[RuleSet] = []
    rules: dict[str, HouseRule] = {}
    for plugin, read in registry.rule_sets.items():
        for rule_set in _read(plugin, read, house):
            for name, rule in rule_set.rules.items():
                if name in rules:
                    raise SettingsError(f"{rule.at}: '{name}' is already at {rules[name].at}; rename one")
                rules[name] = rule
            sets.append(rule_set)
    return HouseRules(tuple(sets), rules)


def rules_of(registry: Registry, settings: Settings) -> HouseRules:
    """
    The rules of a configuration's files, as ``house_rules`` reads them.

    A complaint about a value, which a plugin begins with ``[house] KEY: ``, gets the line of the key.
    """
    try:
        return house_rules(registry, settings.house)
    except SettingsError as error:
        table, _, key = str(error).partition(":")[0].partition("] ")
        for layer in settings.layers if table == "[house" else ():
            if ("house", key) in layer.lines:
                raise SettingsError(f"{layer.at('house', key)}: {error}") from None
        raise


def _read(plugin: Plugin, read: Callable[[House], Any], house: House) -> list[RuleSet]:
    from articlelint.plugins.rule_sets import RuleSet  # most newsrooms' runs have none

    try:
        returned = read(house)
    except SettingsError:
        raise
    except Exception as error:
        message = f"{plugin}: articlelint_rule_sets() failed: {type(error).__name__}: {error}"
        raise PluginError(message) from error
    items = cast("list[Any]", returned)
    if not isinstance(returned, list | tuple) or not all(isinstance(item, RuleSet) for item in items):
        raise PluginError(f"{plugin}: articlelint_rule_sets() must return a list of RuleSet")
    return items


def unsupported(active: Iterable[ActiveHouseRule]) -> Iterator[str]:
    """One line for each rule that is wanted and cannot run."""
    for chosen in active:
        rule = chosen.rule
        if rule.unsupported:
            yield f"{rule.at}: '{rule.name}' cannot run: {rule.unsupported}; ignore it if it is not missed"


def state(house: House) -> str:
    """Stands for the content of the files, for a cache: names, sizes and times of change."""
    return "\0".join(_states((*house.packs, *_inside(house.vale), *_inside(house.vale_vocabularies))))


def _inside(folders: tuple[str, ...]) -> Iterator[str]:
    """The files in folders that plugins may read rules from."""
    for folder in folders:
        yield folder
        found = (p for p in Path(folder).rglob("*") if p.suffix in {".yml", ".txt"})
        yield from sorted(map(str, found))


def _states(files: Iterable[str]) -> Iterator[str]:
    for file in files:
        try:
            status = Path(file).stat()
        except OSError:  # gone meanwhile; reading it will say so
            yield file
            continue
        yield f"{file} {status.st_size} {status.st_mtime_ns}"
