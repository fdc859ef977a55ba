"""
From markup to prose: the parsers for plain text, Markdown, HTML and the other formats of articles.

A parser turns the text of a file into prose, blocks and a map from prose offsets back to the file. A new
built-in format is a module here and an entry in ``articlelint.markup.file_formats``. The kinds of blocks
(headline, byline, caption and so on) are found here, too; what needs sentences or names is in
``articlelint.text``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple, cast

from articlelint.markup.base import AnyParser
from articlelint.markup.file_formats import FILE_SUFFIXES, FORMATS, NAMED_SUFFIXES

__all__ = ["BUILT_IN", "SUFFIXES", "parser_for", "parser_named"]


class BuiltIn(NamedTuple):
    """Where a built-in parser is (``MODULE:CLASS``), and the suffixes of the files that it reads."""

    parser: str
    suffixes: tuple[str, ...]


BUILT_IN = {
    "plain": BuiltIn("articlelint.markup.plain:PlainParser", (".txt", ".text")),
    "markdown": BuiltIn("articlelint.markup.markdown:MarkdownParser", (".md", ".markdown")),
    "html": BuiltIn("articlelint.markup.html:HtmlParser", (".html", ".htm")),
}
"""The parsers of text that people write, by name. Each is imported when a file needs it."""

SUFFIXES = {suffix: name for name, built_in in BUILT_IN.items() for suffix in built_in.suffixes}
"""The names of the built-in parsers, by the suffixes of their files."""


def parser_for(suffix: str) -> AnyParser:
    """Return the built-in parser for the suffix of a file name: the one for plain text if it is unknown."""
    suffix = suffix.lower()
    known = SUFFIXES.get(suffix) or FILE_SUFFIXES.get(suffix) or NAMED_SUFFIXES.get(suffix)
    return parser_named(known or "plain")


@cache
def parser_named(name: str) -> AnyParser:
    """Return the built-in parser of a name. Raises KeyError if there is none."""
    place = BUILT_IN[name].parser if name in BUILT_IN else FORMATS[name].parser
    module, _, attribute = place.partition(":")
    return cast("AnyParser", getattr(import_module(module), attribute)())
