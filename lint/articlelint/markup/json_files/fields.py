"""What a JSON document has under a key, where the schema says a string, an object or a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.values import JsonString, Value
from articlelint.model import BlockKind

HEADLINES = ("headline", "title", "name")
"""The fields that hold a headline in content systems where a house names its own fields."""
STANDFIRSTS = ("standfirst", "subtitle", "dek", "excerpt", "summary", "description")
"""Those that hold a standfirst."""


def table(value: Value, *keys: str) -> dict[str, Value]:
    """Return the object that some keys lead to; an empty one if there is none."""
    found = at(value, *keys)
    return found if isinstance(found, dict) else {}


def items(value: Value, *keys: str) -> list[Value]:
    """Return the list that some keys lead to; an empty one if there is none."""
    found = at(value, *keys)
    return found if isinstance(found, list) else []


def string(value: Value, *keys: str) -> JsonString | None:
    """Return the string that some keys lead to; None if there is none, or if it is blank."""
    found = at(value, *keys)
    return found if isinstance(found, JsonString) and found.text.strip() else None


def words(value: Value, *keys: str) -> JsonString | None:
    """Return the string that some keys lead to, even a blank one; None if there is none or an empty one."""
    found = at(value, *keys)
    return found if isinstance(found, JsonString) and found.text else None


def texts(value: Value, *keys: str) -> set[str]:
    """Return the texts of the strings in the list that some keys lead to."""
    return {each.text for each in items(value, *keys) if isinstance(each, JsonString)}


def text(value: Value, *keys: str) -> str:
    """Return the text of the string that some keys lead to; "" if there is none."""
    found = string(value, *keys)
    return found.text if found is not None else ""


def at(value: Value, *keys: str) -> Value:
    """Return what some keys lead to; None if there is nothing."""
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value


def first_string(value: Value, names: tuple[str, ...]) -> JsonString | None:
    """Return the string under the first of some names that has one."""
    return next((found for name in names if (found := string(value, name)) is not None), None)


def add_block(assembly: Assembly, found: JsonString | None, kind: BlockKind) -> None:
    """Add a string as a block of plain text, if there is one."""
    if found is not None:
        assembly.block(found.part(), kind)


def add_html(assembly: Assembly, found: JsonString | None, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
    """Add a string that is the source of HTML, if there is one."""
    if found is not None:
        assembly.html(found.part(), kind)


def note(assembly: Assembly, key: str, found: str) -> None:
    """Note a value of the metadata, if there is one."""
    if found:
        assembly.metadata[key] = found


class Inline(NamedTuple):
    """
    Words in a block of rich text. A newline in them breaks the line.

    With ``code`` or ``breaks``, they are no words, but stand for code, or for a line break.
    """

    words: JsonString
    bold: bool = False
    italic: bool = False
    code: bool = False
    breaks: bool = False


def add_inline(assembly: Assembly, kind: BlockKind, parts: Iterable[Inline], level: int = 0) -> None:
    """Add a block of rich text, of several strings."""
    assembly.open(kind, level, settled=kind is not BlockKind.PARAGRAPH)
    for part in parts:
        span = assembly.part(part.words.part(), joined=True)
        if part.code:
            assembly.code(span)
        elif part.breaks:
            assembly.line_break(span)
        else:
            assembly.words(span, bold=part.bold, italic=part.italic)
    assembly.close()


def heading(level: int) -> BlockKind:
    """The kind of a heading of a level; the first one is the headline."""
    return BlockKind.HEADLINE if level == 1 else BlockKind.CROSSHEAD
