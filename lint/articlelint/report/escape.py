"""
Escaping: text made safe for terminals, CI runners, JSON, XML, HTML and Markdown.

A GitHub runner obeys two kinds of commands in all that a step prints: ``::command::`` at the start of a line,
white space aside, and ``##[command]`` anywhere in it; one of Azure obeys ``##vso[command]``. No text of ours
may contain one, except for the format ``github``, whose purpose they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from urllib.parse import quote

REPLACEMENT = "\ufffd"
"""Replaces what a format cannot represent: a lone surrogate, a control character in XML."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_NEWLINES = re.compile("[\r\n\u0085\u2028\u2029]+")
# XML 1.0, production [2] Char: nothing else can be written, not even as a character reference.
_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_TAB = "    "


def encodable(text: str) -> str:
    """Return the text without lone surrogates, which occur in file names that are not valid UTF-8."""
    return text if text.isascii() else _SURROGATES.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """Return the text on one line and without lone surrogates."""
    return encodable(_NEWLINES.sub(" ", text))


@cache
def _pictures() -> dict[int, str]:
    """How control characters and direction marks are shown, by code point."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table |= dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], REPLACEMENT)
    # Marks that change the text direction: with them, a line would not read as it is stored.
    table |= dict.fromkeys([0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], REPLACEMENT)
    return table | {0x09: _TAB, 0x7F: "\u2421", 0x2028: "\u2424", 0x2029: "\u2424"}


def visible(text: str) -> str:
    """
    Return the text as a terminal can show it, without control characters and direction marks.

    A tab becomes four spaces, any other control character a symbol, such as ``␛`` for escape.
    """
    shown = text if text.isascii() and text.isprintable() else text.translate(_pictures())
    return _COMMAND_IN_LINE.sub(r"## \1[", shown)


_COMMAND_IN_LINE = re.compile(r"##(\w*)\[")
# A runner may overlook white space and characters that have no width, in front of the command.
_COMMAND_AT_START = re.compile(r"([^\w./|]*?):(?=:)")


def line_of(text: str) -> str:
    """Return the text on one line, as a terminal can show it, and without the start of a workflow command."""
    line = visible(one_line(text))
    return _COMMAND_AT_START.sub(r"\1: ", line, count=1) if _COMMAND_AT_START.match(line) else line


def shown_path(path: str) -> str:
    """Return a path as it may begin a line: a name that looks like a workflow command gets ``./``."""
    line = visible(path)
    return f"./{line}" if _COMMAND_AT_START.match(line) else line


# Legal in JSON strings and in XML, but a terminal may obey control characters and direction marks, and a
# program that splits lines at U+0085, U+2028 and U+2029 would break a line of JSON Lines.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069]")


def to_json(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON with UTF-8 letters and without lone surrogates, on one line unless indented."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    text = _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return _COMMAND_IN_LINE.sub(r"##\1\\u005b", encodable(text))


def write_json_list(rows: Iterable[Any], write: Callable[[str], object]) -> None:
    """Write a JSON list with one item a line, as the items arrive."""
    separator = "[\n"
    for row in rows:
        write(separator + to_json(row))
        separator = ",\n"
    write("[]\n" if separator == "[\n" else "\n]\n")


def xml_text(text: str) -> str:
    """Return a text escaped for use between XML tags."""
    text = re.sub(_NOT_XML, REPLACEMENT, text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    text = _UNSEEN.sub(lambda found: f"&#{ord(found.group())};", text)
    return _COMMAND_IN_LINE.sub(r"##\1&#91;", text)


def xml_attribute(text: str | int) -> str:
    """Return a text as a quoted XML attribute value. White space is escaped, so that a parser keeps it."""
    escaped = xml_text(str(text)).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return f'"{escaped}"'


def xml_attributes(**values: str | int) -> str:
    """Return attributes for a tag, each with a space before it."""
    return "".join(f" {name}={xml_attribute(value)}" for name, value in values.items())


_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&]")
# Where GitHub and GitLab would see mentions, issues, labels, emoji names and web addresses. A word joiner,
# which is invisible, breaks them up.
_REFERENCE = re.compile(r"(?<=[@#~%])(?=\w)|(?<=:)(?=[a-z+/-])|(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def markdown(text: str) -> str:
    """
    Return a text escaped for a line or a table cell of GitHub's or GitLab's Markdown.

    Nothing in it becomes markup, and people whose handles are in an article get no notification.
    """
    text = _REFERENCE.sub(_WORD_JOINER, visible(_NEWLINES.sub(" ", text)))
    # GitHub and GitLab turn $…$ into a formula, even if the dollar signs are escaped with backslashes.
    return _MARKDOWN.sub(r"\\\g<0>", text).replace("$", "&#36;")


def address(url: str) -> str:
    """Return a web address, percent-encoded where necessary. What is encoded already stays as it is."""
    return quote(encodable(url), safe=":/?#[]@!$&'()*+,;=%~")


def html(text: str) -> str:
    """Return a text on one line, escaped for an HTML element in a Markdown document."""
    text = xml_text(visible(_NEWLINES.sub(" ", text))).replace('"', "&quot;")
    return _REFERENCE.sub("&#8288;", text)


def web_page(text: str) -> str:
    """
    Return a text on one line, escaped for an element of a web page; nothing in it becomes markup.

    As in ``visible``, a control character becomes a symbol; but every character stays one, and a tab a tab.
    """
    shown = "\t".join(part.translate(_pictures()) for part in text.split("\t"))
    return xml_text(shown).replace("::", "&#58;&#58;")  # a line of the page must not begin a command
