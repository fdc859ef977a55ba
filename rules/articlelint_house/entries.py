"""Reads a style pack: every key is checked, and every error names the file and the line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import articlelint as al
from articlelint_house.schema import COMMON, KINDS, Kind
from articlelint_house.scopes import Scope, scope_of
from articlelint_house.settings import STARTER, STARTER_FOLDER
from articlelint_house.values import Fail, as_toml, checked_value, nearest_name

_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*\Z")
_HEADER = re.compile(r'^[ \t]*\[\[[ \t]*["\']?([\w-]+)["\']?[ \t]*\]\]', re.MULTILINE)
_LONG_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)
_NAMED_AFTER = ("use", "full", "short", "avoid", "pair")


class Entry(NamedTuple):
    """
    One rule of a pack, as its editor wrote it.

    ``own`` holds the keys that only entries of its kind have. ``use`` is what to write instead, or "".
    ``disabled`` is the reason why the entry is off, or "".
    """

    kind: str
    id: str
    """The key ``id``, or a name made from the other keys; naming.py makes names of a pack different."""
    given: bool
    at: str
    own: Mapping[str, Any]
    scope: Scope
    scopes: tuple[str, ...]
    severity: str
    why: str = ""
    link: str = ""
    dialect: tuple[str, ...] = ()
    advisory: bool = False
    owner: str = ""
    date: str = ""
    learned: str = ""
    disabled: str = ""
    flagged: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    clean: tuple[str, ...] = ()

    def text(self, key: str) -> str:
        """The value of one of the ``own`` keys that is a string, or ""."""
        return str(self.own.get(key, ""))

    def texts(self, key: str) -> tuple[str, ...]:
        """The value of one of the ``own`` keys that is a list of strings."""
        found: tuple[str, ...] = self.own.get(key, ())
        return found

    def flag(self, key: str, *, default: bool) -> bool:
        """The value of one of the ``own`` keys that is true or false."""
        return bool(self.own.get(key, default))

    @property
    def use(self) -> str:
        """What to write instead, or ""."""
        return self.text("use")


def slug(text: str) -> str:
    """The text as lower-case words joined by hyphens, without the accents of Latin letters."""
    if not text.isascii():
        text = "".join(_without_accent(c) for c in unicodedata.normalize("NFC", text))
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def _without_accent(character: str) -> str:
    """A Latin letter without its accents; any other character as it is."""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(c for c in parts if not unicodedata.combining(c)) if parts[0].isascii() else character


def pack_name(path: Path) -> str:
    """The name of a pack in the names of its rules: the name of its file in lower case, with hyphens."""
    return slug(path.stem) or "pack"


def is_starter(at: str) -> bool:
    """Whether an entry comes from a starter pack, by its ``at``."""
    return at.startswith(STARTER)


def read_pack(path: Path) -> list[Entry]:
    """
    The entries of a pack, in the order of the kinds and then of the file.

    Raises SettingsError, with file and line, for a file that cannot be read or is not TOML, an unknown key or
    a wrong value.
    """
    shown = shown_path(path)
    text = al.read_setting_file(path, shown)
    data = al.parse_toml(text, shown)
    entries: list[Entry] = []
    reader = _Reader(shown, text)
    for kind, tables in data.items():
        if kind not in KINDS or not isinstance(tables, list):
            raise reader.no_kind(kind)
        for number, table in enumerate(cast("Iterable[Any]", tables)):
            entries.append(reader.entry(kind, number, table))
    if not entries:
        raise al.SettingsError(f"{shown}: no entry in this style pack; write [[term]], for example")
    return entries


def shown_path(path: Path) -> str:
    """The path of a pack for messages; the name of a starter pack."""
    if path.parent == STARTER_FOLDER:
        return STARTER + path.stem
    return al.shown_path(path)


class _Reader:
    """Checks the tables of one pack."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.text = text
        self.lines = _header_lines(text)

    def no_kind(self, kind: str) -> al.SettingsError:
        found = re.search(rf"^\s*(?:\[+\s*)?[\"']?{re.escape(kind)}\b", self.text, re.MULTILINE)
        at = f"{self.shown}:{self.text.count(chr(10), 0, found.end()) + 1}" if found else self.shown
        if kind in KINDS:
            return al.SettingsError(f"{at}: an entry has two brackets: [[{kind}]]")
        known = ", ".join(f"[[{name}]]" for name in KINDS)
        return al.SettingsError(
            f"{at}: '{kind}' is no kind of entry; the kinds are {known}{nearest_name(kind, KINDS)}"
        )

    def entry(self, kind: str, number: int, table: Any) -> Entry:
        """One entry, checked."""
        line = self.lines[kind][number] if number < len(self.lines.get(kind, ())) else 0
        at = f"{self.shown}:{line}" if line else self.shown
        if not isinstance(table, dict):
            raise al.SettingsError(f"{at}: an entry must be a table, not {as_toml(table)}")

        def fail(key: str, message: str) -> al.SettingsError:
            return al.SettingsError(f"{self._at_key(line, key) or at}: {message}")

        return _entry(kind, cast("dict[str, Any]", table), at, fail)

    def _at_key(self, line: int, key: str) -> str:
        """``FILE:LINE`` of a key of the entry that begins on a line, or ""."""
        if not (line and key):
            return ""
        wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        for number, text in enumerate(self.text.splitlines()[line:], line + 1):
            if wanted.match(text):
                return f"{self.shown}:{number}"
            if _HEADER.match(text):
                break
        return ""


def _header_lines(text: str) -> dict[str, list[int]]:
    """The lines on which entries begin, by kind; the TOML reader does not report lines."""
    if '"""' in text or "'''" in text:  # a line of such a string may look like a header
        text = _LONG_STRING.sub(lambda match: "\n" * match[0].count("\n"), text)
    lines: dict[str, list[int]] = {}
    line, at = 1, 0
    for header in _HEADER.finditer(text):
        start = header.start(1)
        line += text.count("\n", at, start)
        at = start
        lines.setdefault(header[1], []).append(line)
    return lines


def _entry(kind: str, table: dict[str, Any], at: str, fail: Fail) -> Entry:
    about = KINDS[kind]
    common: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for key, value in table.items():
        if key in about.keys:
            own[key] = checked_value(key, about.keys[key], value, fail)
        elif key in COMMON:
            common[key] = checked_value(key, COMMON[key], value, fail)
        else:
            known = (*about.keys, *COMMON)
            hint = nearest_name(key, known)
            raise fail(key, f"unknown key '{key}' (a [[{kind}]] entry has: {', '.join(known)}){hint}")
    for key in about.needs:
        if not (own.get(key) or common.get(key)):
            raise fail("", f"a [[{kind}]] entry needs '{key}'")
    scopes: tuple[str, ...] = common.pop("scope", about.scope)
    if "everywhere" in scopes and len(scopes) > 1:
        raise fail("scope", "'scope': \"everywhere\" has all other scopes in it; leave it or them out")
    given = common.pop("id", None)
    named = given or _made_id(own, kind)
    if named != named.lower() or not _ID.match(named):
        raise fail("id", "give the entry an 'id' of lower-case words joined by hyphens")
    severity = _severity(common, about, fail)
    if len(common.get("fixed", ())) > len(common.get("flagged", ())):
        raise fail("fixed", "'fixed' has more examples than 'flagged'")
    entry = Entry(kind, named, bool(given), at, own, scope_of(scopes), scopes, severity, **common)
    _check(entry, fail)
    return entry


def _severity(common: dict[str, Any], about: Kind, fail: Fail) -> str:
    given = common.pop("severity", None)
    if common.get("advisory"):
        if given not in {None, "info"}:
            raise fail("severity", f"an advisory entry is for information: it cannot be '{given}'")
        return "info"
    return str(given or about.severity)


def _check(entry: Entry, fail: Fail) -> None:
    """Run the checks of the module for the entry's kind."""
    if KINDS[entry.kind].module == "term":  # every string is valid
        return
    check = _checker(KINDS[entry.kind].module)
    if check is not None:
        check(entry, fail)


@lru_cache(maxsize=16)
def _checker(module: str) -> Callable[[Entry, Fail], None] | None:
    from importlib import import_module

    found: Callable[[Entry, Fail], None] | None = getattr(
        import_module(f"articlelint_house.{module}"), "check_entry", None
    )
    return found


def _made_id(own: Mapping[str, Any], kind: str) -> str:
    """A name for an entry without an ``id``, from its other keys or its kind."""
    for key in _NAMED_AFTER:
        value = own.get(key)
        if value:
            text = value if isinstance(value, str) else value[0]
            return slug(text)
    if kind == "pattern":
        return ""
    return next(iter(own), kind) if kind == "number" else kind
