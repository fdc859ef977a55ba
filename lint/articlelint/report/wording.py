"""Wording that several formats share: fixes, counts, places and paths."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from articlelint.markup.zip_paths import split_member
from articlelint.model import Diagnostic, Location, Place, Safety, SourceEdit, SourceFix
from articlelint.report.escape import line_of, one_line, shown_path, visible

_LABELS = {Safety.SAFE: "fix", Safety.UNSAFE: "suggestion", Safety.SHOWN: "suggestion, by hand"}
_UNSEEN = {
    " ": "a space",
    "\u00a0": "a no-break space",
    "\n": "a line break",
    "\n\n": "a blank line",
    "\r\n": "a line break",
}

_EDITS = 3
"""How many edits of a fix are put into words. A fix may have dozens, one for each use of a mark."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 finding``, ``2 findings``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def numbered(number: int, noun: str) -> str:
    """Return a number, with commas, and its noun: ``1,204 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def sureness(confidence: float | None) -> str:
    """
    Return a confidence in words, such as `` (93 % sure)`` with the space before it; "" for None.

    Parts of a per cent are cut off, so it is at most 99 %: a finding that is certain has no confidence.
    """
    return "" if confidence is None else f" ({min(int(100 * confidence), 99)} % sure)"


def at(place: Place, location: Location | None = None) -> str:
    """Return where a place begins: ``line:column``, or in words if the file has no lines."""
    if location is not None and location.replaces_lines:
        return str(location)
    return f"{place.start.line}:{place.start.column}"


def beginning(path: str, d: Diagnostic) -> str:
    """Return how a line about a diagnostic begins: ``path:line:column``, or ``path: paragraph 12, ...``."""
    separator = ": " if d.location is not None and d.location.replaces_lines else ":"
    return f"{shown_path(path)}{separator}{at(d.place, d.location)}"


def located(d: Diagnostic) -> str:
    """Return the message of a diagnostic on one line, with its location in brackets if it has one."""
    return (
        one_line(d.message) if d.location is None else f"{one_line(d.message)} ({one_line(str(d.location))})"
    )


def located_in_zip(d: Diagnostic) -> str:
    """Return the message as ``located`` does; that of an article in a zip file with its path in there."""
    _, member = split_member(d.path)
    return f"{one_line(d.message)} ({one_line(beginning(member, d))})" if member else located(d)


def offered_fix(d: Diagnostic) -> SourceFix | None:
    """
    Return the fix that another program may offer to apply: it is not only shown, and its lines are of a file.

    A Word document has none, and an article in a zip file is not the file that such a program knows.
    """
    has_lines = d.location is None or not d.location.replaces_lines
    is_member = bool(split_member(d.path)[1])
    if d.fix is None or d.fix.safety is Safety.SHOWN or is_member or not has_lines:
        return None
    return d.fix


def shown_message(d: Diagnostic) -> str:
    """Return the message as a terminal can show it, with the location unless the line begins with it."""
    begins = d.location is None or d.location.replaces_lines
    return line_of(d.message if begins else located(d))


def quoted(text: str) -> str:
    """Return words in quotation marks, and white space by its name, because it cannot be seen."""
    return _UNSEEN.get(text) or f"“{visible(text)}”"


def fix_in_words(d: Diagnostic, lines: Mapping[int, str]) -> str:
    """Return what the fix of a diagnostic does, such as ``fix: write “the”``; "" if it has no fix."""
    if d.fix is None:
        return ""
    edits = sorted(d.fix.edits, key=lambda edit: edit.span)
    if [edit.span for edit in edits] == [d.span]:
        new: str | None = edits[0].text
    else:
        new = _rewritten(d, edits, lines)
    if new is None:
        what = ", ".join(_edit(edit, lines, d.location) for edit in edits[:_EDITS])
        if len(edits) > _EDITS:
            what += f", and {len(edits) - _EDITS} more"
    else:
        what = f"write {quoted(new)}" if new else "delete the marked text"
    return f"{_LABELS[d.fix.safety]}: {what}"


def _rewritten(d: Diagnostic, edits: Sequence[SourceEdit], lines: Mapping[int, str]) -> str | None:
    """The flagged words after the edits; None if an edit is outside them or their line is not known."""
    words = words_at(d.place, lines)
    if not words or not all(d.span.contains(edit.span) for edit in edits):
        return None
    for edit in reversed(edits):
        start = d.span.start
        words = words[: edit.span.start - start] + edit.text + words[edit.span.end - start :]
    return words


def _edit(edit: SourceEdit, lines: Mapping[int, str], location: Location | None) -> str:
    """An edit in words: what is written, inserted or deleted, and where."""
    where = at(edit.place)
    if location is not None and location.replaces_lines:
        where = f"paragraph {edit.place.start.line}, character {edit.place.start.column}"
    if len(edit.span) == 0:
        return f"insert {quoted(edit.text)} at {where}"
    old = words_at(edit.place, lines)
    what = quoted(old) if old else "the text"
    return f"{f'write {quoted(edit.text)} for' if edit.text else 'delete'} {what} at {where}"


def words_at(place: Place, lines: Mapping[int, str]) -> str:
    """Return the source text of a place on one line; "" if the line is not known."""
    start, end = place.start, place.end
    if start.line != end.line or start.line not in lines:
        return ""
    return lines[start.line][start.column - 1 : end.column - 1]


_PATH = "/!$&'()*+,;=@"
"""The characters of a path that need no encoding in a URI. A colon does: it could end a scheme."""


def relative_path(path: str) -> str:
    """Return a path relative to the current folder if it is in there, as in the pages of a repository."""
    pure = PurePath(path)
    here = Path.cwd()
    return pure.relative_to(here).as_posix() if pure.is_absolute() and pure.is_relative_to(here) else path


def uri(path: str) -> str:
    """Return a path as a URI reference, relative if the path is. Bytes that are not UTF-8 are kept."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{quote(data[2:], _PATH)}"
    return f"file://{quote(data, _PATH)}" if path.startswith("/") else quote(data, _PATH)
