"""The rules that plugins read from files, such as style packs: read, selected, and run as checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from articlelint.config.selection import ActiveFileRule, active_file_rules
from articlelint.config.settings import Layer, PluginValue, Settings
from articlelint.errors import SettingsError
from articlelint.plugins.registry import Registry
from articlelint.plugins.rule_sets import Check, FileRule, RuleSet


class FileRules(NamedTuple):
    """All rules that plugins read from files for one configuration."""

    sets: tuple[RuleSet, ...] = ()
    rules: Mapping[str, FileRule] = {}

    def active(
        self, layers: tuple[Layer, ...], only: frozenset[str] | None = None
    ) -> tuple[Mapping[str, ActiveFileRule], tuple[Check, ...]]:
        """The rules that the layers turn on (or ``only`` names), and the checks of those that can run."""
        active = active_file_rules(self.rules, layers, only)
        able = frozenset(name for name, each in active.items() if not each.rule.unsupported)
        checks = [check for s in self.sets for check in s.checks(able & s.rules.keys())]
        return active, tuple(checks)


def read_file_rules(registry: Registry, settings: Settings) -> FileRules:
    """
    Read the rules from files that plugins find by the settings.

    Raises SettingsError for a file that cannot be used and for two rules of one name, and PluginError for a
    plugin that fails.
    """
    values = {name: each.value for name, each in settings.plugin_values.items()}
    sets: list[RuleSet] = []
    rules: dict[str, FileRule] = {}
    for read in registry.rule_sets.values():
        for rule_set in read(values):
            for name, rule in rule_set.rules.items():
                if name in rules:
                    raise SettingsError(f"{rule.at}: '{name}' is already at {rules[name].at}; rename one")
                rules[name] = rule
            sets.append(rule_set)
    return FileRules(tuple(sets), rules)


def unsupported(active: Iterable[ActiveFileRule]) -> Iterator[str]:
    """One line for each rule that is on and cannot run."""
    for chosen in active:
        rule = chosen.rule
        if rule.unsupported:
            advice = "ignore the rule to turn off this warning"
            yield f"{rule.at}: '{rule.name}' cannot run: {rule.unsupported}; {advice}"


def state(values: Mapping[str, PluginValue]) -> str:
    """A string that changes with the values of plugins' keys and with the files that they stand for."""
    parts: list[str] = []
    for name, (setting, value) in values.items():
        parts.append(f"{name} {value!r}")
        parts += (_file_state(file) for file in setting.files(value))
    return "\0".join(parts)


def _file_state(file: Path) -> str:
    """The name of a file, its size and the time of its last change."""
    try:
        status = file.stat()
    except OSError:  # the file has just been deleted; reading it will report that
        return str(file)
    return f"{file} {status.st_size} {status.st_mtime_ns}"
