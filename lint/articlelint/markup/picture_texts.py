"""What is said about a picture: its alternative text and its title, as pieces of prose with their places."""

from __future__ import annotations

import re
from html import unescape

from articlelint.markup.builder import PictureText
from articlelint.markup.html_tokens import HtmlToken, attributes
from articlelint.model import BlockKind

KINDS = {"alt": BlockKind.ALT_TEXT, "title": BlockKind.CAPTION}
_PIECE = re.compile(r"(?P<blank>[ \t\r\n\f]+)|&[#\w]{1,40};?|[^&\s]+|.", re.DOTALL)


def picture_texts(source: str, text: str, tag: HtmlToken) -> list[PictureText]:
    """
    What the attributes of an ``<img>`` say.

    ``text`` is the source in which template code is overwritten; an attribute that holds such code is no
    prose.
    """
    return [
        PictureText(KINDS[name], attribute_runs(source, start, end))
        for name, start, end in attributes(text, tag)
        if name in KINDS and source[start:end] == text[start:end]
    ]


def attribute_runs(source: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The value of an attribute as pieces of prose: character references decoded, white space collapsed."""
    runs: list[tuple[str, int, int]] = []
    for match in _PIECE.finditer(source, start, end):
        piece = match.group()
        prose = " " if match["blank"] else unescape(piece) if piece[0] == "&" else piece
        if prose:
            runs.append((" " if prose.isspace() else prose, *match.span()))
    return runs
