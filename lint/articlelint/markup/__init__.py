"""
From markup to prose: the parsers for plain text, Markdown and HTML.

A parser turns the text of a file into prose, blocks and a map from prose offsets back to the file. A new
built-in format is a module here and an entry in ``BUILT_IN``. The kinds of blocks (headline, byline, caption
and so on) are found here, too; what needs sentences or names is in ``articlelint.text``.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, cast

from articlelint.markup.base import Parser

__all__ = ["BUILT_IN", "SUFFIXES", "parser_for"]


class BuiltIn(NamedTuple):
    """Where a built-in parser is (``MODULE:CLASS``), and the suffixes of the files that it reads."""

    parser: str
    suffixes: tuple[str, ...]


BUILT_IN = {
    "plain": BuiltIn("articlelint.markup.plain:PlainParser", (".txt", ".text")),
    "markdown": BuiltIn("articlelint.markup.markdown:MarkdownParser", (".md", ".markdown")),
    "html": BuiltIn("articlelint.markup.html:HtmlParser", (".html", ".htm")),
}
"""The built-in parsers by name. Each is imported when a file needs it."""

SUFFIXES = {suffix: name for name, built_in in BUILT_IN.items() for suffix in built_in.suffixes}
"""The names of the built-in parsers, by the suffixes of their files."""


def parser_for(suffix: str) -> Parser:
    """Return the built-in parser for the suffix of a file name: the one for plain text if it is unknown."""
    name = SUFFIXES.get(suffix.lower(), "plain")
    module, _, attribute = BUILT_IN[name].parser.partition(":")
    return cast("Parser", getattr(import_module(module), attribute)())
