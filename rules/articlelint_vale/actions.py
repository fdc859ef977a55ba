"""The ``action`` of a rule: an unsafe fix, because it may change the meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import articlelint as al
from articlelint_vale.characters import PatternError
from articlelint_vale.syntax import translate
from articlelint_vale.yaml_table import Table

if TYPE_CHECKING:
    import regex

_GROUP = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_EDITS = {"regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "truncate": 2, "split": 3}
"""The edits, and the number of their parameters, including the name of the edit."""


class Action(NamedTuple):
    """An action with its parameters."""

    name: str
    params: tuple[str, ...] = ()


def read_action(table: Table | None) -> tuple[Action | None, str]:
    """The action of a rule (None without one), and the reason why it is not supported, or ""."""
    if table is None:
        return None, ""
    action = Action(table.string("name"), table.strings("params"))
    name, params = action
    if not name and not params:
        return None, ""
    if name not in {"replace", "remove", "suggest", "edit", "convert"}:
        return None, f"the action '{name}' is unknown"
    if name == "convert" and params[:1] != ("simple",):
        return None, f"the action 'convert' to '{' '.join(params)}' is unknown"
    if name == "edit":
        kind = params[0] if params else ""
        if kind not in _EDITS:  # in Vale, too, an edit of another name changes nothing
            return None, ""
        if len(params) != _EDITS[kind]:
            return None, f"the edit '{kind}' needs {_EDITS[kind] - 1} more parameters"
        if kind == "split" and not params[2].isdecimal():
            return None, "the edit 'split' needs a number"
        if kind == "regex":
            try:
                translate(params[1])
            except PatternError as error:
                return None, f"the edit '{params[1]}' is no regular expression: {error}"
    return action, ""


def fix(action: Action, span: al.Span, text: str, writes: tuple[str, ...]) -> al.Fix | None:
    """The fix of an action for a span of a text, or None."""
    if action.name == "remove":
        return al.Fix((al.Edit(_with_space(span, text), ""),), al.Safety.UNSAFE)
    options = written(action, text[span.start : span.end], writes)
    if not options or options[0] == text[span.start : span.end]:
        return None
    # The writer has to choose between several words; the first one is shown.
    safety = al.Safety.UNSAFE if len(options) == 1 else al.Safety.SHOWN
    return al.Fix((al.Edit(span, options[0]),), safety)


def written(action: Action, found: str, writes: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The replacements that an action offers for the words found; a message may contain them, too."""
    if action.name == "replace":
        return action.params or writes
    if action.name == "convert":
        return (_simple(found),)
    if action.name == "edit":
        return (_edited(action.params, found).strip(),)
    return ()


def _with_space(span: al.Span, text: str) -> al.Span:
    """The span to delete: with the space after it if two spaces would be left."""
    before = text[span.start - 1 : span.start]
    if text[span.end : span.end + 1] == " " and before in {"", " ", "\n"}:
        return al.Span(span.start, span.end + 1)
    return span


def _edited(params: tuple[str, ...], found: str) -> str:
    kind, argument = params[0], params[1]
    if kind == "trim":
        return found.strip(argument)
    if kind == "trim_left":
        return found.lstrip(argument)
    if kind == "trim_right":
        return found.rstrip(argument)
    parts = found.split(argument) if argument else [*found]
    if kind == "truncate":
        return parts[0]
    if kind == "split":
        index = int(params[2])
        return parts[index] if index < len(parts) else found
    return replaced(argument, params[2], found)


def replaced(pattern: str, by: str, text: str) -> str:
    """The text with every match replaced; ``$1`` and ``${name}`` in ``by`` stand for groups."""
    import regex

    def put(match: regex.Match[str]) -> str:
        return expanded(by, match)

    return regex.sub(translate(pattern).text, put, text, flags=regex.V1, timeout=1)


def expanded(by: str, match: regex.Match[str]) -> str:
    """A replacement with the groups of a match filled in."""
    groups: dict[str, str | None] = {str(n): match[n] for n in range(len(match.groups()) + 1)}
    groups.update(match.groupdict())
    return _GROUP.sub(lambda group: groups.get(group[1] or group[2]) or "", by)


def _simple(text: str) -> str:
    """The words of a name such as ``someName`` or ``some_name``, in lower case."""
    out: list[str] = []
    old = " "
    for character in text:
        letter = character.isalnum()
        if (old.islower() and character.isupper()) or not letter:
            out.append(" ")
        if letter:
            out.append(character.lower())
        old = character
    return " ".join("".join(out).split())
