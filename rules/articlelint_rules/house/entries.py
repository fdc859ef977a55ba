"""One style pack to entries: every key is checked, every complaint names file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

import articlelint as al

KINDS = ("term", "pattern")
SCOPES = ("everywhere", "outside-quotes")
_SEVERITIES = tuple(severity.value for severity in al.Severity)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_HEADER = re.compile(r"\[\[\s*([\w-]+)\s*\]\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One rule of a pack, as its editor wrote it.

    ``term`` entries have ``avoid``, the forms not to print, ``pattern`` entries a ``regex``. ``use`` is what
    to write instead, or "". ``disabled`` is the reason why the entry rests, or "".
    """

    kind: str
    id: str
    at: str
    avoid: tuple[str, ...] = ()
    regex: str = ""
    use: str = ""
    why: str = ""
    link: str = ""
    scope: str = "outside-quotes"
    severity: str = "warning"
    owner: str = ""
    date: str = ""
    disabled: str = ""
    flagged: tuple[str, ...] = ()
    clean: tuple[str, ...] = ()


_KEYS = tuple(f.name for f in fields(Entry) if f.name not in {"kind", "at"})
_LISTS = ("avoid", "flagged", "clean")
_CHOICES = {"scope": SCOPES, "severity": _SEVERITIES}


def pack_name(path: Path) -> str:
    """What a pack's rules are named after: its file, in lower case, with hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "pack"


def read_pack(path: Path) -> list[Entry]:
    """
    The entries of a pack, in the order of the kinds and then of the file.

    Raises SettingsError, with file and line, where it cannot be read, is not TOML, or has an unknown key or
    a wrong value.
    """
    import tomli

    shown = _shown(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomli.loads(text)
    except OSError as error:
        raise al.SettingsError(f"{shown}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise al.SettingsError(f"{shown}: not valid UTF-8: byte {error.start}; save it as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise al.SettingsError(f"{shown}:{error.lineno}:{error.colno}: not valid TOML: {error.msg}") from None
    entries: list[Entry] = []
    lines = _header_lines(text)
    for kind, tables in data.items():
        if kind not in KINDS or not isinstance(tables, list):
            raise al.SettingsError(f"{shown}: '{kind}' is no kind of entry; write [[term]] or [[pattern]]")
        for number, table in enumerate(cast("Iterable[Any]", tables)):
            at = f"{shown}:{lines[kind][number]}" if number < len(lines.get(kind, ())) else shown
            if not isinstance(table, dict):
                raise al.SettingsError(f"{at}: an entry must be a table, not {table!r}")
            entries.append(_entry(kind, cast("dict[str, Any]", table), at))
    if not entries:
        raise al.SettingsError(f"{shown}: no [[term]] and no [[pattern]] in this style pack")
    return entries


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _header_lines(text: str) -> dict[str, list[int]]:
    """The lines that open an entry, by its kind; the TOML reader gives none."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line.strip())
        if header:
            lines.setdefault(header[1], []).append(number)
    return lines


def _entry(kind: str, table: dict[str, Any], at: str) -> Entry:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise al.SettingsError(f"{at}: unknown key '{key}' (known: {', '.join(_KEYS)})")
        values[key] = _value(key, value, at)
    wanted, foreign = ("avoid", "regex") if kind == "term" else ("regex", "avoid")
    if not values.get(wanted):
        raise al.SettingsError(f"{at}: a {kind} needs '{wanted}'")
    if foreign in values:
        raise al.SettingsError(f"{at}: a {kind} has no '{foreign}'")
    if kind == "pattern":
        _check_regex(values["regex"], at)
    if "id" not in values:
        values["id"] = _slug(values["use"] if values.get("use") else (values.get("avoid") or ("",))[0])
    if not _ID.match(values["id"]):
        raise al.SettingsError(f"{at}: give the entry an 'id' of lower-case words joined by hyphens")
    return Entry(kind, at=at, **values)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _value(key: str, value: Any, at: str) -> str | tuple[str, ...]:
    if key in _LISTS:
        items: list[Any] = [value] if isinstance(value, str) else cast("list[Any]", value)
        if not isinstance(value, str | list) or not all(isinstance(i, str) and i.strip() for i in items):
            raise al.SettingsError(f"{at}: '{key}' must be a string or a list of strings, not {value!r}")
        return tuple(items)
    if key == "date" and hasattr(value, "isoformat"):
        return str(value.isoformat())
    if not isinstance(value, str):
        raise al.SettingsError(f"{at}: '{key}' must be a string in quotation marks, not {value!r}")
    if key in _CHOICES and value not in _CHOICES[key]:
        raise al.SettingsError(f"{at}: '{key}' must be one of {', '.join(_CHOICES[key])}, not '{value}'")
    return value


def _check_regex(regex: str, at: str) -> None:
    try:
        pattern = re.compile(regex)
    except re.error as error:
        raise al.SettingsError(f"{at}: 'regex' is no regular expression: {error}") from None
    if pattern.match(""):
        raise al.SettingsError(f"{at}: 'regex' matches where there is nothing; it must need a character")
