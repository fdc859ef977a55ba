"""Text made safe for where it goes: terminals, JSON, XML, Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

REPLACEMENT = "\ufffd"
"""Stands for what a format cannot carry: half a surrogate pair, a control character in XML."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_NEWLINES = re.compile("[\r\n\u0085\u2028\u2029]+")
# XML 1.0, production [2] Char: everything else cannot be written, not even as a reference. Four milliseconds
# go into compiling it, for the formats that need it.
_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_TAB = "    "


def encodable(text: str) -> str:
    """The text without lone surrogates, which file names that are not UTF-8 bring and no encoding takes."""
    return text if text.isascii() else _SURROGATES.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text on one line, encodable."""
    return encodable(_NEWLINES.sub(" ", text))


@cache
def _pictures() -> dict[int, str]:
    """What control and direction characters are shown as; few runs meet one."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table |= dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], REPLACEMENT)
    # Marks that turn the direction of what follows: the line would not read as it is stored.
    table |= dict.fromkeys([0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], REPLACEMENT)
    return table | {0x09: _TAB, 0x7F: "\u2421", 0x2028: "\u2424", 0x2029: "\u2424"}


def visible(text: str) -> str:
    """
    The text as a terminal can show it: no control or direction character gets through.

    A tab becomes four spaces, another control character its picture, such as ``␛`` for escape.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_pictures())


def line_of(text: str) -> str:
    """The text on one line, for people: no newline, control or direction character gets through."""
    return visible(one_line(text))


# Legal inside JSON strings, but programs that split at "every newline" would cut a line of JSON Lines there.
_JSON_NEWLINES = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def to_json(value: Any, *, indent: int | None = None) -> str:
    """JSON in UTF-8 letters, on one line unless indented, with no lone surrogates."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() else encodable(text.translate(_JSON_NEWLINES))


def write_json_list(rows: Iterable[Any], write: Callable[[str], object]) -> None:
    """Write a JSON list as its rows arrive, one a line, so that it streams and still diffs well."""
    separator = "[\n"
    for row in rows:
        write(separator + to_json(row))
        separator = ",\n"
    write("[]\n" if separator == "[\n" else "\n]\n")


def xml_text(text: str) -> str:
    """Text between XML tags."""
    text = re.sub(_NOT_XML, REPLACEMENT, text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def xml_attribute(text: str | int) -> str:
    """A quoted XML attribute value. White space is kept, which a parser would turn into plain spaces."""
    escaped = xml_text(str(text)).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return f'"{escaped}"'


def xml_attributes(**values: str | int) -> str:
    """Attributes for a tag, each with a space before it."""
    return "".join(f" {name}={xml_attribute(value)}" for name, value in values.items())


_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&]")
# GitHub and GitLab also look for mentions, issues, labels, emoji names and addresses: invisibly broken up.
_REFERENCE = re.compile(r"(?<=[@#~%])(?=\w)|(?<=:)(?=[a-z+/-])|(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def markdown(text: str) -> str:
    """
    Text as it stands, inside a line or a table cell of GitHub's or GitLab's Markdown.

    Nothing in it becomes markup, and nobody whose handle is in an article gets a notification.
    """
    text = _REFERENCE.sub(_WORD_JOINER, visible(_NEWLINES.sub(" ", text)))
    # The pages turn $…$ into formulas; only a reference keeps two prices on a line from being one.
    return _MARKDOWN.sub(r"\\\g<0>", text).replace("$", "&#36;")


def address(url: str) -> str:
    """A web address with what cannot stand in one percent-encoded; what is encoded already stays."""
    from urllib.parse import quote

    return quote(encodable(url), safe=":/?#[]@!$&'()*+,;=%~")


def html(text: str) -> str:
    """Text inside an HTML element in a Markdown document; it stays on one line."""
    text = xml_text(visible(_NEWLINES.sub(" ", text))).replace('"', "&quot;")
    return _REFERENCE.sub("&#8288;", text)
