"""Makes the options of a rule from the plain values of a configuration file."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

from articlelint.errors import SettingsError, nearest, shown_value
from articlelint.rule import Rule


def build_options(rule: type[Rule[Any]], values: Mapping[str, Any]) -> Any:
    """
    Return an instance of the rule's options class. The keys of ``values`` are written with hyphens.

    The class may refuse values: a dataclass by raising ValueError in ``__post_init__()``, a NamedTuple in a
    method ``check()``. Raises SettingsError for these, for unknown keys and for values of a wrong type.
    """
    options_type = rule.options_type
    fields = {name.replace("_", "-"): name for name in option_names(options_type)}
    hints = _hints(options_type) if values else {}
    given: dict[str, Any] = {}
    for key, value in values.items():
        if key not in fields:
            raise SettingsError(f"rule '{rule.meta.name}' has no option '{key}'{nearest(key, fields)}")
        name = fields[key]
        given[name] = _converted(value, hints[name], f"option '{key}' of rule '{rule.meta.name}'")
    try:
        options = options_type(**given)
        check = getattr(options, "check", None)
        if check is not None:
            check()
    except ValueError as error:
        raise SettingsError(f"rule '{rule.meta.name}': {error}") from None
    return options


def option_names(options_type: type[Any]) -> tuple[str, ...]:
    """Return the field names of an options class, which is a NamedTuple or a dataclass."""
    names: tuple[str, ...] | None = getattr(options_type, "_fields", None)
    if names is not None:
        return names
    return tuple(field.name for field in dataclasses.fields(options_type))


def _hints(options_type: type[Any]) -> dict[str, Any]:
    """Return the types of the options; names from ``typing`` may be imported for type checkers only."""
    try:
        return typing.get_type_hints(options_type)
    except NameError:
        return typing.get_type_hints(options_type, localns=vars(typing))


def _converted(value: Any, hint: Any, what: str) -> Any:
    """Return a value as its annotated type: bool, int, float, str, a tuple, mapping, literal or union."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        if value in arguments:
            return value
    elif origin in {typing.Union, types.UnionType}:
        for alternative in arguments:
            try:
                return _converted(value, alternative, what)
            except SettingsError:
                continue
    elif origin is tuple:
        if isinstance(value, list | tuple):
            items = typing.cast("list[Any]", value)
            return tuple(_converted(item, arguments[0], what) for item in items)
    elif origin is not None and issubclass(origin, Mapping):
        if isinstance(value, Mapping):
            table = typing.cast("Mapping[str, Any]", value)
            return {key: _converted(entry, arguments[1], what) for key, entry in table.items()}
    elif hint is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    elif isinstance(hint, type) and type(value) is hint:
        return value
    raise SettingsError(f"{what} must be {_described(hint)}, not {shown_value(value)}")


def _described(hint: Any) -> str:
    """Describe a type to someone who writes a configuration file."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return "one of " + ", ".join(repr(a) for a in arguments)
    if origin is tuple:
        return f"a list, each entry {_described(arguments[0])}"
    if origin in {typing.Union, types.UnionType}:
        return " or ".join(_described(a) for a in arguments if a is not type(None))
    if origin is not None:
        return "a table"
    names = {
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        str: "a string in quotation marks",
    }
    return names.get(hint, str(hint))
