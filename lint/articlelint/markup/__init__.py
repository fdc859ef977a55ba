"""Markup to prose: the parsers for plain text, Markdown and HTML, and the map back to the source."""

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
    """The built-in parser for a file name's suffix; plain text for one that is unknown."""
    name = SUFFIXES.get(suffix.lower(), "plain")
    if name == "markdown":
        from articlelint.markup.markdown import MarkdownParser

        return MarkdownParser()
    if name == "html":
        from articlelint.markup.html import HtmlParser

        return HtmlParser()
    from articlelint.markup.plain import PlainParser

    return PlainParser()
