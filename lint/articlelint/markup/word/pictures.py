"""What a Word document says about its pictures, for those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_SAID = re.compile(r"""\bdescr\s*=\s*(?P<mark>["'])(?P<text>.*?)(?P=mark)""", re.DOTALL)
_BREAK = re.compile(r"&#(?:10|13|[xX]0?[aAdD]);|[\r\n]")


class SaidLine(NamedTuple):
    """A line of the text about a picture, and where it stands in the XML; with ``is_break``, its end."""

    text: str
    first: int
    last: int
    is_break: bool = False


def said_about_picture(xml: str, attributes: str, start: int) -> Iterator[SaidLine]:
    """Yield the lines of the text in the attributes of an element, which begins at ``start``."""
    found = _SAID.search(attributes)
    if found is None or not found["text"].strip():
        return
    raw = found["text"]
    offset = xml.index(attributes, start) + found.start("text")
    at = 0
    for line_break in _BREAK.finditer(raw):
        if line_break.start() > at:
            yield SaidLine(unescape(raw[at : line_break.start()]), offset + at, offset + line_break.start())
        at = line_break.end()
        yield SaidLine("", offset + line_break.start(), offset + at, is_break=True)
    if len(raw) > at:
        yield SaidLine(unescape(raw[at:]), offset + at, offset + len(raw))
