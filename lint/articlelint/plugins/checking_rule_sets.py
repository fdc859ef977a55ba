"""Checks the rule sets that plugins return, and what these return later. Every fault is a PluginError."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

from articlelint.errors import PluginError, SettingsError
from articlelint.model import Severity
from articlelint.plugins.checking import described
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.registry import Plugin, RuleSetReader
from articlelint.plugins.rule_sets import Check, Fault, FileRule, RuleSet
from articlelint.plugins.time_limit import HOOK_SECONDS, TimeLimit
from articlelint.report.escape import line_of
from articlelint.rule import Clean, Flagged

_Item = TypeVar("_Item")


def checked_reader(plugin: Plugin, read: Callable[..., Any], rule_names: frozenset[str]) -> RuleSetReader:
    """
    Return a plugin's hook ``articlelint_rule_sets`` with checks of its rule sets.

    ``rule_names`` are the rules that do not come from files: no category can have one of their names.
    """

    @functools.wraps(read)
    def reader(settings: Mapping[str, Any]) -> list[RuleSet]:
        hook = f"{plugin}: articlelint_rule_sets()"
        with TimeLimit(HOOK_SECONDS):
            returned = _called(hook, read, settings)
        if not isinstance(returned, list | tuple):
            raise PluginError(f"{hook} must return a list of RuleSet, not {described(returned)}")
        for item in cast("Iterable[Any]", returned):
            if not isinstance(item, RuleSet):
                raise PluginError(f"{hook} must return a list of RuleSet; {described(item)} is none")
        return [CheckedRuleSet(plugin, item, rule_names) for item in cast("Iterable[RuleSet]", returned)]

    return reader


class CheckedRuleSet(RuleSet):
    """A rule set of a plugin. Whatever it returns is checked; a fault names the plugin and the class."""

    def __init__(self, plugin: Plugin, rule_set: RuleSet, rule_names: frozenset[str]) -> None:
        """Read and check the rules of the set. Raises PluginError."""
        self._who = f"{plugin}: rule set '{type(rule_set).__name__}'"
        self._rule_set = rule_set
        returned = _called(f"{self._who}: rules", getattr, rule_set, "rules")
        if not isinstance(returned, Mapping):
            raise PluginError(
                f"{self._who}: rules must be a mapping of names to FileRule, not {described(returned)}"
            )
        for name, rule in cast("Iterable[tuple[Any, Any]]", returned.items()):
            fault = file_rule_fault(name, rule, rule_names)
            if fault:
                raise PluginError(f"{self._who}: {fault}")
        self._rules = cast("Mapping[str, FileRule]", returned)

    @property
    def rules(self) -> Mapping[str, FileRule]:
        """All rules of the set by name."""
        return self._rules

    def checks(self, names: frozenset[str]) -> Iterable[Check]:
        """Return the checks to run for these rules of the set. Raises PluginError."""
        checks = self._listed("checks()", Check, self._rule_set.checks, frozenset(names))
        for check in checks:
            fault = self._check_fault(check, names)
            if fault:
                raise PluginError(f"{self._who}: {fault}")
        return checks

    def review(self, names: frozenset[str]) -> Iterable[Fault]:
        """Return the mistakes in the files. Raises PluginError."""
        return self._listed("review()", Fault, self._rule_set.review, frozenset(names))

    def _listed(
        self, method: str, kind: type[_Item], function: Callable[..., Any], names: frozenset[str]
    ) -> list[_Item]:
        """Call a method that returns objects of a class, and check them. Raises PluginError."""
        who = f"{self._who}: {method}"
        returned = _called(who, function, names)
        if not isinstance(returned, Iterable) or isinstance(returned, str):
            raise PluginError(f"{who} must return objects of {kind.__name__}, not {described(returned)}")
        # The method may be a generator, which runs only now.
        items = cast("list[Any]", _called(who, list, returned))
        for item in items:
            if not isinstance(item, kind):
                raise PluginError(f"{who} must return objects of {kind.__name__}, not {described(item)}")
        return items

    def _check_fault(self, check: Check, names: frozenset[str]) -> str:
        """Say why a check cannot be run for some rules; "" if it can."""
        own: Any = check.names
        if not isinstance(own, frozenset) or not own:
            return f"'names' of a Check must be a frozenset of the names of rules, not {described(own)}"
        run: Any = check.run
        if not callable(run):
            return f"'run' of a Check must be a function, not {described(run)}"
        for name in sorted(map(str, cast("Iterable[Any]", own))):
            if name not in self._rules:
                return f"checks() returned a Check for '{name}', which is no rule of the set"
            if name not in names:
                return f"checks() returned a Check for '{name}', which it was not asked for"
        return ""


def file_rule_fault(name: Any, rule: Any, rule_names: frozenset[str]) -> str:
    """Say why a rule cannot stand under a name in the mapping of a rule set; "" if it can."""
    if not isinstance(rule, FileRule):
        return f"rules must be a mapping of names to FileRule; under '{name}' is {described(rule)}"
    own: Any = rule.name
    if not isinstance(own, str):
        return f"the name of a FileRule must be a string, not {described(own)}"
    if own != name:
        return f"the rule '{own}' stands under another name, {name!r}"
    if line_of(own) != own:
        return f"'{line_of(own)}' is no name for a rule: it has characters that cannot be printed"
    category, _, rest = own.partition("/")
    group, _, last = rest.rpartition(".")
    if not (category and group and last):
        return f"'{own}' is no name for a rule from a file: it must be CATEGORY/FILE.RULE"
    if category in rule_names or category == "all":
        return f"'{own}': '{category}' cannot be a category, because it is the name of a rule or of all rules"
    field = next((field for field, fits in _fields(rule).items() if not fits), "")
    return f"rule '{own}': '{field}' has a value of a wrong type, {getattr(rule, field)!r}" if field else ""


def _fields(rule: FileRule) -> dict[str, bool]:
    """The fields of a rule, and whether each has a value of its type."""
    values: Any = rule
    fits = {field: isinstance(getattr(values, field), str) for field in _TEXTS}
    fits["severity"] = isinstance(values.severity, Severity)
    fits["default"] = isinstance(values.default, bool)
    fits["advisory"] = isinstance(values.advisory, bool)
    fits["examples"] = _is_tuple_of(values.examples, (Flagged, Clean))
    fits["avoid"] = _is_tuple_of(values.avoid, (str,))
    fits["facts"] = _is_tuple_of(values.facts, (tuple,)) and all(
        len(fact) == 2 and _is_tuple_of(fact, (str,))  # noqa: PLR2004 - a label and a text
        for fact in values.facts
    )
    return fits


_TEXTS = ("summary", "at", "url", "unsupported", "use")


def _is_tuple_of(value: Any, kinds: tuple[type[Any], ...]) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, kinds) for item in cast("Iterable[Any]", value))


def _called(who: str, function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function of a plugin. Raises PluginError if it fails, but lets SettingsError pass."""
    try:
        return call(function, *arguments, passed=(SettingsError,))
    except FailedError as error:
        raise PluginError(f"{who} failed: {error}") from error
