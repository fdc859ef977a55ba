"""
The style pack with what people have decided on: ``learned-style.toml``.

An entry of ours has the key ``learned``, which names the proposal. It is on if it has no ``disabled``. The
file belongs to the house: only the lines ``disabled``, ``owner`` and ``date`` of such entries are changed,
and new entries are added at its end. It is read again before each change, and replaced in one step.
"""

from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, cast

from articlelint.archive.proposals import Proposal
from articlelint.errors import SettingsError
from articlelint.plugins.setting_files import parse_toml, read_setting_file
from articlelint.report.escape import encodable
from articlelint.source import replace_file

_HEADING = """\
# Learned from published articles; articlelint archive review writes what is decided on.
# An entry that is "disabled" is off. Entries without "learned" are yours alone.
"""
_VALUE = re.compile(
    r"""(?P<before>\s*)(?P<key>disabled|owner|date)\s*=\s*
    (?:"(?:\\.|[^"\\])*"|'[^']*'|[\d:.TZ+-]+)[ \t]*(?P<comment>\#.*)?\Z""",
    re.VERBOSE,
)
_LEARNED = re.compile(r"\s*learned\s*=")


class Decision(Enum):
    """What people have said of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    LATER = "later"


class Kept(NamedTuple):
    """What the file says of a proposal."""

    decision: Decision
    by: str = ""
    date: str = ""
    entry: Mapping[str, Any] = {}
    """The keys of the entry; none if there is no entry."""

    def is_of_another_form(self, proposal: Proposal) -> bool:
        """Whether the entry asks for something else: the archive is another one, or somebody changed it."""
        keys = proposal.entry.keys
        asked = {"use": keys["use"]} if "use" in keys else keys
        return bool(self.entry) and any(self.entry.get(key) != value for key, value in asked.items())


OPEN = Kept(Decision.OPEN)
Marks = Mapping[str, str | date]
"""The keys of an entry that say what was decided, by whom and when."""
_PROPOSED = "proposed"
"""The reason of an entry that nobody has decided on."""


class StyleFile:
    """The file, which need not be there yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = ""
        self._data: dict[str, Any] = {}

    def read(self) -> dict[str, Kept]:
        """Return what the file says of each proposal, by name. Raises SettingsError if it cannot be read."""
        text = read_setting_file(self.path, str(self.path)) if self.path.exists() else ""
        if text != self._text:
            self._data = parse_toml(text, str(self.path))
            self._text = text
        kept: dict[str, Kept] = {}
        for entry in _entries(self._data):
            kept.setdefault(entry["learned"], _kept(entry))
        return kept

    def decide(self, proposal: Proposal, decision: Decision, by: str, day: date) -> None:
        """
        Write what somebody has decided on; the last one counts.

        Raises SettingsError if the file cannot be read, changed or written.
        """
        marks = _marks(decision, by, day)
        with _alone(self.path):
            if proposal.name in self.read():
                self._change(proposal.name, marks)
            else:
                self._add([(proposal, marks)])

    def add(self, proposals: Iterable[Proposal]) -> int:
        """Add the proposals that the file does not have, all off; return how many. Raises SettingsError."""
        with _alone(self.path):
            kept = self.read()
            new = [each for each in proposals if each.name not in kept]
            if new:
                self._add([(each, {"disabled": _PROPOSED}) for each in new])
        return len(new)

    def _add(self, new: Iterable[tuple[Proposal, Marks]]) -> None:
        """Write entries at the end of the file."""
        advice = "no entry can be added: begin each entry with a line such as [[term]]"
        expected = copy.deepcopy(self._data)
        parts = [(self._text or _HEADING).rstrip()]
        for proposal, marks in new:
            keys = {"learned": proposal.name, **marks, **proposal.entry.keys, "why": proposal.why}
            lines = [
                f"[[{proposal.entry.kind}]]",
                *(f"{key} = {_toml(value)}" for key, value in keys.items()),
            ]
            parts.append("\n".join(lines))
            entries: Any = expected.setdefault(proposal.entry.kind, [])
            if not hasattr(entries, "append"):
                raise SettingsError(f"{self.path}: {advice}")
            entries.append(keys)
        self._write("\n\n".join(parts) + "\n", expected, advice)

    def _change(self, name: str, marks: Marks) -> None:
        """Write other marks of an entry."""
        expected = copy.deepcopy(self._data)
        entry = next(entry for entry in _entries(expected) if entry["learned"] == name)
        for key in ("disabled", "owner", "date"):
            entry.pop(key, None)
        entry.update(marks)
        lines = self._text.split("\n")
        at = next((i for i, line in enumerate(lines) if _names(line, name)), None)
        text = "\n".join(_with_marks(lines, at, marks)) if at is not None else self._text
        advice = (
            f"the entry with learned = {_toml(name)} is written in a way that cannot be changed here: "
            "change its 'disabled', 'owner' and 'date' by hand"
        )
        self._write(text, expected, advice)

    def _write(self, text: str, expected: Mapping[str, Any], advice: str) -> None:
        """Write a text that must say what is expected. Raises SettingsError, with advice, if it does not."""
        try:
            says_it = parse_toml(text, str(self.path)) == expected
        except SettingsError:
            says_it = False
        if not says_it:
            raise SettingsError(f"{self.path}: {advice}")
        try:
            replace_file(self.path, text.encode())
        except OSError as error:
            raise SettingsError(f"{self.path}: cannot be written: {error.strerror or error}") from None


@contextmanager
def _alone(file: Path) -> Generator[None]:
    """
    Wait until no other review changes a file.

    Its folder is locked, so that no file is left behind. Windows and some network drives have no such lock.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    with ExitStack() as stack:
        with suppress(OSError):
            folder = os.open(os.path.realpath(file.parent), os.O_RDONLY)
            stack.callback(os.close, folder)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield


def _entries(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries of ours."""
    for tables in data.values():
        for table in cast("Iterable[Any]", tables) if isinstance(tables, list) else ():
            if isinstance(table, dict) and isinstance(cast("dict[str, Any]", table).get("learned"), str):
                yield cast("dict[str, Any]", table)


def _kept(entry: Mapping[str, Any]) -> Kept:
    """What an entry says. A reason of the house's own keeps an entry off until later."""
    reason = entry.get("disabled")
    if reason is None:
        decision = Decision.ACCEPTED
    elif reason == _PROPOSED:
        decision = Decision.OPEN
    else:
        decision = Decision.REJECTED if reason == Decision.REJECTED.value else Decision.LATER
    return Kept(decision, str(entry.get("owner", "")), str(entry.get("date", "")), entry)


def _marks(decision: Decision, by: str, day: date) -> Marks:
    reason: Marks = {} if decision is Decision.ACCEPTED else {"disabled": decision.value}
    return {**reason, "owner": encodable(by), "date": day}


def _toml(value: Any) -> str:
    """A value as TOML: JSON but for dates, and for one character that TOML escapes."""
    if isinstance(value, date):
        return value.isoformat()
    return encodable(json.dumps(value, ensure_ascii=False)).replace("\x7f", "\\u007f")


def _names(line: str, name: str) -> bool:
    """Whether a line is the key ``learned`` of a proposal."""
    if not _LEARNED.match(line):
        return False
    try:
        return bool(parse_toml(line.rstrip(), "").get("learned") == name)
    except SettingsError:
        return False


def _with_marks(lines: list[str], at: int, marks: Marks) -> list[str]:
    """The lines of a file with other marks in the entry that has the line ``at``; comments stay."""
    start = next((i for i in range(at, -1, -1) if lines[i].lstrip().startswith("[[")), 0)
    end = next((i for i in range(at, len(lines)) if lines[i].lstrip().startswith("[[")), len(lines))
    newline = "\r" if lines[at].endswith("\r") else ""
    to_write = {key: f"{key} = {_toml(value)}" for key, value in marks.items()}
    entry: list[str] = []
    place = 0
    for number, line in enumerate(lines[start:end], start):
        if number == at:
            place = len(entry) + 1
        found = _VALUE.match(line.removesuffix("\r"))
        if found is None:
            entry.append(line)
            continue
        comment = found["comment"] or ""
        written = to_write.pop(found["key"], "")
        if written or comment:
            entry.append(f"{found['before']}{'  '.join(filter(None, (written, comment)))}{newline}")
    entry[place:place] = [line + newline for line in to_write.values()]
    return [*lines[:start], *entry, *lines[end:]]
