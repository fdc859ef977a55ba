"""Checks the values of the keys of a style pack."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeGuard, cast

import articlelint as al
from articlelint_house.schema import Key

Fail = Callable[[str, str], al.SettingsError]
"""Returns the error for a key and a message; the error names the line of the key."""

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
_LINK = re.compile(r"https?://\S+\Z")


def checked_value(key: str, about: Key, value: Any, fail: Fail) -> Any:
    """The value of a key as an entry holds it, checked."""
    if about.type == "strings":
        return _strings(key, about, value, fail)
    if about.type == "flag":
        if not isinstance(value, bool):
            raise fail(key, f"'{key}' must be true or false, not {as_toml(value)}")
        return value
    if about.type == "number":
        if not isinstance(value, int) or isinstance(value, bool):
            raise fail(key, f"'{key}' must be a whole number, not {as_toml(value)}")
        return value
    if about.type == "date" and isinstance(value, date):
        return value.isoformat()
    return _string(key, about, value, fail)


def _strings(key: str, about: Key, value: Any, fail: Fail) -> tuple[str, ...]:
    """The strings of a list, or of a single string."""
    items = [value] if isinstance(value, str) else value
    if not _is_list_of_strings(items):
        raise fail(key, f"'{key}' must be a string or a list of strings, not {as_toml(value)}")
    if not items or not all(item.strip() for item in items):
        raise fail(key, f"'{key}' must not be empty")
    for item in items if about.choices else ():
        _choose(key, about, item, fail)
    return tuple(items)


def _is_list_of_strings(value: Any) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in cast("Iterable[Any]", value))


def _string(key: str, about: Key, value: Any, fail: Fail) -> str:
    """The value of a key that is one string."""
    if about.type == "reason" and not isinstance(value, str):
        raise fail(key, f"'{key}' must be the reason as text in quotation marks, not {as_toml(value)}")
    if not isinstance(value, str):
        raise fail(key, f"'{key}' must be a string in quotation marks, not {as_toml(value)}")
    if not value.strip():
        raise fail(key, f"'{key}' must not be empty")
    if about.type == "date" and not _DATE.match(value):
        raise fail(key, f"'{key}' must be a date such as 2026-11-30, not {as_toml(value)}")
    if about.type == "link" and not _LINK.match(value):
        raise fail(key, f"'{key}' must be a web address, beginning with https://, not {as_toml(value)}")
    if about.choices:
        _choose(key, about, value, fail)
    return value


def _choose(key: str, about: Key, value: str, fail: Fail) -> None:
    if value not in about.choices:
        hint = nearest_name(value, about.choices)
        raise fail(key, f"'{key}' must be one of {', '.join(about.choices)}, not '{value}'{hint}")


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, as the end of a message, or ""."""
    from articlelint.commands import nearest  # slow to import, and only needed for messages

    return nearest(name, known)


def as_toml(value: Any) -> str:
    """A value as it stands in a pack, for messages; a table is not shown."""
    from articlelint.commands import shown_value  # slow to import, and only needed for messages

    return shown_value(value)
