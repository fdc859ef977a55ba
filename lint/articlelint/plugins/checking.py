"""Checks what plugins return from their hooks, and collects it by name. Every fault is a PluginError."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeGuard, cast

import click

from articlelint.errors import PluginError, SettingsError
from articlelint.model import Severity
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.registry import ENGINE, ENGINE_RULES, Plugin, RegisteredRule, RegisteredSetting
from articlelint.plugins.settings import ENGINE_KEYS, Setting
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
    categories = {registered.category: ENGINE for registered in rules.values()}
    # articlelint's own rules come first, so that a clash with one of them is the other plugin's fault.
    for plugin, item in sorted(results, key=lambda each: each[0].distribution != ENGINE.distribution):
        fault = examined(rule_fault, item)
        if fault:
            raise PluginError(f"{plugin}: {fault}")
        registered = RegisteredRule(item, _full_meta(item), plugin)
        name, category = registered.name, registered.category
        if name in rules:
            raise PluginError(
                f"two rules are named '{name}': one from {rules[name].plugin}, one from {plugin}"
            )
        rules[name] = registered
        categories.setdefault(category, plugin)
        if name in categories:
            raise PluginError(
                f"{plugin}: the rule '{name}' has the name of a category of {categories[name]}; rename it"
            )
        if category in rules:
            other = rules[category].plugin
            raise PluginError(
                f"{plugin}: the category '{category}' has the name of a rule of {other}; rename it"
            )
    return rules


def rule_fault(item: Any) -> str:
    """Say why an object cannot be used as a rule; "" if it can."""
    if not _is_rule_class(item):
        return f"{described(item)} is not a subclass of articlelint.Rule"
    meta = getattr(item, "meta", None)
    if not isinstance(meta, Meta):
        return f"rule class '{item.__name__}' has no 'meta' of type articlelint.Meta"
    fault = _meta_fault(item.__name__, meta) or _category_fault(_full_meta(item))
    if fault:
        return fault
    if getattr(item, "__abstractmethods__", None):
        return f"rule '{meta.name}' does not define check()"
    if not (item.__doc__ or "").strip():
        return f"rule '{meta.name}' has no docstring; it is the rule's documentation"
    fault = _examples_fault(getattr(item, "examples", ())) or _options_fault(item)
    return f"rule '{meta.name}': {fault}" if fault else ""


def _is_rule_class(item: Any) -> TypeGuard[type[Rule[Any]]]:
    return isinstance(item, type) and issubclass(item, Rule)


def _full_meta(rule: type[Rule[Any]]) -> Meta:
    return rule.meta._replace(category=rule.category())


def _meta_fault(class_name: str, meta: Meta) -> str:
    """Say which field of a rule's metadata has a wrong value; "" if none has."""
    name: Any = meta._asdict()["name"]
    if not isinstance(name, str):
        return f"rule class '{class_name}': 'name' in Meta must be a string, not {name!r}"
    if meta.name in _RESERVED:
        return f"'{meta.name}' is no name for a rule: it is reserved, because it stands for all rules"
    if not _NAME.match(meta.name):
        return f"'{meta.name}' is no name for a rule: use lower-case words joined by hyphens"
    return next((f"rule '{meta.name}': {fault}" for fault in _wrong_fields(meta)), "")


def _wrong_fields(meta: Meta) -> Iterator[str]:
    """Say what is wrong with the fields of a rule's metadata other than its name."""
    fields: dict[str, Any] = meta._asdict()
    for field in ("summary", "since"):
        value = fields[field]
        if not isinstance(value, str) or not value.strip():
            yield f"'{field}' in Meta must be a string that is not empty, not {value!r}"
    if not isinstance(fields["severity"], Severity):
        yield (
            "'severity' in Meta must be an articlelint.Severity, such as Severity.ERROR, "
            f"not {fields['severity']!r}"
        )
    for field in ("category", "url"):
        if not isinstance(fields[field], str):
            yield f"'{field}' in Meta must be a string, not {fields[field]!r}"
    if not isinstance(fields["default"], bool):
        yield f"'default' in Meta must be True or False, not {fields['default']!r}"
    wrong = [name for name in ("warning_from", "error_from") if not _is_threshold(fields[name])]
    for field in wrong:
        yield f"'{field}' in Meta must be a number from 0 to 1, or None, not {described(fields[field])}"
    if wrong or meta.warning_from is None or meta.error_from is None:
        return
    if meta.warning_from > meta.error_from:
        yield (
            f"'warning_from' in Meta is {meta.warning_from}: "
            f"it must not be above 'error_from', which is {meta.error_from}"
        )


def _is_threshold(value: object) -> bool:
    return value is None or is_probability(value)


def is_probability(value: object) -> bool:
    """Whether a value is a plain number from 0 to 1."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _category_fault(meta: Meta) -> str:
    """Say why a rule's category, given or taken from its module, cannot be used; "" if it can."""
    if meta.category in _RESERVED:
        return f"rule '{meta.name}': the category name '{meta.category}' is reserved; use another in Meta"
    if not _NAME.match(meta.category):
        return (
            f"rule '{meta.name}': '{meta.category}' is no name for a category; set it in Meta(category=...)"
        )
    return ""


def _examples_fault(examples: Any) -> str:
    """Say why a rule's examples cannot be used; "" if they can."""
    kinds: set[Any] = (
        set(map(type, cast("Iterable[Any]", examples))) if isinstance(examples, tuple) else set()
    )
    if kinds != {Flagged, Clean}:
        return "examples must be a tuple with at least one Flagged and one Clean"
    for example in cast("tuple[Flagged | Clean, ...]", examples):
        text: Any = example.text
        if not isinstance(text, str):
            return f"the text of an example must be a string, not {text!r}"
    return ""


def _options_fault(rule: type[Rule[Any]]) -> str:
    """Say why a rule's options cannot be used; "" if they can."""
    options_type: Any = getattr(rule, "options_type", None)
    if not (hasattr(options_type, "_fields") or hasattr(options_type, "__dataclass_fields__")):
        return "options_type must be a NamedTuple or a dataclass"
    try:
        call(options_type)
    except FailedError as error:
        return f"every option needs a default: {error}"
    return ""


def examined(check: Callable[[Any], str], item: Any) -> str:
    """Return what a check says about an object of a plugin, or that the object raises when it is asked."""
    try:
        return str(call(check, item))
    except FailedError as error:
        return f"{described(item)} cannot be examined: {error}"


def described(item: Any) -> str:
    """An object as a message names it: by its class, without its address; text and numbers as they are."""
    if isinstance(item, type):
        return f"the class '{item.__name__}'"
    if item is None or isinstance(item, str | int | float):
        return repr(item)
    return f"an object of class '{type(item).__name__}'"


def checked_settings(results: Results) -> dict[str, RegisteredSetting]:
    """The keys that plugins add to the configuration file, by name. Raises PluginError."""
    settings: dict[str, RegisteredSetting] = {}
    for plugin, item in results:
        if not isinstance(item, Setting):
            raise PluginError(f"{plugin}: {described(item)} is no articlelint.Setting")
        fault = examined(_setting_fault, item)
        if fault:
            raise PluginError(f"{plugin}: setting '{item.name}': {fault}")
        for other, owner in settings.values():
            if item.name in {other.name, other.table} or other.name == item.table:
                raise PluginError(
                    f"two settings clash: '{other.name}' of {owner}, and '{item.name}' of {plugin}"
                )
        checked = replace(item, read=partial(_read, item, plugin), files=partial(_files_of, item, plugin))
        settings[item.name] = RegisteredSetting(checked, plugin)
    return dict(sorted(settings.items()))


def _setting_fault(setting: Setting) -> str:
    """Say why a key cannot be added to the configuration file; "" if it can."""
    names: tuple[Any, ...] = (setting.key, setting.key if setting.table == "" else setting.table)
    if not all(isinstance(name, str) and _NAME.match(name) for name in names):
        return "use lower-case words joined by hyphens"
    if setting.key in ENGINE_KEYS.get(setting.table, ()):
        return "the key is articlelint's own"
    if setting.table in ENGINE_KEYS[""] and setting.table not in ENGINE_KEYS:
        return f"no key can be added to '{setting.table}', which is articlelint's own"
    functions: tuple[Any, ...] = (setting.read, setting.files)
    if not all(map(callable, functions)):
        return "'read' and 'files' must be functions"
    template: Any = setting.template
    if not isinstance(template, str):
        return f"'template' must be a string, not {described(template)}"
    starters: Any = setting.starters
    if not isinstance(starters, Mapping):
        return f"'starters' must be a mapping of names to text, not {described(starters)}"
    pairs = cast("Iterable[tuple[Any, Any]]", starters.items())
    if not all(isinstance(name, str) and isinstance(text, str) for name, text in pairs):
        return "the names and texts of 'starters' must be strings"
    return ""


def _read(setting: Setting, plugin: Plugin, value: Any, folder: Path) -> Any:
    """The value of a setting. Raises ValueError if its ``read`` refuses it, PluginError if that fails."""
    try:
        return call(setting.read, value, folder, passed=(ValueError, SettingsError))
    except FailedError as error:
        raise PluginError(f"{plugin}: read() of the setting '{setting.name}' failed: {error}") from error


def _files_of(setting: Setting, plugin: Plugin, value: Any) -> list[Path]:
    """The files that the value of a setting stands for. Raises PluginError if its ``files`` is wrong."""
    who = f"{plugin}: files() of the setting '{setting.name}'"
    try:
        returned: object = call(setting.files, value)
        if not isinstance(returned, Iterable) or isinstance(returned, str):
            raise PluginError(f"{who} must return paths, not {described(returned)}")
        files: list[object] = call(list, returned)  # it may be a generator, which runs only now
    except FailedError as error:
        raise PluginError(f"{who} failed: {error}") from error
    for file in files:
        if not isinstance(file, Path):
            raise PluginError(f"{who} must return objects of pathlib.Path, not {described(file)}")
    return cast("list[Path]", files)


def checked_commands(results: Results, built_in: Collection[str]) -> Mapping[str, PluginCommand]:
    """The commands of plugins, by name; ``built_in`` are the names they cannot have. Raises PluginError."""
    commands: dict[str, PluginCommand] = {}
    for plugin, item in results:
        if not isinstance(item, click.Command):
            raise PluginError(f"{plugin}: {described(item)} is no click command")
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
