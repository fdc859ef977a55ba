"""
Front matter: the data at the start of an article, as values with their exact places.

It is YAML between ``---``, TOML between ``+++``, or JSON in braces.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from enum import Enum, auto
from typing import Any, NamedTuple

from articlelint.model import Span

_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<data>(?:[^\n]*\n)*?)(?P=fence)[ \t]*\r?(?:\n|\Z)"
    r"|---[ \t]*\r?\n(?P<dotted>(?:[^\n]*\n)*?)\.\.\.[ \t]*\r?(?:\n|\Z)"
)
_DATA_LINE = re.compile(r"\s*(?:#|\[|\{|[-*]\s|[\w\"'.-][^\n:=]*[:=](?:\s|$)|[\w\"'-]+\s*=)")
_TITLE = re.compile(r"^[ \t{]*[\"']?title[\"']?[ \t]*[:=]", re.MULTILINE)
_JSON_START = re.compile(r"\{\s*[\"}]")
_MALFORMED_JSON = re.compile(r"\{(?:[^\n]*|[^\n]*+\n(?:[^}\n][^\n]*+\n|\n)*+)\}[ \t]*+\r?(?:\n|\Z)")
"""Braces on one line, or on lines up to one that is a brace, whatever is between them."""
_REST_OF_LINE = re.compile(r"[ \t]*\r?(?:\n|\Z)")
_TOML = re.compile(
    r"""
    (?P<space> [ \t\r]++ | \#[^\n]*+ )
  | (?P<newline> \n )
  | (?P<long_double> \"""(?:\\.|(?!\""")[^\\])*+"{3,5} )
  | (?P<long_literal> '''(?:(?!''').)*+'{3,5} )
  | (?P<double> "(?:\\.|[^"\\\n])*+" )
  | (?P<literal> '[^'\n]*+' )
  | (?P<mark> [\[\]{}=,] )
  | (?P<bare> [^\s\[\]{}=,"'\#]++ )
    """,
    re.VERBOSE | re.DOTALL,
)
_TOML_BARE = re.compile(r"[+-]?(?:\d|inf\b|nan\b)|(?:true|false)\b")
_TOML_HEADER = re.compile(r"\[{1,2}[ \t]*([^\[\]\n]*?)[ \t]*\]{1,2}")


class Style(Enum):
    """How a value is written, and so what stands for itself in it."""

    PLAIN = auto()
    """Without quotation marks; or a literal string of TOML, in which all stands for itself."""
    SINGLE = auto()
    """In single quotation marks: two of them stand for one."""
    DOUBLE = auto()
    """In double quotation marks, with escapes."""
    BLOCK = auto()
    """A block scalar of YAML: the first line is its head, and all lines are indented."""


class Value(NamedTuple):
    """
    A value of front matter.

    ``path`` are the keys that lead to it, joined by full stops; places in lists do not count. ``start`` and
    ``end`` are the range of the source without quotation marks.
    """

    path: str
    start: int
    end: int
    style: Style


def find_front_matter(text: str) -> Span | None:
    """Return the span of the front matter: data at the very start, and no thematic break of Markdown."""
    if _JSON_START.match(text):
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            malformed = _MALFORMED_JSON.match(text)
            return Span(0, malformed.end()) if malformed is not None else None
        rest = _REST_OF_LINE.match(text, end)
        return Span(0, rest.end()) if rest is not None else None
    match = _FENCED.match(text)
    if match is None:
        return None
    data = match.group("data") if match.group("data") is not None else match.group("dotted")
    first = next((line for line in data.split("\n") if line.strip()), "")
    if first and not _DATA_LINE.match(first):
        return None
    return Span(0, match.end())


def blanked(text: str, end: int) -> str:
    """Return the text with everything before an offset overwritten by spaces, except for line breaks."""
    return re.sub(r"[^\r\n]", " ", text[:end]) + text[end:]


def has_title(text: str, span: Span) -> bool:
    """Whether front matter has a title, so that the headline of the article need not be looked for."""
    return _TITLE.search(text, span.start, span.end) is not None


def read_values(text: str, span: Span) -> list[Value]:
    """Return the values of front matter, in order. Raises ValueError, with the reason, if it is malformed."""
    if text.startswith("{"):
        _check_json(text[: span.end])
        # JSON is YAML but for the tabs of its indentation; in its strings, there are none.
        return list(_yaml_values(text[: span.end].replace("\t", " "), 0))
    start = text.index("\n") + 1
    end = max(text.rfind("\n", 0, span.end - 1) + 1, start)
    if text.startswith("+++"):
        values = list(_toml_values(text, start, end))
        _check_toml(text[start:end])
        return values
    return list(_yaml_values(text[start:end], start))


def _check_json(data: str) -> None:
    """Raise ValueError, with the line, if the data is not JSON."""
    try:
        json.loads(data)
    except json.JSONDecodeError as error:
        raise ValueError(
            f"line {error.lineno} is not JSON; look in it, and in the line above, for a comma that is "
            "missing or one too many, and for a quotation mark that is not closed"
        ) from None


def _check_toml(data: str) -> None:
    """Raise ValueError, with the line if it is known, if the data is not TOML. The line of a fence is 1."""
    try:
        tomllib.loads(data)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        where = f"line {int(found[1]) + 1}" if found else "its end"
        raise ValueError(
            f"{where} is not TOML; each line is a key, an equals sign and a value, each key stands "
            "there once, and text needs quotation marks"
        ) from None


def _yaml_values(data: str, base: int) -> Iterator[Value]:
    """The values of YAML that stands at an offset. Events are read, so that an alias costs nothing."""
    import yaml  # heavy, and only front matter needs it

    # For each open collection: its path, and whether it is a mapping; the key that waits for its value.
    opened: list[tuple[str, bool]] = []
    key: str | None = None
    styles = {"'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.BLOCK, ">": Style.BLOCK}
    try:
        for event in yaml.parse(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            around, in_mapping = opened[-1] if opened else ("", False)
            if isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
                key = None
            elif isinstance(event, yaml.ScalarEvent) and in_mapping and key is None:
                key = str(event.value)
            elif isinstance(event, yaml.NodeEvent):
                path = f"{around}.{key}" if around and key else key or around
                key = None
                if isinstance(event, yaml.ScalarEvent):
                    style = styles.get(event.style or "", Style.PLAIN)
                    mark = 1 if style in {Style.SINGLE, Style.DOUBLE} else 0
                    places: Any = event  # the types of the package have the marks as optional
                    first, last = places.start_mark.index + mark, places.end_mark.index - mark
                    yield Value(path, base + first, base + last, style)
                elif isinstance(event, yaml.CollectionStartEvent):
                    opened.append((path, isinstance(event, yaml.MappingStartEvent)))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 + (base > 0) if error.problem_mark else 1
        raise ValueError(_explained(line, error.problem or "")) from None
    except yaml.YAMLError as error:
        raise ValueError(str(error).partition("\n")[0]) from None


def _explained(line: int, problem: str) -> str:
    """Return what an editor can do about a problem that the reader of YAML has with a line."""
    if "mapping values" in problem:
        return (
            f"line {line}: there is a colon in the value, or a space too many before the key; "
            "put the value in quotation marks, or delete the space"
        )
    if "start any token" in problem:
        return (
            f"line {line}: the value begins with a mark that means something in YAML, or the line with a "
            "tab; put the value in quotation marks, or indent the line with spaces"
        )
    if "end of stream" in problem:
        return f"line {line}: a quotation mark or a bracket is not closed in this line or one above"
    return (
        f"line {line} cannot be read as YAML; look in it, and in the line above, for a key without a colon, "
        "a quotation mark inside a quoted value, and spaces at the start that the other lines do not have"
    )


def _toml_values(text: str, start: int, end: int) -> Iterator[Value]:
    """The values of TOML. The reader of the configuration is not used, because it reports no places."""
    table = ""
    # For each open bracket: whether it is that of an inline table, and the path to it.
    opened: list[tuple[bool, str]] = []
    keys: list[str] = []
    in_key = True
    at = start
    while at < end:
        match = _TOML.match(text, at, end)
        if match is None:
            raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: a string is not closed")
        found, written = match.lastgroup, match.group()
        around = opened[-1][1] if opened else table
        path = ".".join(filter(None, (around, *keys)))
        if found == "newline" and not opened:
            keys, in_key = [], True
        elif written == "[" and in_key and not opened:
            header = _TOML_HEADER.match(text, at, end)
            if header is None:
                raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: the name of a table is not closed")
            table, at = header.group(1), header.end()
            continue
        elif written in {"[", "{"}:
            opened.append((written == "{", path))
            keys, in_key = [], written == "{"
        elif written in {"]", "}"} and opened:
            opened.pop()
            keys, in_key = [], False
        elif written == "," and opened:
            keys, in_key = [], opened[-1][0]
        elif written == "=":
            in_key = False
        elif found not in {"space", "newline", "mark"} and in_key:
            keys.append(written.strip("\"'."))
        elif found not in {"space", "newline", "mark"}:
            yield _toml_value(path, match)
        at = match.end()


def _toml_value(path: str, match: re.Match[str]) -> Value:
    if match.lastgroup == "bare" and not _TOML_BARE.match(match.group()):
        line = match.string.count("\n", 0, match.start()) + 1
        raise ValueError(f"line {line}: the value of {path} is text; put it in quotation marks")
    style = Style.DOUBLE if match.lastgroup in {"double", "long_double"} else Style.PLAIN
    marks = {"double": 1, "literal": 1, "long_double": 3, "long_literal": 3}.get(match.lastgroup or "", 0)
    return Value(path, match.start() + marks, match.end() - marks, style)
