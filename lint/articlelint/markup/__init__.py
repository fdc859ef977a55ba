"""
From markup to prose: the parsers for plain text, Markdown and HTML.

A parser turns the text of a file into prose, blocks and a map from prose offsets back to the file. A new
built-in format is a module here and its suffixes in ``SUFFIXES``. The kinds of blocks (headline, byline,
caption and so on) are found here, too; what needs sentences or names is in ``articlelint.text``.
"""

from __future__ import annotations

from articlelint.markup.base import Parser

__all__ = ["SUFFIXES", "parser_for"]

SUFFIXES = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}


def parser_for(suffix: str) -> Parser:
    """Return the built-in parser for the suffix of a file name: the one for plain text if it is unknown."""
    name = SUFFIXES.get(suffix.lower(), "plain")
    if name == "markdown":
        from articlelint.markup.markdown import MarkdownParser

        return MarkdownParser()
    if name == "html":
        from articlelint.markup.html import HtmlParser

        return HtmlParser()
    from articlelint.markup.plain import PlainParser

    return PlainParser()
